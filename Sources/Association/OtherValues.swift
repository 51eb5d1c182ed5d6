/// The values of all areas but one: what its neighbours are drawn from in a conditional permutation.
///
/// A statistic that is a weighted sum Σ w·u of something of the neighbours then has the moments of a sample without
/// replacement from the N = n − 1 others: E = W₁·ū and Var = s²·(W₂ − W₁²/N)·N/(N − 1), with W₁ = Σ w, W₂ = Σ w² and
/// s² = Σ(u − ū)²/N. For the local Moran that is Sokal, Oden and Thomson, Geographical Analysis 30 (1998), equations A7
/// and A8 (spdep's `conditional = TRUE`); for Gi it is Getis and Ord (1992).
struct OtherValues {
    /// How many others there are.
    let count: Double
    /// Their mean.
    let mean: Double
    /// Their variance, divided by their number.
    let variance: Double

    /// The others' moments, from sums over all areas, the one area's own included.
    init(sum: Double, squares: Double, count: Int, without own: Double) {
        self.count = Double(count - 1)
        mean = (sum - own) / self.count
        let variance = (squares - own * own) / self.count - mean * mean
        // What is left of equal numbers is rounding.
        self.variance = variance > squares / self.count * 0x1p-44 ? variance : 0
    }

    /// The moments of all values, for draws that may give the area itself.
    ///
    /// - Parameter squares: The sum of squared deviations from the mean.
    static func everyone(squares: Double, count: Int) -> OtherValues {
        // One more of value 0, who is left out.
        OtherValues(sum: 0, squares: squares, count: count + 1, without: 0)
    }

    /// The expectation and the variance of a weighted sum over neighbours.
    func lagMoments(weights: Double, squares: Double) -> (expected: Double, variance: Double) {
        let spread = squares - weights * weights / count
        // All others as neighbours, all with the same weight: nothing is left to chance.
        guard count > 1, spread > squares * 0x1p-40 else { return (weights * mean, 0) }
        return (weights * mean, variance * spread * count / (count - 1))
    }
}
