import Diagnostics
import GRDB

/// A table of a GeoPackage, as its contents list it.
struct GeoPackageLayer {
    let table: String
    /// `nil` for a table of attributes alone.
    let geometryColumn: String?
    private let systemNumber: Int?

    /// All tables of features and attributes, in the order of their names.
    static func all(in database: Database) throws -> [GeoPackageLayer] {
        guard try database.tableExists("gpkg_contents") else {
            throw InputError(.malformed, "the file is a database, but no GeoPackage", remedy: "export it as GeoPackage")
        }
        let hasGeometries = try database.tableExists("gpkg_geometry_columns")
        let sql =
            hasGeometries
            ? """
            SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c
            LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
            WHERE c.data_type IN ('features', 'attributes') ORDER BY c.table_name
            """
            : "SELECT table_name, NULL, NULL FROM gpkg_contents WHERE data_type = 'attributes' ORDER BY table_name"
        return try Row.fetchAll(database, sql: sql).map {
            GeoPackageLayer(table: $0[0], geometryColumn: $0[1], systemNumber: $0[2])
        }
    }

    /// The table asked for, or the only one that can be meant.
    static func choose(_ name: String?, among layers: [GeoPackageLayer]) throws(InputError) -> GeoPackageLayer {
        let names = layers.map(\.table).joined(separator: ", ")
        guard let name else {
            let features = layers.filter { $0.geometryColumn != nil }
            let candidates = features.isEmpty ? layers : features
            if candidates.count == 1 { return candidates[0] }
            if candidates.isEmpty { throw InputError(.unknownName, "the file holds no tables", remedy: "") }
            throw InputError(
                .unknownName,
                "the file holds \(candidates.count) layers: \(candidates.map(\.table).joined(separator: ", "))",
                remedy: "name one behind a colon, as in file.gpkg:\(candidates[0].table)")
        }
        let exact = layers.first { $0.table == name }
        guard let layer = exact ?? layers.first(where: { $0.table.lowercased() == name.lowercased() }) else {
            throw InputError(.unknownName, "there is no layer '\(name)'", remedy: "its layers are: \(names)")
        }
        return layer
    }

    /// The reference system; `nil` where the table says that it is unknown.
    func declaredSystem(in database: Database) throws -> DeclaredSystem? {
        guard let systemNumber, systemNumber > 0,
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT organization, organization_coordsys_id, definition, srs_name FROM gpkg_spatial_ref_sys
                    WHERE srs_id = ?
                    """, arguments: [systemNumber])
        else { return nil }
        let organization: String? = row[0]
        let code: Int? = row[1]
        let definition: String? = row[2]
        if organization?.uppercased() == "EPSG", let code, code > 0 { return .epsg(code) }
        let name: String? = row[3]
        // GDAL writes unknown systems as an engineering system named "Undefined Cartesian SRS …".
        guard let definition, !definition.isEmpty, definition.lowercased() != "undefined",
            name?.lowercased().hasPrefix("undefined") != true
        else { return nil }
        return .wkt(definition)
    }

    /// Whether rows can be put into the order of their row ids, as those of views cannot.
    func hasRowNumbers(in database: Database) throws -> Bool {
        let sql = try String.fetchOne(
            database, sql: "SELECT sql FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)",
            arguments: [table])
        guard let sql else { return false }
        return !sql.uppercased().contains("WITHOUT ROWID") && !sql.uppercased().contains("VIRTUAL TABLE")
    }
}
