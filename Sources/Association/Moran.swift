public import Statistics

/// Moran's I: whether neighbouring areas have similar values.
///
///     let path = Neighbours(starts: [0, 1, 3, 5, 6], targets: [1, 0, 2, 1, 3, 2], weights: Array(repeating: 1, count: 6))
///     let moran = try Moran.association(of: [1, 2, 3, 4], neighbours: path).get()
///     moran.statistic  // 0.333…: alike beside alike
///     moran.expected   // -0.333…: -1 / (n - 1)
///
/// `I = (n / S₀) Σ wᵢⱼ zᵢ zⱼ / Σ zᵢ²` with the deviations `z` from the mean. Moran, Biometrika 37 (1950); moments under
/// normality and randomisation from Cliff and Ord: Spatial Processes (1981), p. 21. Weights need not be symmetric. Islands
/// leave the sample, see ``GlobalAssociation``. For rates of unequal populations take ``MoranRate``, for residuals of a
/// regression the test that goes with it.
public enum Moran {
    /// Computes I, its moments and, if asked for, its permutation test.
    ///
    /// - Parameters:
    ///   - values: One finite value for each area; areas without one have to be taken out first.
    ///   - neighbours: The weights, usually row-standardised.
    ///   - permutations: How many random maps to compare with; none by default.
    /// - Returns: The association, or why there is none: all values equal, fewer than three areas with a link.
    /// - Complexity: O(*n* + *k* log *k*) for *k* links, and O(*R* · (*n* + *k*)) for *R* permutations.
    public static func association(
        of values: [Double], neighbours: Neighbours, permutations: GlobalPermutations? = nil
    ) -> Result<GlobalAssociation, UndefinedAssociation> {
        let sample = GlobalSample(neighbours)
        guard sample.count > 2 else { return .failure(.tooFewAreas) }
        guard let z = sample.deviations(values) else { return .failure(.constant) }
        let sums = sample.neighbours.sums
        guard sums.s0 > 0 else { return .failure(.noWeight) }
        let n = Double(sample.count)
        let square = z.reduce(0) { $0 + $1 * $1 }
        let fourth = z.reduce(0) { $0 + $1 * $1 * $1 * $1 }
        let lag = sample.neighbours.lag(of: z)
        let scale = n / sums.s0 / square
        let moments = GlobalMoments(count: sample.count, sums, (-square, 2 * (square * square - fourth), 4 * fourth))
        let normal = (n * n * sums.s1 - n * sums.s2 + 3 * sums.s0 * sums.s0) / ((n * n - 1) * sums.s0 * sums.s0)
        let tails = permutations.map { permutations in
            let pairs = GlobalPairs(sample.neighbours)
            return GlobalShuffle.tails(of: [z], bound: pairs.largestSum * square / 2, permutations) {
                pairs.products($0)
            }
        }
        return .success(
            GlobalAssociation(
                statistic: scale * zip(z, lag).reduce(0) { $0 + $1.0 * $1.1 }, expected: -1 / (n - 1),
                varianceNormal: normal - 1 / ((n - 1) * (n - 1)),
                varianceRandomisation: sample.count > 3 ? scale * scale * moments.variance : nil,
                tails: tails, areas: sample.count, islands: sample.islands))
    }
}
