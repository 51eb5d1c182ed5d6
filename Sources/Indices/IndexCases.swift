/// The counts behind an input column: how many cases among how many people, by area.
///
///     let cases = ["S1": IndexCases(cases: [12, 7, nil], populations: [240, 310, 55])]
///
/// The column's value is then per · cases / population (``IndexIndicator/per``). It is not checked: published values
/// are rounded.
public struct IndexCases: Sendable {
    /// The cases, at least 0; `nil` where unknown or secret.
    public let cases: [Double?]
    /// The people among whom they are counted; `nil` or 0 where there is nothing to divide by.
    public let populations: [Double?]

    /// Counts by area, in the order of the result's keys.
    ///
    /// - Parameter cases: May be all `nil`: for one case more or fewer the populations are enough.
    /// - Precondition: Both are equally long, and nothing is below 0.
    public init(cases: [Double?], populations: [Double?]) {
        precondition(cases.count == populations.count, "cases and populations are of the same areas")
        precondition((cases + populations).allSatisfy { ($0 ?? 0) >= 0 }, "counts are not below 0")
        self.cases = cases
        self.populations = populations
    }

    /// What one case is in the value's unit; `nil` where nobody can be a case.
    func step(_ area: Int, per: Double) -> Double? {
        guard let population = populations[area], population > 0 else { return nil }
        return per / population
    }
}
