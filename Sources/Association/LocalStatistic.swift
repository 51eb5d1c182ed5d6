import Statistics

/// A local statistic of one area: what it is, what chance would make it, and how unusual that is.
///
/// Where something is not defined it is nil and ``state`` says why: never NaN, never 0.
public struct LocalStatistic: Sendable, Equatable {
    /// Whether there is a statistic, and why not.
    public enum State: UInt8, Sendable {
        /// There is one.
        case defined
        /// The area has no neighbours, or neighbours of weight 0 only.
        case island
        /// All values are the same or beyond the range of numbers when squared, or there are fewer than three areas.
        case undefined
    }

    /// Whether there is a statistic.
    public let state: State
    /// The area's own value.
    public let value: Double
    /// The weighted sum of the neighbours' values, their mean where rows are standardised; with the area's own for Gi*.
    public let lag: Double?
    /// The statistic.
    public let statistic: Double?
    /// Its expectation when the other areas' values are shuffled.
    public let expected: Double?
    /// Its variance then.
    public let variance: Double?
    /// How many standard deviations the statistic is above its expectation; nil where it cannot vary.
    public let z: Double?
    /// The tails of the permutation test or the exact one.
    public let tails: TailProbabilities?
    /// What the area is called when the statistic is significant.
    public let association: LocalClass

    /// Creates the statistic of an area. Where `z` is not given, it comes from expectation and variance.
    public init(
        state: State, value: Double, lag: Double? = nil, statistic: Double? = nil, expected: Double? = nil,
        variance: Double? = nil, z: Double? = nil, tails: TailProbabilities? = nil, association: LocalClass
    ) {
        self.state = state
        self.value = value
        self.lag = lag
        self.statistic = statistic
        self.expected = expected
        self.variance = variance
        self.tails = tails
        if let statistic, let expected, let variance, variance > 0, z == nil {
            self.z = (statistic - expected) / variance.squareRoot()
        } else {
            self.z = z
        }
        self.association = association
    }

    /// An area without statistic: an island, or undefined.
    init(without state: State, value: Double, lag: Double? = nil) {
        self.init(state: state, value: value, lag: lag, association: state == .island ? .island : .undefined)
    }

    /// The two-sided p-value of ``z`` by the normal distribution; 1 where the statistic cannot vary. An approximation
    /// only: few neighbours and skewed values make a local statistic far from normal.
    public var normalP: Double? {
        guard state == .defined else { return nil }
        return z.map(Normal.twoSided) ?? 1
    }

    /// The p-value to go by: of the permutations or the exact test, else by the normal distribution.
    public var p: Double? { tails?.p ?? normalP }
}
