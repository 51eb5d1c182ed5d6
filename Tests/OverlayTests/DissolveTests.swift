import Overlay
import Planar
import Testing

@Suite("Dissolving")
struct DissolveTests {
    @Test("districts of a coverage have the area of their blocks and keep every vertex of their border")
    func coverage() throws {
        let blocks = Coverage.squares(12, seed: 4)
        let groups = (0..<blocks.count).map { ($0 / 12 / 4) * 3 + ($0 % 12) / 4 }
        let districts = try Overlay.dissolve(blocks, groups: groups, groupCount: 10)
        #expect(districts.count == 10)
        #expect(districts.parts(of: 9).isEmpty)
        for district in 0..<9 {
            let members = groups.indices.filter { groups[$0] == district }
            let sum = members.reduce(0) { $0 + blocks.area(of: $1) }
            #expect(abs(districts.area(of: district) - sum) < 1e-6)
            // Sixteen vertices around four by four blocks, and the closing one.
            #expect(districts.vertices(of: district).count == 17)
            #expect(districts.signedArea(ofRing: districts.rings(of: district).lowerBound) > 0)
        }
        #expect(try Overlay.validity(districts).isEmpty)
    }

    @Test("neither the number of threads nor the order of the members matters")
    func order() throws {
        let blocks = Coverage.squares(10, seed: 5)
        let groups = (0..<100).map { $0 % 10 / 3 }
        let districts = try Overlay.dissolve(blocks, groups: groups, groupCount: 4)
        #expect(try Overlay.dissolve(blocks, groups: groups, groupCount: 4, threads: 3) == districts)
        var builder = Areas.Builder()
        for area in (0..<100).reversed() { builder.addArea(area, of: blocks) }
        #expect(try Overlay.dissolve(builder.finish(), groups: groups.reversed(), groupCount: 4) == districts)
    }

    @Test("areas of no group are left out, separate ones stay parts, a ring of blocks has a hole")
    func structure() throws {
        let blocks = Coverage.squares(3, seed: 6)
        let ring = try Overlay.dissolve(blocks, groups: [0, 0, 0, 0, -1, 0, 0, 0, 0], groupCount: 1)
        #expect(ring.parts(of: 0).count == 1 && ring.rings(of: 0).count == 2)
        #expect(abs(ring.area(of: 0) - (9 - blocks.area(of: 4))) < 1e-6)
        let apart = try Overlay.dissolve(blocks, groups: [0, -1, 0, -1, -1, -1, -1, -1, -1], groupCount: 1)
        #expect(apart.parts(of: 0).count == 2)
    }

    @Test("overlaps, missing vertices and invalid members fall back to the general union")
    func unclean() throws {
        let areas = Coverage.areas([
            // Overlapping by one square unit.
            [([0, 2, 2, 0], [0, 0, 2, 2])], [([1, 3, 3, 1], [1, 1, 3, 3])],
            // The left one has no vertex where the two right ones meet.
            [([10, 12, 12, 10], [0, 0, 4, 4])], [([12, 14, 14, 12], [0, 0, 2, 2])],
            [([12, 14, 14, 12], [2, 2, 4, 4])],
            // A bow tie and a neighbour.
            [([20, 22, 22, 20], [0, 2, 0, 2])], [([22, 24, 24, 22], [0, 0, 2, 2])],
            // The same square twice.
            [([30, 32, 32, 30], [0, 0, 2, 2])], [([30, 32, 32, 30], [0, 0, 2, 2])],
        ])
        let united = try Overlay.dissolve(areas, groups: [0, 0, 1, 1, 1, 2, 2, 3, 3], groupCount: 4)
        #expect(try Overlay.validity(united).isEmpty)
        let sizes = (0..<4).map { united.area(of: $0) }
        #expect(sizes == [7, 16, 6, 4])
        #expect(united.parts(of: 1).count == 1)
        #expect(united.rings(of: 1).count == 1)
    }
}
