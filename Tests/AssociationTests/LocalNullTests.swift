import Association
import Statistics
import Testing

@Suite("Local statistics where there is no pattern")
struct LocalNullTests {
    @Test("Under the null p is uniform: Kolmogorov–Smirnov over a thousand maps")
    func isUniform() {
        let weights = LocalMaps.lattice(8, 8).rowStandardised
        var moran: [Double] = []
        var geary: [Double] = []
        for map in 0..<1000 {
            let values = LocalMaps.noise(64, seed: UInt64(1_000 + map)).map { $0 * $0 }
            let test = ConditionalPermutation(permutations: 999, seed: UInt64(map))
            moran.append(LocalMoran(weights: weights, test: test).compute(values).areas[27].tails?.greater ?? 0)
            geary.append(LocalGeary(weights: weights, test: test).compute(values).areas[27].tails?.less ?? 0)
        }
        // A tail without ties is one of 1/1000 … 1000/1000, each as likely: at most 1/1000 off the uniform.
        // 1.63/√1000 is the critical value at 1 %.
        for sample in [moran.sorted(), geary.sorted()] {
            let distance = sample.enumerated().reduce(0.0) {
                max($0, abs($1.element - Double($1.offset) / 1000), abs($1.element - Double($1.offset + 1) / 1000))
            }
            #expect(distance < 1.63 / 1000.0.squareRoot() + 0.001)
        }
    }

    @Test("Two-sided p-values are at most 0.05 in no more than 5 % of areas, with ties and without")
    func keepsLevel() {
        let weights = LocalMaps.lattice(40, 40, queen: true).rowStandardised
        for values in [LocalMaps.noise(1600, seed: 21), LocalMaps.rareCounts(1600, seed: 22)] {
            var found = 0
            for seed in 0..<20 {
                let order = LocalMaps.order(1600, seed: UInt64(seed))
                let test = ConditionalPermutation(permutations: 999, seed: UInt64(seed))
                let result = LocalMoran(weights: weights, test: test).compute(order.map { values[$0] })
                found += result.areas.count { ($0.p ?? 1) <= 0.05 }
            }
            // 32 000 tests that depend on each other somewhat.
            #expect(Double(found) / 32_000 < 0.056)
        }
    }

    @Test("A zero-inflated count gets no false significance: four empty neighbours of the busiest area are no outlier")
    func toleratesZeros() {
        // 62 % zeros and five areas; the busiest has four neighbours without any. statistics.md 5.1: true lower tail
        // about .148, where GeoDa and esda's folded p say .001.
        let count = 100
        var values = [Double](repeating: 0, count: count)
        for area in 0..<38 { values[area] = Double(1 + area % 3) }
        values[0] = 20
        var starts = [0, 4]
        var targets: [Int32] = [96, 97, 98, 99]
        for area in 1..<count {
            targets.append(Int32(area < 96 ? (area == 95 ? 1 : area + 1) : 0))
            starts.append(targets.count)
        }
        let weights = Neighbours(starts: starts, targets: targets, weights: targets.map { _ in 1 }).rowStandardised
        let result = LocalMoran(weights: weights, test: ConditionalPermutation(permutations: 9_999)).compute(values)
        // All four of the 99 others without any: (62·61·60·59)/(99·98·97·96).
        let exact = Hypergeometric(population: 99, marked: 62, drawn: 4).upper(4)
        let tails = result.areas[0].tails
        #expect(abs((tails?.less ?? 0) - exact) < 0.02)
        #expect(tails?.greater == 1)
        #expect(abs((result.areas[0].p ?? 0) - 2 * exact) < 0.04)
        #expect(result.classes()[0] == .notSignificant)
    }

    @Test("An area at the mean has p = 1 and only ties")
    func toleratesMean() {
        // The mean of tenths is not a tenth in doubles.
        let values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
        for weights in [LocalMaps.lattice(3, 3), LocalMaps.uneven(LocalMaps.lattice(3, 3))] {
            let area = LocalMoran(weights: weights).compute(values).areas[4]
            #expect(area.tails == TailProbabilities(larger: 0, smaller: 0, ties: 999))
            #expect(area.p == 1)
            #expect(area.statistic == 0)
            #expect(area.z == nil)
            #expect(area.association == .atMean)
        }
        let result = LocalMoran(weights: LocalMaps.lattice(3, 3)).compute(values)
        #expect(result.classes()[4] == .notSignificant)
    }

    @Test("Where all others are neighbours nothing is left to chance")
    func toleratesComplete() {
        let weights = Neighbours(
            starts: [0, 3, 6, 9, 12], targets: [1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2],
            weights: Array(repeating: 1 / 3, count: 12))
        for result in [
            LocalMoran(weights: weights).compute([1, 2, 4, 8]), LocalGeary(weights: weights).compute([1, 2, 4, 8]),
            LocalGetisOrd(weights: weights).compute([1, 2, 4, 8]),
        ] {
            for area in result.areas {
                #expect(area.tails == TailProbabilities(larger: 0, smaller: 0, ties: 999))
                #expect(area.normalP == 1)
            }
        }
    }
}
