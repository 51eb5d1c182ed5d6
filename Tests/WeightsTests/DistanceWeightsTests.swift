import Statistics
import Testing
import Weights

@Suite("Weights by distance")
struct DistanceWeightsTests {
    @Test("The least threshold leaves nobody alone, and anything less does", arguments: 0..<8)
    func threshold(seed: UInt64) throws {
        let (x, y) = Links.places(seed: seed, count: 70)
        let threshold = try #require(Neighbours.leastThreshold(x: x, y: y))
        #expect(Neighbours.within(threshold, x: x, y: y).islands == [35])
        #expect(Neighbours.within(threshold.nextDown, x: x, y: y).islands.count > 1)
    }

    @Test("Without a second place there is no threshold")
    func alone() {
        #expect(Neighbours.leastThreshold(x: [1], y: [1]) == nil)
        #expect(Neighbours.leastThreshold(x: [1, .nan], y: [1, 2]) == nil)
        #expect(Neighbours.leastThreshold(x: [0, 1, 5], y: [0, 0, 0]) == 4)
    }

    @Test("Inverse distances are 1 / d to the power, and nearer than the floor is the floor")
    func inverse() {
        let links = Neighbours(starts: [0, 2, 3], targets: [0, 1, 0], weights: [4, 0, 0.5])
        #expect(links.inverseDistance().weights == [0.25, 1, 1])
        #expect(links.inverseDistance(power: 2, floor: 0.5).weights == [0.0625, 4, 4])
        #expect(links.inverseDistance(power: 0).weights == [1, 1, 1])
    }

    @Test("Members of one block are each other's neighbours; who has no value is an island")
    func blocks() {
        let blocks = Neighbours.blocks(["a", "b", "a", nil, "c", "a", "b"])
        #expect((0..<7).map { blocks.targets(of: $0).map(Int.init) } == [[2, 5], [6], [0, 5], [], [], [0, 2], [1]])
        #expect(blocks == blocks.transposed)
        #expect(blocks.weights.allSatisfy { $0 == 1 })
    }

    @Test("A reach of its own for each point is asked of the point itself", arguments: 0..<5)
    func reaches(seed: UInt64) {
        let (x, y) = Links.places(seed: seed, count: 60)
        var generator = SplitMix64(seed: seed)
        let reaches = x.map { _ in generator.uniform() * 300 }
        let found = Neighbours.within(reaches, x: x, y: y)
        for one in x.indices {
            let expected = x.indices.filter { other in
                let (width, height) = (x[other] - x[one], y[other] - y[one])
                return other != one && (width * width + height * height).squareRoot() <= reaches[one]
            }
            #expect(found.targets(of: one).map(Int.init) == expected)
        }
    }
}
