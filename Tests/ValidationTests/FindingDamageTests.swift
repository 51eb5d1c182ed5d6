import Fixtures
import Planar
import Statistics
import Testing
import Validation

/// Damage done to a clean coverage on purpose: all of it is found, and nothing else.
@Suite("Damaged coverages")
struct FindingDamageTests {
    static let side = 8

    /// The clean town: keys by column and row, `0307`; its parents are the columns in pairs.
    static func clean(seed: UInt64) -> FindingTown {
        let areas = crookedCoverage(side: side, pointsPerBorder: 6, seed: seed)
        var town = FindingTown([])
        town.areas = Areas(
            x: areas.x.map { $0 + 500_000 }, y: areas.y.map { $0 + 5_700_000 }, ringStarts: areas.ringStarts,
            partStarts: areas.partStarts, areaStarts: areas.areaStarts)
        town.keys = (0..<areas.count).map { "0\($0 / side)0\($0 % side)" }
        town.names = town.keys
        return town
    }

    /// The town's columns as one area each, with the keys `00` to `07`.
    static func parents(of town: FindingTown) throws -> CheckedLayer {
        var builder = Areas.Builder()
        for column in 0..<side {
            // Walked once around: up the right side, down the left one.
            var right: [(Double, Double)] = []
            var left: [(Double, Double)] = []
            for row in 0..<side {
                let vertices = town.areas.vertices(of: column * side + row)
                let ring = vertices.dropLast().map { (town.areas.x[$0], town.areas.y[$0]) }
                if row == 0 { right += ring[0..<6] }
                right += ring[6..<12]
                left.insert(contentsOf: ring[(row == side - 1 ? 12 : 18)..<24], at: 0)
            }
            let whole = right + left
            builder.addRing(x: whole.map(\.0), y: whole.map(\.1))
            builder.closePart()
            builder.closeArea()
        }
        var parents = FindingTown([])
        parents.areas = builder.finish()
        parents.keys = (0..<side).map { "0\($0)" }
        parents.names = parents.keys
        return try parents.layer()
    }

    /// The rings of an area as points without the repeated one.
    static func ring(_ town: FindingTown, _ area: Int) -> [(Double, Double)] {
        town.areas.vertices(of: area).dropLast().map { (town.areas.x[$0], town.areas.y[$0]) }
    }

    /// The town with one area's ring replaced, and areas added.
    static func replacing(
        _ town: FindingTown, _ area: Int, by ring: [(Double, Double)], hole: [(Double, Double)] = []
    ) -> FindingTown {
        var builder = Areas.Builder()
        for other in 0..<town.areas.count {
            if other == area {
                builder.addRing(x: ring.map(\.0), y: ring.map(\.1))
                if !hole.isEmpty { builder.addRing(x: hole.map(\.0), y: hole.map(\.1)) }
                builder.closePart()
                builder.closeArea()
            } else {
                builder.addArea(other, of: town.areas)
            }
        }
        var damaged = town
        damaged.areas = builder.finish()
        return damaged
    }

    /// A random inner area.
    static func inner(_ generator: inout SplitMix64) -> Int {
        (1 + Int(generator.next() % 6)) * side + 1 + Int(generator.next() % 6)
    }

    @Test("the clean coverage has no finding, with its columns as parents neither", arguments: [1, 2, 3] as [UInt64])
    func clean(seed: UInt64) throws {
        let town = FindingDamageTests.clean(seed: seed)
        let parents = try FindingDamageTests.parents(of: town)
        #expect(try town.kinds { $0.hierarchy = HierarchyCheck(parents: parents, link: .prefix) }.isEmpty)
        #expect(try town.kinds { $0.isComplete = true }.isEmpty)
    }

    @Test(
        "a vertex that one area moves outwards overlaps and one that it moves inwards leaves a gap, for those two areas",
        arguments: 1...12)
    func movedVertex(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let town = FindingDamageTests.clean(seed: UInt64(seed))
        let area = FindingDamageTests.inner(&generator)
        var ring = FindingDamageTests.ring(town, area)
        // A vertex in the middle of a border; the middle of the area is well inside.
        let place = 1 + Int(generator.next() % 4) + 6 * Int(generator.next() % 4)
        let middle = ring.reduce((0, 0)) { ($0.0 + $1.0 / 24, $0.1 + $1.1 / 24) }
        let share = seed % 2 == 0 ? 0.2 : -0.1
        ring[place].0 += (middle.0 - ring[place].0) * share
        ring[place].1 += (middle.1 - ring[place].1) * share
        let report = try FindingDamageTests.replacing(town, area, by: ring).report()
        #expect(report.findings.map(\.kind) == [seed % 2 == 0 ? .gap : .overlap])
        #expect(report.findings.first?.keys.contains(town.keys[area] ?? "") == true)
        let change = abs(
            report.findings[0].measure
                - abs(polygonArea(ring) - town.areas.area(of: area)))
        #expect(change < 1e-4)
    }

    @Test("a vertex that one area has lost leaves an overlap or a gap of the triangle", arguments: 1...12)
    func removedVertex(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed) &* 77)
        let town = FindingDamageTests.clean(seed: UInt64(seed))
        let area = FindingDamageTests.inner(&generator)
        var ring = FindingDamageTests.ring(town, area)
        ring.remove(at: 1 + Int(generator.next() % 4) + 6 * Int(generator.next() % 4))
        let damaged = FindingDamageTests.replacing(town, area, by: ring)
        let found = try damaged.report().findings
        #expect(found.count == 1)
        #expect(found.allSatisfy { [.gap, .overlap].contains($0.kind) })
        #expect(abs(found[0].measure - abs(polygonArea(ring) - town.areas.area(of: area))) < 1e-4)
    }

    @Test("a vertex more on a straight border is an unmatched edge and nothing else")
    func insertedVertex() throws {
        let plain = FindingTown([
            ("1", [[(0, 0), (100, 0), (100, 50), (100, 100), (0, 100)]]), ("2", FindingTown.square(1, 0)),
        ])
        let found = try plain.report().findings
        #expect(found.map(\.kind) == [.unmatchedEdge] && found[0].measure == 1 && found[0].keys == ["1", "2"])
        #expect(found[0].repair?.action == .insertVertices && found[0].severity == .warning)
        #expect(found[0].sentence(in: .german).contains("x 500100, y 5700050"))
    }

    @Test("a hole in one area is one gap, an area laid over others one overlap each, a copy one duplicate")
    func added() throws {
        let town = FindingDamageTests.clean(seed: 5)
        let (x, y) = (500_350.0, 5_700_350.0)
        let hole = [(x, y), (x, y + 5), (x + 5, y + 5), (x + 5, y)]
        let holed = FindingDamageTests.replacing(
            town, 27, by: FindingDamageTests.ring(town, 27), hole: hole)
        let gap = try holed.report().findings
        #expect(gap.map(\.kind) == [.gap] && gap[0].keys == ["0303"] && abs(gap[0].measure - 25) < 1e-6)
        var more = town
        var builder = Areas.Builder()
        for area in 0..<town.areas.count { builder.addArea(area, of: town.areas) }
        builder.addRing(x: hole.map(\.0), y: hole.map(\.1))
        builder.closePart()
        builder.closeArea()
        more.areas = builder.finish()
        more.keys.append("9999")
        more.names.append("more")
        let over = try more.report().findings
        #expect(over.map(\.kind) == [.overlap] && over[0].keys == ["0303", "9999"])
        var copied = town
        copied.areas = town.areas.reordered(Array(0..<64) + [20])
        copied.keys.append("0204")
        copied.names.append("copy")
        let copy = try copied.report().findings
        #expect(copy.map(\.kind) == [.duplicateGeometry, .duplicateKey])
    }

    @Test("swapped keys show in both parents", arguments: 1...5)
    func swappedKeys(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        var town = FindingDamageTests.clean(seed: UInt64(seed))
        let parents = try FindingDamageTests.parents(of: town)
        let one = Int(generator.next() % 24)
        let other = 32 + Int(generator.next() % 24)
        town.keys.swapAt(one, other)
        let found = try town.report { $0.hierarchy = HierarchyCheck(parents: parents, link: .prefix) }.findings
        #expect(
            found.map(\.kind) == [
                .parentMismatch, .parentMismatch, .parentDisagreement, .parentDisagreement,
            ])
        #expect(found[0].keys + found[1].keys == ["0\(one / 8)", "0\(other / 8)"])
    }

    func polygonArea(_ ring: [(Double, Double)]) -> Double {
        var doubled = 0.0
        for index in ring.indices {
            let (one, other) = (ring[index], ring[(index + 1) % ring.count])
            doubled += (one.0 - ring[0].0) * (other.1 - ring[0].1) - (other.0 - ring[0].0) * (one.1 - ring[0].1)
        }
        return abs(doubled / 2)
    }
}
