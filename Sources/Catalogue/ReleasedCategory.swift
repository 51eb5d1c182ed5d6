/// A named class of a layer whose areas fall into kinds rather than into intervals: `high-high`, `island`, `low`.
///
/// Categories are the legend of such a layer, in the order in which it lists them, and stand there also when no area is
/// in them.
public struct ReleasedCategory: Sendable, Equatable {
    /// What programs compare, e.g. `high-high`.
    public var id: String
    /// The name in German.
    public var german: String
    /// The name in English.
    public var english: String
    /// The colour on the map, `#rrggbb`.
    public var colour: String

    /// Creates a category.
    public init(id: String, german: String, english: String, colour: String) {
        self.id = id
        self.german = german
        self.english = english
        self.colour = colour
    }
}
