import ArgumentParser
import Diagnostics
import Formats
import Indices

/// `kleinraum index`: a composite index by an official or a free recipe.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "A composite index of areas, by an official preset or a recipe.",
        discussion: """
            Presets: berlin-mss-2021 (S1 S3 S4, D1 D3 D4), berlin-mss-2017 (S1 to S4, D1 to D4; serves 2013 to 2017), \
            imd-2025 (income_rank employment_rank education_rank health_rank crime_rank barriers_rank \
            environment_rank; 1 = most deprived).

            Areas that are excluded or lack a value keep their row, with empty cells, and are told; they have no part \
            in means, deviations and ranks. Columns out: key, z_NAME…, then for each index sum, index, class, rank, \
            decile as far as the recipe has them, with the index's name before where there are several, and combined.

            A recipe:

              name: need
              indices:
                - name: need
                  # or min-max, rank, percentile, exponential
                  standardisation: z       # or {method: z, divisor: n-1}
                  indicators:
                    - {name: unemployed, weight: 2}
                    - {name: income, polarity: resource}
                    - {name: trend, change: {from: jobless_2019, to: jobless_2021}}
                  second: z                # leave out to class the sum itself
                  # below: the limit is in the next class; through: in this one
                  classes:
                    - {label: low, below: -1}
                    - {label: medium, through: 1}
                    - {label: high}
                  quantiles: 10
              # exclude: ["0102"]     missing: ["-9999"]     output: result
              # matrix: [status, dynamics]   joins the classes of two indices
            """)

    @Option(help: "An official recipe: \(IndexRecipe.presetNames.joined(separator: ", ")).")
    var preset: String?

    @Option(help: "A recipe in YAML.")
    var recipe: String?

    @Option(help: "The table with the indicators: CSV and its relatives, or the attributes of a boundary file.")
    var table: String

    @Option(help: "The field with the areas' keys.")
    var key: String

    @Option(help: "The fields of the recipe's columns, NAME=FIELD,…; may be repeated. By default they have its names.")
    var columns: [ColumnNames] = []

    @Option(help: "A CSV whose first column holds the keys of areas to leave out.")
    var exclude: String?

    @Option(parsing: .unconditionalSingleValue, help: "A value that means missing; may be repeated.")
    var missing: [String] = []

    @Option(help: "Write to this CSV why each area is in its class.")
    var explain: String?

    @Option(
        help: "For --explain: the fields with the cases behind a column, NAME=FIELD,…; of a change the later count.")
    var cases: [ColumnNames] = []

    @Option(help: "For --explain: the fields with the people among whom cases are counted, NAME=FIELD,….")
    var populations: [ColumnNames] = []

    @Option(help: "For --explain with --cases: how many draws tell whether Poisson error changes the class.")
    var draws = 1000

    @Option(help: "Where the random numbers of the draws start.")
    var seed: UInt64 = 1

    @Flag(help: "Write for German spreadsheets: semicolon, decimal comma, byte order mark.")
    var german = false

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        guard (preset == nil) != (recipe == nil) else { throw ValidationError("give --preset or --recipe") }
        if let preset, !IndexRecipe.presetNames.contains(preset) {
            throw ValidationError("--preset takes \(IndexRecipe.presetNames.joined(separator: ", "))")
        }
        let inputs = [recipe, table, exclude].compactMap { $0 }
        try Output.refuse(overwriting: inputs, output: output)
        try Output.refuse(overwriting: inputs + [output].compactMap { $0 }, output: explain)
        if explain == nil, !cases.isEmpty || !populations.isEmpty {
            throw ValidationError("--cases and --populations go with --explain")
        }
        let counted = Set(populations.flatMap(\.fields.keys))
        if let alone = cases.flatMap(\.fields.keys).sorted().first(where: { !counted.contains($0) }) {
            throw ValidationError("--cases \(alone)=… needs --populations \(alone)=…")
        }
        guard draws >= 0 else { throw ValidationError("--draws takes a number from 0") }
        for (option, given) in [("--columns", columns), ("--cases", cases), ("--populations", populations)] {
            let names = given.flatMap(\.fields.keys)
            if Set(names).count < names.count { throw ValidationError("\(option) names a column twice") }
        }
    }

    func run() throws {
        let recipe = try chosenRecipe()
        for name in (columns + cases + populations).flatMap(\.fields.keys).sorted()
        where !recipe.columns.contains(name) {
            throw InputError(
                .unknownName, "the recipe '\(recipe.name)' has no column '\(name)'",
                remedy: "it has \(recipe.columns.joined(separator: ", "))", at: Place(file: self.recipe ?? ""))
        }
        let input = try IndexInput(
            KeyedTable(table, key: key, missing: missing + recipe.missing), recipe: recipe,
            fields: ColumnNames.joined(columns))
        let excluded = try exclude.map { path throws(InputError) in try KeyList.read(path, of: input.keys) } ?? []
        let result: IndexResult
        do {
            result = try recipe.compute(keys: input.keys, columns: input.columns, excluding: excluded)
        } catch {
            throw error.inFile(table)
        }
        IndexReport.write(result)
        let explanations = try explain.map { _ throws(InputError) in
            result.explanations(
                cases: try input.cases(ColumnNames.joined(cases), populations: ColumnNames.joined(populations)),
                draws: draws, seed: seed)
        }
        try Output.write(result.table(german: german), to: output, isConfidential: true)
        if let explanations {
            try Output.write(result.table(of: explanations, german: german), to: explain, isConfidential: true)
        }
    }

    private func chosenRecipe() throws(InputError) -> IndexRecipe {
        if let recipe { return try IndexRecipe(path: recipe) }
        return try IndexRecipe.preset(preset ?? "")
    }
}
