public import Diagnostics

extension FeatureFile {
    /// Reads a boundary or point file, whatever its format.
    ///
    /// GeoJSON (also packed as `.geojson.gz`), GeoPackage, Shapefile and dBase are read here; anything else (KML, GML,
    /// FlatGeobuf, XLSX, ODS, a `.zip` archive with one of these…) through GDAL's `ogr2ogr`, where it is installed.
    /// What the name's ending does not say is taken from the first bytes.
    ///
    ///     let file = try FeatureFile.read(path: "city.gpkg:stadtteile")
    ///
    /// - Parameters:
    ///   - path: The file; a layer may follow behind a colon.
    ///   - layer: The layer, where the file has several.
    ///   - attributesOnly: Reads the attribute table alone, whatever geometry goes with it; every feature is then an
    ///     area without parts.
    /// - Throws: ``InputError`` where the file cannot be read, with place and remedy.
    public static func read(
        path: String, layer: String? = nil, attributesOnly: Bool = false
    ) throws(InputError) -> FeatureFile {
        if layer == nil, !FileBytes.exists(path), let colon = path.lastIndex(of: ":") {
            let file = String(path[..<colon])
            if FileBytes.exists(file) {
                return try read(
                    path: file, layer: String(path[path.index(after: colon)...]), attributesOnly: attributesOnly)
            }
        }
        let format = try FeatureFormat(path: path)
        if let layer, format.hasOneLayer {
            throw InputError(
                .unknownName, "there is no layer '\(layer)': a file of this format has no layers",
                remedy: "leave the layer out", at: Place(file: path))
        }
        switch format {
        case .geoJSON:
            return try GeoJSONReader.read(try FileBytes.read(path), file: path, attributesOnly: attributesOnly)
        case .packedGeoJSON:
            let packed = try FileBytes.read(path)
            let bytes: [UInt8]
            do {
                bytes = try Gzip.decompressed(packed)
            } catch {
                throw error.inFile(path)
            }
            return try GeoJSONReader.read(bytes, file: path, attributesOnly: attributesOnly)
        case .geoPackage: return try GeoPackageReader.read(path: path, layer: layer, attributesOnly: attributesOnly)
        case .shapefile:
            if attributesOnly, let table = SidecarFile.path(of: path, extension: "dbf") { return try attributes(table) }
            return try ShapefileReader.read(path: path)
        case .dBase:
            if !attributesOnly, let shapes = SidecarFile.path(of: path, extension: "shp") {
                return try ShapefileReader.read(path: shapes)
            }
            return try attributes(path)
        case .foreign: return try ConvertedFile.read(path: path, layer: layer, attributesOnly: attributesOnly)
        }
    }

    /// A dBase table alone.
    private static func attributes(_ path: String) throws(InputError) -> FeatureFile {
        let table = try DBaseTable.read(path: path)
        var geometries = GeometryCollector()
        for _ in 0..<table.count { geometries.endFeature() }
        return FeatureFile(
            file: path, geometry: geometries.finish(), fields: table.fields, columns: table.columns,
            declaredSystem: nil, kinds: table.kinds)
    }
}
