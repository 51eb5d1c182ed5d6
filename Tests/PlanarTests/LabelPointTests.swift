import Planar
import Statistics
import Testing

@Suite("Label points")
struct LabelPointTests {
    private func area(_ rings: [([Double], [Double])]) -> Areas {
        var builder = Areas.Builder()
        for (x, y) in rings { builder.addRing(x: x, y: y) }
        builder.closePart()
        builder.closeArea()
        return builder.finish()
    }

    @Test("the middle of the documented square")
    func square() throws {
        let point = try #require(area([([0, 1, 1, 0], [0, 0, 1, 1])]).labelPoint(of: 0))
        #expect(point.x == 0.5 && point.y == 0.5 && point.clearance == 0.5)
    }

    // Clearances of shapely 2.0's polylabel at high precision; the first is also 2√2 / (1 + √2).
    @Test(
        "the clearance is the best possible within the precision",
        arguments: [
            ([0.0, 10, 10, 2, 2, 0], [0.0, 0, 2, 2, 10, 10], 1.171572875),
            ([0, 10, 10, 1, 1, 10, 10, 0], [0, 0, 1, 1, 9, 9, 10, 10], 0.585786438),
        ])
    func clearance(x: [Double], y: [Double], best: Double) throws {
        let point = try #require(area([(x, y)]).labelPoint(of: 0, precision: 0.001))
        #expect(point.clearance <= best + 1e-9)
        #expect(point.clearance >= best - 0.001 * 10)
    }

    @Test("a hole keeps the label away")
    func hole() throws {
        let point = try #require(RingMeasuresTests.star().labelPoint(of: 0, precision: 0.001))
        // shapely's polylabel at 1 cm: 327.361 m.
        #expect(abs(point.clearance - 327.361) < 2)
        #expect(point.clearance <= 327.362)
    }

    @Test("the largest part bears the label")
    func largestPart() throws {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 1, 1, 0], y: [0, 0, 1, 1])
        builder.closePart()
        builder.addRing(x: [10, 14, 14, 10], y: [0, 0, 4, 4])
        builder.closePart()
        builder.closeArea()
        let point = try #require(builder.finish().labelPoint(of: 0))
        #expect(point.x == 12 && point.y == 2 && point.clearance == 2)
    }

    @Test("thin and oblique areas still have their label inside")
    func slivers() throws {
        var generator = SplitMix64(seed: 3)
        for _ in 0..<500 {
            let length = 1 + generator.uniform() * 1000
            let width = length * (0.00001 + 0.01 * generator.uniform())
            let angle = generator.uniform() * 2
            let (c, s) = (1 - angle * angle / 4, angle - angle * angle * angle / 6)
            let corners = [(0, 0), (length, 0), (length, width), (0, width)]
            let areas = area([
                (corners.map { 360_000 + $0.0 * c - $0.1 * s }, corners.map { 5_700_000 + $0.0 * s + $0.1 * c })
            ])
            let point = try #require(areas.labelPoint(of: 0))
            #expect(point.clearance > 0)
            #expect(point.clearance <= width)
            #expect(point == areas.labelPoint(of: 0))
        }
    }

    @Test("an area of no size has its label on itself, one without geometry has none")
    func degenerate() throws {
        let flat = try #require(area([([0, 4, 2], [1, 1, 1])]).labelPoint(of: 0))
        #expect(flat.clearance == 0 && flat.y == 1 && flat.x >= 0 && flat.x <= 4)
        let dot = try #require(area([([3, 3, 3, 3], [1, 1, 1, 1])]).labelPoint(of: 0))
        #expect(dot.x == 3 && dot.y == 1)
        var builder = Areas.Builder()
        builder.closeArea()
        #expect(builder.finish().labelPoint(of: 0) == nil)
    }

    @Test("2,000 ragged areas of 140 vertices have a label inside, each with room")
    func many() throws {
        var generator = SplitMix64(seed: 9)
        var builder = Areas.Builder()
        for area in 0..<2000 {
            // Vertices at rising angles around a middle, by rational points of the circle; radii from 0.4 to 1.
            for vertex in 0..<140 {
                let t = Double(vertex % 35) / 35
                let (c, s) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
                let (x, y) = [(c, s), (-s, c), (-c, -s), (s, -c)][vertex / 35]
                let radius = 0.4 + 0.6 * generator.uniform()
                builder.addVertex(x: Double(area) * 3 + radius * x, y: radius * y)
            }
            builder.closeRing()
            builder.closePart()
            builder.closeArea()
        }
        let areas = builder.finish()
        for area in 0..<areas.count {
            let point = try #require(areas.labelPoint(of: area))
            // The disc of radius 0.4 less the sagitta is inside every one.
            #expect(point.clearance > 0.38)
        }
    }
}
