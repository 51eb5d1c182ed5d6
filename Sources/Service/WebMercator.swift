import Planar
import Tiles

/// Boxes in degrees on the plane of web maps.
enum WebMercator {
    /// The highest latitude of web maps' square.
    static let highestLatitude = 85.0511287798066

    /// The box of a box.
    static func box(_ degrees: Box) -> Box {
        func northing(_ latitude: Double) -> Double {
            SphericalMercator.y(latitude: min(highestLatitude, max(-highestLatitude, latitude)))
        }
        return Box(
            minX: SphericalMercator.x(longitude: degrees.minX), minY: northing(degrees.minY),
            maxX: SphericalMercator.x(longitude: degrees.maxX), maxY: northing(degrees.maxY))
    }
}
