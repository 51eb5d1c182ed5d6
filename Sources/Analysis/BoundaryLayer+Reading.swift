public import Diagnostics
import Formats
import Planar
public import Projection

extension BoundaryLayer {
    /// Reads a boundary file and sorts its areas by key.
    ///
    /// - Parameters:
    ///   - path: GeoJSON, GeoPackage, Shapefile, or what else `ogr2ogr` reads where it is installed.
    ///   - key: The field with the keys, or `@row`, `@row0`.
    ///   - system: The reference system, where the file's own statement is wrong or absent.
    /// - Throws: `InputError` when the file cannot be read, holds no areas, has missing or repeated keys, or when its
    ///   coordinates cannot be in the stated system.
    public static func read(
        path: String, key: String, system override: ReferenceSystem? = nil
    ) throws(InputError) -> BoundaryLayer {
        let file = try FeatureFile.read(path: path)
        guard case .areas(let areas) = file.geometry else {
            throw InputError(
                .invalidGeometry, "the file holds points where areas are needed",
                remedy: "give the boundaries here and the points as addresses", at: Place(file: path))
        }
        let system: ReferenceSystem
        if let override { system = override } else { system = try BoundaryLayer.system(of: file) }
        let box = areas.box
        if !box.isEmpty, let fault = try Plausibility(system).fault(in: box) { throw fault.inFile(path) }
        let keys = try file.keys(key)
        let order = TableWriter.byteOrder(of: keys)
        let sorted = order == Array(keys.indices) ? areas : areas.reordered(order)
        return BoundaryLayer(
            file: path, keys: order.map { keys[$0] }, areas: sorted, system: system, fields: file.fields,
            columns: file.columns.map { column in order.map { column[$0] } })
    }

    private static func system(of file: FeatureFile) throws(InputError) -> ReferenceSystem {
        guard let declared = file.declaredSystem else {
            throw InputError(
                .referenceSystem, "the file does not say which reference system its coordinates are in",
                remedy: "state it: --areas-crs EPSG:25832, or crs: EPSG:25832 at the level in kleinraum.yaml",
                at: Place(file: file.file))
        }
        do throws(InputError) {
            return try ReferenceSystem(declared: declared)
        } catch {
            throw error.inFile(file.file)
        }
    }
}
