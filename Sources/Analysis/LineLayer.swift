public import Diagnostics
import Formats
public import Planar
public import Projection

/// Lines of a file in a plane in metres: barriers between neighbours, and the gates in them.
public enum LineLayer {
    /// Reads lines, or points as lines of one vertex, and brings them into the plane.
    ///
    /// - Parameters:
    ///   - path: GeoJSON, GeoPackage or Shapefile.
    ///   - system: The system of its coordinates, where the file is wrong or silent.
    ///   - plane: The plane in metres.
    ///   - remedy: What to do where nobody knows the system.
    /// - Throws: `InputError` for a file that cannot be read, or coordinates that cannot be in their system.
    private static func read(
        path: String, system: ReferenceSystem?, in plane: ReferenceSystem, remedy: String
    ) throws(InputError) -> Polylines {
        let file = try LineFile.read(path: path)
        let system = if let system { system } else { try declared(by: file, path: path, remedy: remedy) }
        var (x, y) = (file.lines.x, file.lines.y)
        var box = Box.empty
        for vertex in x.indices { box.add(x: x[vertex], y: y[vertex]) }
        if !box.isEmpty, let fault = try Plausibility(system).fault(in: box) { throw fault.inFile(path) }
        let failed = try Transformation(from: system, to: plane).apply(x: &x, y: &y)
        guard failed == 0 else {
            throw InputError(
                .referenceSystem, "\(failed) vertices cannot be transformed to \(plane.label)",
                remedy: "check the reference system of the file", at: Place(file: path))
        }
        return Polylines(x: x, y: y, starts: file.lines.starts)
    }

    /// Reads barriers, which must have a line that is longer than nothing, and the gates in them.
    ///
    /// - Throws: `InputError` for a file that cannot be read, or does not say its reference system where none is given,
    ///   and for coordinates that cannot be in their system.
    public static func barriers(
        lines: String, gates: String?, gateWidth: Double, system: ReferenceSystem?, in plane: ReferenceSystem,
        remedy: String
    ) throws(InputError) -> (barriers: Barriers, extent: Box) {
        let read = try self.read(path: lines, system: system, in: plane, remedy: remedy)
        guard (0..<read.count).contains(where: { read.length(of: $0) > 0 }) else {
            throw InputError(
                .invalidGeometry, "the file holds no line", remedy: "points are gates, not barriers",
                at: Place(file: lines))
        }
        var extent = Box.empty
        for vertex in read.x.indices { extent.add(x: read.x[vertex], y: read.y[vertex]) }
        guard let gates else { return (Barriers(read), extent) }
        let passages = try self.read(path: gates, system: system, in: plane, remedy: remedy)
        return (Barriers(read, gates: passages, gateWidth: gateWidth), extent)
    }

    private static func declared(
        by file: LineFile, path: String, remedy: String
    ) throws(InputError) -> ReferenceSystem {
        guard let declared = file.declaredSystem else {
            throw InputError(
                .referenceSystem, "the file does not say which reference system its coordinates are in",
                remedy: remedy, at: Place(file: path))
        }
        do throws(InputError) {
            return try ReferenceSystem(declared: declared)
        } catch {
            throw error.inFile(path)
        }
    }
}
