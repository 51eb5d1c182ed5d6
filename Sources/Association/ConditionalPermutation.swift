/// A conditional permutation test: an area keeps its value while the values of all others are shuffled.
///
///     ConditionalPermutation(permutations: 9_999, seed: 42)
///
/// Neighbours are drawn without replacement from all other areas, islands among them (their values are values of the
/// map, as in esda and spdep). The random numbers are keyed by seed and permutation, so the answer is the same on any
/// number of threads; and it is the same for every area however the areas are numbered.
///
/// All areas share one table of draws, as in esda and GeoDa's lookup table. Each area's p-value is as good as with
/// draws of its own, but the Monte Carlo errors of areas with like values and neighbours are alike: they move together
/// from seed to seed. So the draws are no joint null of the map; for a family-wise test use ``MaximumT``.
public struct ConditionalPermutation: Sendable, Equatable {
    /// How many permutations; 0 for no test.
    public let permutations: Int
    /// The key of the random numbers.
    public let seed: UInt64
    /// The most threads to use, or nil for as many as the machine likes. The result does not depend on it.
    public let threads: Int?

    /// Creates the settings.
    ///
    /// - Precondition: `permutations` is not negative.
    public init(permutations: Int = 999, seed: UInt64 = 1, threads: Int? = nil) {
        precondition(permutations >= 0, "a number of permutations")
        self.permutations = permutations
        self.seed = seed
        self.threads = threads
    }

    /// No permutations: moments and the normal distribution only.
    public static let none = ConditionalPermutation(permutations: 0)
}
