/// Which area is given the ground of a gap, or keeps that of an overlap.
///
///     RepairFill(rawValue: "longest-border")  // .longestBorder
public enum RepairFill: String, Sendable, CaseIterable {
    /// The one that has the longest border in common with it, as in GEOS's coverage cleaning; the finding proposes it.
    case longestBorder = "longest-border"
    /// The largest of the areas around.
    case largest
    /// The smallest of the areas around.
    case smallest
}
