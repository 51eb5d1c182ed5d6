extension IndexResult {
    /// Explains every area in the index: one explanation per area and index, areas in the order of the keys.
    ///
    ///     let all = result.explanations(cases: ["S1": counts])
    ///     all[0].distance               // 0.1: so much below the limit of its class
    ///     all[0].parts[0].withOneMore   // 2: one case more, and it is in the third class
    ///
    /// **What moves.** A changed value moves the area's own standardised value, and with it means, deviations, ranks
    /// and the other areas' scores. All of that is computed with `z` (twice, or once) and classes, and with anything up
    /// to 100 areas. With other methods and more areas the area's own standardised value is exact, while the others'
    /// scores and the limits stay as they are; ranks would move by one at most.
    ///
    /// **Poisson error.** Every count of an area that `cases` names is drawn `draws` times from a Poisson distribution
    /// with the count as its mean, independently of each other, populations fixed, the other areas unchanged; the share
    /// of draws in another group has a Monte Carlo error of at most 0.5 / √draws. A count of 0 stays 0: where cases are
    /// that few the chance is a lower bound, as it is when the counts of some indicators are not given. An indicator
    /// with `change` takes the counts of both years; of a column that is a change already there is only the later count
    /// to give, and the chance is a lower bound, too. The draws of an area depend on its key and the seed only.
    ///
    /// When not to use it: the chance speaks of chance in the counts, as if they were a sample of what might have been,
    /// and not of errors in the register.
    ///
    /// - Parameters:
    ///   - cases: Counts by input column.
    ///   - draws: How many draws; 0 leaves the chance out.
    ///   - seed: Where the random numbers start.
    /// - Precondition: Counts are of as many areas as the result.
    /// - Complexity: O(*n* · (draws + *k*) · *k*²) for *n* areas and *k* indicators.
    public func explanations(
        cases: [String: IndexCases] = [:], draws: Int = 1000, seed: UInt64 = 1
    ) -> [IndexExplanation] {
        precondition(cases.values.allSatisfy { $0.cases.count == keys.count }, "counts are of the result's areas")
        precondition(draws >= 0, "a number of draws from 0")
        let explainers = indices.enumerated().map { IndexExplainer($1, place: $0, cases: cases) }
        var explanations: [IndexExplanation] = []
        for area in keys.indices {
            for explainer in explainers {
                if let one = explainer.explain(area, key: keys[area], draws: draws, seed: seed) {
                    explanations.append(one)
                }
            }
        }
        return explanations
    }
}
