import Statistics

/// The scale in which weights are symmetric, where there is one.
///
/// Row-standardised contiguity is not symmetric, but similar to a symmetric matrix: with positive dᵢ for which
/// dᵢ wᵢⱼ = dⱼ wⱼᵢ, the matrix sᵢⱼ = √(wᵢⱼ wⱼᵢ) has the eigenvalues of W, which so are real. Ord: Estimation methods for
/// models of spatial interaction, Journal of the American Statistical Association 70 (1975), 120–126.
enum Symmetrisation {
    /// For each area dᵢ, 1 in the first area of each connected part; nil where a link has no counterpart or no such scale
    /// exists, as with nearest neighbours.
    ///
    /// - Complexity: O(*n* + *m* log *k*) for *m* links, *k* in a row.
    static func scale(of weights: Neighbours) -> [Double]? {
        var scale = [Double](repeating: 0, count: weights.count)
        for first in 0..<weights.count where scale[first] == 0 {
            scale[first] = 1
            var waiting = [first]
            while let area = waiting.popLast() {
                for place in weights.row(of: area) {
                    let other = Int(weights.targets[place])
                    guard let back = weight(from: other, to: area, in: weights), back > 0 else { return nil }
                    let expected = scale[area] * weights.weights[place] / back
                    if scale[other] == 0 {
                        guard expected > 0, expected.isFinite else { return nil }
                        scale[other] = expected
                        waiting.append(other)
                    } else if abs(scale[other] - expected) > 1e-10 * expected {
                        return nil
                    }
                }
            }
        }
        return scale
    }

    /// The weight of a link, found by bisection in its row.
    static func weight(from area: Int, to other: Int, in weights: Neighbours) -> Double? {
        let row = weights.row(of: area)
        var (low, high) = (row.lowerBound, row.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if weights.targets[middle] < Int32(other) { low = middle + 1 } else { high = middle }
        }
        return low < row.upperBound && weights.targets[low] == Int32(other) ? weights.weights[low] : nil
    }
}
