import Formats
import Glibc
import Rates
import Statistics

extension GoldenCall {
    /// Rates, smoothed and standardised.
    static let rates: [GoldenCall] = [
        GoldenCall("auckland-eb") {
            let table = try attributes("spdata/auckland.gpkg")
            let events = try table.completeNumbers(table.column("M77_85"))
            let people = try table.completeNumbers(table.column("Und5_81")).map { 9 * $0 }
            guard let prior = RatePrior(.poisson, events: events, populations: people) else { return [] }
            return [prior.variance, prior.mean]
        },
        GoldenCall("huddersfield-eb") {
            let table = try Table(path: "\(GoldenFile.folder)/r_huddersfield/huddersfield.csv")
            let events = try table.completeNumbers(table.column("cases"))
            let people = try table.completeNumbers(table.column("total"))
            let shares = RateSmoothing.empiricalBayes(events: events, populations: people, model: .binomial)
            return shares.prefix(4).map { 100 * $0 }
        },
        GoldenCall("sids2-eb") {
            let (events, people, _) = try counts("sids2/sids2.dbf", "SID74", "BIR74", nil, key: "FIPSNO")
            return Array(RateSmoothing.empiricalBayes(events: events, populations: people).prefix(5))
        },
        GoldenCall("sids2-excess") {
            let (events, people, _) = try counts("sids2/sids2.dbf", "SID74", "BIR74", nil, key: "FIPSNO")
            let risks = ExcessRisk.of(events: events, populations: people) ?? []
            // The source prints six significant digits and fills them up with zeros: 3.1331885… is its 3.133190.
            return risks.prefix(5).map { risk in
                let unit = pow(10, floor(log10(max(risk, 0.1))) - 5)
                return (risk / unit).rounded() * unit
            }
        },
        GoldenCall("sids2-spatialrate") {
            let (events, people, neighbours) = try counts(
                "sids2/sids2.dbf", "SID74", "BIR74", "sids2/sids2.gal", key: "FIPSNO")
            return Array(
                RateSmoothing.spatial(events: events, populations: people, neighbours: neighbours).prefix(5))
        },
        GoldenCall("stl-seb") {
            let (events, people, neighbours) = try counts(
                "stl/stl_hom.dbf", "HC7984", "PO7984", "stl/stl.gal", key: "@row")
            let rates = RateSmoothing.spatialEmpiricalBayes(events: events, populations: people, neighbours: neighbours)
            return Array(rates.prefix(3))
        },
        GoldenCall("toy-direct") {
            (0..<2).flatMap { area -> [Double] in
                let strata = area * 4..<area * 4 + 4
                let found = DirectStandardisation(
                    events: Array(toyEvents[strata]), populations: toyPeople[strata].map { 10 * $0 },
                    standard: [1000, 900, 1000, 900], level: 0.95)
                return found.map { [$0.rate, $0.interval.lower, $0.interval.upper] } ?? []
            }
        },
        GoldenCall(
            "toy-indirect",
            leftOutBecause: """
                the source multiplies by the rate of both areas' standards together, and its limits are a normal \
                approximation of the logarithm where ours are exact; its ratios are those of toy-smr
                """),
        GoldenCall("toy-smr") {
            let standard: [Double] = [100, 45, 120, 100, 50, 30, 200, 80]
            return (0..<2).compactMap { area in
                let strata = area * 4..<area * 4 + 4
                return IndirectStandardisation(
                    events: toyEvents[strata].reduce(0, +), populations: Array(toyPeople[strata]),
                    standardEvents: Array(standard[strata]), standardPopulations: [1000, 900, 1000, 900], level: 0.95
                )?.ratio
            }
        },
        GoldenCall("toy-assuncao") {
            Array((StandardisedRates.of(events: toyEvents, populations: toyPeople) ?? []).prefix(4))
        },
    ]

    /// The events of the toy rows, as the row `toy-assuncao` states them: two areas of four strata.
    private static let toyEvents: [Double] = [30, 25, 25, 15, 33, 21, 30, 20]
    /// The people of the toy rows; the direct standardisation has ten times as many.
    private static let toyPeople: [Double] = [100, 100, 110, 90, 100, 90, 110, 90]

    /// The attribute table of a boundary file.
    private static func attributes(_ path: String) throws -> Table {
        let file = try FeatureFile.read(path: "\(GoldenFile.folder)/\(path)")
        return Table(file: path, header: file.fields, columns: file.columns)
    }

    /// Events, people and, where a weights file is named, neighbours, in the order of the table.
    private static func counts(
        _ path: String, _ events: String, _ people: String, _ weights: String?, key: String
    ) throws -> (events: [Double], people: [Double], neighbours: Neighbours) {
        let table = try attributes(path)
        let keys = try table.keys(key)
        let neighbours = try weights.map {
            try WeightsFile.read(path: "\(GoldenFile.folder)/\($0)").neighbours(orderedBy: keys, in: path)
        }
        return (
            try table.completeNumbers(table.column(events)), try table.completeNumbers(table.column(people)),
            neighbours ?? .nearest(0, x: [], y: [])
        )
    }
}
