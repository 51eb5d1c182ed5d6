import Planar
import Testing

@Suite("Measures of rings and areas")
struct RingMeasuresTests {
    /// A star with a hole, far from the origin as in EPSG:4647.
    static let starX = [32_359_000.25, 32_360_200.75, 32_360_900.5, 32_360_100.0, 32_359_700.5, 32_359_300.125]
    static let starY = [5_700_000.5, 5_699_800.125, 5_700_900.25, 5_700_700.75, 5_701_800.0, 5_700_900.5]
    static let holeX = [32_359_500.5, 32_359_900.25, 32_359_700.75]
    static let holeY = [5_700_300.25, 5_700_250.5, 5_700_600.125]

    static func star(reversed: Bool = false) -> Areas {
        var builder = Areas.Builder()
        builder.addRing(x: reversed ? starX.reversed() : starX, y: reversed ? starY.reversed() : starY)
        builder.addRing(x: holeX, y: holeY)
        builder.closePart()
        builder.closeArea()
        return builder.finish()
    }

    // GEOS 3.14.1 through shapely 2: area, length and centroid of the same polygon.
    @Test("area, perimeter and centroid agree with GEOS, whichever way the rings run", arguments: [false, true])
    func star(reversed: Bool) throws {
        let star = Self.star(reversed: reversed)
        #expect(abs(star.area(of: 0) - 1_625_737.5) < 1e-3)
        #expect(abs(star.perimeter(of: 0) - 7_614.6867599915495) < 1e-9)
        let centroid = try #require(star.centroid(of: 0))
        #expect(abs(centroid.x - 32_359_825.5984598) < 1e-6)
        #expect(abs(centroid.y - 5_700_552.47115588) < 1e-6)
        #expect((star.signedArea(ofRing: 0) > 0) == !reversed)
    }

    @Test("the documented square")
    func square() throws {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 1, 1, 0, 0], y: [0, 0, 1, 1, 0])
        builder.closePart()
        builder.closeArea()
        let square = builder.finish()
        #expect(square.area(of: 0) == 1)
        #expect(square.perimeter(of: 0) == 4)
        #expect(square.signedArea(ofRing: 0) == 1)
        let centroid = try #require(square.centroid(of: 0))
        #expect(centroid == (0.5, 0.5))
    }

    @Test("several parts add up")
    func parts() throws {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 2, 2, 0], y: [0, 0, 2, 2])
        builder.closePart()
        builder.addRing(x: [10, 10, 12, 12], y: [0, 2, 2, 0])
        builder.closePart()
        builder.closeArea()
        let areas = builder.finish()
        #expect(areas.area(of: 0) == 8)
        #expect(areas.perimeter(of: 0) == 16)
        let centroid = try #require(areas.centroid(of: 0))
        #expect(centroid == (6, 1))
    }

    @Test("an area without geometry has no size and no centre, one without size has the middle of its box")
    func degenerate() throws {
        var builder = Areas.Builder()
        builder.closeArea()
        builder.addRing(x: [0, 4, 2], y: [0, 4, 2])
        builder.closePart()
        builder.closeArea()
        let areas = builder.finish()
        #expect(areas.area(of: 0) == 0 && areas.perimeter(of: 0) == 0)
        #expect(areas.centroid(of: 0) == nil)
        #expect(areas.area(of: 1) == 0)
        let centroid = try #require(areas.centroid(of: 1))
        #expect(centroid == (2, 2))
    }
}
