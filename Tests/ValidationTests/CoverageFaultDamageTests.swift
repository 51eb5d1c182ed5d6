import Diagnostics
import Fixtures
import Overlay
import Planar
import Statistics
import Testing
import Validation

/// A clean coverage with one thing done to it: that is found, with areas and measure worked out here, and nothing else.
@Suite("Coverage faults after damage")
struct CoverageFaultDamageTests {
    static let side = 7
    static let runs: ClosedRange<UInt64> = 1...60

    /// A coverage, the generator of the run, and an area away from the outer border.
    static func start(_ seed: UInt64) -> (shapes: Shapes, generator: SplitMix64, area: Int) {
        var generator = SplitMix64(seed: seed)
        let shapes = Shapes(crookedCoverage(side: side, pointsPerBorder: 8, seed: seed))
        let column = 1 + Int(generator.uniform() * Double(side - 2))
        let row = 1 + Int(generator.uniform() * Double(side - 2))
        return (shapes, generator, column * side + row)
    }

    /// A vertex of an area that it shares, as its two neighbours in the ring, with one other area only: `ring[place]`.
    static func borderVertex(
        _ shapes: Shapes, _ area: Int, _ generator: inout SplitMix64
    ) throws -> (place: Int, neighbour: Int) {
        let ring = shapes.rings[area][0]
        for _ in 0..<1_000 {
            let place = Int(generator.uniform() * Double(ring.count))
            let vertices = [-1, 0, 1].map { ring[(place + $0 + ring.count) % ring.count] }
            let owners = vertices.map { vertex in
                shapes.rings.indices.filter { $0 != area && shapes.rings[$0][0].contains(vertex) }
            }
            if owners.allSatisfy({ $0.count == 1 && $0 == owners[0] }) { return (place, owners[0][0]) }
        }
        throw InputError(.invalidGeometry, "no such vertex")
    }

    static func faults(_ shapes: Shapes, _ generator: inout SplitMix64) throws -> [CoverageFault] {
        var shuffled = shapes
        shuffled.shuffle(&generator)
        return try CoverageFaults(shuffled.areas).faults
    }

    /// Checks faults of ground against kinds, areas and measures, in order.
    static func expect(_ faults: [CoverageFault], _ expected: [(CoverageFault.Kind, [Int], Double)]) {
        #expect(faults.map(\.kind) == expected.map(\.0))
        #expect(faults.map(\.areas) == expected.map(\.1))
        for (fault, (_, _, measure)) in zip(faults, expected) {
            #expect(abs(fault.measure - measure) <= 1e-6 + 1e-9 * measure)
            guard !fault.ground.areaStarts.isEmpty, fault.ground.count == 1 else { continue }
            #expect(abs(fault.ground.area(of: 0) - fault.measure) <= 1e-9 * fault.measure)
            // No circle is wider than the square root of the ground, or narrower than the bound.
            let perimeter = fault.ground.perimeter(of: 0)
            #expect(fault.width >= 2 * fault.measure / perimeter * (1 - 1e-9))
            #expect(fault.width <= 2 * (fault.measure / Double.pi).squareRoot() * (1 + 1e-9))
            #expect(plainEvenOdd(fault.ground, 0, x: fault.x, y: fault.y))
        }
    }

    @Test("nothing is found in a clean coverage, whichever way its rings run", arguments: runs)
    func clean(seed: UInt64) throws {
        var (shapes, generator, _) = Self.start(seed)
        #expect(try Self.faults(shapes, &generator).isEmpty)
        // Nor with a lake's shore that the outer border touches, which the short way does not recognise.
        shapes.rings.remove(at: Self.side + 1)
        shapes.rings.remove(at: 0)
        #expect(try Self.faults(shapes, &generator).map(\.kind) == [.gap])
    }

    @Test("a moved vertex makes an overlap, a gap or both", arguments: runs)
    func movedVertex(seed: UInt64) throws {
        var (shapes, generator, area) = Self.start(seed)
        let (place, neighbour) = try Self.borderVertex(shapes, area, &generator)
        let ring = shapes.rings[area][0]
        let (before, here) = (ring[(place - 1 + ring.count) % ring.count], ring[place])
        let after = ring[(place + 1) % ring.count]
        let there = here + Shapes.Point(generator.uniform() - 0.5, generator.uniform() - 0.5) * 3
        shapes.rings[area][0][place] = there
        guard try Overlay.validity(shapes.areas).isEmpty else { return }
        // Between the old border and the new: one piece, or two where they cross.
        let turn = Shapes.area(ring) > 0 ? 1.0 : -1.0
        var pieces = [[before, there, after, here]]
        for (a, b, c, d, triangles) in [
            (before, here, there, after, { [[before, there, $0], [$0, after, here]] }),
            (here, after, before, there, { [[before, $0, here], [$0, there, after]] }),
        ] as [(Shapes.Point, Shapes.Point, Shapes.Point, Shapes.Point, (Shapes.Point) -> [[Shapes.Point]])] {
            let (one, other) = (Shapes.cross(a, b, c), Shapes.cross(a, b, d))
            guard one * other < 0, Shapes.cross(c, d, a) * Shapes.cross(c, d, b) < 0 else { continue }
            pieces = triangles(c + (d - c) * (one / (one - other)))
        }
        // The way to the new vertex and back by the old runs the other way round where ground is gained.
        let changes = pieces.map { Shapes.area($0) * turn }
        let pair = [min(area, neighbour), max(area, neighbour)]
        var expected: [(CoverageFault.Kind, [Int], Double)] = []
        for change in changes where change < -1e-6 || change > 1e-6 {
            expected.append((change > 0 ? .overlap : .gap, pair, abs(change)))
        }
        expected.sort { $0.0 == .overlap && $1.0 == .gap }
        Self.expect(try Self.faults(shapes, &generator), expected)
    }

    @Test("a removed vertex makes an overlap or a gap of its triangle", arguments: runs)
    func removedVertex(seed: UInt64) throws {
        var (shapes, generator, area) = Self.start(seed)
        let (place, neighbour) = try Self.borderVertex(shapes, area, &generator)
        let ring = shapes.rings[area][0]
        let triangle = [-1, 0, 1].map { ring[(place + $0 + ring.count) % ring.count] }
        let change = Shapes.area(triangle) * (Shapes.area(ring) > 0 ? 1 : -1)
        shapes.rings[area][0].remove(at: place)
        let pair = [min(area, neighbour), max(area, neighbour)]
        Self.expect(
            try Self.faults(shapes, &generator), [(change > 0 ? .gap : .overlap, pair, abs(change))])
    }

    @Test("a vertex that the neighbour lacks is unmatched where it moves no ground", arguments: runs)
    func insertedVertex(seed: UInt64) throws {
        var (shapes, generator, area) = Self.start(seed)
        let (place, neighbour) = try Self.borderVertex(shapes, area, &generator)
        let ring = shapes.rings[area][0]
        let middle = (ring[place] + ring[(place + 1) % ring.count]) / 2
        shapes.rings[area][0].insert(middle, at: place + 1)
        let faults = try Self.faults(shapes, &generator)
        Self.expect(faults, [(.unmatchedEdge, [min(area, neighbour), max(area, neighbour)], 1)])
        #expect(faults.first?.lines.x == [middle.x] && faults.first?.lines.y == [middle.y])
    }

    @Test("an area grown over its neighbours overlaps each of them", arguments: runs)
    func grownArea(seed: UInt64) throws {
        var (shapes, generator, area) = Self.start(seed)
        let ring = shapes.rings[area][0]
        let margin = 5 + generator.uniform() * 150
        let low = Shapes.Point(ring.map(\.x).min() ?? 0, ring.map(\.y).min() ?? 0) - margin
        let high = Shapes.Point(ring.map(\.x).max() ?? 0, ring.map(\.y).max() ?? 0) + margin
        let grown = [low, Shapes.Point(high.x, low.y), high, Shapes.Point(low.x, high.y)]
        shapes.rings[area] = [grown]
        var expected: [(CoverageFault.Kind, [Int], Double)] = []
        for other in shapes.rings.indices where other != area {
            let shared = abs(Shapes.area(Shapes.clip(shapes.rings[other][0], by: grown)))
            if shared >= 1e-6 { expected.append((.overlap, [min(area, other), max(area, other)], shared)) }
        }
        expected.sort { $0.1.lexicographicallyPrecedes($1.1) }
        Self.expect(try Self.faults(shapes, &generator), expected)
    }

    @Test("an area that is missing inside is a gap of its size", arguments: runs)
    func missingArea(seed: UInt64) throws {
        var (shapes, generator, area) = Self.start(seed)
        let size = abs(Shapes.area(shapes.rings[area][0]))
        shapes.rings[area] = []
        let around = [area - Self.side, area - 1, area + 1, area + Self.side]
        Self.expect(try Self.faults(shapes, &generator), [(.gap, around, size)])
    }

    @Test("a copy of an area is a duplicate, not an overlap", arguments: runs)
    func duplicate(seed: UInt64) throws {
        var (shapes, generator, area) = Self.start(seed)
        shapes.rings.append(shapes.rings[area])
        let size = abs(Shapes.area(shapes.rings[area][0]))
        Self.expect(
            try Self.faults(shapes, &generator), [(.duplicateGeometry, [area, shapes.rings.count - 1], size)])
    }

    @Test("repeated vertices are counted", arguments: runs)
    func repeatedVertices(seed: UInt64) throws {
        var (shapes, generator, area) = Self.start(seed)
        let times = 1 + Int(generator.uniform() * 3)
        for _ in 0..<times {
            let place = Int(generator.uniform() * Double(shapes.rings[area][0].count))
            shapes.rings[area][0].insert(shapes.rings[area][0][place], at: place)
        }
        // At the joint of a ring a repetition is one more before it or after it.
        let faults = try CoverageFaults(shapes.areas).faults
        Self.expect(faults, [(.repeatedVertex, [area], Double(times))])
        #expect(faults.first?.lines.x.count == times)
    }
}
