import Fixtures
import Overlay
import Planar
import Statistics
import Testing

/// The locator against GEOS on ten million points: random ones, all vertices, and points computed to lie on edges.
@Suite("The locator and GEOS")
struct LocatorOracleTests {
    /// 196 areas about 100 m wide, with 120 vertices each that both neighbours share.
    let areas = crookedCoverage(side: 14, pointsPerBorder: 30, seed: 77)

    /// Compares a batch; the number of points that both put on a border.
    func compare(_ x: [Double], _ y: [Double]) throws -> (borders: Int, disagreements: Int) {
        let locator = PointLocator(areas)
        let oracle = try Overlay.containing(areas, x: x, y: y)
        var borders = 0
        var disagreements = 0
        for point in x.indices {
            let found = locator.locate(x: x[point], y: y[point])
            let interior = oracle.interior(of: point)
            let touching = oracle.touching(of: point)
            if touching.isEmpty {
                // Strictly inside one area, or outside all: there is no choice.
                if found.isOnBorder || found.area != (interior.first ?? -1) { disagreements += 1 }
            } else {
                // On a border the rule decides, but only among the areas that are there.
                borders += 1
                if !found.isOnBorder || !(touching.contains(found.area) || interior.contains(found.area)) {
                    disagreements += 1
                }
            }
        }
        return (borders, disagreements)
    }

    @Test("ten million seeded points fall into the same area")
    func tenMillion() throws {
        let box = areas.box
        var generator = SplitMix64(seed: 20_231_231)
        for _ in 0..<10 {
            var x: [Double] = []
            var y: [Double] = []
            for _ in 0..<1_000_000 {
                x.append(box.minX - 20 + generator.uniform() * (box.width + 40))
                y.append(box.minY - 20 + generator.uniform() * (box.height + 40))
            }
            #expect(try compare(x, y).disagreements == 0)
        }
    }

    @Test("every vertex is on a border for both, and belongs to an area that touches it")
    func vertices() throws {
        let result = try compare(areas.x, areas.y)
        #expect(result.disagreements == 0)
        #expect(result.borders == areas.x.count)
    }

    @Test("points computed on edges, on them or a rounding error beside, are judged alike")
    func edges() throws {
        var generator = SplitMix64(seed: 4)
        var x: [Double] = []
        var y: [Double] = []
        for ring in 0..<(areas.ringStarts.count - 1) {
            for vertex in areas.vertices(ofRing: ring).dropLast() {
                for share in [0.5, 0.25, generator.uniform(), generator.uniform()] {
                    x.append(areas.x[vertex] + share * (areas.x[vertex + 1] - areas.x[vertex]))
                    y.append(areas.y[vertex] + share * (areas.y[vertex + 1] - areas.y[vertex]))
                }
            }
        }
        let result = try compare(x, y)
        #expect(result.disagreements == 0)
        #expect(x.count > 90_000)
    }

    @Test("overlapping areas and holes: the claims of GEOS and the locator agree")
    func overlapsAndHoles() throws {
        let overlapping = Coverage.areas([
            [([0, 6, 6, 0], [0, 0, 6, 6])], [([4, 9, 9, 4], [3, 3, 8, 8])], [([1, 2, 2, 1], [1, 1, 2, 2])],
        ])
        let locator = PointLocator(overlapping)
        var generator = SplitMix64(seed: 5)
        let x = (0..<50_000).map { _ in generator.uniform() * 10 }
        let y = (0..<50_000).map { _ in generator.uniform() * 10 }
        let oracle = try Overlay.containing(overlapping, x: x, y: y)
        for point in x.indices {
            let found = locator.locate(x: x[point], y: y[point])
            let interior = oracle.interior(of: point)
            #expect(found.area == (interior.first ?? -1) && found.isInOverlap == (interior.count > 1))
        }
    }
}
