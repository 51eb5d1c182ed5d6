import ArgumentParser
import Diagnostics
import Formats
import Rates
import Statistics

/// `kleinraum standardise`: rates of areas as if their people were of the same ages.
struct StandardiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standardise",
        abstract: "Rates of areas, standardised for age or other strata, with intervals.",
        discussion: """
            The table has a row for each area and stratum (age group, say). The standard is a table with a row for each \
            stratum and the same columns for stratum, people and, for indirect standardisation, events; without \
            --standard it is the sum of all areas whose strata are all known. Where an area has no row for a stratum, \
            nobody of that stratum lives there.

            direct weights the area's rates by the standard's people (limits after Fay and Feuer): \
            key,raw,rate,lower,upper,state. It is not applicable where the area has nobody in a stratum of the \
            standard. indirect compares the area's events with those expected at the standard's rates (exact Poisson \
            limits): key,events,expected,ratio,raw,rate,lower,upper,state, where rate and its limits are ratio and \
            limits times the standard's overall rate.
            """)

    /// Whose rates and whose people are taken.
    enum Method: String, ExpressibleByArgument, CaseIterable {
        case direct
        case indirect
    }

    @Option(help: "The table with a row for each area and stratum.")
    var table: String

    @Option(help: "The column with the areas' keys.")
    var key: String

    @Option(help: "The column with the strata.")
    var stratum: String

    @Option(help: "The column with the events.")
    var events: String

    @Option(help: "The column with the people at risk.")
    var population: String

    @Option(help: "The table of the standard; by default the sum of all areas.")
    var standard: String?

    @Option(help: "The method: direct or indirect.")
    var method: Method

    @Option(help: "How many of a hundred such intervals hold the true rate, as a share.")
    var level = 0.95

    @Option(help: "How many people the rates are for: 1, 100 for per cent, 1000.")
    var per = 1.0

    @Option(parsing: .unconditionalSingleValue, help: "A value that means missing; may be repeated.")
    var missing: [String] = []

    @Flag(help: "Write the table with semicolon, decimal comma and byte order mark, for spreadsheets.")
    var german = false

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        guard level > 0, level < 1 else { throw ValidationError("--level takes a share between 0 and 1, such as 0.95") }
        guard per > 0, per.isFinite else { throw ValidationError("--per takes a number above 0") }
        try Output.refuse(overwriting: [table] + (standard.map { [$0] } ?? []), output: output)
    }

    func run() throws {
        let columns = StrataTable.Columns(stratum: stratum, events: events, population: population)
        let areas = try StrataTable(TableFile.read(table, missing: missing), key: key, columns: columns)
        let needsEvents = method == .indirect
        let reference: StandardStrata
        if let standard {
            let table = try TableFile.read(standard, missing: missing)
            reference = try StandardStrata(table, columns: columns, needsEvents: needsEvents)
            try areas.requireStrata(of: reference, in: standard)
        } else {
            reference = StandardStrata(summing: areas)
        }
        let extra = needsEvents ? ["events", "expected", "ratio"] : []
        var writer = TableWriter(header: ["key"] + extra + ["raw", "rate", "lower", "upper", "state"], german: german)
        for area in TableWriter.byteOrder(of: areas.keys) {
            let cells = needsEvents ? indirect(areas, area, reference) : direct(areas, area, reference)
            writer.write([.text(areas.keys[area])] + cells)
        }
        try Output.write(writer.bytes, to: output, isConfidential: true)
    }

    private func direct(_ areas: StrataTable, _ area: Int, _ reference: StandardStrata) -> [TableCell] {
        let counts = areas.counts(of: area, strata: reference.names)
        let (state, raw) = areas.state(of: area)
        guard state == .value else { return Array(repeating: .empty, count: 4) + [.text(state.name)] }
        guard
            let result = DirectStandardisation(
                events: counts.events, populations: counts.people, standard: reference.people, level: level)
        else { return [.number(raw * per), .empty, .empty, .empty, .text(ValueState.notApplicable.name)] }
        let numbers = [raw, result.rate, result.interval.lower, result.interval.upper]
        return numbers.map { .number($0 * per) } + [.text(state.name)]
    }

    private func indirect(_ areas: StrataTable, _ area: Int, _ reference: StandardStrata) -> [TableCell] {
        let counts = areas.counts(of: area, strata: reference.names)
        let (state, raw) = areas.state(of: area)
        guard state == .value else { return Array(repeating: .empty, count: 7) + [.text(state.name)] }
        let sum = counts.events.reduce(0, +)
        guard
            let result = IndirectStandardisation(
                events: sum, populations: counts.people, standardEvents: reference.events,
                standardPopulations: reference.people, level: level)
        else {
            let cells: [TableCell] = [.number(sum), .empty, .empty, .number(raw * per), .empty, .empty, .empty]
            return cells + [.text(ValueState.notApplicable.name)]
        }
        let limits = [result.interval.lower, result.interval.upper].map { $0 * result.standardRate }
        return [.number(sum), .number(result.expected), .number(result.ratio)]
            + ([raw, result.rate] + limits).map { .number($0 * per) } + [.text(state.name)]
    }
}
