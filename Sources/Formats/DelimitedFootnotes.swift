/// The rows below a table that are not part of it: sources, explanations of signs.
struct DelimitedFootnotes {
    /// The notes' text as it stands, top to bottom; without empty lines.
    private(set) var texts: [String] = []
    /// Where in the bytes the table ends and the notes begin.
    private(set) var start: Int

    /// Looks for notes at the end of the bytes, which begin with a whole line.
    ///
    /// From the last line upwards, as long as the line is empty or a note: one that has fewer fields than the table and
    /// begins like a note, or is one single field that is not a number or key; or one with a field filled in the first
    /// place only that begins like a note. Anything else is a row of the table, for better or worse: a short row that
    /// could be a cut off one is handed out and rejected, not hidden here. Notes with line ends in them are not found.
    init(_ bytes: ArraySlice<UInt8>, dialect: DelimitedDialect, width: Int) {
        start = bytes.endIndex
        guard width > 1 else { return }
        var end = bytes.endIndex
        while end > bytes.startIndex {
            let body = bytes[bytes.startIndex..<end]
            let lineEnd = body.last == 0x0A ? end - 1 : end
            let lineStart = (bytes[bytes.startIndex..<lineEnd].lastIndex(of: 0x0A) ?? bytes.startIndex - 1) + 1
            let line = bytes[lineStart..<lineEnd]
            // An odd quotation mark: the line is a part of a longer field.
            guard line.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else { break }
            let sample = DelimitedSample(bytes[lineStart..<lineEnd], separator: dialect.separator)
            if let record = sample.records.first, !record.isEmpty {
                guard DelimitedFootnotes.isNote(record, width: width, encoding: dialect.encoding ?? .utf8) else {
                    break
                }
                // Without the separators that a spreadsheet pads a note with.
                var text = line
                while let last = text.last, last == dialect.separator || DelimitedEncoding.isBlank(last) {
                    text.removeLast()
                }
                texts.append(text.withUnsafeBufferPointer { (dialect.encoding ?? .utf8).trimmedText($0) })
                start = lineStart
            }
            end = lineStart
        }
        texts.reverse()
    }

    private static func isNote(_ record: DelimitedSample.Record, width: Int, encoding: DelimitedEncoding) -> Bool {
        guard let first = record.fields.first else { return false }
        let text = first.withUnsafeBufferPointer { encoding.trimmedText($0) }
        if record.fields.count == 1 { return beginsLikeNote(text) || text.contains(" ") }
        if record.fields.count < width { return beginsLikeNote(text) }
        return record.filled == 1 && beginsLikeNote(text)
    }

    /// `Quelle: …`, `1) …`, `* …`, `. = …`, `____`.
    private static func beginsLikeNote(_ text: String) -> Bool {
        let lower = text.lowercased()
        if openings.contains(where: { lower.hasPrefix($0) }) { return true }
        let rest = lower.drop { $0.isNumber || $0 == "(" }
        if rest.hasPrefix(")"), rest.dropFirst().contains(where: \.isLetter) { return true }
        guard let first = lower.first else { return false }
        if "¹²³⁴⁵".contains(first) { return true }
        // An explanation of a sign: "- = nichts vorhanden", "* Werte unter 10".
        return "-–*./x…·•_—".contains(first) && lower.count > 3
            && (lower.dropFirst().first.map { " =_-.—".contains($0) } ?? false)
    }

    private static let openings = [
        "quelle", "datenquelle", "source", "anmerkung", "hinweis", "note:", "notes:", "stand:", "stand ", "©", "(c)",
        "herausgeber", "legende", "zeichenerkl", "erläuterung", "erstellt", "lizenz", "fußnote", "copyright",
    ]
}
