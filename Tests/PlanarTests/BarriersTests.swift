import Planar
import Statistics
import Testing

@Suite("Barriers between points")
struct BarriersTests {
    static func line(_ points: (Double, Double)...) -> Polylines {
        var lines = Polylines()
        lines.add(x: points.map(\.0), y: points.map(\.1))
        return lines
    }

    @Test("The example: a river keeps its banks apart, except near the bridge")
    func example() {
        let barriers = Barriers(
            Self.line((0, 0), (1000, 0)), gates: Self.line((900, 0)), gateWidth: 150)
        #expect(barriers.cuts(from: (500, -10), to: (500, 10)))
        #expect(!barriers.cuts(from: (800, -10), to: (800, 10)))
        #expect(!barriers.cuts(from: (750, -10), to: (750, 10)))
        #expect(barriers.cuts(from: (749.9, -10), to: (749.9, 10)))
        #expect(!barriers.cuts(from: (500, 1), to: (600, 10)))
        #expect(!barriers.cuts(from: (1001, -10), to: (1001, 10)))
    }

    @Test("An end on the barrier is on both of its sides, a vertex of the barrier cuts, a line within it too")
    func touching() {
        let barriers = Barriers(Self.line((0, 0), (10, 0), (20, 0), (30, 10)))
        #expect(!barriers.cuts(from: (5, 0), to: (5, 9)))
        #expect(!barriers.cuts(from: (5, 0), to: (5, -9)))
        #expect(barriers.cuts(from: (10, -1), to: (10, 1)))
        #expect(barriers.cuts(from: (20, -1), to: (20, 1)))
        #expect(barriers.cuts(from: (0, -1), to: (0, 1)))
        #expect(barriers.cuts(from: (30, 9), to: (30, 11)))
        #expect(barriers.cuts(from: (2, 0), to: (15, 0)))
        #expect(!barriers.cuts(from: (-5, 0), to: (0, 0)))
        #expect(!barriers.cuts(from: (5, 0), to: (5, 0)))
        #expect(!barriers.cuts(from: (.nan, 0), to: (5, 0)))
        #expect(!Barriers(Polylines()).cuts(from: (0, 0), to: (5, 5)))
        #expect(Barriers(Polylines()).isEmpty)
        #expect(!Barriers(Self.line((3, 3))).cuts(from: (0, 0), to: (5, 5)))
    }

    @Test("Of several crossings one without a gate is enough")
    func severalCrossings() {
        var banks = Self.line((0, 0), (100, 0))
        banks.add(x: [0, 100], y: [50, 50])
        let one = Barriers(banks, gates: Self.line((50, 0)), gateWidth: 10)
        #expect(one.cuts(from: (50, -5), to: (50, 55)))
        #expect(!one.cuts(from: (50, -5), to: (50, 45)))
        let both = Barriers(banks, gates: Self.line((50, -5), (50, 55)), gateWidth: 10)
        #expect(!both.cuts(from: (45, -5), to: (55, 55)))
        #expect(both.cuts(from: (65, -5), to: (65, 55)))
    }

    @Test("A place is blocked within the tolerance, unless a gate is near")
    func places() {
        let barriers = Barriers(Self.line((0, 0), (100, 0)), gates: Self.line((90, 0)), gateWidth: 5)
        #expect(barriers.blocks(x: 50, y: 3, within: 3))
        #expect(!barriers.blocks(x: 50, y: 3.01, within: 3))
        #expect(barriers.blocks(x: -3, y: 0, within: 3))
        #expect(!barriers.blocks(x: 88, y: 1, within: 3))
    }

    /// Whether an open line meets a piece, by whole numbers small enough to be exact.
    static func meets(_ a: (Int, Int), _ b: (Int, Int), _ p: (Int, Int), _ q: (Int, Int)) -> Bool {
        func side(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Int {
            ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).signum()
        }
        let (one, other) = (side(p, q, a), side(p, q, b))
        if one == 0 && other == 0 {
            guard p != q, a != b else { return false }
            // How far along from a to b, in units of the squared length.
            func along(_ c: (Int, Int)) -> Int { (c.0 - a.0) * (b.0 - a.0) + (c.1 - a.1) * (b.1 - a.1) }
            return min(along(p), along(q)) < along(b) && max(along(p), along(q)) > 0
        }
        return one * other < 0 && side(a, b, p) * side(a, b, q) <= 0
    }

    @Test(
        "Brute force over whole numbers says the same, in both directions and wherever the map lies", arguments: 0..<40)
    func bruteForce(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        // Small fields, so that touching and lying on one line are common.
        let field = [6, 30, 1000][Int(seed % 3)]
        // Exact in binary: the map far from the origin stays the same map.
        let (offsetX, offsetY) = seed % 2 == 0 ? (0.0, 0.0) : (0x1p32, -0x1p33)
        var lines: [[(Int, Int)]] = []
        var barrierLines = Polylines()
        for _ in 0..<1 + generator.below(30) {
            let line = (0...generator.below(6)).map { _ in (generator.below(field), generator.below(field)) }
            lines.append(line)
            barrierLines.add(
                x: line.map { Double($0.0) + offsetX }, y: line.map { Double($0.1) + offsetY })
        }
        let barriers = Barriers(barrierLines)
        for _ in 0..<300 {
            let a = (generator.below(field * 2) - field / 2, generator.below(field * 2) - field / 2)
            let b = (generator.below(field * 2) - field / 2, generator.below(field * 2) - field / 2)
            let expected = lines.contains { line in
                zip(line, line.dropFirst()).contains { Self.meets(a, b, $0, $1) }
            }
            let from = (x: Double(a.0) + offsetX, y: Double(a.1) + offsetY)
            let to = (x: Double(b.0) + offsetX, y: Double(b.1) + offsetY)
            #expect(barriers.cuts(from: from, to: to) == expected)
            #expect(barriers.cuts(from: to, to: from) == expected)
        }
    }

    @Test("Distances to barriers and gates are those of brute force", arguments: 0..<10)
    func distances(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        var lines = Polylines()
        for _ in 0..<20 {
            let count = 1 + generator.below(4)
            lines.add(
                x: (0..<count).map { _ in generator.uniform() * 100 }, y: (0..<count).map { _ in generator.uniform() })
        }
        let barriers = Barriers(lines)
        for _ in 0..<200 {
            let (x, y) = (generator.uniform() * 120 - 10, generator.uniform() * 3 - 1)
            var nearest = Double.infinity
            for line in 0..<lines.count {
                let vertices = lines.vertices(of: line)
                for vertex in vertices {
                    let end = vertices.contains(vertex + 1) ? vertex + 1 : vertex
                    let (dx, dy) = (lines.x[end] - lines.x[vertex], lines.y[end] - lines.y[vertex])
                    let length = dx * dx + dy * dy
                    let along =
                        length > 0
                        ? min(1, max(0, ((x - lines.x[vertex]) * dx + (y - lines.y[vertex]) * dy) / length)) : 0
                    let (w, h) = (x - lines.x[vertex] - along * dx, y - lines.y[vertex] - along * dy)
                    nearest = min(nearest, (w * w + h * h).squareRoot())
                }
            }
            for distance in [0.1, 1, 10] where abs(distance - nearest) > 1e-9 {
                #expect(barriers.blocks(x: x, y: y, within: distance) == (nearest <= distance))
            }
        }
    }
}
