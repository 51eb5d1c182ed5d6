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
    /// The values by date, oldest first; never empty.
    public var dates: [ReleasedValues]

    /// Creates a layer.
    public init(
        id: String, division: String, level: String, indicator: ReleasedIndicator, dates: [ReleasedValues]
    ) {
        self.id = id
        self.division = division
        self.level = level
        self.indicator = indicator
        self.dates = dates
    }

    /// The newest values.
    public var newest: ReleasedValues { dates[dates.count - 1] }
}
