/// What a layer's numbers mean.
public struct ReleasedIndicator: Sendable, Equatable, Codable {
    /// The id, e.g. `sgb2_rate`.
    public var id: String
    /// The title, e.g. `SGB-II-Quote`.
    public var title: String
    /// The unit, e.g. `%` or `Personen`; empty for none.
    public var unit: String
    /// The formula over counts, e.g. `100 * sgb2 / residents`.
    public var formula: String
    /// What it says and what it does not; may be empty.
    public var description: String
    /// How many decimals are shown.
    public var decimals: Int
    /// Whether the numbers are counts (persons, flats) rather than rates.
    public var isCount: Bool
    /// The style's name; empty for the default.
    public var style: String

    /// Creates an indicator.
    public init(
        id: String, title: String, unit: String, formula: String, description: String, decimals: Int, isCount: Bool,
        style: String
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.formula = formula
        self.description = description
        self.decimals = decimals
        self.isCount = isCount
        self.style = style
    }
}
