/// A local statistic of every area of a map.
///
///     let result = LocalMoran(weights: neighbours.rowStandardised).compute(values)
///     result.areas[0].statistic             // I of the first area
///     result.classes(level: 0.05)           // high-high … not significant, island
///     result.pValues(adjusted: .benjaminiHochberg)
public struct LocalAssociation: Sendable, Equatable {
    /// The areas, in the order of the values.
    public let areas: [LocalStatistic]
    /// How many permutations were drawn; 0 for none.
    public let permutations: Int

    /// Creates the result from its areas.
    public init(areas: [LocalStatistic], permutations: Int) {
        self.areas = areas
        self.permutations = permutations
    }

    /// Below so many areas a result carries a warning: the reference has few arrangements, and the normal
    /// approximation fails.
    public static let fewAreas = 30

    /// The p-values, adjusted for the number of tests; nil for areas without a test, which count as none.
    public func pValues(adjusted adjustment: MultipleTesting = .none) -> [Double?] {
        adjustment.adjusted(areas.map(\.p))
    }

    /// The class of each area: its association where the p-value is at most the level.
    ///
    /// - Parameter pValues: Other p-values to go by, such as those of ``MaximumT``; those of the areas by default.
    public func classes(level: Double = 0.05, pValues: [Double?]? = nil) -> [LocalClass] {
        let given = pValues ?? areas.map(\.p)
        precondition(given.count == areas.count, "one p-value for each area")
        return zip(areas, given).map { area, p in
            guard area.state == .defined else { return area.association }
            guard let p, p <= level else { return .notSignificant }
            return area.association
        }
    }
}
