import Diagnostics
import Statistics

/// Events and people of areas, and which of the areas have a rate.
struct RateCounts {
    /// All areas' keys, in the table's order.
    let keys: [String]
    /// What each row is.
    let states: [ValueState]
    /// The rows that have a rate.
    let sample: [Int]
    /// The sample's events.
    let events: [Double]
    /// The sample's people, above 0.
    let populations: [Double]
    /// Where the sample's events stand, for messages.
    private let places: [Place]

    /// Reads both columns. An area without people has no rate: its state is not applicable.
    ///
    /// - Throws: `InputError` for a number below 0 and for what `KeyedTable` refuses.
    init(_ table: KeyedTable, events: String, population: String) throws(InputError) {
        keys = table.keys
        let (eventCounts, eventStates) = try table.column(events)
        let (people, peopleStates) = try table.column(population)
        var states: [ValueState] = []
        var sample: [Int] = []
        var places: [Place] = []
        for row in keys.indices {
            for (number, name) in [(eventCounts[row], events), (people[row], population)] where number < 0 {
                throw InputError(
                    .invalidNumber, "\(Message.number(number)) is below 0",
                    remedy: "mend it, or name it with --missing", at: try table.place(row: row, column: name))
            }
            var state = max(eventStates[row], peopleStates[row])
            if state == .value && people[row] == 0 { state = .notApplicable }
            states.append(state)
            if state == .value {
                sample.append(row)
                places.append(try table.place(row: row, column: events))
            }
        }
        self.states = states
        self.sample = sample
        self.places = places
        self.events = sample.map { eventCounts[$0] }
        populations = sample.map { people[$0] }
    }

    /// Whether no area has more events than people.
    var areShares: Bool { zip(events, populations).allSatisfy { $0 <= $1 } }

    /// Refuses events that are more than the people, which no share can be.
    func requireShares() throws(InputError) {
        guard let first = events.indices.first(where: { events[$0] > populations[$0] }) else { return }
        let (count, people) = (Message.number(events[first]), Message.number(populations[first]))
        throw InputError(
            .invalidNumber, "the area '\(keys[sample[first]])' has \(count) events among \(people) people",
            remedy: "a share needs fewer; for rates take --interval poisson and --model poisson", at: places[first])
    }
}
