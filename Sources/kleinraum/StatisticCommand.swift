import ArgumentParser
import Association
import Diagnostics
import Formats
import Statistics
import Weights

/// `kleinraum statistic`: association between neighbouring areas, of the whole map or area by area.
struct StatisticCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistic",
        abstract: "Global and local statistics of association between neighbours.",
        discussion: """
            Global, one JSON object: moran, geary, getis-ord-g, lee (with --value2), moran-bivariate (--value2), \
            moran-rate (--population; Assunção and Reis), join-count (classes), correlogram (Moran's I by --orders of \
            neighbourhood, or by --distances between centroids of --areas).
            Local, a table key,value,lag,statistic,expected,variance,z,p,p_greater,p_less,ties,class: local-moran, \
            local-moran-bivariate (--value2), local-moran-rate (--population), local-geary (several variables with \
            --value2), gi, gi-star, local-join-count (marks 0 and 1; exact).

            --style row divides each area's weights, as the file has them, by their sum; binary counts links. What \
            else the weights should be, --style also knows: \(WeightStyle.allCases.map(\.rawValue).joined(separator: ", ")).

            p is two-sided: twice the smaller of p_greater = (#≥ + 1)/(R + 1) and p_less = (#≤ + 1)/(R + 1), ties on \
            both sides, at most 1; without permutations that of z. Areas without value are taken out before anything \
            is computed; an area without neighbours is an island, of which local statistics have none. Global ones \
            leave islands out of n, mean and variance, local ones keep their values in the mean and in the pool.
            """)

    /// What the p-values of many areas are corrected by before they decide the class.
    enum Adjustment: String, ExpressibleByArgument, CaseIterable {
        case none
        case fdr
        case bonferroni
        case maximumT = "max-t"
    }

    /// Tails are counted in 32 bits, and more would tell nothing more.
    private static let mostPermutations = 1_000_000_000

    @Argument(help: "The statistic: \(StatisticName.choices).")
    var name: StatisticName

    @Option(help: "Who is next to whom: a GAL or GWT file.")
    var weights: String?

    @Option(help: "The table: CSV and its relatives, or the attributes of a boundary file.")
    var table: String

    @Option(help: "The column with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "The column with the values, events or classes.")
    var value: String

    @Option(help: "The column with the second variable.")
    var value2: String?

    @Option(help: "The column with the people of whom --value counts some.")
    var population: String?

    @Option(help: "How weights are scaled: row or binary; by default row, binary for getis-ord-g and join counts.")
    var style: String?

    @Option(help: "By what variances are divided, n or n-1; by default n, n-1 for local-geary.")
    var divisor: String?

    @Option(help: "How many random maps; 0 for formulas only.")
    var permutations = 999

    @Option(help: "Where random numbers start.")
    var seed: UInt64 = 1

    @Option(help: "For a correlogram, up to how many steps from neighbour to neighbour.")
    var orders = 5

    @Option(help: "For a correlogram by distance instead: rising limits of classes in metres, such as 500,1000,2000.")
    var distances: String?

    @Option(help: "The boundaries whose centroids --distances measures; --key is their field, too.")
    var areas: String?

    @Option(help: "The reference system of the boundaries, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The plane to measure in; by default the boundaries' own, or the ETRS89/UTM zone of their centre.")
    var metricCrs: String?

    @Option(help: "What p-values are corrected by before they decide the class: none, fdr, bonferroni or max-t.")
    var adjust = Adjustment.none

    @Option(help: "The level up to which a p-value makes an area significant.")
    var significance = 0.05

    @Option(parsing: .unconditionalSingleValue, help: "A value that means missing; may be repeated.")
    var missing: [String] = []

    @Flag(help: "Write a table with semicolon, decimal comma and byte order mark, for spreadsheets.")
    var german = false

    @Option(parsing: .unconditional, help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        if name.needsSecondValue && value2 == nil { throw ValidationError("\(name.rawValue) needs --value2") }
        if value2 != nil && !name.takesSecondValue { throw ValidationError("\(name.rawValue) takes no --value2") }
        if name.isRate != (population != nil) {
            throw ValidationError("\(name.rawValue) \(name.isRate ? "needs" : "takes no") --population")
        }
        try validateLags()
        if let style, WeightStyle(rawValue: style) == nil {
            throw ValidationError("--style takes \(WeightStyle.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        if let divisor {
            guard Divisor(rawValue: divisor) != nil else { throw ValidationError("--divisor takes n or n-1") }
            guard name.takesDivisor else {
                throw ValidationError("\(name.rawValue) takes no --divisor: its definition has one")
            }
        }
        guard (0...Self.mostPermutations).contains(permutations) else {
            throw ValidationError("--permutations takes a number from 0 to \(Self.mostPermutations)")
        }
        guard significance > 0, significance < 1 else { throw ValidationError("--significance takes a share below 1") }
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
        if adjust != .none && !name.isLocal { throw ValidationError("--adjust is for local statistics") }
        if adjust == .maximumT {
            guard name.takesMaximumT else {
                throw ValidationError("\(name.rawValue) has no max-t; take fdr or bonferroni")
            }
            guard permutations > 0 else { throw ValidationError("--adjust max-t needs --permutations") }
        }
        try Output.refuse(overwriting: [table, weights, areas].compactMap { $0 }, output: output)
    }

    /// Links come from a file of weights, or by distance between areas.
    private func validateLags() throws {
        guard orders > 0 else { throw ValidationError("--orders takes a number from 1") }
        guard let distances else {
            if areas != nil { throw ValidationError("--areas goes with --distances") }
            if weights == nil { throw ValidationError("\(name.rawValue) needs --weights") }
            return
        }
        guard name == .correlogram else { throw ValidationError("\(name.rawValue) takes no --distances") }
        guard areas != nil, weights == nil else {
            throw ValidationError("--distances takes --areas instead of --weights")
        }
        guard DistanceLags.limits(distances) != nil else {
            throw ValidationError("--distances takes rising numbers above zero, such as 500,1000,2000")
        }
        try MetricPlane.validate(metricCrs)
    }

    func run() throws {
        let read = try KeyedTable(table, key: key, missing: missing)
        if name == .joinCount {
            try Output.write(try joinCounts(read), to: output, isConfidential: true)
            return
        }
        let sample: StatisticSample
        if let population {
            sample = try StatisticSample(read, events: value, population: population, weights: weights, path: table)
        } else {
            sample = try StatisticSample(read, [value] + (value2.map { [$0] } ?? []), weights: weights, path: table)
        }
        sample.report()
        let bytes = name.isLocal ? try local(sample, of: read) : try global(sample)
        try Output.write(bytes, to: output, isConfidential: true)
    }

    /// The links in the style that was asked for.
    func styled(_ links: Neighbours) -> Neighbours { scaling.apply(to: links) }

    /// How weights are scaled.
    var scaling: WeightStyle {
        style.flatMap(WeightStyle.init) ?? (name.isBinaryByDefault ? .binary : .row)
    }

    /// Random maps for a global statistic.
    var maps: GlobalPermutations? {
        permutations == 0 ? nil : GlobalPermutations(count: permutations, seed: seed, threads: threads)
    }

    /// Tells of areas without neighbours, and of a sample that is small.
    func warn(areas: Int, islands: Int) {
        if islands > 0 { Message.write("\(islands) areas have no neighbours in the sample") }
        if areas < LocalAssociation.fewAreas {
            Message.write(
                "only \(areas) areas: below \(LocalAssociation.fewAreas) the tests find little and z is far from normal"
            )
        }
    }
}
