import Fixtures
import Planar
import Statistics
import Testing

/// Squares of a side of 10 in `columns` × `rows`, row by row from the origin.
func chessboard(columns: Int, rows: Int) -> Areas {
    var builder = Areas.Builder()
    for row in 0..<rows {
        for column in 0..<columns {
            let (west, south) = (Double(column) * 10, Double(row) * 10)
            builder.addRing(
                x: [west, west + 10, west + 10, west, west], y: [south, south, south + 10, south + 10, south])
            builder.closePart()
            builder.closeArea()
        }
    }
    return builder.finish()
}

/// The same areas in another order, with every second ring turned round.
func shuffled(_ areas: Areas, order: [Int]) -> Areas {
    var builder = Areas.Builder()
    for area in order {
        for part in areas.parts(of: area) {
            for ring in areas.rings(ofPart: part) {
                let vertices = areas.vertices(ofRing: ring)
                if area.isMultiple(of: 2) {
                    builder.addRing(x: areas.x[vertices], y: areas.y[vertices])
                } else {
                    builder.addRing(x: areas.x[vertices].reversed(), y: areas.y[vertices].reversed())
                }
            }
            builder.closePart()
        }
        builder.closeArea()
    }
    return builder.finish()
}

@Suite("Locating points")
struct PointLocatorTests {
    let board = chessboard(columns: 4, rows: 3)

    @Test("a point inside an area belongs to it, a point beside all to none")
    func insideAndOutside() {
        let locator = PointLocator(board)
        #expect(locator.locate(x: 15, y: 5) == Location(area: 1))
        #expect(locator.locate(x: 35, y: 25) == Location(area: 11))
        #expect(locator.locate(x: 40.1, y: 5) == .outside)
        #expect(locator.locate(x: -1e9, y: 5) == .outside)
        #expect(locator.locate(x: .nan, y: 5) == .outside)
    }

    @Test("on a border the area to the east, then the one to the left of it, has the point")
    func sharedBorder() {
        let locator = PointLocator(board)
        // A side between west and east, one between south and north, and a corner of four.
        #expect(locator.locate(x: 10, y: 5) == Location(area: 1, isOnBorder: true))
        #expect(locator.locate(x: 5, y: 10) == Location(area: 4, isOnBorder: true))
        #expect(locator.locate(x: 10, y: 10) == Location(area: 5, isOnBorder: true))
    }

    @Test("a point on the outer border belongs to the town")
    func outerBorder() {
        let locator = PointLocator(board)
        #expect(locator.locate(x: 0, y: 0).area == 0)
        #expect(locator.locate(x: 40, y: 5).area == 3)
        #expect(locator.locate(x: 40, y: 30).area == 11)
        #expect(locator.locate(x: 15, y: 30).area == 9)
        #expect(locator.locate(x: 40, y: 0).area == 3)
        // Between two areas on the northern border: turning left from the east, the western one comes first.
        #expect(locator.locate(x: 10, y: 30).area == 8)
    }

    @Test("neither the order of the areas nor the winding of their rings changes where a point goes")
    func orderAndWinding() {
        let order = [7, 2, 11, 0, 9, 4, 1, 10, 3, 6, 5, 8]
        let one = PointLocator(board)
        let other = PointLocator(shuffled(board, order: order))
        for x in stride(from: -2.5, through: 42.5, by: 2.5) {
            for y in stride(from: -2.5, through: 32.5, by: 2.5) {
                let expected = one.locate(x: x, y: y)
                let found = other.locate(x: x, y: y)
                #expect(found.area < 0 ? expected.area < 0 : order[Int(found.area)] == Int(expected.area))
                #expect(found.isOnBorder == expected.isOnBorder)
            }
        }
    }

    @Test("a point on the border of two children goes to a child of the parent that it goes to")
    func hierarchy() {
        let children = PointLocator(board)
        var builder = Areas.Builder()
        builder.addRing(x: [0, 20, 20, 0], y: [0, 0, 30, 30])
        builder.closePart()
        builder.closeArea()
        builder.addRing(x: [20, 40, 40, 20], y: [0, 0, 30, 30])
        builder.closePart()
        builder.closeArea()
        let parents = PointLocator(builder.finish())
        for x in stride(from: 0.0, through: 40, by: 5) {
            for y in stride(from: 0.0, through: 30, by: 5) {
                let child = Int(children.locate(x: x, y: y).area)
                #expect(Int(parents.locate(x: x, y: y).area) == (child % 4) / 2)
            }
        }
    }

    @Test("where areas overlap the first has the point, and the overlap is told")
    func overlap() {
        var builder = Areas.Builder()
        for west in [0.0, 6] {
            builder.addRing(x: [west, west + 10, west + 10, west], y: [0, 0, 10, 10])
            builder.closePart()
            builder.closeArea()
        }
        let areas = builder.finish()
        #expect(PointLocator(areas).locate(x: 8, y: 5) == Location(area: 0, isInOverlap: true))
        #expect(PointLocator(areas).locate(x: 3, y: 5) == Location(area: 0))
    }

    @Test("a hole is outside, an island in it belongs to its own area")
    func holeAndIsland() {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 30, 30, 0], y: [0, 0, 30, 30])
        builder.addRing(x: [10, 20, 20, 10], y: [10, 10, 20, 20])
        builder.closePart()
        builder.closeArea()
        builder.addRing(x: [12, 18, 18, 12], y: [12, 12, 18, 18])
        builder.closePart()
        builder.closeArea()
        builder.closeArea()
        let locator = PointLocator(builder.finish())
        #expect(locator.locate(x: 5, y: 5).area == 0)
        #expect(locator.locate(x: 11, y: 15) == .outside)
        #expect(locator.locate(x: 15, y: 15).area == 1)
        #expect(locator.locate(x: 10, y: 15) == Location(area: 0, isOnBorder: true))
        #expect(locator.locate(x: 20, y: 20) == Location(area: 0, isOnBorder: true))
    }

    @Test("on a seeded coverage with crooked borders every point of the box is in exactly the area of a plain test")
    func againstPlainEvenOdd() {
        let areas = crookedCoverage(side: 12, pointsPerBorder: 9, seed: 3)
        let one = PointLocator(areas, threads: 1)
        let many = PointLocator(areas)
        var generator = SplitMix64(seed: 11)
        for _ in 0..<20_000 {
            let (x, y) = (generator.uniform() * 1240 - 20, generator.uniform() * 1240 - 20)
            let expected = (0..<areas.count).filter { plainEvenOdd(areas, $0, x: x, y: y) }
            let found = one.locate(x: x, y: y)
            #expect(expected == (found.area < 0 ? [] : [Int(found.area)]))
            #expect(many.locate(x: x, y: y) == found)
        }
    }

    @Test("every vertex of a coverage lies on a border and belongs to one of its areas")
    func vertices() {
        let areas = crookedCoverage(side: 8, pointsPerBorder: 7, seed: 5)
        let locator = PointLocator(areas)
        for area in 0..<areas.count {
            for vertex in areas.vertices(of: area) {
                let found = locator.locate(x: areas.x[vertex], y: areas.y[vertex])
                #expect(found.isOnBorder && found.area >= 0 && !found.isInOverlap)
            }
        }
    }

    @Test("no areas, areas without geometry and an area of a single point hold nothing, and nothing crashes")
    func degenerate() {
        #expect(PointLocator(.none).locate(x: 0, y: 0) == .outside)
        var builder = Areas.Builder()
        builder.closeArea()
        #expect(PointLocator(builder.finish()).locate(x: 0, y: 0) == .outside)
        builder.addRing(x: [1, 1, 1, 1], y: [1, 1, 1, 1])
        builder.closePart()
        builder.closeArea()
        #expect(PointLocator(builder.finish()).locate(x: 0, y: 0) == .outside)
    }

    @Test("an outline of tall zigzags does not swell the index, and is located right")
    func zigzag() {
        var builder = Areas.Builder()
        let teeth = 40_000
        for tooth in 0..<teeth {
            builder.addVertex(x: Double(tooth), y: 0)
            builder.addVertex(x: Double(tooth) + 0.5, y: 1_000)
        }
        builder.addVertex(x: Double(teeth), y: -10)
        builder.closeRing()
        builder.closePart()
        builder.closeArea()
        let areas = builder.finish()
        let locator = PointLocator(areas)
        var generator = SplitMix64(seed: 6)
        for _ in 0..<100 {
            let (x, y) = (generator.uniform() * Double(teeth), generator.uniform() * 1_000)
            #expect((locator.locate(x: x, y: y).area == 0) == plainEvenOdd(areas, 0, x: x, y: y))
        }
    }

    @Test("a large triangle with edges across the whole grid is marked in every cell it needs")
    func longEdges() {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 1000, 300], y: [0, 170, 900])
        builder.closePart()
        builder.closeArea()
        for step in 0..<40 {
            let west = 2000 + Double(step) * 10
            builder.addRing(x: [west, west + 5, west + 5], y: [0, 0, 5])
            builder.closePart()
            builder.closeArea()
        }
        let areas = builder.finish()
        let locator = PointLocator(areas)
        var generator = SplitMix64(seed: 1)
        for _ in 0..<20_000 {
            let (x, y) = (generator.uniform() * 1000, generator.uniform() * 900)
            #expect((locator.locate(x: x, y: y).area == 0) == plainEvenOdd(areas, 0, x: x, y: y))
        }
    }
}
