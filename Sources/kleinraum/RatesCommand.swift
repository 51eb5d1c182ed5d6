import ArgumentParser
import Diagnostics
import Formats
import Rates
import Statistics

/// `kleinraum rates`: rates of areas with their limits, raw and smoothed.
struct RatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rates",
        abstract: "Rates of areas with intervals, raw and smoothed.",
        discussion: """
            The result is a table key,raw,rate,lower,upper,state: the raw rate, the smoothed one (the raw one again \
            without --smooth), the limits of the raw rate, and the state of the row: value, suppressed, no-data, \
            not-applicable (nobody lives there), or island (nobody to borrow from, so the rate stays raw).

            --smooth empirical-bayes draws each rate towards the overall one, the more the fewer people the area has; \
            spatial-empirical-bayes towards that of the area with its neighbours; spatial is the rate of the area with \
            its neighbours. Neighbours come from --weights and count once each, whatever they weigh.

            Limits are Wilson's where no area has more events than people, else exact ones for Poisson counts.

            --details adds the events expected at the overall rate; the events over that (excess risk); the probability \
            that the true rate is above the overall one, by empirical Bayes; and a class: above, below, similar, or \
            too-small-to-tell where the limits hold the overall rate and also its half or its double (for shares: of \
            its odds).
            """)

    /// From whom a rate borrows strength.
    enum Smoothing: String, ExpressibleByArgument, CaseIterable {
        case none
        case empiricalBayes = "empirical-bayes"
        case spatialEmpiricalBayes = "spatial-empirical-bayes"
        case spatial

        /// Whether it asks for neighbours.
        var isSpatial: Bool { self == .spatial || self == .spatialEmpiricalBayes }
    }

    @Option(help: "The table: CSV and its relatives, a spreadsheet, or the attributes of a boundary file.")
    var table: String

    @Option(help: "The column with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "The column with the events.")
    var events: String

    @Option(help: "The column with the people at risk.")
    var population: String

    @Option(help: "The neighbours: a GAL or GWT file by the same keys.")
    var weights: String?

    @Option(help: "How rates borrow strength: none, empirical-bayes, spatial-empirical-bayes or spatial.")
    var smooth = Smoothing.none

    @Option(help: "What is random for empirical Bayes: poisson (events) or binomial (persons to whom it applies).")
    var model = RateModel.poisson.rawValue

    @Option(help: "The limits: wilson, clopper-pearson (shares) or poisson (rates).")
    var interval: String?

    @Option(help: "How many of a hundred such intervals hold the true rate, as a share.")
    var level = 0.95

    @Option(help: "How many people the rates are for: 1, 100 for per cent, 1000.")
    var per = 1.0

    @Flag(help: "Add the columns expected, excess_risk, exceedance and class.")
    var details = false

    @Option(parsing: .unconditionalSingleValue, help: "A value that means missing; may be repeated.")
    var missing: [String] = []

    @Flag(help: "Write the table with semicolon, decimal comma and byte order mark, for spreadsheets.")
    var german = false

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        if smooth.isSpatial && weights == nil {
            throw ValidationError("--smooth \(smooth.rawValue) needs neighbours; name their file by --weights")
        }
        if RateModel(rawValue: model) == nil { throw ValidationError("--model takes poisson or binomial") }
        if let interval, RateInterval.Method(rawValue: interval) == nil {
            throw ValidationError("--interval takes wilson, clopper-pearson or poisson")
        }
        guard level > 0, level < 1 else { throw ValidationError("--level takes a share between 0 and 1, such as 0.95") }
        guard per > 0, per.isFinite else { throw ValidationError("--per takes a number above 0") }
        try Output.refuse(overwriting: [table] + (weights.map { [$0] } ?? []), output: output)
    }

    func run() throws {
        guard let model = RateModel(rawValue: model) else { return }
        let counts = try RateCounts(
            KeyedTable(table, key: key, missing: missing), events: events, population: population)
        let method = interval.flatMap(RateInterval.Method.init) ?? (counts.areShares ? .wilson : .poisson)
        if method.isForShares || model == .binomial { try counts.requireShares() }
        var neighbours: Neighbours?
        if let weights {
            neighbours = try WeightsFile.read(path: weights).neighbours(orderedBy: counts.keys, in: table)
                .restricted(to: counts.sample)
        }
        let rates = smoothed(counts, neighbours: neighbours, model: model)
        let islands = smooth.isSpatial ? Set(neighbours?.islands ?? []) : []
        let prior = RatePrior(model, events: counts.events, populations: counts.populations)
        let risks = ExcessRisk.of(events: counts.events, populations: counts.populations)
        let header = ["key", "raw", "rate", "lower", "upper", "state"]
        var rows = counts.states.map { state -> [TableCell] in
            Array(repeating: .empty, count: 4) + [.text(state.name)]
                + Array(repeating: .empty, count: details ? Detail.columns.count : 0)
        }
        for (place, row) in counts.sample.enumerated() {
            let (events, people) = (counts.events[place], counts.populations[place])
            let interval = RateInterval(method, events: events, population: people, level: level)
            let numbers = [events / people, rates[place], interval.lower, interval.upper]
            rows[row] = numbers.map { .number($0 * per) }
            rows[row].append(islands.contains(place) ? "island" : .text(ValueState.value.name))
            if details, let prior {
                rows[row] += Detail.cells(
                    events: events, people: people, risk: risks?[place], prior: prior, interval: interval,
                    isShare: method.isForShares)
            }
        }
        var writer = TableWriter(header: header + (details ? Detail.columns : []), german: german)
        for row in TableWriter.byteOrder(of: counts.keys) { writer.write([.text(counts.keys[row])] + rows[row]) }
        try Output.write(writer.bytes, to: output, isConfidential: true)
        report(counts, method: method, prior: prior, islands: islands.count)
    }

    /// The rates of the sample as asked for, in events per person.
    private func smoothed(_ counts: RateCounts, neighbours: Neighbours?, model: RateModel) -> [Double] {
        let (events, populations) = (counts.events, counts.populations)
        switch (smooth, neighbours) {
        case (.empiricalBayes, _):
            return RateSmoothing.empiricalBayes(events: events, populations: populations, model: model)
        case (.spatialEmpiricalBayes, let neighbours?):
            return RateSmoothing.spatialEmpiricalBayes(
                events: events, populations: populations, neighbours: neighbours, model: model)
        case (.spatial, let neighbours?):
            return RateSmoothing.spatial(events: events, populations: populations, neighbours: neighbours)
        default:
            return zip(events, populations).map { $0 / $1 }
        }
    }

    /// Tells what the table does not say.
    private func report(_ counts: RateCounts, method: RateInterval.Method, prior: RatePrior?, islands: Int) {
        Message.write("limits: \(method.rawValue), level \(level)")
        for state in ValueState.allCases where state != .value {
            let count = counts.states.count { $0 == state }
            if count > 0 { Message.write("\(count) areas without a rate: \(state.name)") }
        }
        if islands > 0 { Message.write("\(islands) areas without neighbours: their rates stay raw") }
        if smooth == .empiricalBayes, prior?.variance == 0 {
            Message.write("the rates vary no more than chance makes them: each smoothed rate is the overall one")
        }
    }
}
