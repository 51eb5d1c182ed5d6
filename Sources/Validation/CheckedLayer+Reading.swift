import Analysis
public import Diagnostics
public import Formats
import Planar
public import Projection

extension CheckedLayer {
    /// Reads a boundary file without asking anything of its keys.
    ///
    /// - Parameters:
    ///   - path: GeoJSON, GeoPackage, Shapefile, or what else `ogr2ogr` reads where it is installed.
    ///   - key: The field with the keys, or `@row`, `@row0`.
    ///   - name: The field with the names; by default the first that is called so.
    ///   - system: The reference system, where the file's own statement is wrong or absent.
    ///   - metricSystem: The plane to measure on, by default the file's own, or the UTM zone of its centre.
    ///   - systemOption: The option that states `system`, for messages.
    /// - Throws: ``InputError`` when the file cannot be read, holds no areas, has no such field, or when nothing says
    ///   which system its coordinates are in.
    public static func read(
        path: String, key: String, name: String? = nil, system override: ReferenceSystem? = nil,
        metricSystem: ReferenceSystem? = nil, systemOption: String = "--areas-crs", threads: Int = 1
    ) throws(InputError) -> CheckedLayer {
        let file = try FeatureFile.read(path: path)
        return try CheckedLayer(
            file, key: key, name: name, system: override, metricSystem: metricSystem, systemOption: systemOption,
            threads: threads)
    }

    /// Takes over a file that has been read; see ``read(path:key:name:system:metricSystem:systemOption:threads:)``.
    public init(
        _ file: FeatureFile, key: String, name: String? = nil, system override: ReferenceSystem? = nil,
        metricSystem: ReferenceSystem? = nil, systemOption: String = "--areas-crs", threads: Int = 1
    ) throws(InputError) {
        guard case .areas(let areas) = file.geometry else {
            throw InputError(
                .invalidGeometry, "the file holds points where areas are needed",
                remedy: "give the boundaries here and the points as --addresses", at: Place(file: file.file))
        }
        let system: ReferenceSystem
        if let override {
            system = override
        } else if let declared = file.declaredSystem {
            system = try ReferenceSystem(declared: declared)
        } else {
            throw InputError(
                .referenceSystem, "the file does not say which reference system its coordinates are in",
                remedy: "state it: \(systemOption) EPSG:25832", at: Place(file: file.file))
        }
        let keysAreRows = key == "@row" || key == "@row0"
        let keys = keysAreRows ? try file.keys(key) : try file.column(key).map { $0 ?? "" }
        var names = keys.map { _ in "" }
        if let field = name ?? CheckedLayer.nameField(of: file.fields) {
            names = try file.column(field).map { $0 ?? "" }
        }
        let order = CheckedLayer.order(keys: keys, areas: areas)
        let isOrdered = order == Array(keys.indices)
        try self.init(
            file: file.file, keys: order.map { keys[$0] }, names: order.map { names[$0] },
            features: order.map { $0 + 1 }, areas: isOrdered ? areas : areas.reordered(order), system: system,
            metricSystem: metricSystem, fields: file.fields,
            columns: file.columns.map { column in order.map { column[$0] } }, keysAreRows: keysAreRows,
            systemOption: systemOption, threads: threads)
    }

    /// Only the areas that a condition on their number holds for.
    func filtered(_ isIncluded: (Int) -> Bool, threads: Int) throws(InputError) -> CheckedLayer {
        let kept = keys.indices.filter(isIncluded)
        guard kept.count < count else { return self }
        return try CheckedLayer(
            file: file, keys: kept.map { keys[$0] }, names: kept.map { names[$0] },
            features: kept.map { features[$0] }, areas: areas.reordered(kept), system: system,
            metricSystem: metricSystem, fields: fields, columns: columns.map { column in kept.map { column[$0] } },
            keysAreRows: keysAreRows, threads: threads)
    }

    /// The values of a field, empty text where there is none.
    func column(_ name: String, option: String) throws(InputError) -> [String] {
        guard let place = fields.firstIndex(of: name), fields.lastIndex(of: name) == place else {
            throw InputError(
                .unknownName, "there is no field '\(name)', or it occurs twice (\(option))",
                remedy: "the fields are \(fields.joined(separator: ", "))", at: Place(file: file))
        }
        return columns[place].map { $0 ?? "" }
    }

    /// The first field that is called a name: `name`, `NAME`, `PLR_NAME`, `Stadtteilname`, `Bezeichnung`.
    private static func nameField(of fields: [String]) -> String? {
        let lower = fields.map { $0.lowercased() }
        for isName in [
            { $0 == "name" }, { $0.hasSuffix("_name") && !$0.hasPrefix("class") && !$0.hasPrefix("level") },
            { $0.hasSuffix("name") && !$0.contains("_") }, { $0.hasPrefix("bezeichn") },
        ] as [(String) -> Bool] {
            if let place = lower.firstIndex(where: isName), lower.lastIndex(of: lower[place]) == place {
                return fields[place]
            }
        }
        return nil
    }

    /// By key; equal keys by the place of their boxes, then as in the file.
    private static func order(keys: [String], areas: Areas) -> [Int] {
        var order = TableWriter.byteOrder(of: keys)
        var first = 0
        while first < order.count {
            var end = first + 1
            while end < order.count, keys[order[end]].utf8.elementsEqual(keys[order[first]].utf8) { end += 1 }
            if end - first > 1 {
                let boxes = order[first..<end].map { (feature: $0, box: areas.box(of: $0)) }
                let sorted = boxes.sorted { one, other in
                    (one.box.minX, one.box.minY, one.box.maxX, one.box.maxY, one.feature)
                        < (other.box.minX, other.box.minY, other.box.maxX, other.box.maxY, other.feature)
                }
                order.replaceSubrange(first..<end, with: sorted.map(\.feature))
            }
            first = end
        }
        return order
    }
}
