import Glibc

/// The point masses that the tails of gamma, beta, Poisson and binomial distributions are multiples of, without the
/// cancellation of logarithms of gamma functions.
///
/// C. Loader: Fast and Accurate Computation of Binomial Probabilities (2000): Stirling's formula is divided out, and what
/// is left is a deviance that is computed from the difference to the mean. Shapes need not be whole.
enum SaddlePoint {
    /// xᵃ e⁻ˣ / Γ(a + 1): the Poisson mass at `a` for the mean `x`.
    static func gamma(_ a: Double, _ x: Double) -> Double {
        if a == 0 { return exp(-x) }
        if a < 16 && x < 700 { return pow(x, a) * exp(-x) / tgamma(a + 1) }
        return exp(-deviance(a, from: x, difference: a - x)) / ((2 * Double.pi * a).squareRoot() * stirlingRatio(a))
    }

    /// xᵃ yᵇ Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) for y = 1 − x: the binomial mass at `a` of `a + b`.
    static func binomial(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
        if x == 0 || y == 0 { return (x == 0 ? a : b) == 0 ? 1 : 0 }
        if a == 0 || b == 0 {
            // yᵇ, with the digits that y has lost where x is small
            let (base, other, exponent) = a == 0 ? (y, x, b) : (x, y, a)
            return other < 0.5 ? exp(exponent * log1p(-other)) : pow(base, exponent)
        }
        let n = a + b
        let difference = excess(a, b, x: x, y: y)
        let exponent =
            deviance(a, from: n * x, difference: difference) + deviance(b, from: n * y, difference: -difference)
        let ratio = stirlingRatio(n) / (stirlingRatio(a) * stirlingRatio(b))
        return exp(-exponent) * ratio * (n / (2 * Double.pi * a * b)).squareRoot()
    }

    /// a − (a + b)·x, the difference to the mean, exact but for one rounding; that of `b` is its negative.
    static func excess(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
        x < y ? a.difference(to: a + b, x) : -b.difference(to: a + b, y)
    }

    /// a·ln(a/m) + m − a, where the difference a − m is given with its own digits.
    private static func deviance(_ a: Double, from mean: Double, difference: Double) -> Double {
        let v = difference / (a + mean)
        guard abs(v) < 0.35 else { return a * log(a / mean) - difference }
        let square = v * v
        var (power, sum, odd) = (v, 0.0, 1.0)
        repeat {
            power *= square
            odd += 2
            sum += power / odd
        } while abs(power) > 0x1p-56 * abs(v)
        return difference * v + 2 * a * sum
    }

    /// Γ(a + 1) over Stirling's √(2πa)·(a/e)ᵃ: 1 + 1/(12a) + …
    static func stirlingRatio(_ a: Double) -> Double {
        if a < 16 { return tgamma(a + 1) * exp(a) / (pow(a, a) * (2 * Double.pi * a).squareRoot()) }
        let r = 1 / (a * a)
        let terms =
            1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * 691 / 360_360))))
        return exp(terms / a)
    }
}

extension Double {
    /// `self` − n·x, rounded once where the product alone would have lost the difference's digits.
    fileprivate func difference(to n: Double, _ x: Double) -> Double {
        let product = n * x
        return (self - product) - (-product).addingProduct(n, x)
    }
}
