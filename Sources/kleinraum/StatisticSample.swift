import Diagnostics
import Formats
import Statistics

/// The areas of a statistic: all keys of the table with what each row is, and the values and links of those that have
/// them.
struct StatisticSample {
    /// All areas' keys, in the table's order.
    let keys: [String]
    /// What each row is.
    let states: [ValueState]
    /// The rows that have all values.
    let rows: [Int]
    /// The sample's values, column by column.
    let columns: [[Double]]
    /// The sample's links, weighted as in the file; none without a file.
    let links: Neighbours

    /// Takes the rows that have values of a file of weights.
    ///
    /// - Throws: `InputError` where the keys of table and weights differ.
    private init(
        keys: [String], states: [ValueState], columns: [[Double]], weights: String?, table: String
    ) throws(InputError) {
        self.keys = keys
        self.states = states
        let rows = states.indices.filter { states[$0] == .value }
        self.rows = rows
        self.columns = columns.map { column in rows.map { column[$0] } }
        guard let weights else {
            links = Neighbours(starts: Array(repeating: 0, count: rows.count + 1), targets: [], weights: [])
            return
        }
        let file = try WeightsFile.read(path: weights)
        let all = try file.neighbours(orderedBy: keys, in: table)
        if file.isWeighted, let most = all.weights.max(), most > 10 {
            Message.write(
                "\(weights): links weigh what the file says, up to \(Message.number(most)); where these are distances, the "
                    + "farther neighbour counts more: take --style binary, or a .gal file")
        }
        // Sums of their squares and fourth powers are to stay numbers.
        if let wrong = all.weights.first(where: { $0 != 0 && !(1e-60...1e60).contains($0.magnitude) }) {
            throw InputError(
                .invalidNumber,
                "a link weighs \(Message.number(wrong)), too \(wrong.magnitude > 1 ? "much" : "little")",
                remedy: "measure weights in another unit", at: Place(file: weights))
        }
        links = rows.count == keys.count ? all : all.restricted(to: rows)
    }

    /// Reads columns of numbers; a row without one of them is not in the sample.
    init(_ table: KeyedTable, _ names: [String], weights: String?, path: String) throws(InputError) {
        var states = [ValueState](repeating: .value, count: table.keys.count)
        var columns: [[Double]] = []
        for name in names {
            let (values, valueStates) = try table.column(name)
            columns.append(values)
            states = zip(states, valueStates).map(max)
        }
        try self.init(keys: table.keys, states: states, columns: columns, weights: weights, table: path)
    }

    /// Reads events and people; an area without people has no rate, and its state is not applicable.
    init(
        _ table: KeyedTable, events: String, population: String, weights: String?, path: String
    ) throws(InputError) {
        let counts = try RateCounts(table, events: events, population: population)
        var columns = [[Double]](repeating: [Double](repeating: 0, count: counts.keys.count), count: 2)
        for (place, row) in counts.sample.enumerated() {
            columns[0][row] = counts.events[place]
            columns[1][row] = counts.populations[place]
        }
        try self.init(keys: counts.keys, states: counts.states, columns: columns, weights: weights, table: path)
    }

    /// Reads a column of classes; each becomes its number among the classes in bytewise order.
    init(
        classes names: inout [String], of table: KeyedTable, _ column: String, missing: [String], weights: String?,
        path: String
    ) throws(InputError) {
        let text = try table.text(column)
        let states = text.map { $0.isEmpty || missing.contains($0) ? ValueState.noData : .value }
        let present = Set(zip(text, states).filter { $1 == .value }.map(\.0))
        let sorted = present.sorted(by: TableWriter.isOrderedBefore)
        let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Double($0)) })
        names = sorted
        try self.init(
            keys: table.keys, states: states, columns: [text.map { numbers[$0] ?? 0 }], weights: weights, table: path)
    }

    /// Tells which rows are not in the sample.
    func report() {
        for state in ValueState.allCases where state != .value {
            let members = states.indices.filter { states[$0] == state }.map { keys[$0] }
            guard !members.isEmpty else { continue }
            let more = members.count > 10 ? " … and \(members.count - 10) more" : ""
            Message.write(
                "\(members.count) areas are left out, \(Self.name(of: state)): "
                    + members.prefix(10).joined(separator: ", ") + more)
        }
    }

    /// What a row without values is called in the column `class`.
    static func name(of state: ValueState) -> String { state == .noData ? "missing" : state.name }
}
