import Coverage
import Fixtures
import Planar
import Testing

@Suite("Ranking the vertices of a coverage")
struct SimplificationTests {
    /// The threshold of the vertex at a place.
    func threshold(_ simplification: Simplification, _ x: Double, _ y: Double) throws -> Double {
        let coverage = simplification.coverage
        let vertex = try #require(coverage.x.indices.first { coverage.x[$0] == x && coverage.y[$0] == y })
        return simplification.thresholds[vertex]
    }

    @Test("A corner goes at the area of its triangle, for both areas beside it")
    func sharedCorner() throws {
        let coverage = Coverage(
            makeAreas([[[(0, 0), (4, 0), (5, 2), (4, 4), (0, 4)]], [[(4, 0), (9, 0), (9, 4), (4, 4), (5, 2)]]]))
        let simplification = Simplification(coverage)
        #expect(try threshold(simplification, 5, 2) == 2)
        #expect(simplification.coverage(at: 1.4) == coverage)
        let straight = simplification.coverage(at: 1.5).areas
        #expect(straight.area(of: 0) == 16 && straight.area(of: 1) == 20)
        #expect(straight.x.allSatisfy { $0 != 5 })
    }

    @Test("Lines without obstacles are ranked as by the book")
    func plain() {
        let coverage = Coverage(crookedCoverage(side: 6, pointsPerBorder: 30, seed: 3))
        let simplification = Simplification(coverage)
        var compared = 0
        for arc in 0..<coverage.arcCount where coverage.uses(of: arc).count == 2 {
            let vertices = coverage.vertices(ofArc: arc)
            let expected = plainThresholds(x: Array(coverage.x[vertices]), y: Array(coverage.y[vertices]))
            // A border that folds back keeps something in a triangle, and waits.
            if Array(simplification.thresholds[vertices]) == expected { compared += 1 }
        }
        #expect(compared > 30)
    }

    @Test("At tolerance 0 everything stays; above it, vertices on a straight line go")
    func collinear() throws {
        let coverage = Coverage(makeAreas([[[(0, 0), (1, 0), (2, 0), (2, 2), (0, 2)]]]))
        let simplification = Simplification(coverage)
        #expect(try threshold(simplification, 1, 0) == 0)
        #expect(simplification.coverage(at: 0) == coverage)
        #expect(simplification.coverage(at: 1e-9).x.count == 5)
    }

    @Test("Of two borders between the same two nodes one becomes straight, the other keeps a corner")
    func lens() {
        // A lake of two halves: its middle line and both shores run between the same nodes.
        let north: [(Double, Double)] = [(2, 0), (1, 1), (-1, 1), (-2, 0)]
        let south: [(Double, Double)] = [(-2, 0), (-1, -1), (1, -1), (2, 0)]
        let middle: [(Double, Double)] = [(-2, 0), (-0.5, 0.25), (0.5, -0.25), (2, 0)]
        let upper = Array(middle.dropLast()) + Array(north.dropLast())
        let lower = Array(south.dropLast()) + Array(middle.reversed().dropLast())
        let coverage = Coverage(makeAreas([[upper], [lower]]))
        let coarse = Simplification(coverage).coverage(at: 1e6)
        #expect(coverage.arcCount == 3)
        #expect((0..<3).map { coarse.vertices(ofArc: $0).count }.sorted() == [2, 3, 3])
        #expect(coarse.areas.area(of: 0) > 0 && coarse.areas.area(of: 1) > 0)
    }

    @Test("A ring without a node keeps three corners, and may lose the one that it begins with")
    func freeRing() throws {
        // It begins farthest west, with its flattest corner.
        let lake: [(Double, Double)] = [(2, 5), (2.1, 3), (7, 3), (7, 7), (2.1, 7)]
        let coverage = Coverage(makeAreas([[square(0, 0, side: 10), lake.reversed()]]))
        let simplification = Simplification(coverage)
        #expect(abs(try threshold(simplification, 2, 5) - 0.2) < 1e-12)
        let fewer = simplification.coverage(at: 1)
        #expect(fewer.areas.vertices(ofRing: 1).count == 5)
        #expect(fewer.x.allSatisfy { $0 != 2 })
        let coarse = simplification.coverage(at: 1e6).areas
        // What is left of the lake holds all corners of the shell.
        #expect(coarse.ringStarts == [0, 5, 9])
        #expect(coarse.signedArea(ofRing: 0) > 0 && coarse.signedArea(ofRing: 1) < 0)
    }

    @Test("A corner around a lake waits for the lake, which never goes")
    func blocked() throws {
        // The lake lies in the triangle of the tip, and the tip's triangle is the smallest of the shell's.
        let shell: [(Double, Double)] = [(0, 0), (20, 0), (20, 20), (6, 20), (5, 26), (4, 20), (0, 20)]
        let lake: [(Double, Double)] = [(4.9, 22), (5, 23), (5.1, 22)]
        let simplification = Simplification(Coverage(makeAreas([[shell, lake]])))
        #expect(try threshold(simplification, 5, 26) == .infinity)
        #expect(collisions(in: simplification.coverage(at: 1e6)) == 0)
    }

    @Test("A corner behind another one gets no smaller a threshold")
    func afterTheBlocker() throws {
        // The lake's tip lies in the triangle of the shell's lowest corner, which is smaller than its own.
        let shell: [(Double, Double)] = [(0, 0), (10, -0.1), (20, 0), (20, 30), (0, 30)]
        let lake: [(Double, Double)] = [(2, 2), (9, 2), (10, -0.05), (11, 2), (18, 2), (18, 25), (2, 25)]
        let simplification = Simplification(Coverage(makeAreas([[shell, lake]])))
        let blocker = try threshold(simplification, 10, -0.05)
        let corner = try threshold(simplification, 10, -0.1)
        #expect(abs(blocker - 2.05) < 1e-9)
        #expect(corner < .infinity)
        #expect(corner >= blocker)
    }

    @Test("Measured in other coordinates, thresholds are those of the others and crossings those of its own")
    func metric() throws {
        let areas = crookedCoverage(side: 4, pointsPerBorder: 20, seed: 8)
        let coverage = Coverage(areas)
        let tenfold = Simplification(coverage, metricX: coverage.x.map { $0 * 10 }, metricY: coverage.y.map { $0 * 10 })
        let plain = Simplification(coverage)
        #expect(tenfold.coverage(at: 30) == plain.coverage(at: 3))
    }

    @Test("Nothing, areas without geometry and single triangles come out as they went in")
    func small() {
        for areas in [Areas.none, makeAreas([[]]), makeAreas([[[(0, 0), (1, 0), (0, 1)]]])] {
            let coverage = Coverage(areas)
            #expect(Simplification(coverage).coverage(at: .infinity) == coverage)
        }
    }

    @Test("Areas that are no coverage, and coordinates that are no numbers, are ranked all the same")
    func wild() {
        for seed in 0..<200 as Range<UInt64> {
            let coverage = Coverage(wildAreas(seed: seed, count: 1 + Int(seed) % 7))
            let coarse = Simplification(coverage).coverage(at: 100)
            #expect(coarse.areas.count == coverage.count)
            #expect(coarse.areas.ringStarts.count == coverage.ringStarts.count)
        }
        let strange = makeAreas([[[(0, 0), (.nan, 1), (5, 5), (.infinity, 2), (1, 1), (0, 3)]]])
        #expect(Simplification(Coverage(strange)).coverage(at: 2).areas.count == 1)
    }
}
