import ArgumentParser
import Diagnostics
import Formats
import Segregation

/// `kleinraum segregation`: how unevenly groups live, in numbers.
struct SegregationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segregation",
        abstract: "Segregation indices of two or more groups, as JSON.",
        discussion: """
            two_group: the first column against the rest, which is the sum of the other columns, or --total less the \
            first. dissimilarity, density_corrected_dissimilarity (Allen et al. 2015), gini, entropy (Theil's H), \
            atkinson (b = 0.5), isolation, interaction, correlation_ratio, concentration_profile; with --areas also \
            delta, absolute_concentration, spatial_dissimilarity (Morrill, queen contiguity), spatial_proximity (White, \
            exp(−d) with d in kilometres), spatial_proximity_relative (the convention of PySAL, for comparison), \
            relative_clustering.

            multigroup, over all columns (of one column, it and the rest): dissimilarity, gini, entropy (H), diversity and divergence (natural \
            logarithms), normalised_exposure, relative_diversity, squared_coefficient_of_variation, \
            simpson_concentration, simpson_interaction.

            --permutations R adds "inference": expected, lower and upper are the mean and the middle 95 % when everybody's \
            place is drawn by lot, p is the chance of a value as high, corrected is what is beyond chance (Carrington and Troske); \
            bootstrap_corrected, bootstrap_lower and bootstrap_upper come from drawing every group's people anew (Allen \
            et al.). --scales adds "profile": the same indices of environments with a triangular kernel.

            Areas are taken in the bytewise order of their keys. Rows without a number in some column are left out and \
            told. An index that is undefined, since a group is empty say, is null.
            """)

    @Option(help: "The table: CSV and its relatives, or the attributes of a boundary file.")
    var table: String

    @Option(help: "The field with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "The columns with the groups' counts, separated by commas.")
    var groups: String

    @Option(help: "The column with all people, where the groups are not all: the rest is this less the first group.")
    var total: String?

    @Option(help: "Boundaries with the same keys in a field of the same name, for the spatial indices.")
    var areas: String?

    @Option(help: "The field with the keys in the boundaries; by default as --key.")
    var areasKey: String?

    @Option(help: "The reference system of the boundaries, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The plane to measure in; by default the boundaries' own, or the ETRS89/UTM zone of their centre.")
    var metricCrs: String?

    @Option(help: "Bandwidths in metres for the profile by scale, separated by commas; needs --areas.")
    var scales: String?

    @Option(parsing: .unconditional, help: "How many draws at random for expectation, interval and correction.")
    var permutations = 0

    @Option(help: "The seed of the draws.")
    var seed: UInt64 = 1

    @Option(help: "A CSV file to write with the location quotient of every group in every area.")
    var quotients: String?

    @Option(parsing: .unconditionalSingleValue, help: "A value that means missing; may be repeated.")
    var missing: [String] = []

    @Flag(help: "Write --quotients with semicolon, decimal comma and byte order mark.")
    var german = false

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        let names = CompleteRows.names(groups)
        guard names.allSatisfy({ !$0.isEmpty }), Set(names).count == names.count else {
            throw ValidationError("--groups takes different columns, separated by commas")
        }
        guard names.count > 1 || total != nil else {
            throw ValidationError("--groups takes two columns or more, or one and --total")
        }
        guard permutations >= 0 else { throw ValidationError("--permutations takes a number from 0") }
        if scales != nil {
            guard areas != nil else { throw ValidationError("--scales needs --areas") }
            guard bandwidths != nil else { throw ValidationError("--scales takes metres above zero, by commas") }
        }
        try MetricPlane.validate(metricCrs)
        let inputs = [table] + (areas.map { [$0, OutputFormat.withoutLayer($0)] } ?? [])
        try Output.refuse(overwriting: inputs, output: output)
        try Output.refuse(overwriting: inputs, output: quotients)
        if let quotients, quotients == output { throw ValidationError("-o and --quotients name the same file") }
    }

    func run() throws {
        let names = CompleteRows.names(groups)
        let rows = try CompleteRows(
            table: table, key: key, columns: names + (total.map { [$0] } ?? []), missing: missing)
        rows.tell()
        let sites = try SegregationSites(self, rows: rows)
        let places = sites?.places ?? rows.complete
        guard !places.isEmpty else {
            throw InputError(
                .invalidNumber, "no area has a number in every column", remedy: "check the columns and --missing",
                at: Place(file: table))
        }
        let groups = GroupCounts(try names.indices.map { try people(rows, column: $0, at: places) })
        let pair = try twoGroups(rows, groups, at: places)
        // One column alone, with --total, makes two groups.
        let counts = names.count == 1 ? pair : groups
        var out = OutputBuffer()
        let report = SegregationReport(counts: counts, pair: pair, sites: sites)
        report.write(
            scales: bandwidths ?? [], permutations: try permutations(of: [counts, pair]), seed: seed, into: &out)
        if let quotients { try write(quotients: groups, of: pair, keys: places.map { rows.keys[$0] }, to: quotients) }
        try Output.write(out.bytes, to: output, isConfidential: true)
    }

    private var bandwidths: [Double]? {
        guard let scales else { return nil }
        let numbers = CompleteRows.names(scales).map { Double($0) ?? 0 }
        return numbers.allSatisfy { $0 > 0 && $0.isFinite } ? numbers : nil
    }

    private func people(_ rows: CompleteRows, column: Int, at places: [Int]) throws(InputError) -> [Double] {
        let values = places.map { rows.columns[column][$0] }
        if let wrong = values.firstIndex(where: { $0 < 0 }) {
            throw InputError(
                .invalidNumber, "\(Message.number(values[wrong])) people of area '\(rows.keys[places[wrong]])'",
                remedy: "mend it, or name it with --missing", at: Place(file: table))
        }
        return values
    }

    /// The first group against the rest.
    private func twoGroups(
        _ rows: CompleteRows, _ counts: GroupCounts, at places: [Int]
    ) throws(InputError) -> GroupCounts {
        guard let total else {
            let pair = counts.firstAgainstRest
            return GroupCounts([pair.group, pair.rest])
        }
        let all = try people(rows, column: rows.columns.count - 1, at: places)
        if let wrong = all.indices.first(where: { all[$0] < counts.groups[0][$0] }) {
            throw InputError(
                .invalidNumber,
                "area '\(rows.keys[places[wrong]])' has \(Message.number(counts.groups[0][wrong])) people in the first "
                    + "group and \(Message.number(all[wrong])) in all",
                remedy: "check which column --total is", at: Place(file: table, field: total))
        }
        return GroupCounts([counts.groups[0], zip(all, counts.groups[0]).map { $0 - $1 }])
    }

    private func permutations(of counts: [GroupCounts]) throws(InputError) -> Int {
        guard permutations > 0, !counts.allSatisfy(\.isWhole) else { return permutations }
        throw InputError(
            .invalidNumber, "people can be drawn at random only where counts are whole numbers and below 2⁵³ in all",
            remedy: "leave --permutations out, or give counts instead of shares", at: Place(file: table))
    }

    /// Writes the quotients of the groups; those of one column alone are against the total.
    private func write(
        quotients counts: GroupCounts, of pair: GroupCounts, keys: [String], to path: String
    ) throws(InputError) {
        let names = CompleteRows.names(groups)
        var writer = TableWriter(header: ["key"] + names, german: german)
        let quotients = names.count == 1 ? [pair.locationQuotients[0]] : counts.locationQuotients
        for (place, key) in keys.enumerated() { writer.write([.text(key)] + quotients.map { .number($0[place]) }) }
        try Output.write(writer.bytes, to: path, isConfidential: true)
    }
}
