import Coverage
import Fixtures
import Planar
import Statistics
import Testing
import Weights

@Suite("Kinds of neighbours in words")
struct NeighbourKindTests {
    @Test("Every form is read, and what is none is not")
    func forms() {
        let kinds: [(String, NeighbourKind)] = [
            ("queen", .contiguous(.queen, order: 1)), ("rook:3", .contiguous(.rook, order: 3)), ("knn:4", .nearest(4)),
            ("distance:500", .within(.metres(500))), ("distance:least", .within(.least)),
            ("inverse-distance:500", .inverseDistance(.metres(500), power: 1)),
            ("inverse-distance:least:2", .inverseDistance(.least, power: 2)),
            ("kernel:quartic:800.5", .kernel(.quartic, .fixed(.metres(800.5)))),
            ("kernel:gaussian:knn:12", .kernel(.gaussian, .nearest(12))), ("block:a:b", .block("a:b")),
        ]
        for (text, kind) in kinds { #expect(NeighbourKind(text) == kind) }
        for text in [
            "", "bishop", "queen:", "queen:0", "knn", "knn:-1", "distance:", "distance:inf", "distance:1:2",
            "inverse-distance:5:0", "kernel:uniform", "kernel:knn:3", "kernel:uniform:knn", "block", "block:",
        ] {
            #expect(NeighbourKind(text) == nil, "\(text)")
        }
    }

    @Test("A kind finds the neighbours that its kernel finds, and lengths and distances are no weights")
    func neighbours() throws {
        let areas = crookedCoverage(side: 5, pointsPerBorder: 3, seed: 4)
        let centroids = (0..<25).map { areas.centroid(of: $0) ?? (.nan, .nan) }
        let (x, y) = (centroids.map(\.x), centroids.map(\.y))
        let expected: [(String, Neighbours)] = [
            ("rook", Contiguity.rook.neighbours(of: areas).binary),
            ("queen:2", Contiguity.queen.neighbours(of: areas).higherOrder(2)),
            ("knn:3", Neighbours.nearest(3, x: x, y: y).binary),
            ("distance:120", Neighbours.within(120, x: x, y: y).binary),
            ("inverse-distance:120:2", Neighbours.within(120, x: x, y: y).inverseDistance(power: 2)),
            ("kernel:quartic:150", Kernel(.quartic, bandwidth: .fixed(150)).weights(x: x, y: y).neighbours),
        ]
        for (text, links) in expected {
            #expect(try NeighbourKind(text)?.neighbours(of: areas, barriers: nil) == links)
        }
        // A river through the middle of the map: nobody is left whose line crosses it.
        var river = Polylines()
        river.add(x: [-50, 600], y: [200, 200])
        let barriers = Barriers(river)
        let cut = try #require(try NeighbourKind("knn:6")?.neighbours(of: areas, barriers: barriers))
        for member in 0..<25 {
            for other in cut.targets(of: member) { #expect((y[member] < 200) == (y[Int(other)] < 200)) }
        }
    }
}
