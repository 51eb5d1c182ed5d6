import Diagnostics
import Overlay
import Planar
import Testing

@Suite("Validity and repair")
struct ValidityTests {
    /// A bow tie, a good square, nothing, an overlapping pair of parts, and a ring of two vertices.
    static let mixed = Coverage.areas([
        [([0, 2, 2, 0], [0, 2, 0, 2])], [([0, 1, 1, 0], [0, 0, 1, 1])], [],
        [([0, 2, 2, 0], [0, 0, 2, 2]), ([1, 3, 3, 1], [1, 1, 3, 3])], [([0, 1], [0, 1])],
    ])

    @Test("invalid areas are named with reason and place, the same for any number of threads")
    func faults() throws {
        let faults = try Overlay.validity(Self.mixed)
        #expect(faults.keys.sorted() == [0, 3, 4])
        let bow = try #require(faults[0])
        #expect(bow.reason == "Self-intersection" && bow.x == 1 && bow.y == 1)
        #expect(faults[3]?.reason == "Self-intersection")
        #expect(faults[4]?.reason == "Too few points in ring")
        #expect(try Overlay.validity(Self.mixed, threads: 3) == faults)
    }

    @Test("coordinates that are no numbers are a fault, not a crash")
    func notFinite() throws {
        let areas = Coverage.areas([[([0, .nan, 1, 0], [0, 0, 1, 1])], [([0, .infinity, 1, 0], [0, 0, 1, 1])]])
        let faults = try Overlay.validity(areas)
        #expect(faults.count == 2)
        let error = #expect(throws: InputError.self) { try Overlay.repaired(areas, area: 0) }
        #expect(error?.code == .invalidGeometry && error?.place.row == 1)
    }

    @Test("the repaired area is valid, its shells run counter-clockwise")
    func repaired() throws {
        // shapely.make_valid(bow, method="structure"): the two triangles, one square unit each.
        let bow = try Overlay.repaired(Self.mixed, area: 0)
        #expect(bow.count == 1 && bow.parts(of: 0).count == 2)
        #expect(bow.area(of: 0) == 2)
        let overlapping = try Overlay.repaired(Self.mixed, area: 3)
        #expect(overlapping.area(of: 0) == 7)
        for areas in [bow, overlapping] {
            #expect(try Overlay.validity(areas).isEmpty)
            for part in areas.parts(of: 0) {
                #expect(areas.signedArea(ofRing: areas.rings(ofPart: part).lowerBound) > 0)
            }
        }
    }

    @Test("what has no extent comes out without geometry")
    func collapsed() throws {
        #expect(try Overlay.repaired(Self.mixed, area: 4).parts(of: 0).isEmpty)
        #expect(try Overlay.repaired(Self.mixed, area: 2).parts(of: 0).isEmpty)
        let flat = Coverage.areas([[([0, 4, 2, 1], [0, 0, 0, 0])]])
        #expect(try Overlay.repaired(flat, area: 0).parts(of: 0).isEmpty)
    }

    @Test("a hole runs clockwise and stays a hole")
    func hole() throws {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 0, 9, 9], y: [0, 9, 9, 0])
        builder.addRing(x: [3, 6, 6, 3], y: [3, 3, 6, 6])
        builder.closePart()
        builder.closeArea()
        let repaired = try Overlay.repaired(builder.finish(), area: 0)
        #expect(repaired.rings(of: 0).count == 2)
        #expect(repaired.signedArea(ofRing: 0) == 81)
        #expect(repaired.signedArea(ofRing: 1) == -9)
    }
}
