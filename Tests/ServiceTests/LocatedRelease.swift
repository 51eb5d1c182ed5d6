import Catalogue
import Planar

/// The invented release with boundaries whose metres and degrees are of the same places: two squares of a kilometre
/// side by side west of Essen, the others without geometry.
///
/// The degrees, and the coordinates that tests expect, are pyproj's (PROJ 9.5, no grids).
enum LocatedRelease {
    /// Corners of the first square: south-west, south-east, north-east, north-west.
    static let metres = [[360_000.0, 5_700_000], [361_000, 5_700_000], [361_000, 5_701_000], [360_000, 5_701_000]]
    static let degrees = [
        [6.985900149546353, 51.4338789090069], [7.000277125222469, 51.43412512205863],
        [6.999884522033856, 51.44311146185634], [6.985504728380207, 51.44286517007329],
    ]
    private static let eastern = [
        [7.000277125222469, 51.43412512205863], [7.01465430399777, 51.434369572829276],
        [7.014264518925408, 51.44335599079561], [6.999884522033856, 51.44311146185634],
    ]

    /// The south-west corner in each offered system, in the order of its axes by the EPSG registry.
    static let corner: [(uri: String, position: [Double], tolerance: Double)] = [
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", [6.9859001, 51.4338789], 1e-7),
        ("http://www.opengis.net/def/crs/EPSG/0/4326", [51.4338789, 6.9859001], 1e-7),
        ("http://www.opengis.net/def/crs/EPSG/0/4258", [51.4338789, 6.9859001], 1e-7),
        ("http://www.opengis.net/def/crs/EPSG/0/25832", [360_000, 5_700_000], 0.001),
        ("http://www.opengis.net/def/crs/EPSG/0/25833", [-56_676.869, 5_728_604.867], 0.002),
        ("http://www.opengis.net/def/crs/EPSG/0/3035", [3_151_336.729, 4_111_465.009], 0.002),
        ("http://www.opengis.net/def/crs/EPSG/0/3857", [777_666.847, 6_698_403.725], 0.002),
    ]

    static func make(documents: [ReleasedDocument] = []) -> Release {
        var release = InventedRelease.make()
        release.levels[0].areas = areas([metres, metres.map { [$0[0] + 1000, $0[1]] }])
        release.levels[0].geographic = areas([degrees, eastern])
        release.documents = documents
        return release
    }

    private static func areas(_ squares: [[[Double]]]) -> Areas {
        var builder = Areas.Builder()
        for area in InventedRelease.keys.indices {
            if area < squares.count {
                let ring = squares[area] + [squares[area][0]]
                builder.addRing(x: ring.map { $0[0] }, y: ring.map { $0[1] })
                builder.closePart()
            }
            builder.closeArea()
        }
        return builder.finish()
    }
}
