/// A layer: one indicator on one level of a division, at one or several dates.
public struct ReleasedLayer: Sendable {
    /// `division.level.indicator`.
    public var id: String
    /// The division's id.
    public var division: String
    /// The level's id.
    public var level: String
    /// The indicator.
    public var indicator: ReleasedIndicator
    /// What the numbers are: `indicator`, or the statistic that was computed over the areas, e.g. `local-moran`.
    public var kind: String
    /// The named classes; empty for a layer that is classified by its values.
    public var categories: [ReleasedCategory]
    /// The further numbers that each area has.
    public var details: [ReleasedDetail]
    /// The values by date, oldest first; never empty.
    public var dates: [ReleasedValues]

    /// Creates a layer.
    public init(
        id: String, division: String, level: String, indicator: ReleasedIndicator, kind: String = "indicator",
        categories: [ReleasedCategory] = [], details: [ReleasedDetail] = [], dates: [ReleasedValues]
    ) {
        self.id = id
        self.division = division
        self.level = level
        self.indicator = indicator
        self.kind = kind
        self.categories = categories
        self.details = details
        self.dates = dates
    }

    /// The newest values.
    public var newest: ReleasedValues { dates[dates.count - 1] }
}
