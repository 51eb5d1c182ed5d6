public import Statistics

/// Moran's I of rates whose populations differ: Assunção and Reis' index.
///
///     let path = Neighbours(starts: [0, 1, 3, 5, 6], targets: [1, 0, 2, 1, 3, 2], weights: Array(repeating: 1, count: 6))
///     let moran = try MoranRate.association(
///         events: [2, 3, 30, 28], populations: [100, 90, 110, 100], neighbours: path
///     ).get()
///     moran.statistic  // 0.358…
///
/// A rate of few people varies more than one of many, which Moran's I of raw rates takes for pattern, or which hides it.
/// Here each rate is first divided by its own standard deviation, ``StandardisedRates``, and I is that of the results
/// around their mean. Assunção and Reis, Statistics in Medicine 18 (1999). Moments and permutations are those of
/// ``Moran`` for the standardised rates.
public enum MoranRate {
    /// Computes I of the standardised rates, its moments and, if asked for, its permutation test.
    ///
    /// The rates are standardised within the sample, islands left out, so that all numbers are of the same areas.
    ///
    /// - Parameters:
    ///   - events: How many people each rate counts, from zero.
    ///   - populations: Out of how many, above zero; areas without population have to be taken out first.
    ///   - neighbours: The weights, usually row-standardised.
    ///   - permutations: How many random maps to compare with; none by default.
    ///   - truncation: What to do where the rates vary less than chance alone would make them.
    /// - Returns: The association, or why there is none: no events, no variation, fewer than three areas with a link.
    /// - Complexity: As for ``Moran/association(of:neighbours:permutations:)``.
    public static func association(
        events: [Double], populations: [Double], neighbours: Neighbours, permutations: GlobalPermutations? = nil,
        truncation: StandardisedRates.Truncation = .perArea
    ) -> Result<GlobalAssociation, UndefinedAssociation> {
        let sample = GlobalSample(neighbours)
        guard sample.count > 2 else { return .failure(.tooFewAreas) }
        let (events, populations) = (sample.values(events), sample.values(populations))
        guard events.allSatisfy({ $0 >= 0 }) else { return .failure(.negative) }
        guard let rates = StandardisedRates.of(events: events, populations: populations, truncation: truncation) else {
            return .failure(.constant)
        }
        guard rates.allSatisfy(\.isFinite) else { return .failure(.outOfRange) }
        return Moran.association(of: rates, neighbours: sample.neighbours, permutations: permutations)
            .map { $0.with(islands: sample.islands) }
    }
}

extension GlobalAssociation {
    /// The same with another number of islands, for a sample that had lost them before.
    fileprivate func with(islands: Int) -> GlobalAssociation {
        GlobalAssociation(
            statistic: statistic, expected: expected, varianceNormal: varianceNormal,
            varianceRandomisation: varianceRandomisation, tails: tails, areas: areas, islands: islands)
    }
}
