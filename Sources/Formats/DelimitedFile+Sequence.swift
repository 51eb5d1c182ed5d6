import Diagnostics

extension DelimitedFile {
    /// Reads the file from start to end with one worker, for files with line ends within quoted fields.
    ///
    /// Blocks end where a row ends, whatever is in it, so they are not those of the parallel reading; but every number
    /// of threads comes here.
    func reduceInSequence<Accumulator: Sendable>(
        columns: [Int], start: @Sendable () -> Accumulator,
        _ body: @Sendable (inout Accumulator, borrowing DelimitedBlock) throws(InputError) -> Void
    ) throws(InputError) -> (accumulators: [Accumulator], lines: DelimitedLines) {
        var reader = DelimitedReader(self, columns: columns)
        var accumulator = start()
        var position = rows.lowerBound
        var counts: [Int] = []
        while position < rows.upperBound {
            let line = firstLine + counts.reduce(0, +)
            do throws(InputError) {
                position = try reader.load(rowsFrom: position)
                try reader.withBlock(index: counts.count) { block throws(InputError) in
                    try body(&accumulator, block)
                }
                counts.append(reader.lineCount)
            } catch {
                throw located(error, in: DelimitedLines(first: line, counts: [0]), block: 0)
            }
        }
        try refuseMixedEncodings(reader.encodings)
        return ([accumulator], DelimitedLines(first: firstLine, counts: counts))
    }
}
