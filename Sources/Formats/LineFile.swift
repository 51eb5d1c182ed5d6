public import Diagnostics
public import Planar

/// The lines or points of a file, without attributes: rivers, railways, bridges.
///
///     let file = try LineFile.read(path: "gewaesser.geojson")
///     file.lines.count     // one for each line, however they are grouped into features
///     file.declaredSystem  // what the file says of its coordinates
///
/// Points are lines of one vertex. GeoJSON (also packed as `.geojson.gz`), GeoPackage and Shapefile are read. Areas are
/// refused, for a barrier is a line: take the axis of the river, not its bed. When not to use it: for boundaries and
/// addresses, which ``FeatureFile`` reads with their attributes.
public struct LineFile: Sendable {
    /// The file, as the user named it.
    public let file: String
    /// The lines, in the file's order.
    public let lines: Polylines
    /// The reference system that the file states; `nil` where it states none.
    public let declaredSystem: DeclaredSystem?

    /// Reads a file of lines, or of points.
    ///
    /// - Parameter path: The file; a layer of a GeoPackage may follow behind a colon.
    /// - Throws: ``InputError`` where the file cannot be read, is of another format, or holds areas or curves (with the
    ///   feature's number).
    /// - Complexity: O(*n*) for *n* bytes.
    public static func read(path: String) throws(InputError) -> LineFile {
        var (file, layer) = (path, String?.none)
        if !FileBytes.exists(path), let colon = path.lastIndex(of: ":"), FileBytes.exists(String(path[..<colon])) {
            (file, layer) = (String(path[..<colon]), String(path[path.index(after: colon)...]))
        }
        do throws(InputError) {
            switch try FeatureFormat(path: file) {
            case .geoJSON where layer == nil: return try geoJSON(try FileBytes.read(file), file: path)
            case .packedGeoJSON where layer == nil:
                return try geoJSON(try Gzip.decompressed(try FileBytes.read(file)), file: path)
            case .geoPackage: return try geoPackage(file, layer: layer, named: path)
            case .shapefile where layer == nil: return try shapefile(file)
            case .geoJSON, .packedGeoJSON, .shapefile:
                throw InputError(
                    .unknownName, "there is no layer '\(layer ?? "")': a file of this format has no layers",
                    remedy: "leave the layer out")
            case .dBase, .foreign:
                throw InputError(
                    .malformed, "lines are not read from a file of this format",
                    remedy: "save them as GeoJSON, GeoPackage or Shapefile")
            }
        } catch {
            throw error.inFile(path)
        }
    }

    /// A geometry that is no line.
    static func unsupported(_ type: String, feature: Int) -> InputError {
        InputError(
            .invalidGeometry, "feature \(feature) is a \(type)",
            remedy: "lines or points are needed: of a river the axis, not the bed; of curves the strokes",
            at: Place(row: feature))
    }

    /// A geometry that cannot be read, or a vertex that is no number.
    static func damaged(feature: Int) -> InputError {
        InputError(
            .malformed, "the geometry of feature \(feature) is damaged", remedy: "write the file again",
            at: Place(row: feature))
    }
}
