import Coverage
import Fixtures
import Formats
import Foundation
import Planar
import Testing
import Tiles

/// Berlin's 542 planning areas of 2021, from ETRS89 / UTM 33N to Web Mercator.
@Suite("Berlin's planning areas in tiles")
struct BerlinTests {
    static let path = "\(PythonClient.root)/../shared/data/berlin/boundaries/lor_planungsraeume_2021.shp"
    static let coverage: Coverage? = {
        do {
            guard case .areas(let areas) = try FeatureFile.read(path: path).geometry else { return nil }
            return Coverage(areas)
        } catch {
            return nil
        }
    }()
    static let onMercator: (x: [Double], y: [Double]) = {
        let places = zip(coverage?.x ?? [], coverage?.y ?? []).map {
            UniversalTransverseMercator.geographic(east: $0, north: $1, zone: 33)
        }
        return (
            places.map { SphericalMercator.x(longitude: $0.longitude) },
            places.map { SphericalMercator.y(latitude: $0.latitude) }
        )
    }()
    static let pyramid = coverage.map {
        TilePyramid(
            Simplification($0), x: onMercator.x, y: onMercator.y, matrixSet: .webMercatorQuad,
            metresPerUnit: SphericalMercator.groundMetres(latitude: 52.5))
    }
    /// The same with all vertices.
    static let complete = coverage.map {
        TilePyramid(
            Simplification($0), x: onMercator.x, y: onMercator.y, matrixSet: .webMercatorQuad, metresPerUnit: 1,
            tolerance: 0)
    }

    @Test(
        "At every zoom the snapped layer is valid, has all 542 areas and comes back from its tiles",
        .enabled(if: FileManager.default.fileExists(atPath: path), "shared/data/berlin is not here"),
        arguments: 6...16)
    func rebuilt(zoom: Int) throws {
        let pyramid = try #require(Self.pyramid)
        let snapped = pyramid.snapped(zoom: zoom)
        #expect(snapped.count == 542)
        #expect((0..<542).count { snapped.isCollapsed($0) } == 0 || zoom < 8)
        try CoverageCheck.expectValid(snapped, "zoom \(zoom)")
        try RebuiltLayer.expectEqual(pyramid, zoom: zoom)
        try CoverageCheck.expectValid(try #require(Self.complete).snapped(zoom: zoom), "zoom \(zoom), all vertices")
    }
}

/// The inverse of UTM by Krüger's series: EPSG Guidance Note 7-2, method 9807, with the ellipsoid of ETRS89.
enum UniversalTransverseMercator {
    static func geographic(east: Double, north: Double, zone: Int) -> (longitude: Double, latitude: Double) {
        let n = 1 / (2 * 298.257222101 - 1)
        let meridian = 6_378_137 / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)
        let beta = [
            n / 2 - n * n * 2 / 3 + n * n * n * 37 / 96, n * n / 48 + n * n * n / 15, n * n * n * 17 / 480,
        ]
        let (xi, eta) = (north / (meridian * 0.9996), (east - 500_000) / (meridian * 0.9996))
        var (alongXi, alongEta) = (xi, eta)
        for (index, factor) in beta.enumerated() {
            let multiple = Double(2 * (index + 1))
            alongXi -= factor * sin(multiple * xi) * cosh(multiple * eta)
            alongEta -= factor * cos(multiple * xi) * sinh(multiple * eta)
        }
        let conformal = asin(sin(alongXi) / cosh(alongEta))
        let delta = [
            n * 2 - n * n * 2 / 3 - n * n * n * 2, n * n * 7 / 3 - n * n * n * 8 / 5, n * n * n * 56 / 15,
        ]
        var latitude = conformal
        for (index, factor) in delta.enumerated() { latitude += factor * sin(Double(2 * (index + 1)) * conformal) }
        let longitude = Double(zone * 6 - 183) + atan2(sinh(alongEta), cos(alongXi)) * 180 / .pi
        return (longitude, latitude * 180 / .pi)
    }
}
