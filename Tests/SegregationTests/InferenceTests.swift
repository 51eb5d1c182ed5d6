import Segregation
import Statistics
import Testing

@Suite("Segregation beside chance")
struct InferenceTests {
    @Test("The examples of draws hold")
    func examples() {
        let draws = Draws(observed: 0.30, values: [0.05, 0.06, 0.07, 0.04])
        #expect(TwoGroupsTests.isClose(draws.mean, 0.055))
        #expect(draws.pGreater == 0.2)
        #expect(TwoGroupsTests.isClose(draws.corrected, 0.245 / 0.945))
        #expect(draws.interval().lower == 0.04 && draws.interval().upper == 0.07)
        #expect(TwoGroupsTests.isClose(Draws(observed: 0.02, values: [0.04]).corrected, -0.5))
    }

    @Test("People are whole below 2⁵³ in all, beyond which numbers skip some")
    func whole() {
        #expect(GroupCounts([[3, 0], [0, 4]]).isWhole)
        #expect(!GroupCounts([[3.5, 0], [0, 4]]).isWhole)
        #expect(!GroupCounts([[0x1p52], [0x1p52]]).isWhole)
    }

    @Test("People put by lot keep the units' sizes and the groups' sums, the same by the same seed")
    func margins() {
        let city = GroupCountsTests.town(11, groups: 4)
        var drawn: [GroupCounts] = []
        let first = city.randomised(20, seed: 3) { counts in
            drawn.append(counts)
            return [counts.dissimilarity]
        }
        for counts in drawn {
            #expect(counts.totals == city.totals)
            #expect(counts.sums == city.sums)
        }
        #expect(city.randomised(20, seed: 3) { [$0.dissimilarity] } == first)
        #expect(city.randomised(20, seed: 4) { [$0.dissimilarity] } != first)
    }

    @Test("A unit's draw has the chances of the hypergeometric distribution")
    func hypergeometric() {
        // 5 of the group among 12, a unit of 4: C(5, k) C(7, 4 − k) / C(12, 4).
        let expected = [35.0, 175, 210, 70, 5].map { $0 / 495 }
        let city = GroupCounts([[4, 1], [0, 7]])
        var seen = [Double](repeating: 0, count: 5)
        let draws = 40_000
        _ = city.randomised(draws, seed: 5) { counts in
            seen[Int(counts.groups[0][0])] += 1
            return []
        }
        // The data themselves are looked at too, once.
        seen[4] -= 1
        for (number, chance) in zip(seen, expected) {
            let deviation = (Double(draws) * chance * (1 - chance)).squareRoot()
            #expect(abs(number - Double(draws) * chance) < 4.5 * deviation)
        }
    }

    @Test("The expectation of D by lot is that of the known mean deviation, also in large units")
    func expectation() {
        // Two units of 500: E|X − 250| of a hypergeometric X is near √(2 var/π), var = 500 · ½ · ½ · 500/999.
        let city = GroupCounts([[400, 100], [100, 400]])
        let draws = city.randomised(4000, seed: 7) { [$0.dissimilarity] }[0]
        let deviation = (500.0 * 0.25 * 500 / 999 * 2 / Double.pi).squareRoot()
        // D = ½ (|x/500 − (500 − x)/500| · 2) = 2 |x − 250| / 500.
        #expect(abs((draws?.mean ?? 0) - 2 * deviation / 500) < 0.001)
        #expect(draws?.pGreater == 1.0 / 4001)
    }

    @Test("p is uniform where people live by lot: no false alarm")
    func uniform() {
        let city = GroupCounts([[Double](repeating: 6, count: 30), [Double](repeating: 14, count: 30)])
        var alarms = 0
        for seed in 0..<200 as Range<UInt64> {
            var town = city
            _ = city.randomised(1, seed: 1000 + seed) { counts in
                town = counts
                return []
            }
            let draws = town.randomised(99, seed: seed) { [$0.dissimilarity] }[0]
            if (draws?.pGreater ?? 0) <= 0.05 { alarms += 1 }
        }
        // 5 % of 200, with four standard deviations of 3.
        #expect(alarms <= 22)
    }

    @Test("Small units make D by chance, which the correction takes off")
    func bias() {
        var generator = SplitMix64(seed: 9)
        let group = (0..<400).map { _ in Double((0..<5).count { _ in generator.uniform() < 0.1 }) }
        let city = GroupCounts([group, group.map { 5 - $0 }])
        let draws = city.randomised(200, seed: 1) { [$0.dissimilarity] }[0]
        #expect((city.firstAgainstRest.dissimilarity ?? 0) > 0.4)
        #expect(abs(draws?.corrected ?? 1) < 0.1)
        #expect((draws?.pGreater ?? 0) > 0.01)
        let sample = city.bootstrapped(200, seed: 1) { [$0.dissimilarity] }[0]
        #expect((sample?.biasCorrected ?? 1) < (city.dissimilarity ?? 0))
    }

    @Test("The bootstrap draws each group's sum again, empty units stay empty of it")
    func bootstrap() {
        let city = GroupCounts([[0, 30, 70], [50, 0, 50]])
        var means = [0.0, 0, 0]
        _ = city.bootstrapped(2000, seed: 2) { counts in
            #expect(counts.sums == city.sums)
            #expect(counts.groups[0][0] == 0 && counts.groups[1][1] == 0)
            for unit in 0..<3 { means[unit] += counts.groups[0][unit] / 2001 }
            return []
        }
        #expect(abs(means[1] - 30) < 0.5 && abs(means[2] - 70) < 0.5)
    }

    @Test("An index that is undefined has no draws")
    func undefined() {
        #expect(GroupCounts([[0, 0], [1, 2]]).randomised(9, seed: 1) { [$0.dissimilarity, 1] }[0] == nil)
    }
}
