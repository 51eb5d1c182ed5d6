import Glibc

/// Web maps' projection, EPSG:3857: Mercator's on a sphere of the ellipsoid's larger radius, in closed form.
///
///     SphericalMercator.x(longitude: 180)  // 20037508.342789244
///
/// Formulas: EPSG Guidance Note 7-2, Popular Visualisation Pseudo Mercator (method 1024). Longitudes and latitudes are
/// in degrees; heights above 85.0511° lie outside the square that web maps show.
public enum SphericalMercator {
    /// The sphere's radius in metres.
    public static let radius = 6_378_137.0
    /// Half the square's side in metres: π times the radius.
    public static let halfWidth = 20_037_508.342789244

    /// The easting of a longitude.
    public static func x(longitude: Double) -> Double { longitude / 180 * halfWidth }

    /// The northing of a latitude.
    ///
    /// - Precondition: The latitude lies between the poles, -90 < latitude < 90.
    public static func y(latitude: Double) -> Double {
        // asinh(tan φ) = ln tan(π/4 + φ/2), and keeps its digits at the equator.
        radius * asinh(tan(latitude * (.pi / 180)))
    }

    /// The longitude of an easting.
    public static func longitude(x: Double) -> Double { x / halfWidth * 180 }

    /// The latitude of a northing.
    public static func latitude(y: Double) -> Double { atan(sinh(y / radius)) * (180 / .pi) }

    /// How many metres on the ground a metre on the map is at a latitude: its cosine.
    ///
    ///     SphericalMercator.groundMetres(latitude: 60)  // about 0.5
    public static func groundMetres(latitude: Double) -> Double { cos(latitude * (.pi / 180)) }
}
