public import Planar

/// One level of an area system, e.g. the Stadtteile of the Statistische Gliederung, with its boundaries.
public struct ReleasedLevel: Sendable {
    /// The id of the division (area system), e.g. `gliederung`.
    public var division: String
    /// The division's title.
    public var divisionTitle: String
    /// The id of the level within the division, e.g. `stadtteil`.
    public var level: String
    /// The level's title.
    public var levelTitle: String
    /// The version of the boundaries, e.g. `2021`.
    public var boundaryVersion: String
    /// Where the boundaries come from, for the map's source line.
    public var boundarySource: String
    /// The areas' keys, sorted bytewise; everything else of a level and its layers is in this order.
    public var keys: [String]
    /// The areas' names; empty where there is none.
    public var names: [String]
    /// The EPSG code of ``areas``, a system in metres such as 25832.
    public var referenceSystem: Int
    /// The boundaries in metres.
    public var areas: Areas
    /// The same boundaries as longitude and latitude (OGC CRS84): the same arrays of offsets.
    public var geographic: Areas
    /// A point inside each area, in metres, for its label; NaN where an area has no geometry.
    public var labelX: [Double]
    /// The label points' northings.
    public var labelY: [Double]

    /// Creates a level.
    public init(
        division: String, divisionTitle: String, level: String, levelTitle: String, boundaryVersion: String,
        boundarySource: String, keys: [String], names: [String], referenceSystem: Int, areas: Areas,
        geographic: Areas, labelX: [Double], labelY: [Double]
    ) {
        self.division = division
        self.divisionTitle = divisionTitle
        self.level = level
        self.levelTitle = levelTitle
        self.boundaryVersion = boundaryVersion
        self.boundarySource = boundarySource
        self.keys = keys
        self.names = names
        self.referenceSystem = referenceSystem
        self.areas = areas
        self.geographic = geographic
        self.labelX = labelX
        self.labelY = labelY
    }
}
