import Association
import Statistics
import Testing

@Suite("Local join counts")
struct LocalJoinCountTests {
    static let lattice = LocalMaps.lattice(4, 4)
    static let isMarked = (0..<16).map { $0 >= 8 }

    @Test("A marked area counts its marked neighbours, another one none")
    func counts() {
        // esda/tests/test_ljc.py
        let result = LocalJoinCount(neighbours: Self.lattice).compute(Self.isMarked)
        #expect(result.areas.map(\.statistic) == [0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 3, 2, 2, 3, 3, 2])
        #expect(result.areas[0].p == 1)
    }

    @Test("Tails are exact: over all ways to spread the other marks")
    func isExact() {
        let result = LocalJoinCount(neighbours: Self.lattice).compute(Self.isMarked)
        // Area 9 has four neighbours of whom three are marked; 15 others with seven marks.
        let total = 1365.0  // C(15, 4)
        let upper = (35.0 * 8 + 35) / total  // C(7, 3)·C(8, 1) + C(7, 4)
        let three = 35.0 * 8 / total
        #expect(abs((result.areas[9].tails?.greater ?? 0) - upper) < 1e-14)
        #expect(abs((result.areas[9].tails?.less ?? 0) - (1 - upper + three)) < 1e-14)
        #expect(result.areas[9].tails?.ties == nil)
        #expect(result.areas[9].tails?.monteCarloError == 0)
        #expect(abs((result.areas[9].expected ?? 0) - 4.0 * 7 / 15) < 1e-14)
    }

    @Test("The exact tails are what permutations approach")
    func agreesWithPermutations() {
        let isMarked = LocalMaps.noise(100, seed: 5).map { $0 < 0.3 }
        let lattice = LocalMaps.lattice(10, 10, queen: true)
        let exact = LocalJoinCount(neighbours: lattice).compute(isMarked)
        let test = ConditionalPermutation(permutations: 19_999)
        let drawn = LocalGetisOrd(weights: lattice, test: test).compute(isMarked.map { $0 ? 1 : 0 })
        for area in isMarked.indices where isMarked[area] {
            #expect(abs((exact.areas[area].tails?.greater ?? 0) - (drawn.areas[area].tails?.greater ?? 1)) < 0.018)
            #expect(abs((exact.areas[area].tails?.less ?? 0) - (drawn.areas[area].tails?.less ?? 1)) < 0.018)
        }
    }

    @Test("Two colours: the mark of the neighbours is another one, and no area has both")
    func countsBivariate() {
        let result = LocalJoinCount(neighbours: Self.lattice).compute(Self.isMarked, around: Self.isMarked.map(!))
        #expect(result.areas.map(\.statistic) == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0])
        // Eight of the other colour among 15 others.
        let chance = Hypergeometric(population: 15, marked: 8, drawn: 3)
        #expect(result.areas[8].tails?.greater == chance.upper(1))
    }
}
