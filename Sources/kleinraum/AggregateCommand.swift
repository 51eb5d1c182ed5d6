import Analysis
import ArgumentParser
import Diagnostics
import Formats
import Planar
import Projection
import Statistics

/// `kleinraum aggregate`: address counts summed over areas.
struct AggregateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aggregate",
        abstract: "Sum address counts over areas, with a ledger of every row.",
        discussion: """
            The result is a table key,addresses,COL,… with one row per area. A point on a border belongs to exactly \
            one area: the first one met when looking from the point to the east and turning left.

            Numbers are printed as they are: this is a desk command, its output is confidential, and files that it \
            writes are readable by their owner only.
            """)

    @Option(help: "Boundaries: GeoJSON, GeoPackage, Shapefile, or what ogr2ogr reads where it is installed.")
    var areas: String

    @Option(help: "The field with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "Addresses: CSV and its relatives, a spreadsheet, or a point file.")
    var addresses: String

    @Option(help: "The column of the easting or longitude; not needed for a point file.")
    var x: String?

    @Option(help: "The column of the northing or latitude; not needed for a point file.")
    var y: String?

    @Option(help: "The reference system of --x and --y, e.g. EPSG:25832; by default that of the boundaries.")
    var crs: String?

    @Option(help: "The reference system of the boundaries, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The columns to sum, separated by commas.")
    var sum: String = ""

    @Option(
        parsing: .unconditionalSingleValue,
        help: "A value that means missing, besides the signs of official statistics; may be repeated.")
    var missing: [String] = []

    @Flag(help: "Exit with status 1 when rows were rejected.")
    var strict = false

    @Flag(help: "Write the table with semicolon, decimal comma and byte order mark, for spreadsheets.")
    var german = false

    @Option(help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The file for the table; by default standard output.")
    var output: String?

    @Option(help: "The file for the ledger, JSON.")
    var report: String?

    func validate() throws {
        if (x == nil) != (y == nil) { throw ValidationError("--x and --y go together") }
        for path in [output, report] { try Output.refuse(overwriting: [areas, addresses], output: path) }
        if let output, output == report { throw ValidationError("-o and --report name the same file") }
        let columns = sum.split(separator: ",")
        if Set(columns).count < columns.count { throw ValidationError("--sum names a column twice") }
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
    }

    func run() throws {
        let layer = try BoundaryLayer.read(path: areas, key: key, system: try areasCrs.map { try ReferenceSystem($0) })
        let table = try AddressTable.open(
            path: addresses, x: x, y: y, counts: sum.split(separator: ",").map(String.init), missing: missing)
        let result = try Aggregation.run(
            areas: layer, addresses: table, system: try crs.map { try ReferenceSystem($0) }, threads: threads)
        // The table comes last: where it is, all else is there, too.
        if let report {
            var out = OutputBuffer()
            result.report.write(to: &out)
            try Output.write(out.bytes, to: report, isConfidential: true)
        }
        try Output.write(result.table(german: german), to: output, isConfidential: true)
        let ledger = result.ledger
        Message.write(
            "\(ledger.rows) rows = \(ledger.located) located + \(ledger.outside) outside + \(ledger.rejected) rejected"
                + (ledger.onBorder > 0 ? "; \(ledger.onBorder) on a border" : "")
                + (ledger.overlapping > 0 ? "; \(ledger.overlapping) where areas overlap" : ""))
        let empty = layer.keys.indices.filter { layer.areas.parts(of: $0).isEmpty }
        if !empty.isEmpty {
            let keys = empty.prefix(5).map { layer.keys[$0] }.joined(separator: ", ")
            Message.write("\(areas): \(empty.count) areas have no geometry and can hold no address: \(keys)")
        }
        if ledger.located == 0 && ledger.rows > ledger.rejected {
            Message.write("no address lies in an area; is the reference system right (--crs, --areas-crs)?")
        }
        for (column, name) in result.columns.enumerated() {
            for entry in ledger.largest[column].suspicious(sum: ledger.totals[column].input.value).prefix(3) {
                Message.write(
                    "\(addresses), row \(entry.line): \(Message.number(entry.value)) \(name) at one address; a job centre or shelter?"
                )
            }
        }
        for remark in table.remarks { Message.write("\(addresses): \(remark)") }
        if !result.transformation.isEmpty { Message.write(result.transformation) }
        for rejection in ledger.rejections.prefix(5) {
            Message.write("\(addresses), row \(rejection.line): \(rejection.reason)")
        }
        if ledger.rejected > 5 { Message.write("… and \(ledger.rejected - 5) more; --report lists them") }
        if strict && ledger.rejected > 0 { throw ExitCode(1) }
    }
}
