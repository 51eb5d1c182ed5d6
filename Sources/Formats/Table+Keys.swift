public import Diagnostics

extension Table {
    /// The rows' keys.
    ///
    ///     try table.keys("PLR_ID")  // ["01100101", "01100102", …]
    ///     try table.keys("@row")    // ["1", "2", …]
    ///
    /// - Parameters:
    ///   - field: A column; or `@row` for the number of the row from 1, `@row0` from 0, as many published weights files
    ///     have it.
    ///   - allowsDuplicates: Whether a key may occur more than once, as in a table with several rows per area.
    /// - Throws: `InputError` for an unknown column, and with the lines for the first key that is missing or occurs twice.
    /// - Complexity: O(*n*) for *n* rows.
    public func keys(_ field: String, allowsDuplicates: Bool = false) throws(InputError) -> [String] {
        if field == "@row" { return (0..<count).map { String($0 + 1) } }
        if field == "@row0" { return (0..<count).map { String($0) } }
        let column = try column(field)
        var rows: [String: Int] = [:]
        rows.reserveCapacity(allowsDuplicates ? 0 : count)
        for (row, key) in columns[column].enumerated() {
            guard !key.isEmpty else {
                throw InputError(
                    .invalidKey, "the key is missing", remedy: "fill it in or remove the row",
                    at: place(row: row, column: column))
            }
            if allowsDuplicates { continue }
            if let earlier = rows.updateValue(row, forKey: key) {
                throw InputError(
                    .invalidKey, "the key '\(key)' occurs twice, also in row \(lines[earlier])",
                    remedy: "keep one row per key", at: place(row: row, column: column))
            }
        }
        return columns[column]
    }

    /// The numbers of a column, for methods that cannot do without any.
    ///
    /// - Throws: `InputError` (invalid number) at the first cell that has none, with the cell.
    public func completeNumbers(_ column: Int) throws(InputError) -> [Double] {
        var numbers: [Double] = []
        numbers.reserveCapacity(count)
        for (row, text) in columns[column].enumerated() {
            let value = numberFormat.value(text)
            guard let number = value.number else {
                throw InputError(
                    .invalidNumber, value.isUnreadable ? "'\(text)' is not a number" : "there is no number ('\(text)')",
                    remedy: "mend the cell, or leave the row out", at: place(row: row, column: column))
            }
            numbers.append(number)
        }
        return numbers
    }
}
