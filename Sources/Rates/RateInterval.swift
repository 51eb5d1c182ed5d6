import Statistics

/// Between what limits a rate may lie that was seen once.
///
///     RateInterval(.wilson, events: 3, population: 20, level: 0.95)   // 0.0524 … 0.3604
///     RateInterval(.poisson, events: 3, population: 20, level: 0.95)  // 0.0309 … 0.4384
///
/// Limits hold for one area at a time: of a hundred areas that are all alike, five lie outside at the level 0.95.
public struct RateInterval: Sendable, Equatable {
    /// The lower limit, in events per person.
    public let lower: Double
    /// The upper limit, in events per person.
    public let upper: Double

    /// How the limits are found.
    public enum Method: String, Sendable, CaseIterable {
        /// For shares: E. B. Wilson: Probable inference, the law of succession, and statistical inference, JASA 22 (1927),
        /// pp. 209–212, without continuity correction. Its coverage is near the level on average, also for small numbers
        /// (L. D. Brown, T. T. Cai and A. DasGupta: Interval estimation for a binomial proportion, Statistical Science 16
        /// (2001), pp. 101–133).
        case wilson
        /// For shares, exact: C. J. Clopper and E. S. Pearson: The use of confidence or fiducial limits, Biometrika 26
        /// (1934), pp. 404–413. It never covers less than the level, and mostly more.
        case clopperPearson = "clopper-pearson"
        /// For rates, exact for Poisson counts: F. Garwood: Fiducial limits for the Poisson distribution, Biometrika 28
        /// (1936), pp. 437–442, by quantiles of the gamma distribution.
        case poisson

        /// Whether it is meant for shares, which are 1 at most.
        public var isForShares: Bool { self != .poisson }
    }

    /// Limits that are known.
    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The two-sided interval of a rate.
    ///
    /// Events need not be whole numbers, so that means over years can be taken.
    ///
    /// - Parameter level: The share of such intervals that hold the true rate, above 0 and below 1.
    /// - Precondition: `population` is above 0, `events` not below; for shares not above `population`.
    public init(_ method: Method, events: Double, population: Double, level: Double) {
        precondition(population > 0 && events >= 0 && level > 0 && level < 1, "counts and a level between 0 and 1")
        precondition(!method.isForShares || events <= population, "a share is at most 1")
        let tail = (1 - level) / 2
        switch method {
        case .wilson:
            let z = -Normal.quantile(tail)
            let square = z * z
            let spread = z * (events * ((population - events) / population) + square / 4).squareRoot()
            upper = events == population ? 1 : min(1, (events + square / 2 + spread) / (population + square))
            // The product of both limits is known, so nothing cancels.
            lower = (events / population) * (events / (population + square)) / upper
        case .clopperPearson:
            lower = events == 0 ? 0 : BetaFunction.quantile(tail, a: events, b: population - events + 1)
            upper =
                events == population ? 1 : 1 - BetaFunction.quantile(tail, a: population - events, b: events + 1)
        case .poisson:
            lower = events == 0 ? 0 : GammaFunction.quantile(tail, shape: events) / population
            upper = GammaFunction.upperQuantile(tail, shape: events + 1) / population
        }
    }

    /// Whether a rate lies between the limits, or at one.
    public func contains(_ rate: Double) -> Bool { lower <= rate && rate <= upper }
}
