import Association
import Statistics
import Testing

@Suite("Significance of many areas")
struct LocalSignificanceTests {
    @Test("Both tails hold the ties and what was observed, and two-sided is twice the smaller one")
    func makesTails() {
        let tails = TailProbabilities(larger: 3, smaller: 990, ties: 6)
        #expect(tails.greater == 0.01 && tails.less == 0.997 && tails.p == 0.02)
        #expect(TailProbabilities(larger: 0, smaller: 0, ties: 999).p == 1)
        #expect(abs(tails.monteCarloError - 2 * (0.01 * 0.99 / 999).squareRoot()) < 1e-15)
        #expect(TailProbabilities(larger: 0, smaller: 999, ties: 0).p == 0.002)
    }

    @Test("Benjamini and Hochberg's rule steps up from the largest, as R's p.adjust does")
    func adjusts() {
        // p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BH") is 0.05 five times; the first failure alone would say no.
        let five: [Double?] = [0.01, 0.02, 0.03, 0.04, 0.05]
        let raised = MultipleTesting.benjaminiHochberg.adjusted(five)
        #expect(raised.allSatisfy { abs(($0 ?? 0) - 0.05) < 1e-15 })
        // p.adjust(c(0.001, 0.3, 0.008, 0.039, 0.041), "BH")
        let mixed = MultipleTesting.benjaminiHochberg.adjusted([0.001, 0.3, nil, 0.008, 0.039, 0.041])
        for (found, expected) in zip(mixed, [0.005, 0.3, nil, 0.02, 0.05125, 0.05125]) {
            #expect(found == expected || abs((found ?? 9) - (expected ?? 0)) < 1e-12)
        }
        #expect(MultipleTesting.bonferroni.adjusted([0.01, nil, 0.6]) == [0.02, nil, 1])
        #expect(MultipleTesting.none.adjusted(five) == five)
        #expect(MultipleTesting.benjaminiHochberg.adjusted([nil]) == [nil])
    }

    @Test("The largest of a whole shuffled map keeps the family-wise error")
    func keepsFamilyWiseError() {
        let weights = LocalMaps.lattice(8, 8).rowStandardised
        var falseAlarms = 0
        for map in 0..<300 {
            let values = LocalMaps.noise(64, seed: UInt64(5_000 + map)).map { $0 * $0 }
            let p = LocalMoran(weights: weights, test: .none).maximumT(
                values, MaximumT(permutations: 99, seed: UInt64(map)))
            if p.contains(where: { ($0 ?? 1) <= 0.05 }) { falseAlarms += 1 }
        }
        // 15 expected; a standard error is 3.8.
        #expect((3...30).contains(falseAlarms))
    }

    @Test("Family-wise p-values find a cluster, are above raw ones, and islands have none")
    func findsClusters() {
        let lattice = LocalMaps.lattice(12, 12, queen: true)
        let weights = lattice.filtered { member, target, _ in member != 143 && target != 143 }.rowStandardised
        var values = LocalMaps.noise(144, seed: 31)
        for row in 2...5 { for column in 2...5 { values[row * 12 + column] += 3 } }
        let maximum = MaximumT(permutations: 499, seed: 3)
        let test = ConditionalPermutation(permutations: 9_999)
        let moran = LocalMoran(weights: weights, test: test)
        for (p, raw) in [
            (moran.maximumT(values, maximum), moran.compute(values)),
            (
                LocalGetisOrd(weights: weights, includingSelf: .rowMaximum).maximumT(values, maximum),
                LocalGetisOrd(weights: weights, includingSelf: .rowMaximum, test: test).compute(values)
            ),
        ] {
            #expect((p[3 * 12 + 3] ?? 1) <= 0.01)
            #expect((p[10 * 12 + 9] ?? 0) > 0.2)
            #expect(p[143] == nil)
            #expect(raw.classes(pValues: p)[3 * 12 + 3] == raw.classes()[3 * 12 + 3])
            #expect(raw.classes(pValues: p)[143] == .island)
        }
        let geary = LocalGeary(weights: weights).maximumT(variables: [values], maximum)
        #expect(geary[143] == nil && geary.dropLast().allSatisfy { ($0 ?? 0) > 0 })
    }

    @Test("Threads and the areas' numbers make no difference to family-wise p-values", arguments: [false, true])
    func ignoresNumbers(hasTies: Bool) {
        let weights = LocalMaps.uneven(LocalMaps.lattice(9, 8, queen: true)).rowStandardised
        let values = hasTies ? LocalMaps.rareCounts(72, seed: 2) : LocalMaps.noise(72, seed: 2)
        let order = LocalMaps.order(72, seed: 4)
        let other = weights.restricted(to: order)
        let moved = order.map { values[$0] }
        func test(_ threads: Int) -> MaximumT { MaximumT(permutations: 199, seed: 6, threads: threads) }
        let here = LocalMoran(weights: weights).maximumT(values, test(1))
        #expect(here == LocalMoran(weights: weights).maximumT(values, test(2)))
        #expect(here == LocalMoran(weights: weights).maximumT(values, test(8)))
        #expect(LocalMoran(weights: other).maximumT(moved, test(1)) == order.map { here[$0] })
        let geary = LocalGeary(weights: weights).maximumT(variables: [values], test(2))
        #expect(LocalGeary(weights: other).maximumT(variables: [moved], test(2)) == order.map { geary[$0] })
        let gi = LocalGetisOrd(weights: weights).maximumT(values, test(2))
        #expect(LocalGetisOrd(weights: other).maximumT(moved, test(2)) == order.map { gi[$0] })
    }

    @Test("What would take too long is known beforehand")
    func knowsLimit() {
        let weights = LocalMaps.lattice(100, 100, queen: true)
        #expect(MaximumT(permutations: 9_999).isFeasible(for: weights))
        #expect(!MaximumT(permutations: 99_999).isFeasible(for: weights))
        #expect(!MaximumT(permutations: .max).isFeasible(for: weights))
    }
}
