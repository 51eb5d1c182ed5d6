import Fixtures
import Overlay
import Planar
import Statistics
import Testing
import Validation

@Suite("Repairs of seeded damage")
struct RepairDamageTests {
    /// Areas with some vertices of some areas moved, removed or doubled; ring → change of its vertices.
    static func damaged(_ areas: Areas, _ change: (Int, inout [(x: Double, y: Double)]) -> Void) -> Areas {
        var builder = Areas.Builder()
        for area in 0..<areas.count {
            var ring = areas.vertices(of: area).dropLast().map { (x: areas.x[$0], y: areas.y[$0]) }
            change(area, &ring)
            builder.addRing(x: ring.map(\.x), y: ring.map(\.y))
            builder.closePart()
            builder.closeArea()
        }
        return builder.finish()
    }

    static func tasks(_ areas: Areas) throws -> [RepairTask] {
        try CoverageFaults(areas).faults.compactMap { RepairTask($0) }
    }

    /// The union's rings by GEOS, from which the outer border is seen.
    static func outline(_ areas: Areas) throws -> Areas {
        try Overlay.dissolve(areas, groups: [Int](repeating: 0, count: areas.count), groupCount: 1)
    }

    /// What holds after every repair: no fault is left, untouched areas are bit for bit what they were, every vertex of
    /// the others is an old one or lies where borders crossed, the ledger balances, the outer border stands.
    func expectClean(_ repair: Repair, _ before: Areas, crossings: Bool) throws {
        #expect(repair.failures.isEmpty && repair.created.isEmpty && repair.faults.isEmpty)
        #expect(try CoverageFaults(repair.areas).faults.isEmpty)
        #expect(try Overlay.validity(repair.areas).isEmpty)
        #expect(repair.areas.count == before.count && repair.vanished.isEmpty)
        var old: Set<[Double]> = []
        for vertex in before.x.indices { old.insert([before.x[vertex], before.y[vertex]]) }
        var fresh = 0
        for area in 0..<before.count {
            if repair.touched[area] {
                fresh += repair.areas.vertices(of: area).count {
                    !old.contains([repair.areas.x[$0], repair.areas.y[$0]])
                }
            } else {
                let (one, other) = (before.reordered([area]), repair.areas.reordered([area]))
                #expect(one == other)
            }
        }
        #expect(crossings || fresh == 0)
        #expect(abs(repair.ledger.remainder) < 1e-6)
        let sizes = (0..<before.count).map { (before.area(of: $0), repair.areas.area(of: $0)) }
        let change = sizes.reduce(0) { $0 + $1.1 - $1.0 }
        #expect(abs(change - repair.ledger.change) < 1e-6)
        let (old1, new1) = (try Self.outline(before), try Self.outline(repair.areas))
        #expect(old1.box == new1.box)
        let shells = (old1.area(ofPart: 0) + holes(old1), new1.area(ofPart: 0) + holes(new1))
        #expect(abs(shells.0 - shells.1) < 1e-6)
    }

    func holes(_ areas: Areas) -> Double {
        areas.rings(ofPart: 0).dropFirst().reduce(0) { $0 + abs(areas.signedArea(ofRing: $1)) }
    }

    @Test(
        "vertices moved in one area only: gaps and overlaps go, whoever gains", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func moved(seed: UInt64) throws {
        let clean = crookedCoverage(side: 6, pointsPerBorder: 8, seed: seed)
        var generator = SplitMix64(seed: seed)
        // Inner areas only: a notch in the outer border is no gap.
        let areas = Self.damaged(clean) { area, ring in
            let (column, row) = (area / 6, area % 6)
            guard (1...4).contains(column), (1...4).contains(row), generator.uniform() < 0.4 else { return }
            let vertex = Int(generator.uniform() * Double(ring.count))
            ring[vertex].x += (generator.uniform() - 0.5) * 4
            ring[vertex].y += (generator.uniform() - 0.5) * 4
        }
        let tasks = try Self.tasks(areas)
        #expect(!tasks.isEmpty)
        for fill in RepairFill.allCases {
            try expectClean(try Repair(areas, tasks: tasks, fill: fill), areas, crossings: true)
        }
    }

    @Test("vertices removed from one area: gaps and overlaps of triangles", arguments: [6, 7, 8] as [UInt64])
    func removed(seed: UInt64) throws {
        let clean = crookedCoverage(side: 5, pointsPerBorder: 6, seed: seed)
        var generator = SplitMix64(seed: seed)
        let areas = Self.damaged(clean) { area, ring in
            guard (1...3).contains(area / 5), (1...3).contains(area % 5) else { return }
            ring.remove(at: Int(generator.uniform() * Double(ring.count)))
        }
        let tasks = try Self.tasks(areas)
        #expect(!tasks.isEmpty)
        try expectClean(try Repair(areas, tasks: tasks), areas, crossings: false)
    }

    @Test("repeated vertices and vertices on a straight border that one side lacks", arguments: [9, 10] as [UInt64])
    func safe(seed: UInt64) throws {
        let clean = crookedCoverage(side: 4, pointsPerBorder: 5, seed: seed)
        var generator = SplitMix64(seed: seed)
        let areas = Self.damaged(clean) { area, ring in
            let vertex = Int(generator.uniform() * Double(ring.count))
            if area % 2 == 0 {
                ring.insert(ring[vertex], at: vertex)
            } else {
                // The middle of an edge: off it by a rounding error, as real coordinates are.
                let next = ring[(vertex + 1) % ring.count]
                ring.insert(((ring[vertex].x + next.x) / 2, (ring[vertex].y + next.y) / 2), at: vertex + 1)
            }
        }
        let tasks = try Self.tasks(areas)
        #expect(tasks.contains { $0.kind == .dropRepeatedVertices } && tasks.contains { $0.kind == .insertVertices })
        #expect(tasks.allSatisfy { $0.kind != .fillGap && $0.kind != .assignOverlap })
        let repair = try Repair(areas, tasks: tasks)
        try expectClean(repair, areas, crossings: false)
        #expect(repair.ledger.rows.allSatisfy { abs($0.change) < 1e-9 })
    }

    @Test("whole borders shifted against each other: many crossings at once", arguments: [11, 12, 13] as [UInt64])
    func shifted(seed: UInt64) throws {
        let clean = crookedCoverage(side: 5, pointsPerBorder: 12, seed: seed)
        var generator = SplitMix64(seed: seed)
        let areas = Self.damaged(clean) { area, ring in
            guard (1...3).contains(area / 5), (1...3).contains(area % 5), area % 2 == 0 else { return }
            for vertex in ring.indices {
                ring[vertex].x += (generator.uniform() - 0.5) * 0.5
                ring[vertex].y += (generator.uniform() - 0.5) * 0.5
            }
        }
        let tasks = try Self.tasks(areas)
        #expect(tasks.count > 10)
        try expectClean(try Repair(areas, tasks: tasks), areas, crossings: true)
    }

    @Test("one finding of several is repaired and the others stay as they are")
    func single() throws {
        let clean = crookedCoverage(side: 6, pointsPerBorder: 8, seed: 14)
        let areas = Self.damaged(clean) { area, ring in
            if area == 7 || area == 28 {
                ring[3].x += 1
                ring[3].y += 1
            }
        }
        let faults = try CoverageFaults(areas).faults
        #expect(faults.count > 1)
        for fault in faults {
            let repair = try Repair(areas, tasks: [try #require(RepairTask(fault))])
            #expect(repair.failures.isEmpty && repair.created.isEmpty)
            #expect(repair.faults.count == faults.count - 1)
            #expect(!repair.faults.contains { $0.kind == fault.kind && $0.areas == fault.areas && $0.x == fault.x })
        }
    }

    @Test("far from the origin, with eight-digit eastings, it is the same")
    func zonePrefix() throws {
        let clean = crookedCoverage(side: 5, pointsPerBorder: 8, seed: 15)
        let areas = Self.damaged(clean) { area, ring in
            for vertex in ring.indices {
                ring[vertex].x += 32_359_000
                ring[vertex].y += 5_690_000
            }
            if area == 12 {
                ring[3].x += 0.7
                ring[9].y -= 0.7
                ring.remove(at: 20)
            }
        }
        try expectClean(try Repair(areas, tasks: try Self.tasks(areas)), areas, crossings: true)
    }

    @Test("the result does not depend on the threads")
    func threads() throws {
        let clean = crookedCoverage(side: 5, pointsPerBorder: 8, seed: 16)
        let areas = Self.damaged(clean) { area, ring in if area == 12 { ring[5].x += 2 } }
        let tasks = try Self.tasks(areas)
        let one = try Repair(areas, tasks: tasks, threads: 1)
        #expect(try Repair(areas, tasks: tasks, threads: 3).areas == one.areas)
    }
}
