/// What city to invent: how large, how finely drawn, with which seed.
///
///     var plan = CityPlan()
///     plan.areas = 64
///     plan.addresses = 11_000
///     let city = City(plan)
///     city.districts.keys.count  // 64
///
/// The same plan gives the same city on every machine: only additions, multiplications, divisions and square roots
/// are used, which IEEE 754 fixes to the last bit.
public struct CityPlan: Sendable, Hashable {
    /// The number of statistical districts, the smallest areas of the hierarchy.
    public var areas: Int
    /// The number of addresses at the last date; earlier dates lack the houses that were not yet built.
    public var addresses: Int
    /// Vertices of a district's border, on average; about 20 are needed for the shape itself.
    public var verticesPerArea: Int
    /// City blocks of a district, on average; more make rounder districts.
    public var blocksPerArea: Int
    /// The length of a block's side, about, in metres.
    public var blockSide: Double
    /// The reference dates, oldest first, as ISO 8601 writes them.
    public var dates: [String]
    /// Whether some addresses are wrong as they are in real files: misplaced, unreadable, a job centre.
    public var flaws: Bool
    /// The seed of everything.
    public var seed: UInt64
    /// The easting of the city centre in metres (EPSG:25832).
    public var centreX: Double
    /// The northing of the city centre in metres (EPSG:25832).
    public var centreY: Double

    /// Creates a plan; without arguments it is that of the demo region in `Geodata/`.
    ///
    /// - Precondition: There is at least one area, one block per area and one date, and no negative number.
    public init(
        areas: Int = 64, addresses: Int = 11_000, verticesPerArea: Int = 90, blocksPerArea: Int = 14,
        blockSide: Double = 200, dates: [String] = ["2022-12-31", "2023-12-31"], flaws: Bool = true,
        seed: UInt64 = 2023, centreX: Double = 512_000, centreY: Double = 5_731_000
    ) {
        precondition(areas > 0 && blocksPerArea > 0 && addresses >= 0 && verticesPerArea > 0, "sizes of a city")
        precondition(!dates.isEmpty && blockSide > 0, "a city needs a date and a block side")
        self.areas = areas
        self.addresses = addresses
        self.verticesPerArea = verticesPerArea
        self.blocksPerArea = blocksPerArea
        self.blockSide = blockSide
        self.dates = dates
        self.flaws = flaws
        self.seed = seed
        self.centreX = centreX
        self.centreY = centreY
    }
}
