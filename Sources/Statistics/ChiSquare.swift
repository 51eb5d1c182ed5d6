/// The chi-square distribution: the sum of squares of independent standard normal numbers.
///
///     ChiSquare.upper(3.841458820694124, degrees: 1)  // 0.05
///     ChiSquare.quantile(0.95, degrees: 1)            // 3.841458820694124
public enum ChiSquare {
    /// P(X ≥ `x`); 1 for an `x` not above 0.
    ///
    /// - Precondition: `degrees` is above 0.
    public static func upper(_ x: Double, degrees: Double) -> Double { GammaFunction.upper(degrees / 2, max(0, x) / 2) }

    /// P(X ≤ `x`); 0 for an `x` not above 0.
    ///
    /// - Precondition: `degrees` is above 0.
    public static func cumulative(_ x: Double, degrees: Double) -> Double {
        GammaFunction.lower(degrees / 2, max(0, x) / 2)
    }

    /// The value below which a share `p` lies.
    ///
    /// - Precondition: `p` is in 0...1, `degrees` is above 0.
    public static func quantile(_ p: Double, degrees: Double) -> Double {
        2 * GammaFunction.quantile(p, shape: degrees / 2)
    }
}
