import Diagnostics
import Formats
import Statistics

/// A table with one row per area: its keys, and columns of numbers in which every cell without a number says why.
struct KeyedTable {
    /// The keys, in the order of the table's rows.
    let keys: [String]
    private let table: Table

    /// Reads a table and its keys.
    ///
    /// - Throws: `InputError` for a file that cannot be read, an unknown field, a key that is missing or occurs twice.
    init(_ path: String, key: String, missing: [String]) throws(InputError) {
        table = try TableFile.read(path, missing: missing)
        keys = try table.keys(key)
        guard !keys.isEmpty else {
            throw InputError(
                .malformed, "the table has no rows", remedy: "name the table with the areas' numbers",
                at: Place(file: path))
        }
    }

    /// A column's numbers, 0 where there is none, and what each is.
    ///
    /// - Throws: `InputError` for an unknown column and at the first cell that is neither a number nor a known sign.
    func column(_ name: String) throws(InputError) -> (values: [Double], states: [ValueState]) {
        let column = try table.column(name)
        var (values, states): ([Double], [ValueState]) = ([], [])
        for (row, cell) in table.numbers(column).enumerated() {
            guard let state = cell.state else {
                throw InputError(
                    .invalidNumber, "'\(table.columns[column][row])' is not a number",
                    remedy: "mend it, or name it with --missing", at: table.place(row: row, column: column))
            }
            states.append(state)
            values.append(state == .value ? cell.number ?? 0 : 0)
        }
        // What statistics programs write for "missing", and what no count or share can be.
        for code in [-9999.0, -999] where values.contains(code) {
            Message.write("\(name) holds \(Int(code)); where that means missing, say --missing \(Int(code))")
        }
        return (values, states)
    }

    /// A column as it is written, for classes.
    func text(_ name: String) throws(InputError) -> [String] { table.columns[try table.column(name)] }

    /// Where a cell stands, for messages.
    func place(row: Int, column name: String) throws(InputError) -> Place {
        table.place(row: row, column: try table.column(name))
    }
}
