public import Diagnostics
import GRDB

/// Reads GeoPackages (OGC 12-128): a table of features, or a table of attributes alone.
///
///     let file = try GeoPackageReader.read(path: "city.gpkg", layer: "stadtteile")
///
/// The file is opened read-only and, where nobody is writing to it, as unchangeable, so that it may lie in a folder
/// without write permission. All columns but the geometry become fields, the primary key too; features come in the
/// order of their row ids. A column declared `BOOLEAN` gives `true` and `false`; a blob gives `nil`.
public enum GeoPackageReader {
    /// Reads a table.
    ///
    /// - Parameters:
    ///   - layer: The table's name; may be left out where there is one table of features, or none and one of
    ///     attributes.
    ///   - attributesOnly: Reads no geometry; every feature is then an area without parts.
    /// - Throws: ``InputError`` where the file is no GeoPackage, the layer unknown or in doubt, or a geometry unusable.
    /// - Complexity: O(*n*) for *n* bytes.
    public static func read(
        path: String, layer: String? = nil, attributesOnly: Bool = false
    ) throws(InputError) -> FeatureFile {
        try read(path: path, named: path, layer: layer, attributesOnly: attributesOnly)
    }

    /// The same for a file that the user knows under another name.
    static func read(
        path: String, named name: String, layer: String?, attributesOnly: Bool
    ) throws(InputError) -> FeatureFile {
        do {
            return try ReadOnlyDatabase.open(path).read { database in
                let layers = try GeoPackageLayer.all(in: database)
                let chosen = try GeoPackageLayer.choose(layer, among: layers)
                return try read(chosen, from: database, named: name, attributesOnly: attributesOnly)
            }
        } catch let error as InputError {
            throw error.inFile(name)
        } catch {
            throw InputError(
                .malformed, "the GeoPackage cannot be read", remedy: "open and save it in a desktop program",
                at: Place(file: name), cause: error)
        }
    }

    private static func read(
        _ layer: GeoPackageLayer, from database: Database, named name: String, attributesOnly: Bool
    ) throws -> FeatureFile {
        let geometryColumn = attributesOnly ? nil : layer.geometryColumn
        let described = try database.columns(in: layer.table)
        let attributes = described.filter { $0.name.lowercased() != layer.geometryColumn?.lowercased() }
        let isTruth = attributes.map { $0.type.uppercased() == "BOOLEAN" }
        var names = attributes.map(\.name)
        if let geometryColumn { names.append(geometryColumn) }
        let list = names.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
        let order = try layer.hasRowNumbers(in: database) ? " ORDER BY rowid" : ""
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(list.isEmpty ? "1" : list) FROM \(layer.table.quotedDatabaseIdentifier)\(order)")
        var columns = [[String?]](repeating: [], count: attributes.count)
        var geometries = GeometryCollector()
        while let row = try rows.next() {
            for field in attributes.indices { columns[field].append(text(row[field], isTruth: isTruth[field])) }
            if geometryColumn != nil { try geometry(row[attributes.count], into: &geometries) }
            geometries.endFeature()
        }
        return FeatureFile(
            file: name, geometry: geometries.finish(), fields: attributes.map(\.name), columns: columns,
            declaredSystem: try layer.declaredSystem(in: database), kinds: attributes.map { kind(of: $0.type) })
    }

    /// What a column of a declared type holds (OGC 12-128, table 1); a size may follow in brackets.
    private static func kind(of type: String) -> FeatureFile.Kind {
        switch type.uppercased().prefix(while: { $0 != "(" }) {
        case "BOOLEAN": .truth
        case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER": .integer
        case "FLOAT", "DOUBLE", "REAL": .real
        default: .text
        }
    }

    private static func geometry(_ value: DatabaseValue, into geometries: inout GeometryCollector) throws {
        guard case .blob(let data) = value.storage else { return }
        guard var reader = WKBReader(geoPackage: [UInt8](data)) else {
            throw InputError(
                .malformed, "the geometry of feature \(geometries.feature) is no GeoPackage geometry",
                remedy: "write the file again", at: Place(row: geometries.feature))
        }
        try reader.read(into: &geometries)
    }

    private static func text(_ value: DatabaseValue, isTruth: Bool) -> String? {
        switch value.storage {
        case .null, .blob: nil
        case .int64(let number): isTruth ? (number == 0 ? "false" : "true") : String(number)
        case .double(let number): AttributeText.number(number)
        case .string(let text): text
        }
    }
}
