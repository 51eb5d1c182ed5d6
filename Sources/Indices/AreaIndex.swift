/// An index of one area, step by step.
public struct AreaIndex: Sendable, Equatable {
    /// The standardised values, turned so that a high one means need, in the order of the indicators.
    public let standardised: [Double]
    /// Their weighted sum.
    public let sum: Double
    /// The sum standardised once more where the recipe says so, else the sum.
    public let score: Double
    /// The class, from 0; `nil` where the recipe has no classes.
    public let classPlace: Int?
    /// The rank of the score, 1 for the greatest need; equal scores share the smaller number. What differs by less
    /// than 10⁻¹² of the scores' size is equal: rounding must not rank areas.
    public let rank: Int
    /// The quantile of the rank, 1 for the greatest need: the smallest *q* with rank ≤ *q* · *N* / quantiles.
    public let quantile: Int?
}
