import Glibc

/// How a kernel falls with distance, as a density over *z* = distance / bandwidth.
///
///     KernelFunction.triangular.weight(0.25)  // 0.75
///
/// All are zero beyond the bandwidth, the Gaussian too, whose standard deviation is the bandwidth (GeoDa, libpysal).
/// Formulas: Silverman: Density Estimation for Statistics and Data Analysis (1986), table 3.1.
public enum KernelFunction: String, Sendable, CaseIterable {
    /// ½.
    case uniform
    /// 1 − |*z*|.
    case triangular
    /// ¾ (1 − *z*²); libpysal's "quadratic".
    case epanechnikov
    /// ¹⁵⁄₁₆ (1 − *z*²)².
    case quartic
    /// (2π)^(−½) exp(−*z*²/2).
    case gaussian

    /// The weight at a distance, given in bandwidths.
    public func weight(_ z: Double) -> Double {
        guard z.magnitude <= 1 else { return 0 }
        let rest = 1 - z * z
        return switch self {
        case .uniform: 0.5
        case .triangular: 1 - z.magnitude
        case .epanechnikov: 0.75 * rest
        case .quartic: 0.9375 * rest * rest
        case .gaussian: exp(-z * z / 2) / (2 * Double.pi).squareRoot()
        }
    }
}
