import Diagnostics
import Formats
import Statistics

/// Events and people of areas by stratum, from a table with a row for each area and stratum.
struct StrataTable {
    /// The names of the columns that areas and standard share.
    struct Columns {
        let stratum: String
        let events: String
        let population: String
    }

    /// The areas' keys, in the order of their first rows.
    let keys: [String]
    /// The strata's names, in the order of their first rows.
    let strata: [String]
    /// Events and people, area after area, stratum after stratum; 0 where there is no row.
    private let events: [Double]
    private let people: [Double]
    private let states: [ValueState]
    private let file: String

    /// Reads a table.
    ///
    /// - Throws: `InputError` for an area and stratum that occur twice, and for what is not a count.
    init(_ table: Table, key: String, columns: Columns) throws(InputError) {
        let rowKeys = try table.keys(key, allowsDuplicates: true)
        let rowStrata = try table.keys(columns.stratum, allowsDuplicates: true)
        let rowEvents = try StrataTable.counts(table, columns.events)
        let rowPeople = try StrataTable.counts(table, columns.population)
        let (keys, areas) = StrataTable.numbered(rowKeys)
        let (strata, kinds) = StrataTable.numbered(rowStrata)
        var events = [Double](repeating: 0, count: keys.count * strata.count)
        var people = events
        var states = [ValueState](repeating: .value, count: keys.count)
        var isSeen = [Bool](repeating: false, count: events.count)
        for row in rowKeys.indices {
            let cell = areas[row] * strata.count + kinds[row]
            guard !isSeen[cell] else {
                throw InputError(
                    .invalidKey, "the area '\(rowKeys[row])' has the stratum '\(rowStrata[row])' twice",
                    remedy: "keep one row for each",
                    at: table.place(row: row, column: try table.column(columns.stratum)))
            }
            isSeen[cell] = true
            events[cell] = rowEvents[row].value
            people[cell] = rowPeople[row].value
            states[areas[row]] = max(states[areas[row]], max(rowEvents[row].state, rowPeople[row].state))
        }
        self.keys = keys
        self.strata = strata
        self.events = events
        self.people = people
        self.states = states
        file = table.file
    }

    /// An area's counts in the order of some strata; 0 where it has none of one.
    func counts(of area: Int, strata names: [String]) -> (events: [Double], people: [Double]) {
        var places: [String: Int] = [:]
        for (kind, name) in strata.enumerated() { places[name] = area * strata.count + kind }
        let cells = names.map { places[$0] }
        return (cells.map { $0.map { events[$0] } ?? 0 }, cells.map { $0.map { people[$0] } ?? 0 })
    }

    /// What an area's row is, and its raw rate where it has one.
    func state(of area: Int) -> (state: ValueState, raw: Double) {
        guard states[area] == .value else { return (states[area], 0) }
        let cells = area * strata.count..<(area + 1) * strata.count
        let all = people[cells].reduce(0, +)
        return all > 0 ? (.value, events[cells].reduce(0, +) / all) : (.notApplicable, 0)
    }

    /// Refuses a standard without a stratum that the areas have: its people would be lost.
    func requireStrata(of standard: StandardStrata, in path: String) throws(InputError) {
        guard let absent = strata.first(where: { !standard.names.contains($0) }) else { return }
        throw InputError(
            .unknownName, "the stratum '\(absent)' of \(file) is not in the standard",
            remedy: "add it, or leave its rows out", at: Place(file: path))
    }

    /// A column's counts, 0 where there is none, and what each is.
    static func counts(_ table: Table, _ name: String) throws(InputError) -> [(value: Double, state: ValueState)] {
        let column = try table.column(name)
        var counts: [(value: Double, state: ValueState)] = []
        for (row, cell) in table.numbers(column).enumerated() {
            guard let state = cell.state, (cell.number ?? 0) >= 0 else {
                throw InputError(
                    .invalidNumber, "'\(table.columns[column][row])' is not a count",
                    remedy: "mend it, or name it with --missing", at: table.place(row: row, column: column))
            }
            counts.append((cell.number ?? 0, state))
        }
        return counts
    }

    /// Names in the order in which they come first, and each row's number among them.
    private static func numbered(_ names: [String]) -> (names: [String], numbers: [Int]) {
        var places: [String: Int] = [:]
        var distinct: [String] = []
        let numbers = names.map { name in
            if let place = places[name] { return place }
            places[name] = distinct.count
            distinct.append(name)
            return distinct.count - 1
        }
        return (distinct, numbers)
    }
}
