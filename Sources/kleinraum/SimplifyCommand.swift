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
            border comes to cross another. What is left are vertices of the file as they stand, in the file's order, \
            system and with its attributes as text.

            Boundaries with faults are simplified all the same and told; `kleinraum check` lists the faults.
            """)

    @Argument(help: "Boundaries: GeoJSON, GeoPackage, Shapefile, or what ogr2ogr reads where it is installed.")
    var file: String

    @Option(help: "The side in metres of the square as large as the smallest triangle that stays.")
    var tolerance: Double

    @Option(help: "The field whose values become the features' ids; @row numbers them from 1, @row0 from 0.")
    var key: String?

    @Option(help: "The boundaries' reference system, where their file is wrong or silent.")
    var areasCrs: String?

    @Option(help: "The plane to measure on; by default the boundaries' own, or the UTM zone of their centre.")
    var metricCrs: String?

    @Option(help: "How many threads; the result does not depend on it.")
    var threads: Int?

    @Option(name: .short, help: "The GeoJSON file to write; by default standard output.")
    var output: String?

    func validate() throws {
        if !(tolerance >= 0 && tolerance < .infinity) { throw ValidationError("--tolerance takes a number from 0") }
        if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
        if output == file { throw ValidationError("'\(file)' is read and cannot be written, too") }
    }

    func run() throws {
        let read = try FeatureFile.read(path: file)
        let ids = try key.map { try read.keys($0) } ?? []
        let workers = threads ?? DelimitedFile.processors
        let layer = try CheckedLayer(
            read, key: "@row", system: try areasCrs.map { try ReferenceSystem($0) },
            metricSystem: try metricCrs.map { try ReferenceSystem($0) }, threads: workers)
        guard case .areas(let areas) = read.geometry else { return }
        let coverage = Coverage(areas, threads: workers)
        var (metricX, metricY) = (coverage.x, coverage.y)
        try Transformation(from: layer.system, to: layer.metricSystem)
            .apply(x: &metricX, y: &metricY, threads: workers)
        let simplification = Simplification(coverage, metricX: metricX, metricY: metricY, threads: workers)
        let simplified = simplification.coverage(at: tolerance).areas
        let columns = zip(read.fields, read.columns).map { GeoJSONWriter.Column($0, .text($1)) }
        var out = OutputBuffer()
        GeoJSONWriter(decimals: nil, system: writtenSystem(layer.system))
            .write(simplified, ids: ids, columns: columns, into: &out)
        try Output.write(out.bytes, to: output)
        Message.write("\(areas.count) areas, \(areas.x.count) vertices before, \(simplified.x.count) now")
        try tellFaults(layer, threads: workers)
    }

    /// CRS84 is not stated in GeoJSON; EPSG:4326 is the same, as longitudes come first.
    private func writtenSystem(_ system: ReferenceSystem) -> DeclaredSystem {
        guard let code = system.code else { return .wkt(system.definition) }
        return code == 4326 ? .crs84 : .epsg(code)
    }

    private func tellFaults(_ layer: CheckedLayer, threads: Int) throws {
        let faults = try CoverageFaults(layer.metric, threads: threads).faults.filter { fault in
            switch fault.kind {
            case .invalidRing, .overlap, .unmatchedEdge, .duplicateGeometry: true
            case .repeatedVertex, .gap: false
            }
        }
        guard !faults.isEmpty else { return }
        var counts: [String] = []
        for kind in CoverageFault.Kind.allCases {
            let count = faults.count { $0.kind == kind }
            if count > 0 { counts.append("\(count) \(kind.rawValue)") }
        }
        Message.write(
            "\(file): no valid coverage (\(counts.joined(separator: ", "))), and so is the result; "
                + "kleinraum check lists the faults")
    }
}
