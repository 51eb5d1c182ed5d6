public import ArgumentParser
import Diagnostics
import Formats
import Projection
public import Validation

/// `kleinraum check`: what is wrong with boundaries, keys, hierarchy and addresses.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check boundaries: rings, overlaps, gaps, keys, parents, validity, addresses.",
        discussion: """
            Exit status 1 when a finding of severity error is not accepted. Invalid areas are reported, then taken as \
            repaired by structure. Overlaps and gaps count from 10⁻⁶ m².

            Each finding has an id that survives the next import. A file of ids with a reason behind each, as the text \
            format prints them, accepts findings: a lake is not a gap.

            With addresses the report counts them: it is confidential then, and files are readable by their owner only.
            """)

    /// The form of the report.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, geojson, csv, html
    }

    @Argument(help: "Boundaries: GeoJSON, GeoPackage, Shapefile, or what ogr2ogr reads where it is installed.")
    var file: String

    @Option(help: "The field with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "The field with the areas' names; by default the first that is called so.")
    var name: String?

    @Option(help: "The boundaries' reference system, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The plane to measure on; by default the boundaries' own, or the UTM zone of their centre.")
    var metricCrs: String?

    @Option(help: "The parent areas, to be compared with the union of their children.")
    var parents: String?

    @Option(help: "The field with the parents' keys.")
    var parentKey: String?

    @Option(help: "The reference system of the parents, where their file is wrong or silent.")
    var parentsCrs: String?

    @Option(help: "The children's field with the parent's key.")
    var parentField: String?

    @Flag(help: "A child's parent is the one whose key its own begins with.")
    var prefix = false

    @OptionGroup(title: "Addresses")
    var addressOptions: CheckAddressOptions

    @Option(help: "The field with the first day of validity.")
    var validFrom: String?

    @Option(help: "The field with the last day of validity.")
    var validTo: String?

    @Option(help: "The day for which shapes are checked, YYYY-MM-DD; by default the last on which a period begins.")
    var date: String?

    @Option(help: "A file of accepted findings: an id a line, a reason behind it.")
    var accepted: String?

    @Flag(help: "Call narrow overlaps and gaps slivers.")
    var slivers = false

    @Option(help: "With --slivers: the width in metres below which a long overlap or gap is one; 1 unless given.")
    var sliverWidth: Double?

    @Flag(help: "Remarks, too: repeated names, several parts, islands, spikes, open gaps, orientation.")
    var all = false

    @Option(help: "The form of the report: text, json, geojson, csv or html.")
    var format = Format.text

    @Option(help: "The language of sentences: de or en.")
    var lang = FindingLanguage.german

    @Flag(help: "Write CSV with semicolon, decimal comma and byte order mark, for spreadsheets.")
    var german = false

    @Option(help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The file for the report; by default standard output.")
    var output: String?

    func validate() throws {
        if parentField != nil && prefix { throw ValidationError("--parent-field and --prefix exclude each other") }
        if (parents == nil) != (parentKey == nil) { throw ValidationError("--parents and --parent-key go together") }
        if parents == nil && (parentField != nil || prefix) {
            throw ValidationError("--parent-field and --prefix need --parents")
        }
        if (validFrom == nil) != (validTo == nil) { throw ValidationError("--valid-from and --valid-to go together") }
        if let date {
            if validFrom == nil { throw ValidationError("--date needs --valid-from and --valid-to") }
            if CalendarDay(date) == nil { throw ValidationError("--date takes YYYY-MM-DD") }
        }
        if let sliverWidth, !(sliverWidth > 0) { throw ValidationError("--sliver-width takes a number above 0") }
        if sliverWidth != nil && !slivers { throw ValidationError("--sliver-width needs --slivers") }
        try MetricPlane.validate(metricCrs)
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
        let inputs = [file, parents, addressOptions.addresses, accepted].compactMap { $0 }
        try Output.refuse(overwriting: inputs, output: output)
    }

    func run() throws {
        let workers = threads ?? DelimitedFile.processors
        let layer = try CheckedLayer.read(
            path: file, key: key, name: name, system: try areasCrs.map { try ReferenceSystem($0) },
            metricSystem: try metricCrs.map { try ReferenceSystem($0) }, threads: workers)
        var check = BoundaryCheck(layer)
        if let parents, let parentKey {
            let parentLayer = try CheckedLayer.read(
                path: parents, key: parentKey, system: try parentsCrs.map { try ReferenceSystem($0) },
                metricSystem: layer.metricSystem, systemOption: "--parents-crs", threads: workers)
            let link: HierarchyCheck.Link = prefix ? .prefix : parentField.map { .field($0) } ?? .place
            check.hierarchy = HierarchyCheck(parents: parentLayer, link: link)
        }
        if let validFrom, let validTo {
            check.periods = PeriodCheck(from: validFrom, to: validTo, date: date.flatMap { CalendarDay($0) })
        }
        check.addresses = try addressOptions.check()
        if slivers { check.sliverWidth = sliverWidth ?? 1 }
        check.isComplete = all
        if let accepted { check.accepted = try FindingAcceptance(path: accepted) }
        let report = try check.run(threads: workers)
        let bytes =
            switch format {
            case .text: report.text(language: lang)
            case .json: report.json(language: lang)
            case .geojson: report.geoJSON(language: lang)
            case .csv: report.csv(language: lang, isGerman: german)
            case .html: report.html(language: lang)
            }
        try Output.write(bytes, to: output, isConfidential: check.addresses != nil)
        if !report.unusedAcceptances.isEmpty {
            let ids = report.unusedAcceptances.prefix(5).joined(separator: ", ")
            let count = report.unusedAcceptances.count
            let words = count == 1 ? "accepted id names" : "accepted ids name"
            Message.write("\(accepted ?? ""): \(count) \(words) no finding: \(ids)")
        }
        if output != nil || format != .text { Message.write(report.summary(in: lang)) }
        if report.openErrors > 0 { throw ExitCode(1) }
    }
}

extension FindingLanguage: ExpressibleByArgument {}
