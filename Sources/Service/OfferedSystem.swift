/// A coordinate reference system in which features can be had, with the order of its axes in the EPSG registry.
///
///     OfferedSystem.at("http://www.opengis.net/def/crs/EPSG/0/3035")?.isNorthFirst  // true
///
/// Inside the server x is always easting or longitude; the axes are turned where coordinates come in and go out.
struct OfferedSystem: Hashable, Sendable {
    /// The EPSG code; that of CRS84 is the code of the same system with its axes turned, 4326.
    let code: Int
    /// The URI of the OGC's register, the one spelling that is understood: a short name would not say which axis is
    /// first.
    let uri: String
    /// The name in the registry.
    let title: String
    /// Whether the first coordinate is the latitude or northing.
    let isNorthFirst: Bool
    /// Whether coordinates are degrees.
    let isGeographic: Bool

    /// How many decimals coordinates are written with: a centimetre in degrees, a millimetre in metres.
    var decimals: Int { isGeographic ? 7 : 3 }

    /// Longitude and latitude, the system of GeoJSON and the one that answers have unless another is asked for.
    static let crs84 = OfferedSystem(
        code: 4326, uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84", title: "WGS 84 (longitude, latitude)",
        isNorthFirst: false, isGeographic: true)

    /// All, the default first.
    static let all = [
        crs84, epsg(4326, "WGS 84", isNorthFirst: true, isGeographic: true),
        epsg(4258, "ETRS89", isNorthFirst: true, isGeographic: true), epsg(25832, "ETRS89 / UTM zone 32N"),
        epsg(25833, "ETRS89 / UTM zone 33N"), epsg(3035, "ETRS89-extended / LAEA Europe", isNorthFirst: true),
        epsg(3857, "WGS 84 / Pseudo-Mercator"),
    ]

    /// The system of a URI, if it is one of these.
    static func at(_ uri: String) -> OfferedSystem? { all.first { $0.uri == uri } }

    /// The system of an EPSG code, if it is one of these; for 4326 the one with the registry's order.
    static func epsg(_ code: Int) -> OfferedSystem? { all.last { $0.code == code } }

    private static func epsg(
        _ code: Int, _ title: String, isNorthFirst: Bool = false, isGeographic: Bool = false
    ) -> OfferedSystem {
        OfferedSystem(
            code: code, uri: "http://www.opengis.net/def/crs/EPSG/0/\(code)", title: title, isNorthFirst: isNorthFirst,
            isGeographic: isGeographic)
    }
}

extension QueryParameters {
    /// The system that a parameter such as `crs` or `bbox-crs` names, CRS84 where it is not given.
    ///
    /// - Throws: A 400 for a system that is not offered.
    func system(_ name: String) throws(Problem) -> OfferedSystem {
        guard let uri = self[name] else { return .crs84 }
        guard let system = OfferedSystem.at(uri) else {
            let known = OfferedSystem.all.map(\.uri).joined(separator: ", ")
            throw .badRequest("'\(uri)' is no value for \(name); give one of \(known)")
        }
        return system
    }
}
