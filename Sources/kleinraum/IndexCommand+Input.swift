import Diagnostics
import Indices
import Statistics

/// The columns of a recipe, read from a table.
struct IndexInput {
    let keys: [String]
    let columns: [String: (values: [Double], states: [ValueState])]
    private let table: KeyedTable

    /// Reads the columns that a recipe needs from the fields that stand for them.
    init(_ table: KeyedTable, recipe: IndexRecipe, fields: [String: String]) throws(InputError) {
        var columns: [String: (values: [Double], states: [ValueState])] = [:]
        for name in recipe.columns {
            columns[name] = try IndexInput.column(name, fields[name], of: table)
        }
        self.columns = columns
        self.table = table
        keys = table.keys
    }

    private static func column(
        _ name: String, _ field: String?, of table: KeyedTable
    ) throws(InputError) -> (values: [Double], states: [ValueState]) {
        do {
            return try table.column(field ?? name)
        } catch {
            guard error.code == .unknownName, field == nil else { throw error }
            var told = error
            told.remedy += (told.remedy.isEmpty ? "" : "; ") + "or name the field with --columns \(name)=FIELD"
            throw told
        }
    }

    /// The counts behind columns, by the recipe's names for them.
    func cases(_ cases: [String: String], populations: [String: String]) throws(InputError) -> [String: IndexCases] {
        var counts: [String: IndexCases] = [:]
        for (name, field) in populations.sorted(by: { $0.key < $1.key }) {
            let people = try column(field)
            let those = try cases[name].map { field throws(InputError) in try column(field) }
            counts[name] = IndexCases(
                cases: those ?? [Double?](repeating: nil, count: keys.count), populations: people)
        }
        return counts
    }

    private func column(_ field: String) throws(InputError) -> [Double?] {
        let read = try table.column(field)
        let range = 0.0...1e10
        if let row = read.values.indices.first(where: { read.states[$0] == .value && !range.contains(read.values[$0]) })
        {
            throw InputError(
                .invalidNumber, "\(Message.number(read.values[row])) is no count of people",
                remedy: "mend it, or name it with --missing", at: try table.place(row: row, column: field))
        }
        return zip(read.values, read.states).map { $1 == .value ? $0 : nil }
    }
}
