import Statistics

/// An area's events against those that its people would have at the rates of a standard population.
///
///     let area = IndirectStandardisation(
///         events: 11, populations: [400, 100], standardEvents: [300, 700], standardPopulations: [60_000, 10_000],
///         level: 0.95)
///     area?.expected  // 400·0.005 + 100·0.07 = 9
///     area?.ratio     // 11 / 9 = 1.22…
///
/// The ratio is the standardised mortality (or morbidity) ratio. Its limits are exact for Poisson events and an expected
/// number without error: Garwood's limits of the events over the expected number (N. E. Breslow and N. E. Day:
/// Statistical Methods in Cancer Research II (1987), chapter 2). esda takes a normal approximation of the logarithm
/// instead, which has no limits for an area without events. Ratios of two areas must not be compared with each other when
/// their people differ: each is weighted by its own.
public struct IndirectStandardisation: Sendable, Equatable {
    /// The events that were seen.
    public let events: Double
    /// The events that the standard's rates would make.
    public let expected: Double
    /// The standard's overall rate, in events per person.
    public let standardRate: Double
    /// The limits of ``ratio``.
    public let interval: RateInterval

    /// Events over expected events.
    public var ratio: Double { events / expected }

    /// The indirectly standardised rate: the ratio times the standard's overall rate; limits are multiplied likewise.
    public var rate: Double { ratio * standardRate }

    /// Standardises one area, of which only the sum of events is needed.
    ///
    /// - Parameters:
    ///   - events: The events of all strata.
    ///   - populations: The people in each stratum.
    ///   - standardEvents: The standard's events in each stratum.
    ///   - standardPopulations: The standard's people in each stratum.
    /// - Returns: nil where nothing is expected, or a stratum with people has none in the standard.
    /// - Precondition: The arrays are of the same length and not below 0; `level` is between 0 and 1.
    public init?(
        events: Double, populations: [Double], standardEvents: [Double], standardPopulations: [Double], level: Double
    ) {
        precondition(populations.count == standardEvents.count, "the same strata")
        precondition(populations.count == standardPopulations.count, "the same strata")
        precondition(events >= 0, "counts are not below 0")
        var expected = 0.0
        for stratum in populations.indices where populations[stratum] > 0 {
            guard standardPopulations[stratum] > 0 else { return nil }
            expected += populations[stratum] * (standardEvents[stratum] / standardPopulations[stratum])
        }
        guard expected > 0 else { return nil }
        self.events = events
        self.expected = expected
        standardRate = standardEvents.reduce(0, +) / standardPopulations.reduce(0, +)
        interval = RateInterval(.poisson, events: events, population: expected, level: level)
    }
}
