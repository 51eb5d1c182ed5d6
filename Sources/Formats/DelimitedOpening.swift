import Diagnostics

/// The beginning of a delimited text file, read to find out how the rest is written.
struct DelimitedOpening {
    private(set) var dialect: DelimitedDialect
    private(set) var header: [String] = []
    private(set) var titles: [String] = []
    /// Where the rows begin, in bytes.
    private(set) var rowsStart: Int
    /// The line in which they begin, from 1.
    private(set) var firstLine = 1
    private(set) var hasQuotedLineEnds = false

    init(_ descriptor: DelimitedDescriptor, options: DelimitedOptions, skipsFirstLine: Bool) throws(InputError) {
        let (bytes, isWhole) = try DelimitedOpening.sample(descriptor)
        try DelimitedOpening.refuseOtherFormats(bytes)
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var start = hasMark ? 3 : 0
        if skipsFirstLine { start = DelimitedOpening.lineEnd(in: bytes, from: start) }
        // Excel's own first line: "sep=;".
        var skipped = 0
        var told: UInt8?
        if bytes[start...].starts(with: Array("sep=".utf8)), bytes.count > start + 5,
            bytes[start + 5] == 0x0A || bytes[start + 5] == 0x0D
        {
            told = bytes[start + 4]
            start = DelimitedOpening.lineEnd(in: bytes, from: start)
            skipped = 1
        }
        let found = try DelimitedOpening.encoding(of: bytes[start...], hasMark: hasMark)
        let encoding = options.encoding ?? found
        let separator = options.separator ?? told ?? DelimitedDialect.separator(of: bytes[start...])
        let sample = DelimitedSample(bytes[start...], separator: separator)
        dialect = DelimitedDialect(
            encoding: encoding, separator: separator,
            decimalSign: options.decimalSign ?? (separator == UInt8(ascii: ";") ? .comma : .point), headerLine: 0)
        rowsStart = start
        firstLine = 1 + skipped

        let records = sample.records
        guard let first = try DelimitedOpening.headerRecord(in: sample, options.header, skipped: skipped) else {
            guard options.mayBeEmpty else {
                throw InputError(
                    .malformed, isWhole ? "the file is empty" : "no row was found in the first part of the file",
                    remedy: "a table needs a row with the names of its fields")
            }
            rowsStart = descriptor.size
            return
        }
        if options.header == .none {
            header = (1...max(1, sample.width.fields)).map { "field\($0)" }
        } else {
            let record = records[first]
            dialect.headerLine = record.line + skipped
            header = record.fields.map { DelimitedOpening.name($0, encoding ?? .utf8) }
            while header.count > 1, header.last == "" { header.removeLast() }
            rowsStart = start + record.end
            firstLine = record.line + record.lines + skipped
            titles = records[..<first].filter { !$0.isEmpty }.map { record in
                record.fields.map { DelimitedOpening.name($0, encoding ?? .utf8) }.filter { !$0.isEmpty }
                    .joined(separator: " ")
            }
        }
        let rows = records[(options.header == .none ? first : first + 1)...]
        hasQuotedLineEnds = rows.contains { $0.lines > 1 }
        if let sign = options.decimalSign {
            dialect.decimalSign = sign
        } else {
            dialect.decimalSign = DelimitedDialect.decimalSign(of: rows, separator: separator)
        }
    }

    /// The first 64 KiB, cut behind a line; more when a line is longer than that.
    private static func sample(_ descriptor: DelimitedDescriptor) throws(InputError) -> (bytes: [UInt8], isWhole: Bool)
    {
        var size = 64 << 10
        while true {
            var bytes = try descriptor.bytes(0..<min(size, descriptor.size))
            if bytes.count == descriptor.size { return (bytes, true) }
            if let end = bytes.lastIndex(of: 0x0A) {
                bytes.removeLast(bytes.count - end - 1)
                return (bytes, false)
            }
            guard size < 16 << 20 else {
                throw InputError(
                    .malformed, "there is no line end in the first \(size >> 20) MiB",
                    remedy: "save the table as CSV; lines must end with LF or CR LF")
            }
            size *= 4
        }
    }

    /// Behind the next line feed.
    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
        (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
    }

    /// The place of the field row among the records; `nil` when the file has no rows.
    private static func headerRecord(
        in sample: DelimitedSample, _ header: DelimitedOptions.Header, skipped: Int
    ) throws(InputError) -> Int? {
        switch header {
        case .detected: return sample.headerRecord()
        case .none: return sample.records.firstIndex { !$0.isEmpty }
        case .line(let line):
            guard !sample.records.isEmpty else { return nil }
            guard let found = sample.records.firstIndex(where: { $0.line + skipped == line && !$0.isEmpty }) else {
                throw InputError(
                    .malformed, "no field row begins in line \(line)",
                    remedy: "give the line, from 1, in which the names of the fields stand", at: Place(row: line))
            }
            return found
        }
    }

    private static func name(_ bytes: [UInt8], _ encoding: DelimitedEncoding) -> String {
        let text = bytes.withUnsafeBufferPointer { encoding.trimmedText($0) }
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
