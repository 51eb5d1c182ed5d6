/// The Poisson distribution: how many events come in when each is rare and none knows of another.
///
///     Poisson.mass(3, mean: 2)        // 0.18044704431548356
///     Poisson.cumulative(3, mean: 2)  // 0.857123460498547: P(X ≤ 3)
///     Poisson.upper(3, mean: 2)       // 0.3233235838169366: P(X ≥ 3), with the 3
public enum Poisson {
    /// P(X = `count`); 0 below 0.
    ///
    /// - Precondition: `mean` is finite and not below 0.
    public static func mass(_ count: Int, mean: Double) -> Double {
        precondition(mean >= 0 && mean < .infinity, "a mean from 0")
        guard count >= 0 else { return 0 }
        if mean == 0 { return count == 0 ? 1 : 0 }
        return SaddlePoint.gamma(Double(count), mean)
    }

    /// P(X ≤ `count`).
    ///
    /// - Precondition: `mean` is finite and not below 0.
    public static func cumulative(_ count: Int, mean: Double) -> Double {
        count < 0 ? 0 : GammaFunction.upper(Double(count) + 1, mean)
    }

    /// P(X ≥ `count`), `count` included.
    ///
    /// - Precondition: `mean` is finite and not below 0.
    public static func upper(_ count: Int, mean: Double) -> Double {
        count <= 0 ? 1 : GammaFunction.lower(Double(count), mean)
    }
}
