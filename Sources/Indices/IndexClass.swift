/// A class of an index: what it is called, and up to where it reaches.
///
/// In a recipe, from the least to the greatest need, `below` for a limit that belongs to the next class and `through`
/// for one that belongs to this class:
///
///     classes:
///       - {label: 1, title: {de: hoch, en: high}, below: -1}
///       - {label: 2, title: {de: mittel, en: medium}, through: 1}
///       - {label: 3, title: {de: niedrig, en: low}}
///
/// Here −1 and 1 are both in class 2.
public struct IndexClass: Sendable, Equatable {
    /// The upper limit of a class.
    public enum Limit: Sendable, Equatable {
        /// Values below it; the limit itself is in the next class.
        case below(Double)
        /// Values up to it; the limit itself is in this class.
        case through(Double)

        /// The number.
        public var value: Double {
            switch self {
            case .below(let value), .through(let value): value
            }
        }

        /// Whether a value lies on this class's side.
        ///
        /// What differs from the limit by less than 10⁻¹⁰ of it, or of 1, lies at the limit: rounding in the
        /// sixteenth digit must not decide on a class.
        func holds(_ value: Double) -> Bool {
            switch self {
            case .below(let limit): value < limit - Limit.tolerance(limit)
            case .through(let limit): value <= limit + Limit.tolerance(limit)
            }
        }

        private static func tolerance(_ limit: Double) -> Double { 1e-10 * max(1, abs(limit)) }
    }

    /// The short name in tables, such as `2` or `+/-`.
    public let label: String
    /// The name for people.
    public let title: IndexTitle
    /// The upper limit in units of the index; none for the last class.
    public let limit: Limit?
}
