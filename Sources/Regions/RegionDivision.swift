/// Regions and what came of the wishes for them.
public struct RegionDivision: Sendable, Equatable {
    /// The region of each area, numbered by their first areas.
    public let regions: Partition
    /// How many regions were wanted; fewer came out where no further cut leaves every part its minimum.
    public let wanted: Int
    /// The regions below the minimum, rising: parts of the map too small by themselves, which are never joined to others.
    public let belowMinimum: [Int]

    /// Takes regions as they are, where no minimum was asked for.
    public init(of regions: Partition, wanted: Int) {
        self.regions = regions
        self.wanted = wanted
        belowMinimum = []
    }

    /// Creates a division and finds the regions below a minimum.
    init(labels: [Int], wanted: Int, sizes: [Double], minimum: Double) {
        regions = Partition(labels)
        self.wanted = wanted
        belowMinimum = regions.members.enumerated()
            .filter { $1.reduce(0) { $0 + sizes[$1] } < minimum }
            .map(\.offset)
    }

    /// The sum of a number over the areas of each region: its population, say.
    public func sums(_ values: [Double]) -> [Double] {
        regions.members.map { $0.reduce(0) { $0 + values[$1] } }
    }
}
