import Glibc
import Planar

/// Where a web map looks at first: a middle and a zoom.
struct MapView {
    let longitude: Double
    let latitude: Double
    let zoom: Double

    /// The view of a box in degrees; `nil` for the empty box.
    ///
    /// The zoom is that of tiles of 512 pixels, as MapLibre counts, in a window 600 pixels wide and high.
    init?(_ box: Box) {
        guard !box.isEmpty else { return nil }
        let (south, north) = (MapView.mercator(box.minY), MapView.mercator(box.maxY))
        longitude = (box.minX + box.maxX) / 2
        latitude = atan(sinh((south + north) / 2)) * 180 / .pi
        let share = max(box.width / 360, (north - south) / (2 * .pi))
        zoom = share > 0 ? min(16, max(0, log2(600.0 / 512 / share))) : 14
    }

    /// A latitude in degrees on the Mercator plane of a sphere of radius 1.
    private static func mercator(_ latitude: Double) -> Double {
        let bounded = min(85.05112878, max(-85.05112878, latitude))
        return asinh(tan(bounded * .pi / 180))
    }
}
