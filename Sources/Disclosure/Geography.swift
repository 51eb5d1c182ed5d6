/// One level of one division in one version: a set of areas that addresses are counted in.
public struct Geography: Sendable, Hashable, Codable {
    /// The division (area system), e.g. `gliederung`.
    public var division: String
    /// The level, e.g. `stadtteil`.
    public var level: String
    /// The version of the boundaries, e.g. `2021`.
    public var version: String
    /// How many areas it has; areas are numbered from 0 in the bytewise order of their keys.
    public var areaCount: Int

    /// Creates a geography.
    public init(division: String, level: String, version: String, areaCount: Int) {
        self.division = division
        self.level = level
        self.version = version
        self.areaCount = areaCount
    }
}
