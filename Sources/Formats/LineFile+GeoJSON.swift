import Diagnostics
import Planar

extension LineFile {
    /// Reads GeoJSON: a FeatureCollection, a Feature or a geometry.
    static func geoJSON(_ bytes: [UInt8], file: String) throws(InputError) -> LineFile {
        let document = try JSONValue.parse(bytes)
        var lines = Polylines()
        switch document["type"]?.string {
        case "FeatureCollection":
            guard let features = document["features"]?.elements else {
                throw InputError(.malformed, "the FeatureCollection has no member 'features'")
            }
            for (index, feature) in features.enumerated() {
                try geometry(feature["geometry"] ?? .null, feature: index + 1, into: &lines)
            }
        case "Feature": try geometry(document["geometry"] ?? .null, feature: 1, into: &lines)
        case "LineString", "MultiLineString", "Point", "MultiPoint", "GeometryCollection", "Polygon", "MultiPolygon":
            try geometry(document, feature: 1, into: &lines)
        default:
            throw InputError(
                .malformed, "the JSON is no GeoJSON: its 'type' is '\(document["type"]?.string ?? "")'",
                remedy: "a FeatureCollection, a Feature or a geometry is needed")
        }
        return LineFile(file: file, lines: lines, declaredSystem: system(document["crs"]))
    }

    private static func geometry(
        _ value: JSONValue, feature: Int, into lines: inout Polylines
    ) throws(InputError) {
        if value == .null { return }
        let type = value["type"]?.string ?? ""
        let coordinates = value["coordinates"]?.elements
        switch type {
        case "GeometryCollection":
            for part in value["geometries"]?.elements ?? [] { try geometry(part, feature: feature, into: &lines) }
        case "Polygon", "MultiPolygon": throw unsupported(type, feature: feature)
        case "Point":
            guard let coordinates else { throw damaged(feature: feature) }
            // An empty position is the older way of writing a geometry of nothing.
            if !coordinates.isEmpty { try add([.array(coordinates)], feature: feature, to: &lines) }
        case "MultiPoint":
            guard let coordinates else { throw damaged(feature: feature) }
            for point in coordinates { try add([point], feature: feature, to: &lines) }
        case "LineString":
            guard let coordinates else { throw damaged(feature: feature) }
            try add(coordinates, feature: feature, to: &lines)
        case "MultiLineString":
            for line in coordinates ?? [] {
                guard let vertices = line.elements else { throw damaged(feature: feature) }
                try add(vertices, feature: feature, to: &lines)
            }
        default: throw unsupported("geometry of the unknown type '\(type)'", feature: feature)
        }
    }

    private static func add(
        _ positions: [JSONValue], feature: Int, to lines: inout Polylines
    ) throws(InputError) {
        var (x, y): ([Double], [Double]) = ([], [])
        for position in positions {
            guard let numbers = position.elements, numbers.count >= 2, let east = numbers[0].number,
                let north = numbers[1].number, east.isFinite, north.isFinite
            else { throw damaged(feature: feature) }
            x.append(east)
            y.append(north)
        }
        lines.add(x: x, y: y)
    }

    /// The old `crs` member; `null` says that no system may be assumed, and without it it is CRS84.
    private static func system(_ value: JSONValue?) -> DeclaredSystem? {
        guard let value else { return .crs84 }
        if let name = value["properties"]?["name"]?.string { return DeclaredSystem(name: name) }
        if let code = value["properties"]?["code"]?.number, let code = Int(exactly: code) { return .epsg(code) }
        return nil
    }
}
