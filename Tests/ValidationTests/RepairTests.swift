import Overlay
import Planar
import Testing
import Validation

@Suite("Repairs of constructed faults")
struct RepairTests {
    /// Areas of one part each: a shell and its holes.
    static func areas(_ polygons: [[[(Double, Double)]]]) -> Areas {
        var builder = Areas.Builder()
        for polygon in polygons {
            for ring in polygon { builder.addRing(x: ring.map(\.0), y: ring.map(\.1)) }
            builder.closePart()
            builder.closeArea()
        }
        return builder.finish()
    }

    /// The vertices of an area's only ring, the closing one left out.
    static func ring(_ areas: Areas, _ area: Int) -> [[Double]] {
        areas.vertices(of: area).dropLast().map { [areas.x[$0], areas.y[$0]] }
    }

    /// A square with a notch of one by one on its right side, and its neighbour without.
    static let notched = areas([
        [[(0, 0), (4, 0), (4, 1), (3, 1), (3, 2), (4, 2), (4, 4), (0, 4)]],
        [[(4, 0), (8, 0), (8, 4), (4, 4)]],
    ])
    static let notch = areas([[[(3, 1), (4, 1), (4, 2), (3, 2)]]])

    @Test("a gap goes to the area with the longest border, vertex for vertex, and to another where that is asked for")
    func gap() throws {
        let repair = try Repair(Self.notched, tasks: [RepairTask(.fillGap, areas: [0, 1], ground: Self.notch)])
        #expect(repair.failures.isEmpty && repair.created.isEmpty)
        #expect(Self.ring(repair.areas, 0) == [[0, 0], [4, 0], [4, 1], [4, 2], [4, 4], [0, 4]])
        #expect(Self.ring(repair.areas, 1) == [[4, 0], [8, 0], [8, 4], [4, 4], [4, 2], [4, 1]])
        #expect(repair.ledger.rows.map(\.change) == [1, 0])
        #expect(repair.ledger.filled == 1 && repair.ledger.remainder == 0)
        let other = try Repair(
            Self.notched, tasks: [RepairTask(.fillGap, areas: [0, 1], ground: Self.notch, gainer: 1)])
        #expect(Self.ring(other.areas, 0) == Self.ring(Self.notched, 0))
        #expect(
            Self.ring(other.areas, 1) == [[4, 0], [8, 0], [8, 4], [4, 4], [4, 2], [3, 2], [3, 1], [4, 1]])
        let smallest = try Repair(
            Self.notched, tasks: [RepairTask(.fillGap, areas: [0, 1], ground: Self.notch)], fill: .smallest)
        #expect(smallest.ledger.rows.map(\.change) == [1, 0])
    }

    @Test("an overlap stays with one area; where borders cross, both get the vertex")
    func overlap() throws {
        let areas = Self.areas([
            [[(0, 0), (4, 0), (5, 2), (4, 4), (0, 4)]], [[(4.5, 0), (8, 0), (8, 4), (4.5, 4), (4.5, 0)]],
        ])
        let task = RepairTask(.assignOverlap, areas: [0, 1], gainer: 0)
        let repair = try Repair(areas, tasks: [task])
        #expect(Self.ring(repair.areas, 0) == [[0, 0], [4, 0], [4.5, 1], [5, 2], [4.5, 3], [4, 4], [0, 4]])
        #expect(Self.ring(repair.areas, 1) == [[4.5, 0], [8, 0], [8, 4], [4.5, 4], [4.5, 3], [5, 2], [4.5, 1]])
        #expect(repair.ledger.rows.map(\.change) == [0, -0.5])
        #expect(repair.ledger.resolved == 0.5 && repair.ledger.remainder == 0)
        let other = try Repair(areas, tasks: [RepairTask(.assignOverlap, areas: [0, 1], gainer: 1)])
        #expect(Self.ring(other.areas, 0) == [[0, 0], [4, 0], [4.5, 1], [4.5, 3], [4, 4], [0, 4]])
        #expect(other.ledger.rows.map(\.change) == [-0.5, 0])
    }

    @Test("a missing vertex is inserted in the neighbour, also one a rounding error beside its edge")
    func unmatched() throws {
        for off in [0, 1e-10, -1e-10, 1e-8, -1e-8] {
            let areas = Self.areas([
                [[(0, 0), (4, 0), (4 + off, 1), (4, 3), (0, 3)]], [[(4, 0), (8, 0), (8, 3), (4, 3)]],
            ])
            let repair = try Repair(areas, tasks: [RepairTask(.insertVertices, areas: [0, 1])])
            #expect(Self.ring(repair.areas, 0) == Self.ring(areas, 0))
            #expect(Self.ring(repair.areas, 1) == [[4, 0], [8, 0], [8, 3], [4, 3], [4 + off, 1]])
            #expect(repair.ledger.rows.allSatisfy { abs($0.change) < 1e-6 })
        }
    }

    @Test("borders that deviate by 10⁻⁵ m on a short way agree afterwards, at the cost of less than 10⁻⁶ m²")
    func deviation() throws {
        for off in [2e-5, -2e-5] {
            let areas = Self.areas([
                [[(0, 0), (4, 0), (4, 1), (4 + off, 1.03), (4, 1.06), (4, 3), (0, 3)]],
                [[(4, 0), (8, 0), (8, 3), (4, 3), (4, 1.06), (4, 1)]],
            ])
            let repair = try Repair(areas, tasks: [RepairTask(.insertVertices, areas: [0, 1])])
            #expect(repair.failures.isEmpty && repair.created.isEmpty)
            #expect(
                Self.ring(repair.areas, 1) == [
                    [4, 0], [8, 0], [8, 3], [4, 3], [4, 1.06], [4 + off, 1.03], [4, 1],
                ])
            #expect(repair.ledger.rows.allSatisfy { abs($0.change) < 1e-6 })
        }
    }

    @Test("an area of repeated vertices alone vanishes, and is told to")
    func repeatedVerticesAlone() throws {
        let areas = Self.areas([[[(0, 0), (4, 0), (4, 4), (0, 4)]], [[(9, 9), (9, 9), (9, 9)]]])
        let repair = try Repair(areas, tasks: [RepairTask(.dropRepeatedVertices, areas: [1])])
        #expect(repair.vanished == [1])
    }

    @Test("a third area on the border of what changes hands gets the vertices; nothing else gets any")
    func thirdArea() throws {
        // The third lies below both and lacks the vertex where they meet; the fourth lacks one elsewhere.
        let areas = Self.areas([
            [[(0, 0), (2, 0), (2, 4), (0, 4)]], [[(3, 0), (6, 0), (6, 4), (2, 4), (2, 3)]],
            [[(0, -2), (6, -2), (6, 0), (0, 0)]], [[(0, 4), (6, 4), (6, 6), (0, 6)]],
        ])
        let gap = Self.areas([[[(2, 0), (3, 0), (2, 3)]]])
        let repair = try Repair(areas, tasks: [RepairTask(.fillGap, areas: [0, 1, 2], ground: gap)])
        #expect(Self.ring(repair.areas, 1) == [[3, 0], [6, 0], [6, 4], [2, 4], [2, 3], [2, 0]])
        #expect(Self.ring(repair.areas, 2) == [[0, -2], [6, -2], [6, 0], [3, 0], [2, 0], [0, 0]])
        #expect(Self.ring(repair.areas, 3) == Self.ring(areas, 3))
        #expect(repair.touched == [true, true, true, false])
    }

    @Test("a ring that touches itself becomes shell and hole, or parts, over the same ground")
    func touching() throws {
        // An hourglass pinched at (2, 2), and a square with a notch closed at its mouth.
        let hourglass = [(0.0, 0.0), (4.0, 0.0), (2.0, 2.0), (4.0, 4.0), (0.0, 4.0), (2.0, 2.0)]
        let closed = [
            (10.0, 0.0), (14.0, 0.0), (14.0, 2.0), (12.0, 1.0), (12.0, 3.0), (14.0, 2.0), (14.0, 4.0), (10.0, 4.0),
        ]
        let areas = Self.areas([[hourglass], [closed]])
        let repair = try Repair(
            areas, tasks: [RepairTask(.makeValid, areas: [0]), RepairTask(.makeValid, areas: [1])])
        #expect(try Overlay.validity(repair.areas).isEmpty)
        #expect(repair.areas.parts(of: 0).count == 2)
        #expect(repair.areas.parts(of: 1).count == 1 && repair.areas.rings(of: 1).count == 2)
        #expect(repair.ledger.rows.map(\.change) == [0, 0] && repair.ledger.mended == 0)
    }

    @Test("an area in pieces keeps its other pieces, and a gap with an island in it is filled around the island")
    func pieces() throws {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 10, 10, 0], y: [0, 0, 10, 10])
        builder.addRing(x: [2, 2, 8, 8], y: [2, 8, 8, 2])
        builder.closePart()
        builder.addRing(x: [20, 21, 21, 20], y: [0, 0, 1, 1])
        builder.closePart()
        builder.closeArea()
        builder.addRing(x: [4, 6, 6, 4], y: [4, 4, 6, 6])
        builder.closePart()
        builder.closeArea()
        let areas = builder.finish()
        var gap = Areas.Builder()
        gap.addRing(x: [2, 8, 8, 2], y: [2, 2, 8, 8])
        gap.addRing(x: [4, 4, 6, 6], y: [4, 6, 6, 4])
        gap.closePart()
        gap.closeArea()
        let repair = try Repair(areas, tasks: [RepairTask(.fillGap, areas: [0, 1], ground: gap.finish(), gainer: 0)])
        #expect(repair.failures.isEmpty)
        #expect(repair.areas.parts(of: 0).count == 2)
        #expect(repair.ledger.rows.map(\.after) == [97])
        #expect(repair.ledger.filled == 32 && repair.ledger.remainder == 0)
        let island = try Repair(areas, tasks: [RepairTask(.fillGap, areas: [0, 1], ground: gap.finish(), gainer: 1)])
        #expect(island.ledger.rows.map(\.area).contains(1) && island.areas.area(of: 1) == 36)
        #expect(try Overlay.validity(island.areas).isEmpty)
    }

    @Test("repeated vertices go and rings turn, without another vertex")
    func vertexKinds() throws {
        let areas = Self.areas([
            [[(0, 0), (0, 0), (4, 0), (4, 4), (4, 4), (4, 4), (0, 4), (0, 0), (0, 0)]],
            [[(4, 0), (4, 4), (8, 4), (8, 0)], [(5, 1), (6, 1), (6, 2)]],
        ])
        let repair = try Repair(
            areas, tasks: [RepairTask(.dropRepeatedVertices, areas: [0]), RepairTask(.orientRings, areas: [1])])
        #expect(Self.ring(repair.areas, 0) == [[0, 0], [4, 0], [4, 4], [0, 4]])
        let rings = repair.areas.rings(of: 1)
        #expect(repair.areas.signedArea(ofRing: rings.lowerBound) == 16)
        #expect(repair.areas.signedArea(ofRing: rings.lowerBound + 1) == -0.5)
        #expect(repair.ledger.rows.map(\.change) == [0, 0])
    }

    @Test("what is swallowed whole vanishes, which the repair tells")
    func vanishing() throws {
        let areas = Self.areas([
            [[(0, 0), (8, 0), (8, 8), (0, 8)]], [[(2, 2), (3, 2), (3, 3), (2, 3)]],
        ])
        let swallowed = try Repair(areas, tasks: [RepairTask(.assignOverlap, areas: [0, 1], gainer: 0)])
        #expect(swallowed.vanished == [1])
        let kept = try Repair(areas, tasks: [RepairTask(.assignOverlap, areas: [0, 1], gainer: 1)])
        #expect(kept.vanished.isEmpty && kept.areas.area(of: 0) == 63 && kept.areas.rings(of: 0).count == 2)
    }

    @Test("a task about ground that is not there fails and changes nothing; so does a gap open to the outside")
    func absent() throws {
        let nowhere = Self.areas([[[(1, 1), (2, 1), (2, 3), (1, 3)]]])
        let areas = Self.notched
        let repair = try Repair(areas, tasks: [RepairTask(.fillGap, areas: [0, 1], ground: nowhere)])
        #expect(repair.areas == areas && !repair.touched.contains(true))
        let inlet = Self.areas([[[(4, 4), (5, 4), (5, 5), (4, 5)]]])
        let open = try Repair(areas, tasks: [RepairTask(.fillGap, areas: [0, 1], ground: inlet)])
        #expect(open.areas == areas)
    }

    @Test("an area whose ring crosses itself is repaired first or together with its overlap, not by the way")
    func crossing() throws {
        // A bow-tie whose right lobe reaches into its neighbour.
        let areas = Self.areas([
            [[(0, 0), (4, 4), (4, 0), (0, 4)]], [[(3.5, 0), (8, 0), (8, 4), (3.5, 4)]],
        ])
        let overlap = try #require(try CoverageFaults(areas).faults.first { $0.kind == .overlap })
        let task = try #require(RepairTask(overlap, gainer: 1))
        let alone = try Repair(areas, tasks: [task])
        #expect(alone.areas == areas && alone.failures.first?.reason.contains("crosses itself") == true)
        let together = try Repair(areas, tasks: [RepairTask(.makeValid, areas: [0]), task])
        #expect(together.failures.isEmpty && together.faults.isEmpty)
        #expect(together.ledger.mended == 8 && abs(together.ledger.remainder) < 1e-9)
        #expect(together.areas.parts(of: 0).count == 2)
    }

    @Test("a limit is square metres or a share")
    func limit() {
        let row = RepairLedger.Row(area: 0, before: 200, after: 203)
        #expect(RepairLimit("2 %")?.admits(row) == true && RepairLimit("1%")?.admits(row) == false)
        #expect(RepairLimit("3")?.admits(row) == true && RepairLimit("2,5")?.admits(row) == false)
        #expect(RepairLimit("-1") == nil && RepairLimit("viel") == nil && RepairLimit("%") == nil)
        #expect(RepairLimit.usual.description == "1 %")
    }
}
