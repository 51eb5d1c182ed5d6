/// How one index comes about: indicators, standardisation, weighted sum, second standardisation, classes or quantiles.
///
/// The sum is Σ *w*ₖ *s*ₖ over the standardised values *s*ₖ. The score is the sum, or the sum standardised once more
/// where the recipe has `second`.
public struct IndexDefinition: Sendable, Equatable {
    /// The short name, as in `status`; where a recipe has several indices it begins the names of their columns.
    public let name: String
    /// The name for people.
    public let title: IndexTitle
    /// The indicators, at least one.
    public let indicators: [IndexIndicator]
    /// How indicators are made comparable.
    public let standardisation: IndexStandardisation
    /// How the sum is standardised; not at all where `nil`.
    public let second: IndexStandardisation?
    /// The classes of the score, from low to high; empty where there are none.
    public let classes: [IndexClass]
    /// Into how many groups of equal size the ranked areas are cut: 10 for deciles, the first of greatest need.
    public let quantiles: Int?

    /// How many groups an area can fall into: classes, else quantiles, else none.
    var groupCount: Int { classes.isEmpty ? quantiles ?? 0 : classes.count }

    /// The short name of a group as ``IndexExplanation`` counts them, from 0.
    ///
    ///     recipe.indices[0].groupLabel(1)  // "2"
    public func groupLabel(_ group: Int) -> String {
        classes.isEmpty ? String(group + 1) : classes[group].label
    }

    /// The class of a score, from 0; `nil` where the recipe has no classes.
    ///
    /// - Complexity: O(*k*) for *k* classes.
    public func classPlace(of score: Double) -> Int? {
        classes.firstIndex { $0.limit?.holds(score) ?? true }
    }

    /// What one of the quantiles is called in the name of a column.
    var quantileName: String {
        switch quantiles {
        case 4: "quartile"
        case 5: "quintile"
        case 10: "decile"
        case 100: "percentile"
        default: "quantile"
        }
    }

    /// The same index without one of its indicators.
    func without(_ indicator: Int) -> IndexDefinition {
        var others = indicators
        others.remove(at: indicator)
        return IndexDefinition(
            name: name, title: title, indicators: others, standardisation: standardisation, second: second,
            classes: classes, quantiles: quantiles)
    }
}
