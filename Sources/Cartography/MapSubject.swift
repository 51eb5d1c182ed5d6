public import Planar
public import Statistics

/// What a map shows, without how: areas, values, and the words that go with them.
///
/// The drawing functions take this and a ``Style``, and know neither releases nor requests.
public struct MapSubject: Sendable {
    /// What is measured, e.g. `SGB-II-Quote`.
    public var title: String
    /// The unit, e.g. `%`; empty for none.
    public var unit: String
    /// The reference date (Stichtag), `YYYY-MM-DD`.
    public var date: String
    /// The division and level, e.g. `Statistische Gliederung: Stadtteile`.
    public var division: String
    /// The version of the boundaries.
    public var boundaryVersion: String
    /// The atlas that the map is taken from.
    public var atlas: String
    /// The source of the numbers.
    public var source: String
    /// The source of the boundaries.
    public var boundarySource: String
    /// The publisher.
    public var publisher: String
    /// The licence.
    public var licence: String
    /// What protection the values had; every output repeats it.
    public var protectionNotice: String
    /// How many decimals the numbers have.
    public var decimals: Int
    /// Whether the numbers are counts rather than rates.
    public var isCount: Bool
    /// The boundaries, in metres.
    public var areas: Areas
    /// A point inside each area for its label; NaN where an area has no geometry.
    public var labelX: [Double]
    /// The label points' northings.
    public var labelY: [Double]
    /// The areas' keys, bytewise sorted.
    public var keys: [String]
    /// The areas' names; empty where there is none.
    public var names: [String]
    /// The numbers, one per area.
    public var values: [Double]
    /// What each number is.
    public var states: [ValueState]
    /// The named classes, in the legend's order; empty for a map that is classified by its numbers.
    public var categories: [MapCategory]
    /// Area → place of its category, or −1 where it has no value; empty where there are no categories.
    public var areaCategories: [Int32]

    /// Creates a subject.
    ///
    /// - Precondition: With categories, every area with a value is in one of them.
    public init(
        title: String, unit: String, date: String, division: String, boundaryVersion: String, atlas: String,
        source: String, boundarySource: String, publisher: String, licence: String, protectionNotice: String,
        decimals: Int, isCount: Bool, areas: Areas, labelX: [Double], labelY: [Double], keys: [String],
        names: [String], values: [Double], states: [ValueState], categories: [MapCategory] = [],
        areaCategories: [Int32] = []
    ) {
        self.title = title
        self.unit = unit
        self.date = date
        self.division = division
        self.boundaryVersion = boundaryVersion
        self.atlas = atlas
        self.source = source
        self.boundarySource = boundarySource
        self.publisher = publisher
        self.licence = licence
        self.protectionNotice = protectionNotice
        self.decimals = decimals
        self.isCount = isCount
        self.areas = areas
        self.labelX = labelX
        self.labelY = labelY
        self.keys = keys
        self.names = names
        self.values = values
        self.states = states
        self.categories = categories
        self.areaCategories = areaCategories
    }
}
