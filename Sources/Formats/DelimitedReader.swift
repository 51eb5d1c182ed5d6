import Diagnostics

/// One worker's view of a file: brings block after block into its memory and checks it.
struct DelimitedReader: ~Copyable {
    private let file: DelimitedFile
    private let columnCount: Int
    private var buffer: DelimitedBuffer
    /// Where in the buffer the owned lines begin, and their number of bytes with the last line feed.
    private var first = 0
    private var count = 0
    private var encoding = DelimitedEncoding.utf8
    private var hasQuotes = false
    /// The lines of the block.
    private(set) var lineCount = 0
    /// Whether a quoted field goes on behind a line end, so that blocks cannot be read one by one.
    private(set) var mustReadInSequence = false
    /// The encodings of blocks with more than ASCII in them.
    private(set) var encodings: [DelimitedEncoding] = []

    /// Bytes read beyond a block at first, for the rest of its last line.
    private static let overhang = 4 << 10
    /// No row is longer; where one seems to be, a quotation mark is missing.
    private static let longestRow = 64 << 20

    init(_ file: DelimitedFile, columns: [Int]) {
        self.file = file
        columnCount = columns.count
        buffer = DelimitedBuffer(
            capacity: min(file.options.blockSize, file.rows.count) + DelimitedReader.overhang + 2,
            width: file.header.count, columns: columns, format: file.numberFormat)
    }

    /// Loads the lines that begin in a block of the parallel reading.
    mutating func load(block: Int) throws(InputError) {
        let begin = file.rows.lowerBound + block * file.options.blockSize
        let end = min(begin + file.options.blockSize, file.rows.upperBound)
        // The byte before tells whether a line begins with the block.
        let origin = block == 0 ? begin : begin - 1
        var filled = try fill(from: origin, to: min(end + DelimitedReader.overhang, file.rows.upperBound), keeping: 0)
        first = 0
        count = 0
        lineCount = 0
        hasQuotes = false
        mustReadInSequence = false
        if block > 0 {
            guard let feed = firstFeed(from: 0, to: filled), feed + 1 < end - origin else { return }
            first = feed + 1
        }
        var searched = end - 1 - origin
        while true {
            if let feed = firstFeed(from: searched, to: filled) {
                count = feed + 1 - first
                break
            }
            searched = filled
            guard origin + filled < file.rows.upperBound else {
                buffer.bytes[filled] = 0x0A
                count = filled + 1 - first
                break
            }
            let target = min(origin + 2 * filled, file.rows.upperBound)
            let more = try fill(from: origin, to: target, keeping: filled)
            guard more > filled else { throw DelimitedReader.shortened }
            filled = more
        }
        try inspect()
        if hasQuotes {
            let quotes = DelimitedQuotes(buffer.bytes + first, count: count, separator: file.dialect.separator)
            mustReadInSequence = quotes.hasQuotedLineEnd
        }
    }

    /// Loads whole rows from a position where a row begins, about a block of them, and returns where the next begins.
    mutating func load(rowsFrom position: Int) throws(InputError) -> Int {
        first = 0
        var size = file.options.blockSize
        var filled = 0
        while true {
            let target = min(position + size, file.rows.upperBound)
            filled = try fill(from: position, to: target, keeping: filled)
            guard position + filled == target else { throw DelimitedReader.shortened }
            let isEnd = target == file.rows.upperBound
            if isEnd, filled > 0, buffer.bytes[filled - 1] != 0x0A {
                buffer.bytes[filled] = 0x0A
                filled += 1
            }
            let quotes = DelimitedQuotes(buffer.bytes, count: filled, separator: file.dialect.separator)
            if let open = quotes.openQuote, isEnd || filled > DelimitedReader.longestRow {
                lineCount = 0
                throw InputError(
                    .malformed, "the quotation mark that opens a field in this line is never closed",
                    remedy: "close it, or double it when it is part of the text", at: Place(row: line(at: open)))
            }
            if quotes.rowsEnd > 0 {
                count = quotes.rowsEnd
                break
            }
            size *= 2
        }
        mustReadInSequence = false
        try inspect()
        return min(position + count, file.rows.upperBound)
    }

    /// Lends the loaded block.
    mutating func withBlock(
        index: Int, _ body: (borrowing DelimitedBlock) throws(InputError) -> Void
    ) throws(InputError) {
        let block = DelimitedBlock(
            index: index, lineCount: lineCount, bytes: UnsafePointer(buffer.bytes + first), count: count,
            scratch: hasQuotes ? buffer.scratch() : nil, starts: buffer.starts, columns: UnsafePointer(buffer.columns),
            columnCount: columnCount, width: file.header.count, separator: file.dialect.separator,
            decimalSign: file.dialect.decimalSign.rawValue, encoding: encoding,
            powers: UnsafePointer(buffer.powers), format: UnsafePointer(buffer.format),
            declaresMissing: !file.options.missing.isEmpty)
        try body(block)
    }

    /// Reads the bytes of the file from `origin` to `end` behind those that are there, and returns how many there are.
    private mutating func fill(from origin: Int, to end: Int, keeping kept: Int) throws(InputError) -> Int {
        buffer.reserve(end - origin + 1, keeping: kept)
        let target = UnsafeMutableBufferPointer(start: buffer.bytes + kept, count: end - origin - kept)
        return kept + (try file.descriptor.read(into: target, at: origin + kept))
    }

    private func firstFeed(from start: Int, to end: Int) -> Int? {
        UnsafeBufferPointer(start: buffer.bytes, count: end)[min(start, end)...].firstIndex(of: 0x0A)
    }

    /// The line of the block in which a byte stands.
    private func line(at offset: Int) -> Int {
        1 + UnsafeBufferPointer(start: buffer.bytes + first, count: offset).count { $0 == 0x0A }
    }

    private static let shortened = InputError(
        .unreadableFile, "the file became shorter while it was read", remedy: "wait until it is written, then try again"
    )
}

extension DelimitedReader {
    /// Counts lines and refuses bytes that cannot be in a text of this encoding.
    private mutating func inspect() throws(InputError) {
        let bytes = UnsafeBufferPointer(start: buffer.bytes + first, count: count)
        let scan = DelimitedScan(buffer.bytes + first, count: count)
        lineCount = scan.lines
        hasQuotes = scan.hasQuotes
        if scan.hasZero, let zero = bytes.firstIndex(of: 0) {
            throw InputError(
                .malformed, "the line holds a zero byte",
                remedy: "the file is damaged or no text; save it as 'CSV UTF-8'",
                at: Place(row: line(at: zero)))
        }
        if scan.hasLoneReturn,
            let lone = bytes.indices.first(where: { bytes[$0] == 0x0D && bytes[$0 + 1] != 0x0A })
        {
            throw InputError(
                .malformed, "a carriage return stands alone in the line; lines must end with LF or CR LF",
                remedy: "save the file with other line ends", at: Place(row: line(at: lone)))
        }
        guard scan.hasNonASCII else {
            encoding = file.dialect.encoding ?? .utf8
            return
        }
        encoding = .windows1252
        if file.dialect.encoding != .windows1252 {
            if let invalid = DelimitedOpening.invalidUTF8(bytes) {
                guard file.dialect.encoding == nil else {
                    let byte = String(bytes[invalid], radix: 16, uppercase: true)
                    throw InputError(
                        .malformed, "the file is in UTF-8, but byte \(byte) in this line is not",
                        remedy: "save it in one encoding, or name its encoding (windows-1252)",
                        at: Place(row: line(at: invalid)))
                }
            } else {
                encoding = .utf8
            }
        }
        if !encodings.contains(encoding) { encodings.append(encoding) }
    }
}
