/// Which line of a file is which line of a block.
///
///     let run = try file.reduce(columns: [0], start: { [(Int, Int)]() }) { found, block throws(InputError) in
///         try block.forEachRow { row in
///             if row.number(0).isUnreadable { found.append((block.index, row.line)) }
///         }
///     }
///     run.lines.line(block: 0, line: 1)  // 2: below the field row
public struct DelimitedLines: Sendable, Equatable {
    /// The line of the file in which each block begins, from 1.
    let firstLines: [Int]
    /// The line behind the table: the first footnote, or the first one that does not exist.
    public let end: Int

    /// The lines of the table below the field row, empty ones included.
    public var count: Int { end - (firstLines.first ?? end) }

    init(first: Int, counts: [Int]) {
        var line = first
        var lines: [Int] = []
        for count in counts {
            lines.append(line)
            line += count
        }
        firstLines = lines
        end = line
    }

    /// The line of the file, from 1, of a line of a block, from 1.
    public func line(block: Int, line: Int) -> Int { firstLines[block] + line - 1 }
}
