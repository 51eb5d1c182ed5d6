import Diagnostics
import Formats
import Statistics

/// The rows of a table that have a number in every column asked for, in the bytewise order of their keys.
struct CompleteRows {
    /// The table's name, for messages.
    let file: String
    /// All keys of the table, sorted bytewise.
    let keys: [String]
    /// The place of each key's row in the table.
    let order: [Int]
    /// For each key whether its row is complete, else the state of the first cell that is not.
    let states: [ValueState]
    /// The columns in the order of ``keys``; 0 where there is no number.
    let columns: [[Double]]

    /// Reads a table's columns.
    ///
    /// - Throws: `InputError` for a file that cannot be read, an unknown column, or a cell that is no number or one
    ///   above 10⁶⁰ or nearer to zero than 10⁻⁶⁰.
    init(table: String, key: String, columns names: [String], missing: [String]) throws(InputError) {
        let read = try KeyedTable(table, key: key, missing: missing)
        let order = TableWriter.byteOrder(of: read.keys)
        var states = [ValueState](repeating: .value, count: order.count)
        var columns: [[Double]] = []
        for name in names {
            let column = try read.column(name)
            // Fourth powers of such numbers leave the range of numbers.
            if let row = column.values.indices.first(where: {
                column.states[$0] == .value && column.values[$0] != 0
                    && !(1e-60...1e60).contains(abs(column.values[$0]))
            }) {
                throw InputError(
                    .invalidNumber, "\(column.values[row]) is out of range",
                    remedy: "give the column in another unit, or name the value with --missing",
                    at: try read.place(row: row, column: name))
            }
            columns.append(order.map { column.values[$0] })
            for (place, row) in order.enumerated() where states[place] == .value {
                states[place] = column.states[row]
            }
        }
        file = table
        self.order = order
        keys = order.map { read.keys[$0] }
        self.states = states
        self.columns = columns
    }

    /// The places in ``keys`` of the complete rows.
    var complete: [Int] { keys.indices.filter { states[$0] == .value } }

    /// The keys in the order of the table.
    var keysOfTable: [String] {
        var sorted = keys
        for (place, row) in order.enumerated() { sorted[row] = keys[place] }
        return sorted
    }

    /// Tells how many rows are left out and why.
    func tell() {
        for state in ValueState.allCases where state != .value {
            let left = keys.indices.filter { states[$0] == state }
            if !left.isEmpty { Message.write(Self.sentence(left.map { keys[$0] }, "left out (\(state.name))")) }
        }
    }

    /// Names some areas, the first ten of them.
    static func sentence(_ keys: [String], _ what: String) -> String {
        let more = keys.count > 10 ? " … and \(keys.count - 10) more" : ""
        return "\(keys.count) areas \(what): \(keys.prefix(10).joined(separator: ", "))\(more)"
    }

    /// Column names from an option's text: separated by commas, blanks around them dropped.
    static func names(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
    }
}
