extension DelimitedDialect {
    /// The separators that are looked for, the likelier first.
    static let separators: [UInt8] = [0x09, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ",")]

    /// The separator of the sample; the comma when nothing separates anything.
    ///
    /// Among tab, `;` and `|` it is the one that gives most rows the same width of two or more. The comma is taken when
    /// none of them does so in at least half of the rows, or when commas that are neither between digits (decimals) nor
    /// before a blank (prose) divide as many rows, the field row included: a list within a column may hold `;` in every
    /// data row, but not in the field row.
    static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        let comma = UInt8(ascii: ",")
        var best: (separator: UInt8, sample: DelimitedSample, rows: Int)?
        for separator in separators where separator != comma && bytes.contains(separator) {
            let sample = DelimitedSample(bytes, separator: separator)
            let width = sample.width
            let filled = sample.records.count { !$0.isEmpty }
            guard width.fields > 1, 2 * width.rows >= filled else { continue }
            if width.rows > best?.rows ?? 0 { best = (separator, sample, width.rows) }
        }
        guard let best else { return comma }
        guard bytes.contains(comma) else { return best.separator }

        let commas = DelimitedSample(bytes, separator: comma)
        let width = commas.width
        guard width.fields > 1, width.rows >= best.rows else { return best.separator }
        guard let first = commas.records.first(where: { $0.fields.count == width.fields }),
            let other = best.sample.records.first(where: { $0.fields.count == best.sample.width.fields }),
            first.line <= other.line
        else { return best.separator }
        let rows = commas.records.count { $0.fields.count == width.fields && hasSeparatingComma($0) }
        return 2 * rows >= width.rows ? comma : best.separator
    }

    /// Whether one of the commas that cut the row is neither in a number nor in a sentence.
    private static func hasSeparatingComma(_ record: DelimitedSample.Record) -> Bool {
        zip(record.fields, record.fields.dropFirst()).contains { left, right in
            guard let before = left.last, let after = right.first else { return true }
            if DelimitedSample.isDigit(before), DelimitedSample.isDigit(after) { return false }
            return after != UInt8(ascii: " ")
        }
    }
}
