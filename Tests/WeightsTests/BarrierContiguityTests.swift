import Coverage
import Fixtures
import Planar
import Statistics
import Testing
import Weights

@Suite("Barriers between neighbours")
struct BarrierContiguityTests {
    /// Four squares of 100 m: 0 and 1 in the south, 2 and 3 in the north, with borders at x = 100 and y = 100.
    static let squares: Areas = {
        var builder = Areas.Builder()
        for (x, y) in [(0.0, 0.0), (100, 0), (0, 100), (100, 100)] {
            builder.addRing(x: [x, x + 100, x + 100, x, x], y: [y, y, y + 100, y + 100, y])
            builder.closePart()
            builder.closeArea()
        }
        return builder.finish()
    }()

    static func line(_ points: (Double, Double)...) -> Polylines {
        var lines = Polylines()
        lines.add(x: points.map(\.0), y: points.map(\.1))
        return lines
    }

    func rows(_ kind: Contiguity, _ barriers: Barriers, within tolerance: Double = 10) -> [[Int]] {
        let coverage = Coverage(Self.squares)
        let neighbours = coverage.neighbours(kind, uncutBy: barriers, within: tolerance)
        #expect(neighbours == neighbours.transposed)
        return (0..<4).map { neighbours.targets(of: $0).map(Int.init) }
    }

    @Test("A river along the border between south and north cuts what it runs along, corners too")
    func along() {
        let river = Barriers(Self.line((-50, 106), (250, 103)))
        #expect(rows(.rook, river) == [[1], [0], [3], [2]])
        #expect(rows(.queen, river) == [[1], [0], [3], [2]])
        // Farther from the border than the tolerance, it runs through the north.
        #expect(rows(.rook, river, within: 2) == [[1, 2], [0, 3], [0, 3], [1, 2]])
    }

    @Test("A river across the areas cuts nobody: people pass on either bank")
    func across() {
        let river = Barriers(Self.line((50, -50), (50, 250)))
        #expect(rows(.queen, river) == [[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]])
        // Between centroids it does cut.
        let points = Neighbours.within(150, x: [25, 125, 25, 125], y: [50, 50, 150, 150])
        let uncut = points.uncut(by: river, x: [25, 125, 25, 125], y: [50, 50, 150, 150])
        #expect((0..<4).map { uncut.targets(of: $0).map(Int.init) } == [[2], [3], [0], [1]])
    }

    @Test("A bridge opens the border that it crosses, and no other")
    func gate() {
        let river = Self.line((-50, 100), (250, 100))
        let barriers = Barriers(river, gates: Self.line((50, 90), (50, 110)), gateWidth: 10)
        #expect(rows(.queen, barriers) == [[1, 2], [0], [0, 3], [2]])
        let length = Coverage(Self.squares).neighbours(.rook, uncutBy: barriers, within: 10)
        let link = length.row(of: 0).first { length.targets[$0] == 2 }
        // Pieces of 10 m with their middles at 45 and 55 are open.
        #expect(link.map { length.weights[$0] } == 20)
        #expect(length.weights[length.row(of: 0).lowerBound] == 90)
    }

    @Test("A passage as narrow as the tolerance is none, a wider one is")
    func passage() {
        #expect(rows(.rook, Barriers(Self.line((0, 100), (80, 100))))[0] == [1])
        #expect(rows(.rook, Barriers(Self.line((0, 100), (50, 100))))[0] == [1, 2])
    }

    @Test("Without barriers, contiguity is what it was, and far ones change nothing")
    func nothing() {
        let areas = crookedCoverage(side: 5, pointsPerBorder: 4, seed: 2)
        let coverage = Coverage(areas)
        for kind in Contiguity.allCases {
            #expect(coverage.neighbours(kind, uncutBy: Barriers(Polylines()), within: 5) == coverage.neighbours(kind))
            let far = Barriers(Self.line((-900, -900), (-800, -700)))
            #expect(coverage.neighbours(kind, uncutBy: far, within: 5) == coverage.neighbours(kind))
        }
    }

    @Test("A river along all inner borders makes every area an island", arguments: 0..<4)
    func everywhere(seed: UInt64) {
        let coverage = Coverage(crookedCoverage(side: 4, pointsPerBorder: 3, seed: seed))
        var lines = Polylines()
        for arc in 0..<coverage.arcCount where coverage.left(of: arc) != nil && coverage.right(of: arc) != nil {
            let vertices = coverage.vertices(ofArc: arc)
            lines.add(x: coverage.x[vertices], y: coverage.y[vertices])
        }
        let cut = coverage.neighbours(.queen, uncutBy: Barriers(lines), within: 0.01)
        #expect(cut.islands.count == 16)
    }

    @Test("Cutting only takes links away, whatever the barrier", arguments: 0..<10)
    func subset(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let coverage = Coverage(crookedCoverage(side: 6, pointsPerBorder: 3, seed: seed))
        var lines = Polylines()
        for _ in 0..<4 {
            lines.add(
                x: (0..<5).map { _ in generator.uniform() * 600 }, y: (0..<5).map { _ in generator.uniform() * 600 })
        }
        let whole = coverage.neighbours(.queen)
        let cut = coverage.neighbours(.queen, uncutBy: Barriers(lines), within: 15)
        #expect(cut == cut.transposed)
        for area in 0..<coverage.count {
            for link in cut.row(of: area) {
                let place = whole.row(of: area).first { whole.targets[$0] == cut.targets[link] }
                #expect(place.map { whole.weights[$0] >= cut.weights[link] } == true)
            }
        }
    }
}
