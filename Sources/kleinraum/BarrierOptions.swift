import Analysis
import ArgumentParser
import Diagnostics
import Planar
import Projection

/// What keeps neighbours apart: a layer of lines, and gates in it.
struct BarrierOptions: ParsableArguments {
    @Option(help: "Lines that keep neighbours apart, such as rivers and railways: GeoJSON, GeoPackage, Shapefile.")
    var barriers: String?

    @Option(help: "Points or lines at which barriers can be passed, such as bridges.")
    var gates: String?

    @Option(parsing: .unconditional, help: "How far from a gate a crossing may lie, in metres.")
    var gateWidth: Double?

    @Option(help: "The reference system of barriers and gates, where their files are wrong or silent.")
    var barriersCrs: String?

    /// The files that are read.
    var files: [String] { [barriers, gates].compactMap { $0 }.flatMap { [$0, OutputFormat.withoutLayer($0)] } }

    func validate() throws {
        if barriers == nil, gates != nil || gateWidth != nil || barriersCrs != nil {
            throw ValidationError("--gates, --gate-width and --barriers-crs belong to --barriers")
        }
        if (gates == nil) != (gateWidth == nil) { throw ValidationError("--gates needs --gate-width, and the reverse") }
        if let gateWidth, !(gateWidth > 0 && gateWidth.isFinite) {
            throw ValidationError("--gate-width takes metres above zero")
        }
    }

    /// Reads the barriers into a plane in metres; nil where there are none.
    ///
    /// - Parameter box: Where the areas or addresses lie in that plane: a message tells when no barrier is near.
    func read(in plane: ReferenceSystem, near box: Box) throws(InputError) -> Barriers? {
        guard let barriers else { return nil }
        let read = try LineLayer.barriers(
            lines: barriers, gates: gates, gateWidth: gateWidth ?? 0,
            system: try barriersCrs.map { text throws(InputError) in try ReferenceSystem(text) }, in: plane,
            remedy: "state it with --barriers-crs EPSG:n")
        if !read.extent.intersects(box) { Message.write("\(barriers): no barrier lies where the data lie") }
        return read.barriers
    }
}
