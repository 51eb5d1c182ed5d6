import Algebra
import ArgumentParser
import Coverage
import Diagnostics
import Formats
import Regions
import Statistics

/// `kleinraum regions`: contiguous regions built from small areas.
struct RegionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regions",
        abstract: "Contiguous regions of areas that are alike, or of equal population.",
        discussion: """
            skater: the map as a tree of its most alike neighbours, cut where regions become most alike within, each \
            part keeping --minimum · ward: neighbouring classes joined from single areas upwards · balanced: about \
            equal population, and as alike within as --tolerance leaves room for. All are heuristics: good regions, not \
            proven best.

            Neighbours are areas that share an edge (--contiguity rook) or a vertex (queen), or those of --weights. \
            Regions never span parts of the map that do not touch, and such parts count among --regions. Columns are \
            standardised to mean 0 and deviation 1 unless --raw is given.

            Out: key, region (from 1, in the order of first areas by key), state. Areas without a number or without \
            geometry have no region and are no bridge between others; state says why.
            """)

    /// How regions are formed.
    enum Method: String, CaseIterable, ExpressibleByArgument {
        case skater
        case ward
        case balanced
    }

    @Option(help: "Boundaries with the table's keys.")
    var areas: String?

    @Option(help: "The field with the keys in the boundaries; by default as --key.")
    var areasKey: String?

    @Option(help: "A weights file (GAL, GWT) with the table's keys, instead of boundaries.")
    var weights: String?

    @Option(help: "Which areas of the boundaries are neighbours: rook or queen.")
    var contiguity = "rook"

    @Option(help: "The table: CSV and its relatives, or the attributes of a boundary file.")
    var table: String

    @Option(help: "The field with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "The columns that areas shall be alike in, separated by commas: shares or rates, not counts.")
    var columns: String

    @Option(parsing: .unconditional, help: "How many regions.")
    var regions: Int

    @Option(help: "skater, ward or balanced.")
    var method: Method = .skater

    @Option(help: "The column with what --minimum and balance are of; by default each area counts 1.")
    var population: String?

    @Option(parsing: .unconditional, help: "The least population of a region that skater makes.")
    var minimum: Double?

    @Option(parsing: .unconditional, help: "How far from the mean population a balanced region may be, as part of it.")
    var tolerance: Double?

    @Option(help: "How skater measures unlikeness: euclidean or manhattan.")
    var dissimilarity: String?

    @Flag(help: "Do not standardise.")
    var raw = false

    @Option(help: "The JSON report to write.")
    var report: String?

    @Option(parsing: .unconditionalSingleValue, help: "A value that means missing; may be repeated.")
    var missing: [String] = []

    @Flag(help: "Write the table with semicolon, decimal comma and byte order mark.")
    var german = false

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        let names = CompleteRows.names(columns)
        guard names.allSatisfy({ !$0.isEmpty }), Set(names).count == names.count else {
            throw ValidationError("--columns takes different columns, separated by commas")
        }
        guard (areas == nil) != (weights == nil) else { throw ValidationError("give either --areas or --weights") }
        guard Contiguity(rawValue: contiguity) != nil else { throw ValidationError("--contiguity takes rook or queen") }
        guard regions > 0 else { throw ValidationError("--regions takes a number from 1") }
        if let minimum {
            guard method == .skater else { throw ValidationError("--minimum goes with --method skater") }
            guard minimum >= 0, minimum.isFinite else { throw ValidationError("--minimum takes a number from 0") }
        }
        if let tolerance {
            guard method == .balanced else { throw ValidationError("--tolerance goes with --method balanced") }
            guard tolerance >= 0, tolerance.isFinite else { throw ValidationError("--tolerance takes a number from 0") }
        }
        if let dissimilarity {
            guard method == .skater else { throw ValidationError("--dissimilarity goes with --method skater") }
            guard Dissimilarity(rawValue: dissimilarity) != nil else {
                throw ValidationError("--dissimilarity takes euclidean or manhattan")
            }
        }
        let inputs = [table] + [areas, areas.map(OutputFormat.withoutLayer), weights].compactMap { $0 }
        for file in [output, report] { try Output.refuse(overwriting: inputs, output: file) }
        if let report, report == output { throw ValidationError("-o and --report name the same file") }
    }

    func run() throws {
        let names = CompleteRows.names(columns)
        let rows = try CompleteRows(
            table: table, key: key, columns: names + (population.map { [$0] } ?? []), missing: missing)
        rows.tell()
        let sites = try RegionSites(self, rows: rows)
        let original = Matrix(columns: names.indices.map { column in sites.places.map { rows.columns[column][$0] } })
        let sizes = try sizes(rows, at: sites.places)
        let matrix = try prepared(original, names: names)
        let parts = sites.contiguity.components
        guard parts.count <= regions, regions <= sites.places.count else {
            throw InputError(
                .invalidNumber,
                "\(regions) regions of \(sites.places.count) areas in \(parts.count) parts that do not touch",
                remedy: parts.count == sites.places.count
                    ? "take other weights: no two of these areas are neighbours"
                    : "ask for \(parts.count) to \(sites.places.count) regions, or take more areas as neighbours",
                at: Place(file: areas ?? weights ?? table))
        }
        let found = divide(matrix, sites.contiguity, sizes)
        tell(found, parts: parts)
        try Output.write(table(rows, sites, found.regions), to: output, isConfidential: true)
        if let report {
            let text = RegionsReport(
                names: names, original: original, matrix: matrix, sizes: sizes, division: found, parts: parts.count,
                method: method)
            try Output.write(text.bytes, to: report, isConfidential: true)
        }
    }

    private func sizes(_ rows: CompleteRows, at places: [Int]) throws(InputError) -> [Double] {
        guard let population else { return Array(repeating: 1, count: places.count) }
        let sizes = places.map { rows.columns[rows.columns.count - 1][$0] }
        if let wrong = sizes.firstIndex(where: { $0 < 0 }) {
            throw InputError(
                .invalidNumber, "\(Message.number(sizes[wrong])) people of area '\(rows.keys[places[wrong]])'",
                remedy: "mend it, or name it with --missing", at: Place(file: table, field: population))
        }
        if method == .balanced, !sizes.contains(where: { $0 > 0 }) {
            throw InputError(
                .invalidNumber, "nobody lives in the areas, so there is nothing to balance",
                remedy: "check which column --population is", at: Place(file: table, field: population))
        }
        return sizes
    }

    private func prepared(_ original: Matrix, names: [String]) throws(InputError) -> Matrix {
        if raw { return original }
        if let standardised = Standardisation.z(of: original) { return standardised }
        let constant = names.indices.first { Standardisation.z(of: Matrix(columns: [original.column($0)])) == nil }
        throw InputError(
            .invalidNumber, "'\(constant.map { names[$0] } ?? names[0])' is the same in all areas with numbers",
            remedy: "leave the column out", at: Place(file: table))
    }

    /// The division, after it is sure that there are as many regions as parts of the map at least.
    private func divide(_ matrix: Matrix, _ contiguity: ContiguityGraph, _ sizes: [Double]) -> RegionDivision {
        let division: RegionDivision? =
            switch method {
            case .skater:
                Skater.divide(
                    matrix, contiguity: contiguity, regions: regions, sizes: sizes, minimum: minimum ?? 0,
                    dissimilarity: dissimilarity.flatMap(Dissimilarity.init) ?? .euclidean)
            case .ward:
                SpatialWard.divide(matrix, contiguity: contiguity, regions: regions)
            case .balanced:
                BalancedRegions.divide(
                    matrix, contiguity: contiguity, regions: regions, sizes: sizes, tolerance: tolerance ?? 0.1)
            }
        return division ?? RegionDivision(of: contiguity.components, wanted: regions)
    }
}
