extension DelimitedSample {
    /// The place in ``records`` of the row that names the fields.
    ///
    /// Offices write one to six title rows above it, often padded with separators as spreadsheets do. Data rows are the
    /// many, so the number of fields that most rows have is the table's width, and the number of filled ones that most
    /// of those have is how well a row of the table is filled; the first row filled that well is the field row. If that
    /// one looks like data, because it holds a number that is no year, the row above is the field row when it has the
    /// width and at least half the filling: programs leave the name of the first field empty.
    ///
    /// Returns `nil` when there is no row with anything in it.
    func headerRecord() -> Int? {
        let width = width.fields
        let usual = DelimitedSample.mode(
            records.lazy.filter { $0.fields.count == width && !$0.isEmpty }.map(\.filled)
        ).fields
        let found = records.firstIndex { abs($0.fields.count - width) <= 1 && $0.filled >= max(1, usual) }
        guard let first = found ?? records.firstIndex(where: { !$0.isEmpty }) else { return nil }
        guard DelimitedSample.looksLikeData(records[first]) else { return first }
        guard let above = records[..<first].lastIndex(where: { !$0.isEmpty }) else { return first }
        let candidate = records[above]
        let isHeader =
            abs(candidate.fields.count - width) <= 1 && candidate.filled >= max(2, (usual + 1) / 2)
            && !DelimitedSample.looksLikeData(candidate)
        return isHeader ? above : first
    }

    /// Whether a row holds a number that is not just a year, as names of fields may be.
    private static func looksLikeData(_ record: Record) -> Bool {
        record.fields.contains { field in
            let text = field.drop(while: DelimitedEncoding.isBlank)
            guard text.contains(where: isDigit) else { return false }
            let isNumber = text.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x2D || $0 == 0x20 }
            guard isNumber else { return false }
            let digits = text.filter(isDigit)
            let isYear =
                text.count == 4 && digits.count == 4 && (digits.starts(with: [0x31, 0x39]) || digits.first == 0x32)
            return !isYear
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
}
