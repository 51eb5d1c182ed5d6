import Diagnostics
import GRDB
import Planar

extension LineFile {
    /// Reads a table of a GeoPackage.
    static func geoPackage(_ path: String, layer: String?, named name: String) throws(InputError) -> LineFile {
        do {
            return try ReadOnlyDatabase.open(path).read { database in
                let chosen = try GeoPackageLayer.choose(layer, among: GeoPackageLayer.all(in: database))
                guard let column = chosen.geometryColumn else {
                    throw InputError(
                        .invalidGeometry, "the table '\(chosen.table)' has no geometries",
                        remedy: "name a layer behind a colon")
                }
                let order = try chosen.hasRowNumbers(in: database) ? " ORDER BY rowid" : ""
                let rows = try Row.fetchCursor(
                    database,
                    sql: "SELECT \(column.quotedDatabaseIdentifier) "
                        + "FROM \(chosen.table.quotedDatabaseIdentifier)\(order)")
                var lines = Polylines()
                var feature = 0
                while let row = try rows.next() {
                    feature += 1
                    let value: DatabaseValue = row[0]
                    guard case .blob(let data) = value.storage else { continue }
                    guard var reader = LineWKBReader(geoPackage: [UInt8](data), feature: feature) else {
                        throw damaged(feature: feature)
                    }
                    try reader.read(into: &lines)
                }
                return LineFile(file: name, lines: lines, declaredSystem: try chosen.declaredSystem(in: database))
            }
        } catch let error as InputError {
            throw error
        } catch {
            throw InputError(
                .malformed, "the GeoPackage cannot be read", remedy: "open and save it in a desktop program",
                cause: error)
        }
    }
}
