import Statistics
import Testing

@Suite("Seeded random numbers")
struct SplitMix64Tests {
    @Test("the sequence of seed 1234567 is the published one")
    func knownSequence() {
        // Reference output of Vigna's splitmix64.c for this seed, as Rosetta Code prints it.
        var generator = SplitMix64(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.allSatisfy { $0 == generator.next() })
    }

    @Test("whole numbers below a bound are even over all of them")
    func bounded() {
        var generator = SplitMix64(seed: 9)
        var counts = [Int](repeating: 0, count: 10)
        for _ in 0..<100_000 { counts[generator.below(10)] += 1 }
        // Three standard deviations of a binomial with n = 100,000 and p = 0.1 are 285.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
    }
}
