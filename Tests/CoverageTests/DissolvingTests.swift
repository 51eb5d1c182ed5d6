import Coverage
import Fixtures
import Overlay
import Planar
import Statistics
import Testing

@Suite("Dissolving a coverage")
struct DissolvingTests {
    /// The rings of an area, turned to start at their least vertex, sorted: equal for equal point sets of equal vertices.
    func rings(_ areas: Areas, _ area: Int) -> [[[Spot]]] {
        let parts = areas.parts(of: area).map { part in
            let rings = areas.rings(ofPart: part).map { ring -> [Spot] in
                let spots = plainRing(ring, of: areas)
                let least = spots.indices.min { spots[$0] < spots[$1] } ?? 0
                return Array(spots[least...] + spots[..<least])
            }
            return [rings[0]] + rings.dropFirst().sorted { $0.lexicographicallyPrecedes($1) }
        }
        return parts.sorted { $0[0].lexicographicallyPrecedes($1[0]) }
    }

    func isValid(_ areas: Areas) throws -> Bool { try Overlay.validity(areas).isEmpty }

    @Test("Random groups of a crooked coverage are what GEOS unites, vertex for vertex", arguments: 0..<12)
    func oracle(seed: UInt64) throws {
        let areas = crookedCoverage(side: 14, pointsPerBorder: 4, seed: seed)
        var generator = SplitMix64(seed: seed)
        let groupCount = 2 + generator.below(6)
        let groups = (0..<areas.count).map { _ in generator.below(groupCount + 1) - 1 }
        let found = Coverage(areas).dissolved(groups: groups, groupCount: groupCount)
        let expected = try Overlay.dissolve(areas, groups: groups, groupCount: groupCount)
        #expect(try isValid(found))
        for group in 0..<groupCount {
            #expect(rings(found, group) == rings(expected, group))
            #expect(abs(found.area(of: group) - expected.area(of: group)) < 1e-6)
        }
    }

    @Test(
        "Random groups of a chessboard, full of corners that touch, are valid and what GEOS unites", arguments: 0..<12)
    func corners(seed: UInt64) throws {
        let areas = lattice(12, 12)
        var generator = SplitMix64(seed: seed &+ 77)
        let groups = (0..<areas.count).map { _ in generator.below(2) }
        let found = Coverage(areas).dissolved(groups: groups, groupCount: 2)
        let expected = try Overlay.dissolve(areas, groups: groups, groupCount: 2)
        #expect(try isValid(found))
        for group in 0..<2 {
            #expect(rings(found, group) == rings(expected, group))
            #expect(found.area(of: group) == Double(groups.filter { $0 == group }.count))
        }
    }

    @Test("Squares that touch in a corner are two parts, a lake that touches the shore is a hole")
    func touching() throws {
        let corner = Coverage(makeAreas([[square(0, 0)], [square(1, 1)]])).outerBorder
        #expect(corner.parts(of: 0).count == 2)
        // Eight squares around an empty one, and one corner square taken away: the lake touches the shore there.
        let ring = lattice(3, 3)
        let groups = (0..<9).map { $0 == 4 || $0 == 0 ? -1 : 0 }
        let land = Coverage(ring).dissolved(groups: groups, groupCount: 1)
        #expect(land.parts(of: 0).count == 1)
        #expect(land.rings(of: 0).count == 2)
        #expect(land.area(of: 0) == 7)
        #expect(try isValid(land))
    }

    @Test("An island in a lake in an island is a part of its own, and each hole belongs to its own shell")
    func nested() throws {
        let areas = makeAreas([
            [square(0, 0, side: 20), square(2, 2, side: 16)], [square(4, 4, side: 12), square(6, 6, side: 8)],
            [square(8, 8, side: 4)],
        ])
        let border = Coverage(areas).outerBorder
        #expect(border.parts(of: 0).map { border.rings(ofPart: $0).count } == [2, 2, 1])
        #expect(border.area(of: 0) == 400 - 256 + 144 - 64 + 16)
        #expect(try isValid(border))
    }

    @Test("A group of no areas has no geometry, and areas of no group are left out")
    func empty() {
        let dissolved = Coverage(lattice(2, 1)).dissolved(groups: [2, -1], groupCount: 4)
        #expect((0..<4).map { dissolved.area(of: $0) } == [0, 0, 1, 0])
        #expect(dissolved.parts(of: 0).isEmpty)
    }

    @Test("Areas of their own groups come out as they went in")
    func identity() {
        let areas = crookedCoverage(side: 5, pointsPerBorder: 4, seed: 4)
        let dissolved = Coverage(areas).dissolved(groups: Array(0..<25), groupCount: 25)
        for area in 0..<25 { #expect(rings(dissolved, area) == rings(Coverage(areas).areas, area)) }
    }

    @Test(
        "Whatever the areas are, the walk ends and keeps the sum of the signed areas",
        arguments: BuildingTests.wild.indices)
    func wild(number: Int) {
        let coverage = Coverage(BuildingTests.wild[number])
        let areas = coverage.areas
        var sum = 0.0
        for ring in 0..<areas.ringStarts.count - 1 { sum += areas.signedArea(ofRing: ring) }
        let border = coverage.outerBorder
        var found = 0.0
        for ring in 0..<border.ringStarts.count - 1 { found += border.signedArea(ofRing: ring) }
        #expect(abs(found - sum) < 1e-9)
    }
}
