import Algebra
import ArgumentParser
import Diagnostics
import Formats
import Regions
import Statistics

/// `kleinraum typology`: types of areas that are alike in several columns.
struct TypologyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "typology",
        abstract: "Types of areas by k-means or Ward, with principal components and stability.",
        discussion: """
            Columns are standardised to mean 0 and deviation 1 (--raw keeps them as they are). With --components N the \
            areas are classified by their scores on the first N principal components. Classes are numbered from 1 in \
            the order of their first areas by key.

            Out: key, class, distance (from the mean of the class, in the space of classification), the components, \
            state. Areas without a number in some column have no class; state says why. --report writes JSON: sizes and \
            means of the classes, explained part of the variance, loadings, and the stability of each class under \
            resampling (Jaccard after Hennig 2007: above 0.85 firm, below 0.6 not to be used).
            """)

    /// How classes are found.
    enum Method: String, CaseIterable, ExpressibleByArgument {
        case kmeans
        case ward
    }

    @Option(help: "The table: CSV and its relatives, or the attributes of a boundary file.")
    var table: String

    @Option(help: "The field with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "The columns that areas shall be alike in, separated by commas: shares or rates, not counts.")
    var columns: String

    @Option(help: "kmeans or ward.")
    var method: Method = .kmeans

    @Option(parsing: .unconditional, help: "How many classes.")
    var classes: Int

    @Option(parsing: .unconditional, help: "Classify by so many principal components.")
    var components: Int?

    @Flag(help: "Do not standardise; not with --components.")
    var raw = false

    @Option(help: "The seed of k-means and of the resamples.")
    var seed: UInt64 = 1

    @Option(parsing: .unconditional, help: "How many resamples for the stability in the report; 0 for none.")
    var resamples = 100

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
        guard classes > 0 else { throw ValidationError("--classes takes a number from 1") }
        guard resamples >= 0 else { throw ValidationError("--resamples takes a number from 0") }
        if let components {
            guard components > 0, components <= names.count else {
                throw ValidationError("--components takes a number from 1 to \(names.count), that of the columns")
            }
            guard !raw else { throw ValidationError("principal components are of standardised columns: no --raw") }
        }
        for file in [output, report] { try Output.refuse(overwriting: [table], output: file) }
        if let report, report == output { throw ValidationError("-o and --report name the same file") }
    }

    func run() throws {
        let names = CompleteRows.names(columns)
        let rows = try CompleteRows(table: table, key: key, columns: names, missing: missing)
        rows.tell()
        let members = rows.complete
        guard classes <= members.count else {
            throw InputError(
                .invalidNumber, "\(classes) classes of \(members.count) areas with all numbers",
                remedy: "ask for fewer classes", at: Place(file: table))
        }
        let original = Matrix(columns: rows.columns.map { column in members.map { column[$0] } })
        let (matrix, found) = try prepared(original, names: names)
        let types = classify(matrix, seed: seed)
        if types.count < classes { Message.write("only \(types.count) classes: some areas are alike in every column") }
        try Output.write(table(rows, members, types, matrix), to: output, isConfidential: true)
        if let report {
            let text = TypologyReport(
                command: self, names: names, original: original, matrix: matrix, types: types, components: found,
                left: rows.keys.count - members.count)
            try Output.write(text.bytes, to: report, isConfidential: true)
        }
    }

    /// The rows as they are classified.
    private func prepared(
        _ original: Matrix, names: [String]
    ) throws(InputError) -> (matrix: Matrix, components: PrincipalComponents?) {
        if raw { return (original, nil) }
        guard let standardised = Standardisation.z(of: original) else {
            let constant = names.indices.first { Standardisation.z(of: Matrix(columns: [original.column($0)])) == nil }
            throw InputError(
                .invalidNumber, "'\(constant.map { names[$0] } ?? names[0])' is the same in all areas with numbers",
                remedy: "leave the column out", at: Place(file: table))
        }
        let found = PrincipalComponents(of: original)
        guard let components, let found else { return (standardised, found) }
        return (found.scores(components), found)
    }

    /// The classes of some rows.
    func classify(_ matrix: Matrix, seed: UInt64) -> Partition {
        switch method {
        case .kmeans: KMeans.partition(matrix, classes: classes, seed: seed)
        case .ward:
            Ward.dendrogram(matrix).partition(into: classes) ?? Partition((0..<matrix.rows).map { $0 })
        }
    }

    private func table(_ rows: CompleteRows, _ members: [Int], _ types: Partition, _ matrix: Matrix) -> [UInt8] {
        let scores = components ?? 0
        let header = ["key", "class", "distance"] + (0..<scores).map { "component_\($0 + 1)" } + ["state"]
        var writer = TableWriter(header: header, german: german)
        let centres = types.centres(of: matrix)
        var next = 0
        for (place, key) in rows.keys.enumerated() {
            guard rows.states[place] == .value else {
                let empty = [TableCell](repeating: .empty, count: 2 + scores)
                writer.write([.text(key)] + empty + [.text(rows.states[place].name)])
                continue
            }
            let label = types.classes[next]
            let squares = (0..<matrix.columns).reduce(0.0) { sum, column in
                let difference = matrix[next, column] - centres[label, column]
                return sum + difference * difference
            }
            writer.write(
                [.text(key), .integer(label + 1), .number(squares.squareRoot())]
                    + (0..<scores).map { .number(matrix[next, $0]) } + [.text(ValueState.value.name)])
            next += 1
        }
        return writer.bytes
    }
}
