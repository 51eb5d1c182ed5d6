public import Statistics

/// Geary's c: how much neighbouring areas differ, as a share of how much any two areas do.
///
///     let path = Neighbours(starts: [0, 1, 3, 5, 6], targets: [1, 0, 2, 1, 3, 2], weights: Array(repeating: 1, count: 6))
///     let geary = try Geary.association(of: [1, 2, 3, 4], neighbours: path).get()
///     geary.statistic  // 0.3: below 1, neighbours are alike
///     geary.zNormal    // below zero
///
/// `c = (n - 1) Σ wᵢⱼ (xᵢ - xⱼ)² / (2 S₀ Σ zᵢ²)`, 1 without association. Geary, The Incorporated Statistician 5 (1954);
/// moments from Cliff and Ord: Spatial Processes (1981), p. 21. The variance that it is divided by has *n* - 1. A z-value
/// below zero means that neighbours are alike; spdep turns the sign round. Islands leave the sample, see
/// ``GlobalAssociation``.
public enum Geary {
    /// Computes c, its moments and, if asked for, its permutation test.
    ///
    /// - Parameters: As for ``Moran/association(of:neighbours:permutations:)``.
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
        let scale = (n - 1) / (2 * sums.s0 * square)
        // The differences of one area from all others add up to n z² + Σ z².
        let rows = z.reduce(0) { $0 + 4 * (n * $1 * $1 + square) * (n * $1 * $1 + square) }
        let moments = GlobalMoments(
            count: sample.count, sums, (2 * n * square, 4 * n * fourth + 12 * square * square, rows))
        let normal =
            ((2 * sums.s1 + sums.s2) * (n - 1) - 4 * sums.s0 * sums.s0) / (2 * (n + 1) * sums.s0 * sums.s0)
        let pairs = GlobalPairs(sample.neighbours)
        let tails = permutations.map {
            GlobalShuffle.tails(of: [z], bound: 2 * pairs.largestSum * square, $0) { pairs.squares($0) }
        }
        return .success(
            GlobalAssociation(
                statistic: scale * sample.neighbours.squaredDifferences(of: z), expected: 1,
                varianceNormal: normal,
                varianceRandomisation: sample.count > 3 ? scale * scale * moments.variance : nil,
                tails: tails, areas: sample.count, islands: sample.islands))
    }
}

extension Neighbours {
    /// Σ wᵢⱼ (vᵢ - vⱼ)² over the links.
    fileprivate func squaredDifferences(of values: [Double]) -> Double {
        (0..<count).reduce(0) { sum, member in
            row(of: member).reduce(sum) { sum, place in
                let difference = values[member] - values[Int(targets[place])]
                return sum + weights[place] * difference * difference
            }
        }
    }
}
