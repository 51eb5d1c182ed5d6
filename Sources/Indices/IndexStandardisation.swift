/// How values of different units are made comparable before they are added up.
///
/// All of it is done over the areas in the index only, after values have been turned so that a high one means need
/// (``IndexIndicator/Polarity``). In a recipe: `z`, `min-max`, `rank`, `percentile`, `exponential`, or with details
/// `{method: z, divisor: n-1}` and `{method: rank, ties: lowest}`.
public enum IndexStandardisation: Sendable, Equatable {
    /// What the sum of squared deviations is divided by.
    public enum Divisor: String, Sendable, CaseIterable {
        /// The number of areas: the deviation of these areas, which are all there are. Berlin's monitoring uses it:
        /// with n − 1 an area of 2013 falls into another class than the published one.
        case all = "n"
        /// One less: the estimate from a sample.
        case allButOne = "n-1"
    }

    /// Which rank equal values get; ranks rise with need.
    public enum Ties: String, Sendable, CaseIterable {
        /// The mean of the ranks they take up together.
        case average
        /// The lowest of them.
        case lowest
        /// The highest of them.
        case highest
    }

    /// (x − mean) / standard deviation.
    case z(Divisor)
    /// (x − minimum) / (maximum − minimum), from 0 to 1.
    case minMax
    /// The rank, from 1 to *N* for the greatest need.
    case rank(Ties)
    /// (rank − 1) / (*N* − 1), from 0 to 1; with the lowest rank for ties, its default, the `PERCENTRANK.INC` of
    /// spreadsheets, as in the Social Vulnerability Index of the CDC.
    case percentile(Ties)
    /// X = −23 ln(1 − R (1 − e^(−100/23))) with R = rank / *N*, from near 0 to 100, about a tenth of the areas above 50.
    ///
    /// It keeps little need in one domain from making up for great need in another. Noble and others, used by the
    /// Scottish Indices of Deprivation 2003 (appendix 5) and the English Indices of Deprivation. Ties share their mean
    /// rank: with it the published scores and ranks of 2025 come out to the last digit, with any other rule not.
    case exponential(Ties)

    /// The method's name in a recipe.
    public var name: String {
        switch self {
        case .z: "z"
        case .minMax: "min-max"
        case .rank: "rank"
        case .percentile: "percentile"
        case .exponential: "exponential"
        }
    }

    /// The names of all methods, as a message lists them.
    static let names = ["z", "min-max", "rank", "percentile", "exponential"]

    /// The method of a name with its usual details.
    ///
    /// - Parameters:
    ///   - divisor: For `z`; *n* where `nil`.
    ///   - ties: For the three methods with ranks; `average`, but `lowest` for `percentile`, where `nil`.
    init?(name: String, divisor: Divisor?, ties: Ties?) {
        switch name {
        case "z": self = .z(divisor ?? .all)
        case "min-max": self = .minMax
        case "rank": self = .rank(ties ?? .average)
        case "percentile": self = .percentile(ties ?? .lowest)
        case "exponential": self = .exponential(ties ?? .average)
        default: return nil
        }
    }
}
