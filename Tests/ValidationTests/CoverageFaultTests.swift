import Diagnostics
import Fixtures
import Planar
import Statistics
import Testing
import Validation

@Suite("Coverage faults")
struct CoverageFaultTests {
    static func square(_ x: Double, _ y: Double, _ side: Double) -> [Shapes.Point] {
        [Shapes.Point(x, y), Shapes.Point(x + side, y), Shapes.Point(x + side, y + side), Shapes.Point(x, y + side)]
    }

    @Test("the example of the documentation: two squares that overlap")
    func example() throws {
        let areas = Shapes([[Self.square(0, 0, 2)], [Self.square(1, 1, 2)]]).areas
        let faults = try CoverageFaults(areas, threads: 2)
        #expect(faults.faults.map(\.kind) == [.overlap])
        #expect(faults.areas == areas)
        let overlap = try #require(faults.faults.first)
        #expect(overlap.areas == [0, 1] && overlap.measure == 1)
        #expect(abs(overlap.width - 1) < 0.02 && abs(overlap.x - 1.5) < 0.02 && abs(overlap.y - 1.5) < 0.02)
    }

    @Test("no areas, and areas without geometry, have no faults")
    func nothing() throws {
        #expect(try CoverageFaults(.none).faults.isEmpty)
        #expect(try CoverageFaults(Shapes([[], []]).areas, threads: 2).faults.isEmpty)
    }

    @Test("an area within another is an overlap of its size, though no edge touches another")
    func nested() throws {
        let faults = try CoverageFaults(Shapes([[Self.square(0, 0, 9)], [Self.square(3, 3, 2)]]).areas).faults
        #expect(faults.map(\.kind) == [.overlap] && faults[0].measure == 4)
    }

    @Test("a lake in one area is a gap, its island is not part of it")
    func lake() throws {
        var shapes = Shapes([[Self.square(0, 0, 9), Self.square(2, 2, 5)]])
        var faults = try CoverageFaults(shapes.areas).faults
        #expect(faults.map(\.kind) == [.gap] && faults[0].areas == [0] && faults[0].measure == 25)
        shapes.rings.append([Self.square(3, 3, 2)])
        faults = try CoverageFaults(shapes.areas).faults
        #expect(faults.map(\.kind) == [.gap] && faults[0].areas == [0, 1] && faults[0].measure == 21)
        // The island grown to the shore at one corner: found by way of GEOS, with the same result.
        shapes.rings[1] = [Self.square(2, 2, 3)]
        faults = try CoverageFaults(shapes.areas).faults.filter { $0.kind != .unmatchedEdge }
        #expect(faults.map(\.kind) == [.gap] && faults[0].areas == [0, 1] && faults[0].measure == 16)
        shapes.rings[1] = [Self.square(2, 2, 5)]
        #expect(try CoverageFaults(shapes.areas).faults.isEmpty)
    }

    @Test("a notch open to the outside is no gap, ground between areas that meet at points is")
    func notch() throws {
        let bars = [Self.square(0, 0, 4), Self.square(0, 4, 4), Self.square(4, 0, 4)]
        #expect(try CoverageFaults(Shapes(bars.map { [$0] }).areas).faults.isEmpty)
        let diamond = [
            [Shapes.Point(0, 0), Shapes.Point(2, 2), Shapes.Point(4, 0), Shapes.Point(4, -4), Shapes.Point(0, -4)],
            [Shapes.Point(0, 4), Shapes.Point(0, 0), Shapes.Point(-4, 0), Shapes.Point(-4, 4)],
            [Shapes.Point(4, 0), Shapes.Point(4, 4), Shapes.Point(8, 4), Shapes.Point(8, 0)],
            [Shapes.Point(0, 4), Shapes.Point(4, 4), Shapes.Point(4, 8), Shapes.Point(0, 8)],
        ]
        let faults = try CoverageFaults(Shapes(diamond.map { [$0] }).areas).faults
        #expect(faults.map(\.kind) == [.gap] && faults[0].areas == [0, 1, 2, 3] && faults[0].measure == 12)
    }

    @Test("borders that part by less than an overlap that counts are unmatched, with the vertices of both")
    func parted() throws {
        // One neighbour's border swings out to the right, the other's to the left, by 10⁻⁵ m, for 10 cm each.
        func areas(_ off: Double) -> Areas {
            Shapes([
                [
                    [
                        Shapes.Point(0, 0), Shapes.Point(10, 0), Shapes.Point(10, 5), Shapes.Point(10 + off, 5.05),
                        Shapes.Point(10, 5.1), Shapes.Point(10, 10), Shapes.Point(0, 10),
                    ]
                ],
                [
                    [
                        Shapes.Point(10, 0), Shapes.Point(20, 0), Shapes.Point(20, 10), Shapes.Point(10, 10),
                        Shapes.Point(10, 5.1), Shapes.Point(10 - off, 5.05), Shapes.Point(10, 5),
                    ]
                ],
            ]).areas
        }
        let faults = try CoverageFaults(areas(4e-6)).faults
        #expect(faults.map(\.kind) == [.unmatchedEdge] && faults[0].areas == [0, 1] && faults[0].measure == 2)
        #expect(faults[0].lines.y == [5.05, 5.05])
        #expect(try CoverageFaults(areas(4e-5)).faults.map(\.kind) == [.overlap])
        #expect(try CoverageFaults(areas(-4e-6)).faults.map(\.kind) == [.unmatchedEdge])
    }

    @Test("a removed vertex on a straight border is unmatched, with its place")
    func collinear() throws {
        var shapes = Shapes(
            (0..<9).map { area in
                let (x, y) = (Double(area / 3) * 2, Double(area % 3) * 2)
                return [
                    [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1)].map {
                        Shapes.Point(x + $0, y + $1)
                    }
                ]
            })
        #expect(try CoverageFaults(shapes.areas).faults.isEmpty)
        shapes.rings[4][0].remove(at: 3)
        let faults = try CoverageFaults(shapes.areas).faults
        #expect(faults.map(\.kind) == [.unmatchedEdge])
        #expect(faults[0].areas == [4, 7] && faults[0].measure == 1 && faults[0].x == 4 && faults[0].y == 3)
        #expect(faults[0].lines.x == [4] && faults[0].lines.y == [3] && faults[0].lines.starts == [0, 1])
    }

    @Test("invalid rings are named and repaired before anything else is sought")
    func invalid() throws {
        let bow = [Shapes.Point(0, 0), Shapes.Point(2, 2), Shapes.Point(2, 0), Shapes.Point(0, 2)]
        let areas = Shapes([[bow], [Self.square(2, 0, 2)]]).areas
        let faults = try CoverageFaults(areas)
        #expect(faults.faults.map(\.kind) == [.invalidRing])
        #expect(faults.faults[0].areas == [0] && faults.faults[0].measure == 1)
        #expect(faults.faults[0].detail == "Self-intersection" && faults.faults[0].x == 1 && faults.faults[0].y == 1)
        #expect(faults.areas.count == 2 && faults.areas.parts(of: 0).count == 2 && faults.areas.area(of: 0) == 2)
        #expect(faults.areas.x[faults.areas.vertices(of: 1)] == areas.x[areas.vertices(of: 1)])
    }

    @Test("a ring that touches itself, a spike, a ring of two vertices and a hole outside are invalid")
    func invalidKinds() throws {
        let touching = [(0, 0), (2, 0), (2, 2), (1, 0), (0, 2)].map { Shapes.Point($0.0, $0.1) }
        let spike = [(10, 0), (12, 0), (12, 2), (12, 5), (12, 2), (10, 2)].map { Shapes.Point($0.0, $0.1) }
        let flat = [(20, 0), (22, 0)].map { Shapes.Point($0.0, $0.1) }
        let shapes = Shapes([
            [touching], [spike], [flat], [Self.square(30, 0, 2), Self.square(35, 0, 1)], [Self.square(40, 0, 2)],
        ])
        let faults = try CoverageFaults(shapes.areas, threads: 2).faults
        #expect(faults.map(\.kind) == [.invalidRing, .invalidRing, .invalidRing, .invalidRing])
        #expect(faults.map(\.areas) == [[0], [1], [2], [3]])
    }

    @Test("a position that is no number is an error that names the area")
    func notFinite() throws {
        let areas = Shapes([[Self.square(0, 0, 1)], [[.init(0, 0), .init(.nan, 1), .init(1, 1)]]]).areas
        let error = #expect(throws: InputError.self) { try CoverageFaults(areas) }
        #expect(error?.code == .invalidGeometry && error?.place.row == 2)
    }

    @Test("the threshold decides what counts")
    func threshold() throws {
        let areas = Shapes([[Self.square(0, 0, 1)], [Self.square(0.75, 0, 1)]]).areas
        #expect(try CoverageFaults(areas, smallest: 0.25).faults.map(\.kind) == [.overlap])
        #expect(try CoverageFaults(areas, smallest: 0.26).faults.allSatisfy { $0.kind == .unmatchedEdge })
    }

    @Test("the width of a thread is found, however thin")
    func thread() throws {
        for thickness in [1.0, 1e-3, 1e-5] {
            let (x, y, long) = (512_000.0, 5_700_000.0, 300.0)
            let below = [(0.0, 0.0), (long, 40.0), (long, -50.0), (0, -50.0)]
            let above = [(0.0, 0.0), (0.0, 90.0), (long, 90.0), (long, 40.0), (200.0, 80.0 / 3 + thickness)]
            let shapes = Shapes([below, above].map { [$0.map { Shapes.Point(x + $0.0, y + $0.1) }] })
            let faults = try CoverageFaults(shapes.areas).faults
            #expect(faults.map(\.kind) == [.gap])
            // A flat triangle's inner circle: twice the area by the perimeter, times two.
            let ground = faults[0].ground
            let diameter = 4 * ground.area(of: 0) / ground.perimeter(of: 0)
            #expect(abs(faults[0].width - diameter) <= 0.02 * diameter)
        }
    }

    @Test("threads and order of areas change nothing")
    func determinism() throws {
        var generator = SplitMix64(seed: 3)
        var shapes = Shapes(crookedCoverage(side: 12, pointsPerBorder: 6, seed: 3))
        for area in stride(from: 3, to: 140, by: 7) {
            shapes.rings[area][0].remove(at: 2)
            shapes.rings[area][0][5] += Shapes.Point(generator.uniform(), generator.uniform())
        }
        let faults = try CoverageFaults(shapes.areas, threads: 1).faults
        #expect(faults.count > 20)
        for threads in [2, 3, 8] {
            // Descriptions, since the width of a kind that has none is no number.
            #expect(
                try CoverageFaults(shapes.areas, threads: threads).faults.map(\.description)
                    == faults.map(\.description))
        }
        let turned = try CoverageFaults(Shapes(shapes.rings.reversed()).areas).faults
        let last = shapes.rings.count - 1
        #expect(
            Set(turned.map { "\($0.kind) \($0.areas.map { last - $0 }.sorted())" })
                == Set(faults.map { "\($0.kind) \($0.areas)" }))
    }
}

extension CoverageFault {
    fileprivate var description: String {
        "\(kind) \(areas) \(measure) \(width) \(x) \(y) \(ground) \(lines) \(detail)"
    }
}
