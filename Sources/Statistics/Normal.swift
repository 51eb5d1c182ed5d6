import Glibc

/// The standard normal distribution: tails and quantiles.
///
///     Normal.cumulative(1.96)    // 0.9750021048517795
///     Normal.upper(10)           // 7.61985302416052e-24, not 1 − 1
///     Normal.quantile(0.975)     // 1.959963984540054
///
/// Both tails come from the complementary error function, so a tail keeps its digits where the other one is all but 1:
/// relative errors are near 10⁻¹⁵ down to the smallest numbers.
public enum Normal {
    /// P(Z ≤ `z`).
    public static func cumulative(_ z: Double) -> Double { upper(-z) }

    /// P(Z ≥ `z`).
    public static func upper(_ z: Double) -> Double { complementaryError(z) / 2 }

    /// P(|Z| ≥ |`z`|), the two-sided p-value of a z-score; 1 for 0.
    public static func twoSided(_ z: Double) -> Double { complementaryError(abs(z)) }

    /// The density at `z`: exp(−z²/2) / √(2π).
    public static func density(_ z: Double) -> Double { exp(-0.5 * z * z) / (2 * Double.pi).squareRoot() }

    /// The `z` below which a share `p` lies.
    ///
    ///     Normal.quantile(0.5)     // 0
    ///     Normal.quantile(1e-300)  // −37.0471…
    ///
    /// The start is the rational approximation 26.2.23 of Abramowitz and Stegun (error below 4.5·10⁻⁴); Halley's
    /// iteration triples its digits at each step. For `p` within rounding of 1 ask for `-quantile(1 - p)` instead, with
    /// the complement computed where it still has its digits.
    ///
    /// - Returns: ∓∞ for 0 and 1.
    /// - Precondition: `p` is in 0...1.
    public static func quantile(_ p: Double) -> Double {
        precondition((0...1).contains(p), "a probability is between 0 and 1")
        if p == 0 || p == 1 { return p == 0 ? -.infinity : .infinity }
        if p == 0.5 { return 0 }
        let tail = min(p, 1 - p)
        let t = (-2 * log(tail)).squareRoot()
        let above = 2.515517 + t * (0.802853 + t * 0.010328)
        var z = t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
        for _ in 0..<4 {
            // Near the middle the difference to one half is what has the digits.
            let error = tail > 0.25 ? abs(0.5 - p) - erf(z * 0.5.squareRoot()) / 2 : upper(z) - tail
            let step = error / density(z)
            z += step / (1 - 0.5 * z * step)
        }
        return p < 0.5 ? -z : z
    }

    /// erfc(z/√2), with the rounding of the argument made good: far out the function falls by 2x times an error of x.
    private static func complementaryError(_ z: Double) -> Double {
        // √½ as a sum of two doubles.
        let (high, low) = (0.7071067811865476, -4.833646656726457e-17)
        let x = z * high
        let value = erfc(x)
        guard x > 1, value > 0 else { return value }
        let rest = (-x).addingProduct(z, high) + z * low
        return value - 2 / Double.pi.squareRoot() * exp(-x * x) * rest
    }
}
