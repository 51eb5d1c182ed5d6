import Diagnostics

/// The formats of boundary files that are told apart.
enum FeatureFormat {
    case geoJSON
    case packedGeoJSON
    case geoPackage
    case shapefile
    case dBase
    /// Anything that ogr2ogr may know.
    case foreign

    /// The format by the name's ending, or by the first bytes where the ending is not known.
    init(path: String) throws(InputError) {
        let name = path.lowercased()
        if name.hasSuffix(".gpkg") {
            self = .geoPackage
        } else if name.hasSuffix(".shp") {
            self = .shapefile
        } else if name.hasSuffix(".dbf") {
            self = .dBase
        } else if name.hasSuffix(".geojson") || name.hasSuffix(".json") {
            self = .geoJSON
        } else if name.hasSuffix(".geojson.gz") || name.hasSuffix(".json.gz") {
            self = .packedGeoJSON
        } else {
            self = FeatureFormat(start: try FileBytes.start(of: path, count: 128))
        }
    }

    /// The format by the first bytes.
    init(start: [UInt8]) {
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
        if start.starts(with: "SQLite format 3\0".utf8), start.count >= 72, start[68..<70].elementsEqual("GP".utf8) {
            // A GeoPackage writes GPKG (or once GP10) as the database's application id.
            self = .geoPackage
        } else if start.starts(with: [0x00, 0x00, 0x27, 0x0A]) {
            self = .shapefile
        } else if text.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
            self = .geoJSON
        } else {
            self = .foreign
        }
    }

    /// Whether a file of this format is one layer.
    var hasOneLayer: Bool {
        switch self {
        case .geoPackage, .foreign: false
        default: true
        }
    }
}
