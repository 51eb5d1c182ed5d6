import Statistics

/// Draws from a Poisson distribution by inversion, searching outwards from its mode.
///
/// About √mean steps a draw, exact up to the 53 bits of the uniform number. Kemp, C. D. (1986): A modal method for
/// generating binomial variables, Communications in Statistics 15, for the idea.
struct PoissonDraw {
    private let mean: Double
    private let mode: Int
    private let atMode: Double

    /// - Precondition: `mean` is finite and not below 0.
    init(mean: Double) {
        self.mean = mean
        mode = Int(mean)
        atMode = Poisson.mass(mode, mean: mean)
    }

    /// The next count.
    func next(_ generator: inout SplitMix64) -> Int {
        var left = generator.uniform() - atMode
        if left < 0 { return mode }
        var (low, high) = (mode, mode)
        var (below, above) = (atMode, atMode)
        // What is left when both tails have run out is rounding.
        while above > 1e-18 || below > 1e-18 {
            high += 1
            above *= mean / Double(high)
            left -= above
            if left < 0 { return high }
            if low > 0 {
                below *= Double(low) / mean
                low -= 1
                left -= below
                if left < 0 { return low }
            } else {
                below = 0
            }
        }
        return mode
    }
}
