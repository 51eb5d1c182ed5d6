public import Statistics

/// Bivariate Moran's I: whether areas with much of one thing are surrounded by areas with much of another.
///
///     let path = Neighbours(starts: [0, 1, 3, 5, 6], targets: [1, 0, 2, 1, 3, 2], weights: Array(repeating: 1, count: 6))
///     let moran = try BivariateMoran.association(of: [1, 2, 3, 4], and: [2, 1, 4, 3], neighbours: path).get()
///     moran.statistic  // 0.466…
///
/// `I = (n / S₀) Σ wᵢⱼ xᵢ yⱼ / √(Σ xᵢ² Σ yⱼ²)` with deviations from the means: `x` in place, `y` around it. With row
/// standardisation and no islands it is the slope-like number of esda and GeoDa; the means' *n* or *n* - 1 cancels.
/// Expectation, variance and permutation test put `y` into random order and leave `x` where it is, as esda and GeoDa do:
/// the hypothesis is that the two have nothing to do with each other.
///
/// When not to use it: where `x` and `y` are related within the areas and each is clustered, I is large without any
/// influence of one place on another. Compare it with ``Lee``, whose expectation knows the relation within the areas.
public enum BivariateMoran {
    /// Computes I, its moments and, if asked for, its permutation test.
    ///
    /// - Parameters: As for ``Moran/association(of:neighbours:permutations:)``.
    /// - Returns: The association, or why there is none: one of the variables does not vary.
    /// - Complexity: O(*n* + *k* log *k*) for *k* links, and O(*R* · *n*) for *R* permutations.
    public static func association(
        of x: [Double], and y: [Double], neighbours: Neighbours, permutations: GlobalPermutations? = nil
    ) -> Result<GlobalAssociation, UndefinedAssociation> {
        let sample = GlobalSample(neighbours)
        guard sample.count > 2 else { return .failure(.tooFewAreas) }
        guard let x = sample.deviations(x), let y = sample.deviations(y) else { return .failure(.constant) }
        let weight = sample.neighbours.weights.reduce(0, +)
        guard weight > 0 else { return .failure(.noWeight) }
        let n = Double(sample.count)
        let squares = x.reduce(0) { $0 + $1 * $1 } * y.reduce(0) { $0 + $1 * $1 }
        let scale = n / weight / squares.squareRoot()

        // How much each area's y counts: what of x it is beside. A sum of such shares is linear in y.
        let shares = sample.neighbours.transposed.lag(of: x)
        let mean = shares.reduce(0, +) / n
        let shareSquare = GlobalMoments.squares(shares)
        let ySquare = y.reduce(0) { $0 + $1 * $1 }
        let tails = permutations.map {
            GlobalShuffle.tails(of: [y], bound: (shareSquare * ySquare).squareRoot(), $0) { maps in
                var sum = GlobalShuffle.Lanes.zero
                for (place, share) in shares.enumerated() { sum += maps[place] * (share - mean) }
                return sum
            }
        }
        return .success(
            GlobalAssociation(
                statistic: scale * zip(shares, y).reduce(0) { $0 + $1.0 * $1.1 }, expected: 0, varianceNormal: nil,
                varianceRandomisation: scale * scale * shareSquare * ySquare / (n - 1),
                tails: tails, areas: sample.count, islands: sample.islands))
    }
}
