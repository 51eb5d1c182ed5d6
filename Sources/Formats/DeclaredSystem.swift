/// The reference system that a file says its coordinates are in.
///
///     DeclaredSystem(name: "urn:ogc:def:crs:EPSG::25833")  // .epsg(25833)
///     DeclaredSystem(name: "urn:ogc:def:crs:OGC:1.3:CRS84")  // .crs84
///
/// Whether the coordinates can be in that system is for the projection layer to say.
public enum DeclaredSystem: Hashable, Sendable {
    /// A code of the EPSG register; x stays easting or longitude whatever the register's axis order.
    case epsg(Int)
    /// Well-known text, or another name that PROJ may know, such as `ESRI:102329`.
    case wkt(String)
    /// Longitude and latitude on WGS 84, GeoJSON's own system.
    case crs84

    /// Reads a name as the old `crs` member of GeoJSON spells it: a URN, a URL, or `EPSG:n`; a name of another kind
    /// is kept as text.
    public init(name: String) {
        let parts = name.split(whereSeparator: { ":/#".contains($0) })
        let words = parts.map { $0.lowercased() }
        if words.last?.hasPrefix("crs84") == true, words.count == 1 || words.contains("ogc") || words.contains("crs") {
            self = words.last == "crs84" ? .crs84 : .wkt(name)
        } else if words.contains(where: { $0 == "epsg" || $0 == "epsg.xml" }), !name.contains(","),
            let last = words.last, let code = Int(last), code > 0
        {
            self = .epsg(code)
        } else {
            self = .wkt(name)
        }
    }
}

extension DeclaredSystem: CustomStringConvertible {
    /// `EPSG:25832`, `OGC:CRS84`, or the text.
    public var description: String {
        switch self {
        case .epsg(let code): "EPSG:\(code)"
        case .wkt(let text): text
        case .crs84: "OGC:CRS84"
        }
    }
}
