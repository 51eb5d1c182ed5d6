/// The binomial distribution: how many of a number of independent trials succeed.
///
///     Binomial.mass(3, trials: 10, probability: 0.2)        // 0.201326592
///     Binomial.cumulative(3, trials: 10, probability: 0.2)  // 0.8791261184: P(X ≤ 3)
///     Binomial.upper(3, trials: 10, probability: 0.2)       // 0.3222004736: P(X ≥ 3), with the 3
public enum Binomial {
    /// P(X = `count`); 0 outside of 0 … `trials`.
    ///
    /// - Precondition: `trials` is not below 0, `probability` is in 0...1.
    public static func mass(_ count: Int, trials: Int, probability: Double) -> Double {
        precondition(trials >= 0 && (0...1).contains(probability), "trials from 0 and a probability")
        guard (0...trials).contains(count) else { return 0 }
        return SaddlePoint.binomial(Double(count), Double(trials - count), x: probability, y: 1 - probability)
    }

    /// P(X ≤ `count`).
    ///
    /// - Precondition: `trials` is not below 0, `probability` is in 0...1.
    public static func cumulative(_ count: Int, trials: Int, probability: Double) -> Double {
        precondition(trials >= 0 && (0...1).contains(probability), "trials from 0 and a probability")
        if count < 0 || count >= trials { return count < 0 ? 0 : 1 }
        return BetaFunction.upper(probability, Double(count) + 1, Double(trials - count))
    }

    /// P(X ≥ `count`), `count` included.
    ///
    /// - Precondition: `trials` is not below 0, `probability` is in 0...1.
    public static func upper(_ count: Int, trials: Int, probability: Double) -> Double {
        precondition(trials >= 0 && (0...1).contains(probability), "trials from 0 and a probability")
        if count <= 0 || count > trials { return count <= 0 ? 1 : 0 }
        return BetaFunction.regularized(probability, Double(count), Double(trials - count) + 1)
    }
}
