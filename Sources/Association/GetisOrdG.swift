public import Statistics

/// The general G of Getis and Ord: whether large values, or small ones, lie together.
///
///     let path = Neighbours(starts: [0, 1, 3, 5, 6], targets: [1, 0, 2, 1, 3, 2], weights: Array(repeating: 1, count: 6))
///     let high = try GetisOrdG.association(of: [1, 1, 8, 9], neighbours: path).get()
///     high.statistic  // 0.757…
///     high.expected   // 0.5: links as a share of all pairs of areas
///
/// `G = Σ wᵢⱼ xᵢ xⱼ / Σᵢ≠ⱼ xᵢ xⱼ`, meant for binary weights and amounts from zero. Getis and Ord, Geographical Analysis 24
/// (1992). Above its expectation large values lie together, below it small ones do; Moran's I does not tell these apart.
/// The variance is exact over all orders of the values; none is known under normality, as G is not a ratio of quadratic
/// forms around the mean. Islands leave the sample, see ``GlobalAssociation``.
public enum GetisOrdG {
    /// Computes G, its moments and, if asked for, its permutation test.
    ///
    /// - Parameters: As for ``Moran/association(of:neighbours:permutations:)``; values are from zero.
    /// - Returns: The association, or why there is none: also where a value is negative.
    /// - Complexity: O(*n* + *k* log *k*) for *k* links, and O(*R* · (*n* + *k*)) for *R* permutations.
    public static func association(
        of values: [Double], neighbours: Neighbours, permutations: GlobalPermutations? = nil
    ) -> Result<GlobalAssociation, UndefinedAssociation> {
        let sample = GlobalSample(neighbours)
        guard sample.count > 2 else { return .failure(.tooFewAreas) }
        let x = sample.scaled(values)
        guard x.allSatisfy({ $0 >= 0 }) else { return .failure(.negative) }
        guard let z = sample.deviations(values) else { return .failure(.constant) }
        let sums = sample.neighbours.sums
        guard sums.s0 > 0 else { return .failure(.noWeight) }
        let n = Double(sample.count)
        let total = x.reduce(0, +)
        let mean = total / n
        // Σᵢ≠ⱼ xᵢ xⱼ; zero where only one area has anything.
        let divisor = x.reduce(0) { $0 + $1 * (total - $1) }
        guard divisor > 0 else { return .failure(.constant) }
        let (square, cube, fourth) = z.reduce((0, 0, 0)) { sums, z in
            (sums.0 + z * z, sums.1 + z * z * z, sums.2 + z * z * z * z)
        }

        // Around the mean, Σ w x x = m² S₀ + m Σ lᵢ zᵢ + Σ w z z with the sums l of rows and columns: no large numbers
        // that cancel, and three variances that are known exactly.
        let turned = sample.neighbours.transposed
        let links = (0..<sample.count).map { member in
            sample.neighbours.weights[sample.neighbours.row(of: member)].reduce(0, +)
                + turned.weights[turned.row(of: member)].reduce(0, +) - 2 * sums.s0 / n
        }
        let linkSquare = links.reduce(0) { $0 + $1 * $1 }
        let linear = linkSquare * square / (n - 1)
        let moments = GlobalMoments(count: sample.count, sums, (-square, 2 * (square * square - fourth), 4 * fourth))
        let mixed = -linkSquare * cube / (n * (n - 1)) - linkSquare * 2 * cube / (n * (n - 1) * (n - 2))
        let variance = moments.variance + mean * mean * linear + 2 * mean * mixed

        let tails = permutations.map { permutations in
            let pairs = GlobalPairs(sample.neighbours)
            let bound = pairs.largestSum * square / 2 + mean * (linkSquare * square).squareRoot()
            return GlobalShuffle.tails(of: [z], bound: bound, permutations) { maps in
                var sum = pairs.products(maps)
                for (place, link) in links.enumerated() { sum += maps[place] * (mean * link) }
                return sum
            }
        }
        let lag = sample.neighbours.lag(of: x)
        return .success(
            GlobalAssociation(
                statistic: zip(x, lag).reduce(0) { $0 + $1.0 * $1.1 } / divisor, expected: sums.s0 / (n * (n - 1)),
                varianceNormal: nil,
                varianceRandomisation: sample.count > 3 ? max(0, variance) / (divisor * divisor) : nil,
                tails: tails, areas: sample.count, islands: sample.islands))
    }
}
