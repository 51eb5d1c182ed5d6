import Statistics

extension GroupCounts {
    /// Statistics of people who live where the lot puts them: what segregation is without any reason.
    ///
    ///     let draws = city.randomised(999, seed: 1) { [$0.dissimilarity] }
    ///     draws[0]?.pGreater   // is there more than chance?
    ///     draws[0]?.corrected  // how much more
    ///
    /// Everybody is put anew on the places that there are: unit sizes and group sums stay, so the draws are permutations
    /// of people over places. Winship (1977) and Carrington and Troske (1997) draw each unit from a binomial, whose group
    /// sums vary; for the mean of an index there is hardly a difference.
    ///
    /// - Parameters:
    ///   - draws: How many, 999 say.
    ///   - seed: The same seed gives the same draws.
    ///   - statistics: From counts to numbers, always as many; nil where undefined.
    /// - Returns: For each statistic its draws; nil where the data or some draw have no value.
    /// - Precondition: Counts are whole (``isWhole``) and `draws` is 1 or more.
    /// - Complexity: O(*R n k s*) for *s* the standard deviation of a unit's count of a group.
    public func randomised(
        _ draws: Int, seed: UInt64, statistics: (GroupCounts) -> [Double?]
    ) -> [Draws?] {
        drawn(draws, seed: seed, statistics: statistics) { $0.reallocated(using: &$1) }
    }

    /// Statistics of cities in which every person chooses a unit anew, with the chances that the group's shares give:
    /// how sure the statistics of this city are, if its people are taken for a sample.
    ///
    ///     let draws = city.bootstrapped(999, seed: 1) { [$0.dissimilarity] }
    ///     draws[0]?.interval()      // the bootstrap's percentile interval
    ///     draws[0]?.biasCorrected   // 2 D − mean
    ///
    /// Allen, Burgess, Davidson, Windmeijer, The Econometrics Journal 18 (2015). Since the draws of a biased index are
    /// biased once more, their interval lies too high in small units.
    ///
    /// - Parameters: As of ``randomised(_:seed:statistics:)``.
    /// - Precondition: Counts are whole (``isWhole``) and `draws` is 1 or more.
    public func bootstrapped(
        _ draws: Int, seed: UInt64, statistics: (GroupCounts) -> [Double?]
    ) -> [Draws?] {
        drawn(draws, seed: seed, statistics: statistics) { $0.resampled(using: &$1) }
    }

    private func drawn(
        _ draws: Int, seed: UInt64, statistics: (GroupCounts) -> [Double?],
        draw: (GroupCounts, inout SplitMix64) -> GroupCounts
    ) -> [Draws?] {
        precondition(isWhole, "people are whole")
        precondition(draws > 0, "a draw at least")
        var generator = SplitMix64(seed: seed)
        let observed = statistics(self)
        var values = observed.map { _ in [Double?]() }
        for _ in 0..<draws {
            for (place, value) in statistics(draw(self, &generator)).enumerated() { values[place].append(value) }
        }
        return zip(observed, values).map { observed, values in
            let defined = values.compactMap { $0 }
            guard let observed, defined.count == draws else { return nil }
            return Draws(observed: observed, values: defined)
        }
    }
}
