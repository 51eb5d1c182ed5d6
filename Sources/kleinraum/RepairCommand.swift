import Analysis
public import ArgumentParser
import Diagnostics
import Formats
import Projection
public import Validation

/// `kleinraum repair`: mends findings of a check, those asked for and no others.
struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Repair boundaries: what is asked for, finding by finding or kind by kind.",
        discussion: """
            Safe kinds (repeated-vertex, orientation, unmatched-edge, touching-ring) move no ground and are done at \
            once. The others (gap, overlap, sliver, and invalid-ring where a ring crosses itself) first print what \
            areas and addresses gain and lose, and are done with --confirm only. A repair is refused when an area \
            would vanish or change by more than the limit, or when a new finding would come of it. Keys, attributes \
            and the order of features stay; so does the outer border. Duplicates are never repaired.

            Exit status 1 when nothing was written, or when findings asked for are still there.
            """)

    /// The form of the ledger.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "Boundaries: GeoJSON, GeoPackage, Shapefile, or what ogr2ogr reads where it is installed.")
    var file: String

    @Option(help: "The field with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(
        help:
            "The kinds to repair, by commas: \(RepairSelection.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kinds: String = ""

    @Option(help: "The ids of the findings to repair, by commas, as check prints them; with --kinds, those of a kind.")
    var findings: String = ""

    @Flag(help: "Do what moves ground, too.")
    var confirm = false

    @Option(parsing: .unconditional, help: "How much an area may change: m², or a percentage such as 0.5%.")
    var limit = "1%"

    @Option(help: "Who gains gaps and keeps overlaps: longest-border, largest or smallest; by default as proposed.")
    var fill: RepairFill?

    @Option(parsing: .unconditional, help: "The width in metres below which a long overlap or gap is a sliver.")
    var sliverWidth = 1.0

    @Option(help: "A file of accepted findings, which are left alone unless --findings names them.")
    var accepted: String?

    @Option(help: "Addresses, to count those that change their area.")
    var addresses: String?

    @Option(help: "The column of the addresses' easting or longitude; not needed for a point file.")
    var x: String?

    @Option(help: "The column of the addresses' northing or latitude; not needed for a point file.")
    var y: String?

    @Option(help: "The reference system of --x and --y; by default that of the boundaries.")
    var crs: String?

    @Option(help: "The boundaries' reference system, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The plane to measure on; by default the boundaries' own, or the UTM zone of their centre.")
    var metricCrs: String?

    @Option(help: "The form of the ledger: text or json.")
    var format = Format.text

    @Option(help: "The language of the ledger: de or en.")
    var lang = FindingLanguage.german

    @Option(parsing: .unconditional, help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The file to write: .geojson, or .gpkg, .shp, .fgb, … through ogr2ogr.")
    var output: String

    func validate() throws {
        if kinds.isEmpty && findings.isEmpty {
            throw ValidationError("say what is to be repaired: --kinds, --findings")
        }
        if RepairLimit(limit) == nil {
            throw ValidationError("--limit takes square metres or a percentage (25, 0.5%), not '\(limit)'")
        }
        if (x == nil) != (y == nil) { throw ValidationError("--x and --y go together") }
        if addresses == nil && (x != nil || crs != nil) { throw ValidationError("--x, --y and --crs need --addresses") }
        if !(sliverWidth > 0) { throw ValidationError("--sliver-width takes a number above 0, not \(sliverWidth)") }
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
        do {
            _ = try RepairSelection(kinds: kinds, ids: findings)
        } catch {
            throw ValidationError(error)
        }
        try MetricPlane.validate(metricCrs)
        _ = try OutputFormat(path: output)
        let inputs = [file, OutputFormat.withoutLayer(file), addresses, accepted].compactMap { $0 }
        try Output.refuse(overwriting: inputs, output: output)
    }

    func run() throws {
        let workers = threads ?? DelimitedFile.processors
        let selection = try RepairSelection(kinds: kinds, ids: findings)
        let source = try FeatureFile.read(path: file)
        let layer = try CheckedLayer(
            source, key: key, system: try areasCrs.map { try ReferenceSystem($0) },
            metricSystem: try metricCrs.map { try ReferenceSystem($0) }, threads: workers)
        var check = BoundaryCheck(layer)
        check.isComplete = selection.kinds.contains(.orientation) || !selection.ids.isEmpty
        if selection.kinds.contains(.sliver) { check.sliverWidth = sliverWidth }
        if let accepted { check.accepted = try FindingAcceptance(path: accepted) }
        let plan = try RepairPlan(try check.run(threads: workers).findings, in: layer, selection: selection, fill: fill)
        guard !plan.items.isEmpty || !plan.ambiguous.isEmpty else {
            let accepted = plan.acceptedCount > 0 ? "; \(plan.acceptedCount) accepted, left alone" : ""
            Message.write("\(file): nothing to repair of these kinds\(accepted)")
            let none = try Repair(layer.metric, tasks: [], threads: workers)
            return try write(none, source, layer, workers)
        }
        let repair = try Repair(
            layer.metric, tasks: plan.tasks, fill: fill ?? .longestBorder, threads: workers)
        var moves: RepairMoves?
        if let addresses {
            let table = try AddressTable.open(path: addresses, x: x, y: y, counts: [])
            moves = try RepairMoves(
                repair, of: layer, addresses: table, system: try crs.map { try ReferenceSystem($0) }, threads: threads)
        }
        let report = RepairReport(
            plan: plan, repair: repair, layer: layer, moves: moves, limit: RepairLimit(limit) ?? .usual)
        try Output.write(format == .json ? report.json(language: lang) : report.text(language: lang), to: nil)
        let refusals = report.refusals(in: lang)
        guard refusals.isEmpty else {
            for refusal in refusals.prefix(10) { Message.write(refusal) }
            if refusals.count > 10 { Message.write("… and \(refusals.count - 10) more") }
            let remedy = report.isRefusedByLimitOnly ? ", or state another --limit" : ""
            Message.write("refused: '\(output)' is not written; repair fewer findings\(remedy)")
            throw ExitCode(1)
        }
        if report.needsConfirmation && !confirm {
            Message.write("ground would move: '\(output)' is not written; look at the ledger and repeat with --confirm")
            throw ExitCode(1)
        }
        try write(repair, source, layer, workers)
        let left = report.left
        let asked = plan.items.count + plan.ambiguous.count
        Message.write("\(asked - left.count) of \(asked) findings repaired, written to \(output)")
        if plan.acceptedCount > 0 { Message.write("\(plan.acceptedCount) accepted, left alone") }
        for (finding, reason) in left.prefix(10) { Message.write("not repaired: \(finding.id): \(reason)") }
        if left.count > 10 { Message.write("… and \(left.count - 10) more") }
        if !left.isEmpty { throw ExitCode(1) }
    }

    private func write(_ repair: Repair, _ source: FeatureFile, _ layer: CheckedLayer, _ workers: Int) throws {
        let boundaries = try RepairedBoundaries(repair, of: source, layer: layer, threads: workers)
        let warnings = try FeatureConversion.write(boundaries.bytes, to: output, system: layer.declaredSystem)
        for warning in warnings { Message.write(warning) }
        if areasCrs != nil, let declared = source.declaredSystem, declared != layer.declaredSystem {
            Message.write("\(output) may still say \(declared), as \(file) does; correct it before use")
        }
    }
}

extension RepairFill: ExpressibleByArgument {}
