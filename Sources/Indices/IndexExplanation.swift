/// Why an area is in its class: what each indicator adds, how far the next class is, and how sure the class is.
///
/// A *group* is a class of the recipe, or where it has none a quantile, counted from 0 as
/// ``IndexDefinition/groupLabel(_:)`` takes it.
public struct IndexExplanation: Sendable, Equatable {
    /// The area, as a place among the result's keys.
    public let area: Int
    /// The index, as a place among the recipe's indices.
    public let index: Int
    /// The score.
    public let score: Double
    /// The group; `nil` where the recipe has neither classes nor quantiles, and all that follows from groups is `nil`.
    public let group: Int?
    /// The nearest limit of the group in units of the score; for quantiles the score of the nearest area beyond. `nil`
    /// where there is one group only.
    public let limit: Double?
    /// The group on the other side of that limit.
    public let beyond: Int?
    /// The share of random draws of the area's own counts that put it into another group; `nil` without counts.
    public let chanceOfOther: Double?
    /// What each indicator has to do with it, in the order of the recipe.
    public let parts: [Part]

    /// The limit minus the score.
    public var distance: Double? { limit.map { $0 - score } }

    /// One indicator's part in an area's index.
    public struct Part: Sendable, Equatable {
        /// The value as it came in.
        public let value: Double
        /// The standardised value, turned so that a high one means need.
        public let standardised: Double
        /// Weight × standardised value: what it adds to the sum.
        public let contribution: Double
        /// By how much the value alone would have to change for the area to come into the group beyond the nearest
        /// limit, with everything that follows from it; `nil` where no change of up to sixteen times the range of the
        /// indicator does it. It may ask for a share below 0 or above 100: then this indicator alone cannot do it.
        public let needed: Double?
        /// The group with one case more; `nil` without a population.
        public let withOneMore: Int?
        /// The group with one case fewer; `nil` without a population, or when there is no case.
        public let withOneFewer: Int?
        /// The group if the indicator were not in the recipe; `nil` where it is the only one, or the index is not
        /// defined without it.
        public let without: Int?
    }
}
