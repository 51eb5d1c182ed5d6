import Glibc

/// The incomplete beta function: tails of the beta, binomial, Student and F distributions.
///
///     BetaFunction.regularized(0.3, 2, 5)      // 0.579825: P(X ≤ 0.3), X ~ beta(2, 5)
///     BetaFunction.quantile(0.5, a: 2, b: 5)   // 0.26444998329566
///
/// The continued fraction on the side where it converges fast, its factor by Loader's saddle-point expansion. Relative
/// errors are near 10⁻¹⁴, and near 10⁻¹³ for tails below 10⁻¹⁰⁰.
public enum BetaFunction {
    /// Iₓ(a, b): the share of the beta distribution below `x`.
    ///
    /// - Precondition: `x` is in 0...1, `a` and `b` are above 0 and finite.
    /// - Complexity: O(√max(`a`, `b`)).
    public static func regularized(_ x: Double, _ a: Double, _ b: Double) -> Double { tails(x, 1 - x, a, b).lower }

    /// 1 − Iₓ(a, b), with its own digits.
    public static func upper(_ x: Double, _ a: Double, _ b: Double) -> Double { tails(x, 1 - x, a, b).upper }

    /// The `x` below which a share `p` of the beta distribution lies.
    ///
    /// - Returns: 0 for 0, 1 for 1.
    /// - Precondition: `p` is in 0...1, `a` and `b` are above 0 and finite.
    public static func quantile(_ p: Double, a: Double, b: Double) -> Double {
        let odds = odds(lower: p, upper: 1 - p, a: a, b: b)
        return odds == .infinity ? 1 : odds / (1 + odds)
    }

    /// The odds x / (1 − x) of a quantile, whose both sides are given.
    static func odds(lower: Double, upper: Double, a: Double, b: Double) -> Double {
        precondition((0...1).contains(lower) && a > 0 && b > 0, "a probability and shapes above 0")
        precondition(a < .infinity && b < .infinity, "shapes are finite")
        if lower == 0 || upper == 0 { return lower == 0 ? 0 : .infinity }
        let (logit, step) = RisingRoot.find(from: log(a / b)) { logit in
            let (x, y) = (1 / (1 + exp(-logit)), 1 / (1 + exp(logit)))
            let tails = tails(x, y, a, b)
            let slope = a * (b / (a + b)) * SaddlePoint.binomial(a, b, x: x, y: y)
            return lower < upper
                ? (log(tails.lower / lower), slope / tails.lower) : (-log(tails.upper / upper), slope / tails.upper)
        }
        return exp(logit) * (1 - step)
    }

    /// Both tails at `x`, with `y` = 1 − `x` given apart, which has digits that `x` near 1 has lost.
    static func tails(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> (lower: Double, upper: Double) {
        precondition((0...1).contains(x) && a > 0 && b > 0 && a < .infinity && b < .infinity, "a share and two shapes")
        if x == 0 || y == 0 { return x == 0 ? (0, 1) : (1, 0) }
        // xᵃyᵇ / B(a, b)
        let factor = a * (b / (a + b)) * SaddlePoint.binomial(a, b, x: x, y: y)
        let excess = SaddlePoint.excess(a, b, x: x, y: y)
        if x * (a + b + 2) < a + 1 {
            let lower = min(1, factor * fraction(x, y, a, b, excess: excess))
            return (lower, 1 - lower)
        }
        let upper = min(1, factor * fraction(y, x, b, a, excess: -excess))
        return (1 - upper, upper)
    }

    /// The continued fraction over the factor, by Lentz's method.
    ///
    /// This even part of DLMF 8.17.22 asks for 1 − x and for the excess a − (a + b)·x apart, so that no difference
    /// cancels where x is near 1: A. R. DiDonato and A. H. Morris: Algorithm 708, ACM TOMS 18 (1992).
    private static func fraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double, excess: Double) -> Double {
        func atLeastTiny(_ number: Double) -> Double { abs(number) < 1e-300 ? 1e-300 : number }
        let first = 1 + excess
        var value = atLeastTiny(first * a / (a + 1))
        var c = value
        var d = 0.0
        var n = 0.0
        var change = 0.0
        repeat {
            n += 1
            let through = n * (b - n) * x
            let numerator = ((a + n - 1) / (a + 2 * n - 1)) * ((a + b + n - 1) / (a + 2 * n - 1)) * through * x
            let denominator = n + through / (a + 2 * n - 1) + (a + n) / (a + 2 * n + 1) * (first + n * (1 + y))
            d = 1 / atLeastTiny(denominator + numerator * d)
            c = atLeastTiny(denominator + numerator / c)
            change = c * d
            value *= change
        } while abs(change - 1) > 0x1p-52 && n < 1e7
        return 1 / value
    }
}
