/// What a statistic was in many draws at random, beside what it is in the data.
///
///     let draws = Draws(observed: 0.30, values: [0.05, 0.06, 0.07, 0.04])
///     draws.mean       // 0.055
///     draws.pGreater   // 0.2: 1 of 5, the data themselves among them
///     draws.corrected  // 0.259…: what is left of 0.30 above chance, of what could be
public struct Draws: Sendable, Equatable {
    /// The statistic of the data.
    public let observed: Double
    /// The statistics of the draws, rising.
    public let values: [Double]

    /// Creates draws in any order.
    ///
    /// - Precondition: There is a draw.
    public init(observed: Double, values: [Double]) {
        precondition(!values.isEmpty, "a draw at least")
        self.observed = observed
        self.values = values.sorted()
    }

    /// The mean of the draws.
    public var mean: Double { values.reduce(0, +) / Double(values.count) }

    /// The interval that holds the middle part of the draws: the empirical quantiles of (1 − *level*)/2 and
    /// (1 + *level*)/2, as the smallest draws at or below which lies so much.
    ///
    /// - Precondition: `level` is in 0..<1.
    public func interval(_ level: Double = 0.95) -> (lower: Double, upper: Double) {
        precondition(level >= 0 && level < 1, "a level between 0 and 1")
        func quantile(_ part: Double) -> Double {
            values[min(max(Int((part * Double(values.count)).rounded(.up)) - 1, 0), values.count - 1)]
        }
        return (quantile((1 - level) / 2), quantile((1 + level) / 2))
    }

    /// The chance of a draw as high as the data, one-sided: (#≥ + 1)/(*R* + 1).
    ///
    /// Draws that differ from the data only by the order of summation, by 10⁻¹² of it, count as equal.
    public var pGreater: Double {
        let least = observed - 1e-12 * abs(observed)
        return Double(values.count { $0 >= least } + 1) / Double(values.count + 1)
    }

    /// What is beyond chance, for a statistic in 0...1: (*S* − *S*\*)/(1 − *S*\*) for a statistic above the mean *S*\* of
    /// the draws, (*S* − *S*\*)/*S*\* below it.
    ///
    /// Winship, A revaluation of indexes of residential segregation, Social Forces 55 (1977); Carrington and Troske, On
    /// measuring segregation in samples with small units, JBES 15 (1997). Of draws by
    /// ``GroupCounts/randomised(_:seed:statistics:)``. 0 is as by lot, negative more even than that.
    public var corrected: Double {
        let mean = mean
        if observed >= mean { return mean < 1 ? (observed - mean) / (1 - mean) : 0 }
        return (observed - mean) / mean
    }

    /// Twice the data's statistic less the mean of the draws: the bootstrap's correction of bias, of draws by
    /// ``GroupCounts/bootstrapped(_:seed:statistics:)``. Allen, Burgess, Davidson, Windmeijer (2015). It may leave the
    /// range of the statistic.
    public var biasCorrected: Double { 2 * observed - mean }
}
