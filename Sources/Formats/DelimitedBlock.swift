public import Diagnostics

/// A part of a delimited text file: some of its rows, in memory for as long as the worker looks at them.
///
/// A block owns the lines that begin in it. Which rows are in which block depends on the file only, not on the number of
/// threads.
public struct DelimitedBlock: ~Copyable {
    /// The number of the block in the file, from 0.
    public let index: Int
    /// The number of lines in the block, empty ones included.
    public let lineCount: Int
    @usableFromInline let bytes: UnsafePointer<UInt8>
    /// The last of the bytes is a line feed, so loops over them need no second condition; some bytes behind it may be
    /// read.
    @usableFromInline let count: Int
    @usableFromInline let scratch: UnsafeMutablePointer<UInt8>?
    @usableFromInline let starts: UnsafeMutablePointer<Int32>
    @usableFromInline let columns: UnsafePointer<Int32>
    @usableFromInline let columnCount: Int
    @usableFromInline let width: Int
    @usableFromInline let separator: UInt8
    @usableFromInline let decimalSign: UInt8
    @usableFromInline let encoding: DelimitedEncoding
    @usableFromInline let powers: UnsafePointer<Double>
    @usableFromInline let format: UnsafePointer<TableNumberFormat>
    @usableFromInline let declaresMissing: Bool

    /// Calls `body` with every row that has anything in it, top to bottom.
    ///
    /// The row is a window on the block's memory and cannot be kept. Calling it twice gives the same rows twice.
    /// Nothing is allocated per row.
    ///
    /// - Complexity: O(*n*) for *n* bytes.
    @inlinable public func forEachRow(
        _ body: (borrowing DelimitedRow) throws(InputError) -> Void
    ) throws(InputError) {
        var position = 0
        var line = 0
        let hasQuotes = scratch != nil
        let width = self.width
        let bytes = self.bytes
        let starts = self.starts
        let separator = self.separator
        let separators = UInt64(separator) &* 0x0101_0101_0101_0101
        while position < count {
            line += 1
            let start = position
            var base = bytes
            var lineEnd = start
            var field = 0
            var next = start
            var lines = 0
            starts[0] = Int32(truncatingIfNeeded: start)
            plain: while true {
                // Eight bytes at a time: the highest bit of a byte in `hits` is set where the byte is a separator, a
                // line feed or a quotation mark (see DelimitedScan for the arithmetic).
                let word = UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: next, as: UInt64.self)
                var others =
                    DelimitedBlock.nonZero(word ^ separators) & DelimitedBlock.nonZero(word ^ 0x0A0A_0A0A_0A0A_0A0A)
                if hasQuotes { others &= DelimitedBlock.nonZero(word ^ 0x2222_2222_2222_2222) }
                var hits = ~others & 0x8080_8080_8080_8080
                while hits != 0 {
                    let place = next &+ hits.trailingZeroBitCount >> 3
                    hits &= hits &- 1
                    let byte = bytes[place]
                    if byte == separator {
                        field &+= 1
                        starts[min(field, width &+ 1)] = Int32(truncatingIfNeeded: place &+ 1)
                    } else if byte == 0x0A {
                        lineEnd = place
                        next = place &+ 1
                        break plain
                    } else if place == start || bytes[place &- 1] == separator {
                        let row = unquote(from: start)
                        (base, field, lineEnd, next, lines) = (row.base, row.field, row.lineEnd, row.next, row.lines)
                        break plain
                    }
                }
                next &+= 8
            }
            position = next
            let first = Int(starts[0])
            if lineEnd > first, base[lineEnd - 1] == 0x0D { lineEnd -= 1 }
            defer { line += lines }
            if lineEnd == first { continue }
            if base[first] <= 0x20 || base[first] == separator, isEmpty(base, first..<lineEnd) { continue }
            var fields = field + 1
            if field < width {
                starts[fields] = Int32(truncatingIfNeeded: lineEnd + 1)
            } else if isEmpty(base, (Int(starts[width]) - 1)..<lineEnd) {
                // Spreadsheets write separators behind the last field; they are no fields.
                fields = width
            }
            try body(
                DelimitedRow(
                    line: line, fieldCount: fields, width: width, base: base, starts: starts, columns: columns,
                    columnCount: columnCount, decimalSign: decimalSign, declaresMissing: declaresMissing,
                    encoding: encoding, powers: powers, format: format))
        }
    }

    /// Whether there are only separators and blanks.
    @usableFromInline func isEmpty(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
        for position in range where base[position] != separator && !DelimitedEncoding.isBlank(base[position]) {
            return false
        }
        return true
    }

    /// The highest bit of each byte says whether the byte is not zero; the other bits say nothing.
    @inlinable @inline(__always) static func nonZero(_ x: UInt64) -> UInt64 {
        ((x & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | x
    }

    /// What ``unquote(from:)`` found.
    @usableFromInline struct Unquoted {
        @usableFromInline var base: UnsafePointer<UInt8>
        @usableFromInline var field: Int
        @usableFromInline var lineEnd: Int
        @usableFromInline var next: Int
        @usableFromInline var lines: Int
    }

    /// Copies a row with quoted fields into the scratch memory without the quotation marks. Fields lie there as in the
    /// block, one byte apart; that byte is the separator even where a field holds separators.
    @usableFromInline func unquote(from start: Int) -> Unquoted {
        guard let scratch else { preconditionFailure("a block with quotation marks has scratch memory") }
        var row = Unquoted(base: UnsafePointer(scratch), field: 0, lineEnd: 0, next: start, lines: 0)
        var isOpen = false
        var isAtStart = true
        starts[0] = 0
        while row.next < count {
            let byte = bytes[row.next]
            row.next += 1
            if isOpen {
                if byte == 0x22 {
                    guard row.next < count, bytes[row.next] == 0x22 else {
                        isOpen = false
                        continue
                    }
                    row.next += 1
                } else if byte == 0x0A {
                    row.lines += 1
                }
            } else if byte == 0x22, isAtStart {
                isOpen = true
                isAtStart = false
                continue
            } else if byte == separator {
                row.field += 1
                isAtStart = true
                scratch[row.lineEnd] = byte
                row.lineEnd += 1
                starts[min(row.field, width + 1)] = Int32(truncatingIfNeeded: row.lineEnd)
                continue
            } else if byte == 0x0A {
                break
            }
            isAtStart = false
            scratch[row.lineEnd] = byte
            row.lineEnd += 1
        }
        scratch[row.lineEnd] = 0x0A
        return row
    }
}
