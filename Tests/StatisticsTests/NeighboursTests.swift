import Statistics
import Testing

@Suite("Neighbours")
struct NeighboursTests {
    let neighbours = Neighbours(starts: [0, 2, 3, 4, 4], targets: [1, 2, 0, 0], weights: [12.5, 0, 12.5, 0])

    @Test("A row holds the neighbours of a member and their weights")
    func rows() {
        #expect(neighbours.count == 4)
        #expect(neighbours.row(of: 0) == 0..<2)
        #expect(neighbours.targets(of: 0) == [1, 2])
        #expect(neighbours.targets(of: 3).isEmpty)
        #expect(neighbours.islands == [3])
    }

    @Test("Pairs that are not kept leave their rows")
    func filtering() {
        let kept = neighbours.filtered { _, _, weight in weight > 0 }
        #expect(kept == Neighbours(starts: [0, 1, 2, 2, 2], targets: [1, 0], weights: [12.5, 12.5]))
        #expect(kept.islands == [2, 3])
    }
}
