import Segregation
import Statistics
import Testing

@Suite("Segregation of several groups")
struct GroupCountsTests {
    static func town(_ seed: UInt64, groups: Int) -> GroupCounts {
        var generator = SplitMix64(seed: seed)
        return GroupCounts(
            (0..<groups).map { _ in
                (0..<30).map { unit in unit % 11 == 0 ? 0 : Double(generator.below(50) * generator.below(3)) }
            })
    }

    @Test("A group beside which all others vanish has no index, and no index is infinite")
    func vanishing() {
        let city = GroupCounts([[1e-3, 1e-3], [1e20, 3e20]])
        let measures = MultigroupIndex.allCases.filter { $0.isEvenness }
        #expect(measures.allSatisfy { $0.value(of: city) == nil })
        #expect(TwoGroupIndex.allCases.allSatisfy { $0.value(of: city.firstAgainstRest)?.isFinite ?? true })
        #expect(GroupCounts([[1e20], [1e-3]]).firstAgainstRest.gini == nil)
    }

    @Test("The examples of the documentation hold")
    func examples() {
        let city = GroupCounts([[60, 0], [20, 20], [0, 60]])
        #expect(abs((city.dissimilarity ?? 0) - 120.0 / 210) < 1e-12)
        #expect(city.firstAgainstRest == TwoGroups(group: [60, 0], rest: [20, 80]))
        #expect(GroupCounts([[30, 10], [10, 30]]).locationQuotients[0] == [1.5, 0.5])
        let line = GroupCounts([[8, 0, 4], [0, 8, 4]])
        #expect(line.environments(x: [0, 50, 500], y: [0, 0, 0], bandwidth: 100).groups[0] == [8, 4, 4])
    }

    @Test("With two groups the indices are those of two groups", arguments: 1...20 as ClosedRange<UInt64>)
    func twoGroups(seed: UInt64) {
        let town = Self.town(seed, groups: 2)
        let pair = town.firstAgainstRest
        #expect(TwoGroupsTests.isClose(town.dissimilarity, pair.dissimilarity))
        #expect(TwoGroupsTests.isClose(town.entropy, pair.entropy))
        #expect(TwoGroupsTests.isClose(town.gini, pair.gini))
        for index in [town.normalisedExposure, town.relativeDiversity, town.squaredCoefficientOfVariation] {
            #expect(TwoGroupsTests.isClose(index, pair.correlationRatio))
        }
    }

    @Test("Even shares give 0, full segregation 1; a group without people changes nothing")
    func extremes() {
        let even = GroupCounts([[2, 20], [3, 30], [5, 50]])
        let apart = GroupCounts([[5, 0, 0, 0], [0, 7, 0, 2], [0, 0, 1, 0]])
        for index in MultigroupIndex.allCases where index.isEvenness {
            #expect(TwoGroupsTests.isClose(index.value(of: even), 0))
            #expect(TwoGroupsTests.isClose(index.value(of: apart), 1))
        }
        let town = Self.town(3, groups: 3)
        let padded = GroupCounts(town.groups + [[Double](repeating: 0, count: town.count)])
        for index in MultigroupIndex.allCases {
            #expect(TwoGroupsTests.isClose(index.value(of: town), index.value(of: padded)))
        }
    }

    @Test("Divergence is entropy of the whole less the mean entropy of the units, and H their ratio")
    func information() {
        let town = Self.town(5, groups: 4)
        let ratio = (town.divergence ?? 0) / (town.diversity ?? 1)
        #expect(TwoGroupsTests.isClose(town.entropy, ratio))
        #expect(TwoGroupsTests.isClose((town.simpsonConcentration ?? 0) + (town.simpsonInteraction ?? 0), 1))
    }

    @Test("One group alone, or nobody, has no segregation; nobody has no quotient")
    func undefined() {
        let alone = GroupCounts([[3, 4], [0, 0]])
        for index in MultigroupIndex.allCases where index.isEvenness { #expect(index.value(of: alone) == nil) }
        #expect(alone.diversity == 0 && alone.divergence == 0)
        for index in MultigroupIndex.allCases { #expect(index.value(of: GroupCounts([[0], [0]])) == nil) }
        #expect(GroupCounts([[3, 0], [0, 0]]).locationQuotients == [[1, nil], [nil, nil]])
    }

    @Test("Environments keep their own people and add those nearer than the bandwidth, by distance")
    func environments() {
        let town = Self.town(7, groups: 3)
        var generator = SplitMix64(seed: 8)
        let (x, y) = ((0..<30).map { _ in generator.uniform() }, (0..<30).map { _ in generator.uniform() })
        let near = town.environments(x: x, y: y, bandwidth: 0.4)
        for unit in 0..<30 {
            var expected = 0.0
            for other in 0..<30 {
                let (width, height) = (x[unit] - x[other], y[unit] - y[other])
                expected += max(0, 1 - (width * width + height * height).squareRoot() / 0.4) * town.groups[1][other]
            }
            #expect(TwoGroupsTests.isClose(near.groups[1][unit], expected, 1e-9))
        }
        #expect(town.environments(x: x, y: y, bandwidth: 1e-9) == town)
    }
}
