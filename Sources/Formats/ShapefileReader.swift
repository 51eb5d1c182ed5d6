public import Diagnostics

/// Reads shapefiles (ESRI Shapefile Technical Description, 1998): polygons and points, with or without z and m.
///
///     let file = try ShapefileReader.read(path: "lor_planungsraeume_2021.shp")
///     file.declaredSystem  // the .prj file's text
///
/// The `.dbf` gives the attributes, `.cpg` their encoding, `.prj` the reference system; rows deleted in the `.dbf` are
/// left out together with their shapes. A `.shx` is followed where there is one: after edits the order of the shapes is
/// only there.
public struct ShapefileReader {
    /// Reads a shapefile.
    ///
    /// Without a `.dbf` the file has no attributes, and ``FeatureFile/column(_:)`` says why.
    ///
    /// - Parameter path: The `.shp` file.
    /// - Throws: ``InputError`` where a file cannot be read or is damaged, where `.shp` and `.dbf` differ in length, or
    ///   where a geometry is of another kind or open.
    /// - Complexity: O(*n*) for *n* bytes, and see ``RingGrouping`` for shapes of many rings.
    public static func read(path: String) throws(InputError) -> FeatureFile {
        let table: DBaseTable? =
            if let tablePath = SidecarFile.path(of: path, extension: "dbf") {
                try DBaseTable.read(path: tablePath)
            } else {
                nil
            }
        let bytes = try FileBytes.read(path)
        var geometries = GeometryCollector()
        do throws(InputError) {
            let shapes = try ShapefileIndex.shapes(of: path, bytes)
            if let table, table.recordCount != shapes.count {
                throw InputError(
                    .malformed, "the .shp file holds \(shapes.count) shapes, the .dbf file \(table.recordCount) rows",
                    remedy: "copy all files of the shapefile again")
            }
            for record in table?.records ?? Array(shapes.indices) {
                try ShapefileShape.read(bytes, shapes[record], into: &geometries)
                geometries.endFeature()
            }
        } catch {
            throw error.inFile(path)
        }
        var system: DeclaredSystem?
        if let projection = SidecarFile.path(of: path, extension: "prj") {
            let text = String(decoding: try FileBytes.read(projection), as: UTF8.self)
            let start = text.firstIndex { !$0.isWhitespace && $0 != "\u{FEFF}" && $0 != "\0" }
            if let start { system = .wkt(String(text[start...])) }
        }
        var file = FeatureFile(
            file: path, geometry: geometries.finish(), fields: table?.fields ?? [], columns: table?.columns ?? [],
            declaredSystem: system, kinds: table?.kinds ?? [])
        if table == nil { file.absentAttributes = "the attribute table (.dbf) beside the .shp file is missing" }
        return file
    }
}
