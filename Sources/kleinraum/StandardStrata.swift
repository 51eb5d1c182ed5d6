import Diagnostics
import Formats
import Statistics

/// The standard that areas are compared with: people, and events where they are needed, by stratum.
struct StandardStrata {
    /// The strata's names.
    let names: [String]
    /// The standard's people in each.
    let people: [Double]
    /// The standard's events in each; 0 where only people are needed.
    let events: [Double]

    /// Reads a table with a row for each stratum.
    ///
    /// - Throws: `InputError` for a stratum that occurs twice and for what is not a known count.
    init(_ table: Table, columns: StrataTable.Columns, needsEvents: Bool) throws(InputError) {
        names = try table.keys(columns.stratum)
        people = try StandardStrata.known(table, columns.population)
        events =
            needsEvents ? try StandardStrata.known(table, columns.events) : Array(repeating: 0, count: names.count)
    }

    /// Takes the sum of all areas that are wholly known.
    init(summing areas: StrataTable) {
        names = areas.strata
        var people = [Double](repeating: 0, count: areas.strata.count)
        var events = people
        for area in areas.keys.indices where areas.state(of: area).state == .value {
            let counts = areas.counts(of: area, strata: areas.strata)
            for kind in areas.strata.indices {
                people[kind] += counts.people[kind]
                events[kind] += counts.events[kind]
            }
        }
        self.people = people
        self.events = events
    }

    private static func known(_ table: Table, _ name: String) throws(InputError) -> [Double] {
        let counts = try StrataTable.counts(table, name)
        guard let row = counts.firstIndex(where: { $0.state != .value }) else { return counts.map(\.value) }
        let column = try table.column(name)
        throw InputError(
            .invalidNumber, "the standard has no number here ('\(table.columns[column][row])')",
            remedy: "fill it in, or leave the stratum out on both sides", at: table.place(row: row, column: column))
    }
}
