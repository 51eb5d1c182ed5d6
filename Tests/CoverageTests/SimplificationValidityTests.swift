import Coverage
import Fixtures
import Overlay
import Planar
import Statistics
import Testing

@Suite("Simplified coverages are valid at every tolerance")
struct SimplificationValidityTests {
    /// Tolerances just above some of the thresholds, the largest included.
    func tolerances(_ simplification: Simplification, count: Int) -> [Double] {
        let finite = Set(simplification.thresholds.filter { $0 < .infinity }).sorted()
        let some = stride(from: 0, to: finite.count, by: max(finite.count / count, 1)).map { finite[$0] }
        return (some + [finite.last ?? 0]).map { $0.squareRoot().nextUp.nextUp }
    }

    func isValid(_ coverage: Coverage, of original: Areas) throws {
        let areas = coverage.areas
        #expect(try Overlay.validity(areas).isEmpty)
        #expect(areas.partStarts == original.partStarts && areas.areaStarts == original.areaStarts)
        for part in 0..<areas.partStarts.count - 1 {
            let rings = areas.rings(ofPart: part)
            for ring in rings {
                #expect(areas.vertices(ofRing: ring).count >= 4)
                #expect((areas.signedArea(ofRing: ring) > 0) == (ring == rings.lowerBound))
            }
        }
        let united = try Overlay.dissolve(areas, groups: (0..<areas.count).map { _ in 0 }, groupCount: 1)
        let sum = (0..<areas.count).reduce(0) { $0 + areas.area(of: $1) }
        #expect(abs(united.area(of: 0) - sum) <= 1e-9 * sum)
    }

    @Test(
        "Patchworks with lakes, islands, exclaves and touching rings: no two borders meet but in nodes",
        arguments: 0..<24 as Range<UInt64>)
    func patchworks(seed: UInt64) throws {
        let areas = try patchwork(side: 10, count: 6, seed: seed)
        let coverage = Coverage(areas)
        #expect(collisions(in: coverage) == 0)
        let simplification = Simplification(coverage)
        for tolerance in tolerances(simplification, count: 30) {
            let simplified = simplification.coverage(at: tolerance)
            #expect(collisions(in: simplified) == 0, "seed \(seed), tolerance \(tolerance)")
            try isValid(simplified, of: areas)
        }
        #expect(simplification.coverage(at: 1e9).x.count < coverage.x.count)
    }

    @Test("Crooked coverages: valid rings, nothing lost, no overlap", arguments: [1, 2, 3, 4] as [UInt64])
    func crooked(seed: UInt64) throws {
        let areas = crookedCoverage(side: 9, pointsPerBorder: 14, seed: seed)
        try #require(Overlay.validity(areas).isEmpty)
        let simplification = Simplification(Coverage(areas))
        for tolerance in tolerances(simplification, count: 25) {
            try isValid(simplification.coverage(at: tolerance), of: areas)
        }
    }

    @Test("A vertex that stays at one tolerance stays at every smaller one, and all are vertices of the original")
    func monotone() throws {
        let simplification = Simplification(Coverage(try patchwork(side: 14, count: 9, seed: 77)))
        func spots(_ coverage: Coverage) -> Set<Spot> {
            Set(coverage.x.indices.map { Spot(x: coverage.x[$0], y: coverage.y[$0]) })
        }
        var finer = spots(simplification.coverage)
        for tolerance in [0, 0.5, 1, 2, 4, 8, 16, 1e9] {
            let coarser = spots(simplification.coverage(at: tolerance))
            #expect(coarser.isSubset(of: finer))
            finer = coarser
        }
    }

    @Test("The number of threads does not matter")
    func threads() throws {
        for coverage in [
            Coverage(crookedCoverage(side: 30, pointsPerBorder: 60, seed: 5)),
            Coverage(try patchwork(side: 60, count: 40, seed: 6)),
        ] {
            let alone = Simplification(coverage, threads: 1)
            for threads in [2, 3, 8] { #expect(Simplification(coverage, threads: threads) == alone) }
        }
    }
}
