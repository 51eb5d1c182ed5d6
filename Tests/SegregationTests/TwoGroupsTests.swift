import Segregation
import Statistics
import Testing

@Suite("Segregation of two groups")
struct TwoGroupsTests {
    /// A seeded town with empty units and units of one group only.
    static func town(_ seed: UInt64, units: Int = 40) -> TwoGroups {
        var generator = SplitMix64(seed: seed)
        let group = (0..<units).map { unit in unit % 9 == 0 ? 0 : Double(generator.below(60)) }
        let rest = (0..<units).map { unit in unit % 9 == 0 || unit == 5 ? 0 : Double(generator.below(90)) }
        return TwoGroups(group: group, rest: rest)
    }

    static func isClose(_ one: Double?, _ other: Double?, _ tolerance: Double = 1e-12) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) <= tolerance
    }

    @Test("The examples of the documentation hold")
    func examples() {
        let city = TwoGroups(group: [90, 10], rest: [10, 90])
        #expect(Self.isClose(city.dissimilarity, 0.8))
        #expect(Self.isClose(city.isolation, 0.82))
        #expect(Self.isClose(city.interaction, 0.18))
        #expect(Self.isClose(TwoGroups(group: [10, 0], rest: [0, 10]).entropy, 1))
        #expect(Self.isClose(TwoGroups(group: [10, 10], rest: [1, 1]).delta(areas: [3, 1]), 0.25))
        let path = Neighbours(starts: [0, 1, 2], targets: [1, 0], weights: [1, 1])
        #expect(Self.isClose(city.spatialDissimilarity(path), 0))
        let proximity = Proximity(x: [0, 3000], y: [0, 0], areas: [1e6, 1e6])
        #expect((TwoGroups(group: [9, 1], rest: [1, 9]).spatialProximity(proximity) ?? 0) > 1)
    }

    @Test("Even shares give 0, full segregation 1, whatever the units' sizes")
    func extremes() {
        let even = TwoGroups(group: [2, 20, 200], rest: [3, 30, 300])
        let apart = TwoGroups(group: [5, 0, 70], rest: [0, 9, 0])
        for index in TwoGroupIndex.allCases where index.isEvenness {
            #expect(Self.isClose(index.value(of: even), 0))
            #expect(Self.isClose(index.value(of: apart), 1))
        }
        #expect(Self.isClose(even.isolation, even.share))
        #expect(apart.isolation == 1 && apart.interaction == 0)
    }

    @Test("Dissimilarity and Gini are those of the sums over units and pairs", arguments: 1...20 as ClosedRange<UInt64>)
    func definitions(seed: UInt64) {
        let town = Self.town(seed)
        let (all, share) = (town.sum, town.share)
        let half = (0..<town.count).reduce(0) {
            $0 + abs(town.group[$1] / town.groupSum - town.rest[$1] / town.restSum) / 2
        }
        #expect(Self.isClose(town.dissimilarity, half))
        var pairs = 0.0
        for one in 0..<town.count where town.total(one) > 0 {
            for other in 0..<town.count where town.total(other) > 0 {
                let difference = town.group[one] / town.total(one) - town.group[other] / town.total(other)
                pairs += town.total(one) * town.total(other) * abs(difference)
            }
        }
        #expect(Self.isClose(town.gini, pairs / (2 * all * all * share * (1 - share))))
    }

    @Test(
        "Isolation and interaction add up to 1, and the order of units is no matter",
        arguments: 1...20 as ClosedRange<UInt64>)
    func invariants(seed: UInt64) {
        let town = Self.town(seed)
        #expect(Self.isClose((town.isolation ?? 0) + (town.interaction ?? 0), 1))
        let turned = TwoGroups(group: town.group.reversed(), rest: town.rest.reversed())
        for index in TwoGroupIndex.allCases where !index.needsSpace {
            #expect(Self.isClose(index.value(of: town), index.value(of: turned)))
        }
        // The measures of evenness do not ask which of the two is the group; empty units change none of them.
        let mirrored = TwoGroups(group: town.rest, rest: town.group)
        let padded = TwoGroups(group: town.group + [0, 0], rest: town.rest + [0, 0])
        for index in [TwoGroupIndex.dissimilarity, .gini, .entropy, .correlationRatio] {
            #expect(Self.isClose(index.value(of: town), index.value(of: mirrored)))
            #expect(Self.isClose(index.value(of: town), index.value(of: padded)))
        }
    }

    @Test("Without a group, or without a rest, no index is defined")
    func undefined() {
        let space = TwoGroupIndex.Space(
            x: [0, 1], y: [0, 0], areas: [1, 1], neighbours: Neighbours(starts: [0, 0, 0], targets: [], weights: []))
        for town in [TwoGroups(group: [0, 0], rest: [3, 4]), TwoGroups(group: [3, 4], rest: [0, 0])] {
            for index in TwoGroupIndex.allCases where index != .delta {
                #expect(index.value(of: town, in: space) == nil)
            }
        }
        #expect(TwoGroups(group: [0], rest: [1]).delta(areas: [1]) == nil)
        #expect(TwoGroupIndex.delta.value(of: TwoGroups(group: [1], rest: [1])) == nil)
    }

    @Test("Pairs with an empty unit are left out of the spatial dissimilarity, islands change nothing")
    func emptyNeighbours() {
        let links = Neighbours(starts: [0, 1, 3, 4, 4], targets: [1, 0, 2, 1], weights: [1, 1, 1, 1])
        let town = TwoGroups(group: [8, 2, 0, 5], rest: [2, 8, 0, 5])
        let difference = (town.dissimilarity ?? 0) - 0.6
        #expect(Self.isClose(town.spatialDissimilarity(links), difference))
        let islands = Neighbours(starts: [0, 0, 0, 0, 0], targets: [], weights: [])
        #expect(town.spatialDissimilarity(islands) == town.dissimilarity)
    }

    @Test("Proximity is that of all pairs, and is 1 where group and rest lie alike")
    func proximity() {
        let (x, y, areas) = ([0.0, 700, 2500], [0.0, 300, 1000], [4e5, 9e5, 2e6])
        let town = TwoGroups(group: [10, 20, 3], rest: [40, 2, 30])
        var (xx, yy, tt) = (0.0, 0.0, 0.0)
        for one in 0..<3 {
            for other in 0..<3 {
                let (width, height) = (x[one] - x[other], y[one] - y[other])
                let metres =
                    one == other ? (0.6 * areas[one]).squareRoot() : (width * width + height * height).squareRoot()
                let near = Exponential.of(-metres / 1000)
                xx += town.group[one] * town.group[other] * near
                yy += town.rest[one] * town.rest[other] * near
                tt += town.total(one) * town.total(other) * near
            }
        }
        let (groupSum, restSum, sum) = (town.groupSum, town.restSum, town.sum)
        let expected = (xx / groupSum + yy / restSum) / (tt / sum)
        let proximity = Proximity(x: x, y: y, areas: areas)
        #expect(Self.isClose(town.spatialProximity(proximity), expected))
        #expect(
            Self.isClose(town.relativeClustering(proximity), xx / groupSum / groupSum / (yy / restSum / restSum) - 1))
        let alike = TwoGroups(group: [10, 20, 3], rest: [20, 40, 6])
        #expect(Self.isClose(alike.spatialProximity(proximity), 1))
        #expect(Self.isClose(alike.relativeClustering(proximity), 0))
    }

    @Test("The density correction takes off what chance makes: nothing in huge units, much in small ones")
    func densityCorrection() {
        let huge = TwoGroups(group: [9e9, 1e9], rest: [1e9, 9e9])
        #expect(Self.isClose(huge.densityCorrectedDissimilarity, 0.8, 1e-6))
        let small = TwoGroups(group: [2, 1, 2, 1], rest: [1, 2, 1, 2])
        #expect(small.densityCorrectedDissimilarity == 0)
        #expect(Self.isClose(small.dissimilarity, 1.0 / 3))
        #expect(Self.isClose(TwoGroups(group: [7, 0], rest: [0, 7]).densityCorrectedDissimilarity, 1))
    }

    @Test("Absolute concentration is 1 in the smallest units and 0 in the largest")
    func concentration() {
        let areas = [1.0, 2, 3, 4]
        #expect(
            Self.isClose(
                TwoGroups(group: [5, 5, 0, 0], rest: [0, 0, 5, 5]).absoluteConcentration(areas: areas), 1))
        #expect(
            Self.isClose(
                TwoGroups(group: [0, 0, 5, 5], rest: [5, 5, 0, 0]).absoluteConcentration(areas: areas), 0))
        #expect(TwoGroups(group: [1, 2], rest: [2, 1]).absoluteConcentration(areas: [1, 1]) == nil)
    }
}

/// exp without the C library, so that the test shares nothing with what it tests.
enum Exponential {
    static func of(_ value: Double) -> Double {
        let small = value / 1024
        var (sum, term) = (1.0, 1.0)
        for power in 1...12 {
            term *= small / Double(power)
            sum += term
        }
        for _ in 0..<10 { sum *= sum }
        return sum
    }
}
