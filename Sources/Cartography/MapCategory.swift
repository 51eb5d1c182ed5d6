/// A named class of a map whose areas fall into kinds rather than into intervals.
public struct MapCategory: Sendable, Equatable {
    /// What programs compare, e.g. `high-high`.
    public var id: String
    /// The name in German.
    public var german: String
    /// The name in English.
    public var english: String
    /// The colour on the map.
    public var colour: Colour

    /// Creates a category.
    public init(id: String, german: String, english: String, colour: Colour) {
        self.id = id
        self.german = german
        self.english = english
        self.colour = colour
    }
}
