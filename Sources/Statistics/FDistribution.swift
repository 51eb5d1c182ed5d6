/// The F distribution: the ratio of two mean squares.
///
///     FDistribution.upper(4.102821015303716, degrees: (2, 10))  // 0.05
public enum FDistribution {
    /// P(F ≥ `f`); 1 for an `f` not above 0.
    ///
    /// - Parameter degrees: Of the numerator and of the denominator.
    /// - Precondition: Both degrees are above 0 and finite.
    public static func upper(_ f: Double, degrees: (Double, Double)) -> Double { tails(f, degrees).upper }

    /// P(F ≤ `f`); 0 for an `f` not above 0.
    ///
    /// - Precondition: Both degrees are above 0 and finite.
    public static func cumulative(_ f: Double, degrees: (Double, Double)) -> Double { tails(f, degrees).lower }

    /// The value below which a share `p` lies.
    ///
    /// - Precondition: `p` is in 0...1, both degrees are above 0 and finite.
    public static func quantile(_ p: Double, degrees: (Double, Double)) -> Double {
        BetaFunction.odds(lower: p, upper: 1 - p, a: degrees.0 / 2, b: degrees.1 / 2) * (degrees.1 / degrees.0)
    }

    private static func tails(_ f: Double, _ degrees: (Double, Double)) -> (lower: Double, upper: Double) {
        if f <= 0 { return (0, 1) }
        if f == .infinity { return (1, 0) }
        let sum = degrees.0 * f + degrees.1
        return BetaFunction.tails(degrees.0 * f / sum, degrees.1 / sum, degrees.0 / 2, degrees.1 / 2)
    }
}
