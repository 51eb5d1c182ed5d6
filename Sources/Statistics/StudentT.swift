/// Student's t distribution.
///
///     StudentT.twoSided(2.228138851964939, degrees: 10)  // 0.05
///     StudentT.quantile(0.975, degrees: 10)              // 2.228138851964939
public enum StudentT {
    /// P(|T| ≥ |`t`|), the two-sided p-value; 1 for 0.
    ///
    /// - Precondition: `degrees` is above 0 and finite.
    public static func twoSided(_ t: Double, degrees: Double) -> Double {
        if t.isInfinite { return 0 }
        let square = t * t
        let sum = degrees + square
        return BetaFunction.tails(degrees / sum, square / sum, degrees / 2, 0.5).lower
    }

    /// P(T ≥ `t`).
    ///
    /// - Precondition: `degrees` is above 0 and finite.
    public static func upper(_ t: Double, degrees: Double) -> Double {
        let half = twoSided(t, degrees: degrees) / 2
        return t < 0 ? 1 - half : half
    }

    /// P(T ≤ `t`).
    ///
    /// - Precondition: `degrees` is above 0 and finite.
    public static func cumulative(_ t: Double, degrees: Double) -> Double { upper(-t, degrees: degrees) }

    /// The value below which a share `p` lies.
    ///
    /// - Returns: ∓∞ for 0 and 1.
    /// - Precondition: `p` is in 0...1, `degrees` is above 0 and finite.
    public static func quantile(_ p: Double, degrees: Double) -> Double {
        precondition((0...1).contains(p) && degrees > 0, "a probability and degrees above 0")
        if p == 0 || p == 1 { return p == 0 ? -.infinity : .infinity }
        // t²/degrees is the odds of a beta(½, degrees/2), of which the share 1 − 2·tail lies below.
        let tail = min(p, 1 - p)
        let odds = BetaFunction.odds(lower: 2 * abs(p - 0.5), upper: 2 * tail, a: 0.5, b: degrees / 2)
        let t = (degrees * odds).squareRoot()
        return p < 0.5 ? -t : t
    }
}
