import ArgumentParser
import Coverage
import Diagnostics
import Formats
import Planar
import Projection
import Validation

/// `kleinraum simplify`: boundaries with fewer vertices, still side by side.
struct SimplifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simplify",
        abstract: "Boundaries with fewer vertices; shared borders stay shared, no area vanishes.",
        discussion: """
            Corners whose triangle is smaller than the square of the tolerance go, smallest first, as long as no \
            border comes to cross another. What is left are vertices of the file as they stand, in the file's order \
            and system and with its attributes. The ending of the output's name says the format: .geojson, .json, \
            .topojson (shared borders once; it cannot name a reference system), or .gpkg, .shp, .fgb, … through \
            ogr2ogr.

            Boundaries with faults are simplified all the same and told; `kleinraum check` lists the faults.
            """)

    @Argument(help: "Boundaries: GeoJSON, GeoPackage, Shapefile, or what ogr2ogr reads where it is installed.")
    var file: String

    @Option(
        parsing: .unconditional, help: "The side in metres of the square as large as the smallest triangle that stays.")
    var tolerance: Double

    @Option(
        help: "The field whose values become ids in GeoJSON and TopoJSON; @row numbers them from 1, @row0 from 0.")
    var key: String?

    @Option(help: "The boundaries' reference system, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The plane to measure on; by default the boundaries' own, or the UTM zone of their centre.")
    var metricCrs: String?

    @Option(parsing: .unconditional, help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The file to write; by default GeoJSON to standard output.")
    var output: String?

    func validate() throws {
        if !(tolerance >= 0 && tolerance < .infinity) {
            throw ValidationError("--tolerance takes a number from 0, not \(tolerance)")
        }
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
        try MetricPlane.validate(metricCrs)
        try Output.refuse(overwriting: [file], output: output)
        _ = try OutputFormat(path: output, allowsTopoJSON: true)
    }

    func run() throws {
        let read = try FeatureFile.read(path: file)
        let ids = try key.map { try read.keys($0) } ?? []
        let workers = threads ?? DelimitedFile.processors
        let layer = try CheckedLayer(
            read, key: "@row", system: try areasCrs.map { try ReferenceSystem($0) },
            metricSystem: try metricCrs.map { try ReferenceSystem($0) }, threads: workers)
        guard case .areas(let areas) = read.geometry else { return }
        if let fault = try Plausibility(layer.system).fault(in: areas.box) { throw fault.inFile(file) }
        let coverage = Coverage(areas, threads: workers)
        var (metricX, metricY) = (coverage.x, coverage.y)
        try Transformation(from: layer.system, to: layer.metricSystem)
            .apply(x: &metricX, y: &metricY, threads: workers)
        let simplification = Simplification(coverage, metricX: metricX, metricY: metricY, threads: workers)
        let simplified = simplification.coverage(at: tolerance)
        let result = simplified.areas
        let format = try OutputFormat(path: output, allowsTopoJSON: true)
        var out = OutputBuffer()
        if format == .topoJSON {
            TopoJSONWriter().write(simplified, ids: ids, columns: read.typedColumns, into: &out)
        } else {
            // In other formats an id would be one more attribute.
            GeoJSONWriter(decimals: nil, system: layer.declaredSystem)
                .write(result, ids: format == .geoJSON ? ids : [], columns: read.typedColumns, into: &out)
        }
        if format == .converted, let output {
            let warnings = try FeatureConversion.write(out.bytes, to: output, system: layer.declaredSystem)
            for warning in warnings { Message.write(warning) }
        } else {
            try Output.write(out.bytes, to: output)
        }
        Message.write("\(areas.count) areas, \(areas.x.count) vertices before, \(result.x.count) now")
        if format == .topoJSON && layer.declaredSystem != .crs84 {
            Message.write("TopoJSON cannot name a reference system; the coordinates are in \(layer.system.label)")
        }
        try tellFaults(layer, threads: workers)
    }

    private func tellFaults(_ layer: CheckedLayer, threads: Int) throws {
        // A gap is a fault, too, and may hide that two rims differ.
        let faults = try CoverageFaults(layer.metric, threads: threads).faults.filter { $0.kind != .repeatedVertex }
        guard !faults.isEmpty else { return }
        var counts: [String] = []
        for kind in CoverageFault.Kind.allCases {
            let count = faults.count { $0.kind == kind }
            if count > 0 { counts.append("\(count) \(kind.rawValue)") }
        }
        Message.write(
            "\(file): no valid coverage (\(counts.joined(separator: ", "))), nor is the result; "
                + "kleinraum check lists the faults")
    }
}
