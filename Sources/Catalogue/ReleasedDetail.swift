/// A further number that a layer has for each area beside its value: a p-value, say, or the bounds of an interval.
public struct ReleasedDetail: Sendable, Equatable {
    /// What the number is called in files and answers, e.g. `p`; a column of the table and a property of features.
    public var id: String
    /// The name in German.
    public var german: String
    /// The name in English.
    public var english: String
    /// How many decimals are shown.
    public var decimals: Int

    /// Creates a detail.
    public init(id: String, german: String, english: String, decimals: Int) {
        self.id = id
        self.german = german
        self.english = english
        self.decimals = decimals
    }

    /// What properties of features and columns of tables are called already; no detail may have such an id.
    static let reservedIds: Set = [
        "boundary_version", "category", "class", "colour", "date", "geometry", "indicator", "key", "label", "licence",
        "name", "protection_notice", "source", "state", "unit", "value",
    ]
}
