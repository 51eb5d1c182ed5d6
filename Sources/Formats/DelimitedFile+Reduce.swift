public import Diagnostics
import Dispatch
import Glibc
import Synchronization

extension DelimitedFile {
    /// The processors that are at work: the default number of threads.
    public static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Reads all rows in parallel; each worker adds the blocks it gets to an accumulator of its own.
    ///
    ///     let file = try DelimitedFile(path: "counts.csv")
    ///     let residents = try file.column("Einwohner")
    ///     let run = try file.reduce(columns: [residents], start: { 0 }) { sum, block throws(InputError) in
    ///         try block.forEachRow { row in
    ///             if let number = row.number(0).number { sum += Int(number) }
    ///         }
    ///     }
    ///     run.accumulators.reduce(0, +)
    ///
    /// Which worker gets which block is chance. The result is independent of the number of threads when accumulators
    /// can be merged in any order, as whole numbers can; for sums of decimals use ``map(columns:threads:_:)``, which
    /// returns a result per block in the order of the file.
    ///
    /// A line end within a quoted field makes it impossible to begin in the middle of the file. When one is found, all
    /// that has been done is dropped and the file is read by one worker from the start, so `start` and `body` may be
    /// called again and must not change anything but the accumulator.
    ///
    /// - Parameters:
    ///   - columns: The places of the columns that `body` looks at, as ``column(_:)`` gives them.
    ///   - threads: The number of workers.
    ///   - start: Makes an empty accumulator.
    ///   - failed: Called as soon as a block has failed, perhaps while other workers are still busy: for a `body` that
    ///     waits for somebody who waits for that block.
    ///   - body: Adds a block. An `InputError` made with `DelimitedRow.error` gets the file and its line.
    /// - Returns: An accumulator per worker, and the line numbers.
    /// - Throws: What `body` throws in the first block that fails; `InputError` for zero bytes, lone carriage returns,
    ///   bytes that are not of the encoding, a quotation mark that is never closed.
    /// - Complexity: O(*n*) for *n* bytes; memory O(threads).
    public func reduce<Accumulator: Sendable>(
        columns: [Int], threads: Int = DelimitedFile.processors, start: @Sendable () -> Accumulator,
        failed: @Sendable () -> Void = {},
        _ body: @Sendable (inout Accumulator, borrowing DelimitedBlock) throws(InputError) -> Void
    ) throws(InputError) -> (accumulators: [Accumulator], lines: DelimitedLines) {
        precondition(columns.allSatisfy { header.indices.contains($0) }, "the columns must be those of the file")
        if !hasQuotedLineEnds {
            let run = try reduceInParallel(
                columns: columns, threads: threads, start: start, failed: failed, body)
            if let run { return run }
        }
        return try reduceInSequence(columns: columns, start: start, body)
    }

    /// Reads all rows in parallel and returns what `body` makes of each block, in the order of the file.
    ///
    /// The result is the same for any number of threads, also in the last digit of a sum. `body` may be called again
    /// for the same block; see ``reduce(columns:threads:start:_:)``.
    public func map<Result: Sendable>(
        columns: [Int], threads: Int = DelimitedFile.processors,
        _ body: @Sendable (borrowing DelimitedBlock) throws(InputError) -> Result
    ) throws(InputError) -> (results: [Result], lines: DelimitedLines) {
        let run = try reduce(columns: columns, threads: threads, start: { [(block: Int, result: Result)]() }) {
            (results, block) throws(InputError) in
            results.append((block.index, try body(block)))
        }
        let results = run.accumulators.flatMap(\.self).sorted { $0.block < $1.block }
        return (results.map(\.result), run.lines)
    }

    /// The parallel reading; `nil` when a line end within a quoted field forbids it.
    private func reduceInParallel<Accumulator: Sendable>(
        columns: [Int], threads: Int, start: @Sendable () -> Accumulator, failed: @Sendable () -> Void,
        _ body: @Sendable (inout Accumulator, borrowing DelimitedBlock) throws(InputError) -> Void
    ) throws(InputError) -> (accumulators: [Accumulator], lines: DelimitedLines)? {
        let blocks = (rows.count + options.blockSize - 1) / options.blockSize
        let workers = max(1, min(threads, blocks))
        let next = Atomic<Int>(0)
        // Blocks behind the first that failed need not be read.
        let limit = Atomic<Int>(Int.max)
        var slots = [WorkerResult<Accumulator>?](repeating: nil, count: workers)
        var counts = [Int](repeating: 0, count: blocks)
        slots.withUnsafeMutableBufferPointer { slots in
            counts.withUnsafeMutableBufferPointer { counts in
                // Each worker writes its own slot, each block its own count.
                nonisolated(unsafe) let slots = slots
                nonisolated(unsafe) let counts = counts
                DispatchQueue.concurrentPerform(iterations: workers) { worker in
                    var reader = DelimitedReader(self, columns: columns)
                    var result = WorkerResult(accumulator: start())
                    while true {
                        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard block < blocks, block < limit.load(ordering: .relaxed) else { break }
                        do throws(InputError) {
                            try reader.load(block: block)
                            counts[block] = reader.lineCount
                            if reader.mustReadInSequence {
                                result.failures.append((block, nil))
                            } else {
                                try reader.withBlock(index: block) { block throws(InputError) in
                                    try body(&result.accumulator, block)
                                }
                            }
                        } catch {
                            result.failures.append((block, error))
                        }
                        if !result.failures.isEmpty {
                            limit.min(block, ordering: .relaxed)
                            failed()
                            break
                        }
                    }
                    result.encodings = reader.encodings
                    slots[worker] = result
                }
            }
        }
        let results = slots.compactMap(\.self)
        let lines = DelimitedLines(first: firstLine, counts: counts)
        let failures = results.flatMap(\.failures)
        if let first = failures.min(by: { $0.block < $1.block }) {
            guard let error = first.error else { return nil }
            throw located(error, in: lines, block: first.block)
        }
        try refuseMixedEncodings(results.flatMap(\.encodings))
        return (results.map(\.accumulator), lines)
    }

    /// An error whose row is a line of a block, with the file and the file's line.
    func located(_ error: InputError, in lines: DelimitedLines, block: Int) -> InputError {
        var error = error.inFile(path)
        if error.place.row > 0 { error.place.row = lines.line(block: block, line: error.place.row) }
        return error
    }

    /// Where the beginning was ASCII, each block found its encoding by itself; they must agree.
    func refuseMixedEncodings(_ encodings: [DelimitedEncoding]) throws(InputError) {
        guard encodings.contains(.utf8), encodings.contains(.windows1252) else { return }
        throw InputError(
            .malformed, "the file is in UTF-8 in one part and in Windows-1252 in another",
            remedy: "save it in one encoding", at: Place(file: path))
    }
}

/// What a worker has when it is done.
private struct WorkerResult<Accumulator: Sendable>: Sendable {
    var accumulator: Accumulator
    /// The block in which the worker stopped; without an error, because of a line end in quotation marks.
    var failures: [(block: Int, error: InputError?)] = []
    var encodings: [DelimitedEncoding] = []
}
