/// A count that addresses carry at one reference date: residents at 2023-12-31, say.
///
/// Variables with `partOf` set are parts of a whole (`under15` of `residents`): a joint protection has to know, since
/// the difference of two published numbers is a published number.
public struct CountVariable: Sendable, Hashable, Codable {
    /// The variable's id, e.g. `residents`.
    public var id: String
    /// The reference date (Stichtag), `YYYY-MM-DD`.
    public var date: String
    /// The id of the source that delivers it; thresholds are set by source.
    public var source: String
    /// The variable that this one is a part of, at the same date.
    public var partOf: String?

    /// Creates a variable.
    public init(id: String, date: String, source: String, partOf: String? = nil) {
        self.id = id
        self.date = date
        self.source = source
        self.partOf = partOf
    }
}
