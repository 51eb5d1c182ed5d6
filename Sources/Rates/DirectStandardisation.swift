import Statistics

/// The rate that an area would have if its people were as old (or of whatever strata) as a standard population.
///
///     let rate = DirectStandardisation(
///         events: [2, 9], populations: [400, 100], standard: [600, 400], level: 0.95)
///     rate?.rate  // 0.6·2/400 + 0.4·9/100 = 0.039
///
/// With weights wₖ = standardₖ / (Σ standard · populationₖ) the rate is y = Σ wₖ·eventsₖ. Its interval is that of
/// M. P. Fay and E. J. Feuer: Confidence intervals for directly standardized rates, a method based on the gamma
/// distribution, Statistics in Medicine 16 (1997), pp. 791–801: with v = Σ wₖ²·eventsₖ and w the largest weight, from the
/// gamma distribution of mean y and variance v below, and of mean y + w and variance v + w² above.
///
/// It needs a steady rate in each stratum: with few events in many strata take ``IndirectStandardisation``.
public struct DirectStandardisation: Sendable, Equatable {
    /// The standardised rate, in events per person.
    public let rate: Double
    /// Its limits.
    public let interval: RateInterval

    /// Standardises one area.
    ///
    /// - Parameters:
    ///   - events: The events in each stratum.
    ///   - populations: The people in each stratum.
    ///   - standard: The people of the standard population in each stratum.
    /// - Returns: nil where a stratum of the standard has nobody in the area, or the standard nobody at all: then the rate
    ///   is not defined.
    /// - Precondition: The arrays are of the same length and not below 0; `level` is between 0 and 1.
    public init?(events: [Double], populations: [Double], standard: [Double], level: Double) {
        precondition(events.count == populations.count && events.count == standard.count, "the same strata")
        precondition(level > 0 && level < 1, "a level between 0 and 1")
        let whole = standard.reduce(0, +)
        guard whole > 0 else { return nil }
        var (rate, variance, largest) = (0.0, 0.0, 0.0)
        for stratum in events.indices where standard[stratum] > 0 {
            precondition(events[stratum] >= 0 && populations[stratum] >= 0, "counts are not below 0")
            guard populations[stratum] > 0 else { return nil }
            let weight = standard[stratum] / whole / populations[stratum]
            rate += weight * events[stratum]
            variance += weight * weight * events[stratum]
            largest = max(largest, weight)
        }
        let tail = (1 - level) / 2
        let lower = rate > 0 ? GammaFunction.quantile(tail, shape: rate * rate / variance) * (variance / rate) : 0
        let (mean, spread) = (rate + largest, variance + largest * largest)
        self.rate = rate
        interval = RateInterval(
            lower: lower, upper: GammaFunction.upperQuantile(tail, shape: mean * mean / spread) * (spread / mean))
    }
}
