import Glibc

/// The incomplete gamma functions: tails of the gamma, chi-square and Poisson distributions.
///
///     GammaFunction.lower(3, 2.5)            // 0.4561868841166705: P(X ≤ 2.5), X ~ gamma of shape 3 and scale 1
///     GammaFunction.upper(3, 2.5)            // 0.5438131158833297
///     GammaFunction.quantile(0.025, shape: 10)  // 4.795388696132434: half the lower Poisson limit's chi-square
///
/// Below x = shape + 1 the power series, above it the continued fraction (Lentz), with the common factor by Loader's
/// saddle-point expansion: C. Loader: Fast and Accurate Computation of Binomial Probabilities (2000). Relative errors are
/// near 10⁻¹⁴, and near 10⁻¹³ for tails below 10⁻¹⁰⁰. A complement that the other tail leaves (`upper` of a shape below
/// 0.01 at small `x`) is good to 10⁻¹⁵ absolutely.
public enum GammaFunction {
    /// P(`shape`, `x`): the lower incomplete gamma function divided by Γ(shape).
    ///
    /// - Precondition: `shape` is above 0 and finite, `x` is not below 0.
    /// - Complexity: O(√`shape`).
    public static func lower(_ shape: Double, _ x: Double) -> Double { tails(shape, x).lower }

    /// Q(`shape`, `x`) = 1 − P(`shape`, `x`), with its own digits.
    ///
    /// - Precondition: `shape` is above 0 and finite, `x` is not below 0.
    /// - Complexity: O(√`shape`).
    public static func upper(_ shape: Double, _ x: Double) -> Double { tails(shape, x).upper }

    /// The `x` below which a share `p` of the gamma distribution of scale 1 lies.
    ///
    /// - Returns: 0 for 0, ∞ for 1.
    /// - Precondition: `p` is in 0...1, `shape` is above 0 and finite.
    public static func quantile(_ p: Double, shape: Double) -> Double {
        quantile(lower: p, upper: 1 - p, shape: shape)
    }

    /// The `x` above which a share `p` of the gamma distribution of scale 1 lies; for `p` near 0 sharper than
    /// ``quantile(_:shape:)`` of 1 − `p`.
    public static func upperQuantile(_ p: Double, shape: Double) -> Double {
        quantile(lower: 1 - p, upper: p, shape: shape)
    }

    /// ln Γ(`x`) for `x` above 0, safe on several threads.
    public static func logarithm(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }

    private static func quantile(lower: Double, upper: Double, shape: Double) -> Double {
        precondition((0...1).contains(lower) && shape > 0 && shape < .infinity, "a probability and a shape above 0")
        if lower == 0 || upper == 0 { return lower == 0 ? 0 : .infinity }
        // Wilson and Hilferty's cube root; far down the power law of the first term of the series.
        let z = lower < upper ? Normal.quantile(lower) : -Normal.quantile(upper)
        let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
        let power = (log(lower) + logarithm(shape + 1)) / shape
        let start = root > 0.2 ? log(shape) + 3 * log(root) : power
        let (logarithm, step) = RisingRoot.find(from: start) { logarithm in
            let x = exp(logarithm)
            let tails = tails(shape, x)
            let slope = shape * SaddlePoint.gamma(shape, x)
            return lower < upper
                ? (log(tails.lower / lower), slope / tails.lower) : (-log(tails.upper / upper), slope / tails.upper)
        }
        return exp(logarithm) * (1 - step)
    }

    private static func tails(_ shape: Double, _ x: Double) -> (lower: Double, upper: Double) {
        precondition(shape > 0 && shape < .infinity && x >= 0, "a shape above 0 and a value from 0")
        if x == 0 { return (0, 1) }
        if x == .infinity { return (1, 0) }
        let factor = SaddlePoint.gamma(shape, x)
        if x < shape + 1 {
            var (term, sum, n) = (1.0, 1.0, shape)
            while term > sum * 0x1p-55 {
                n += 1
                term *= x / n
                sum += term
            }
            let lower = min(1, factor * sum)
            return (lower, 1 - lower)
        }
        let upper = min(1, factor * shape * fraction(shape, x))
        return (1 - upper, upper)
    }

    /// Γ(a, x) / (xᵃ e⁻ˣ) as a continued fraction, DLMF 8.9.2 contracted to its even part.
    private static func fraction(_ shape: Double, _ x: Double) -> Double {
        var b = x + 1 - shape
        var c = Double.infinity
        var d = 1 / b
        var value = d
        var n = 0.0
        var change = 0.0
        repeat {
            n += 1
            let a = -n * (n - shape)
            b += 2
            let denominator = b + a * d
            d = 1 / (abs(denominator) < 1e-300 ? 1e-300 : denominator)
            c = b + a / c
            if abs(c) < 1e-300 { c = 1e-300 }
            change = c * d
            value *= change
        } while abs(change - 1) > 0x1p-52 && n < 1e7
        return value
    }
}
