/// Why a statistic of association has no value.
public enum UndefinedAssociation: Error, Sendable, Equatable {
    /// Fewer than three areas have a neighbour.
    case tooFewAreas
    /// The weights sum to zero or less.
    case noWeight
    /// All areas have the same value, so nothing can vary together.
    case constant
    /// A value is negative where only amounts from zero make sense.
    case negative
    /// Events or people are so many, or so few, that numbers cannot hold their rates.
    case outOfRange

    /// The reason as part of a sentence: "the statistic is undefined: …".
    public var reason: String {
        switch self {
        case .tooFewAreas: "fewer than three areas with a neighbour have a value"
        case .noWeight: "the weights sum to zero"
        case .constant: "all values are equal"
        case .negative: "a value is negative"
        case .outOfRange: "the numbers are too large or too small to compute with"
        }
    }
}
