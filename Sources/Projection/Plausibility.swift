public import Diagnostics
public import Planar

/// Whether coordinates can be in the reference system that somebody says they are in.
///
///     let plausibility = try Plausibility(ReferenceSystem("EPSG:4647"))
///     plausibility.admits(x: 32_359_418, y: 5_700_512)  // true, Essen
///     plausibility.admits(x: 359_418, y: 5_700_512)     // false, the zone prefix is missing
///     plausibility.fault(in: Box(minX: 355_000, minY: 5_690_000, maxX: 370_000, maxY: 5_710_000))
///     // x 355000, y 5690000 cannot be in EPSG:4647 (…): the zone prefix 32 is missing; state EPSG:25832
///
/// The range is the system's area of use, widened by 4° of longitude and 3° of latitude: Bavaria uses zone 32 up to
/// its eastern border. Where a system covers a continent or the world, coordinates that lie outside Germany as given
/// but inside it with x and y exchanged are taken to be exchanged; that is the one guess made.
public struct Plausibility: Sendable {
    /// The system that was stated.
    public let system: ReferenceSystem
    /// Where coordinates in the system can lie, in its own units.
    public let range: Box
    /// Germany in the system's units.
    let home: Box

    /// Germany with a margin, in degrees of longitude and latitude.
    static let germany = Box(minX: 5.5, minY: 47, maxX: 15.5, maxY: 55.5)

    /// Prepares the range of a system, about 10 ms.
    ///
    /// - Throws: ``InputError`` of code `.referenceSystem` when PROJ fails.
    public init(_ system: ReferenceSystem) throws(InputError) {
        var session = try ProjSession()
        self.system = system
        home = session.project(Self.germany, to: system)
        // The strips of Gauß-Krüger are used beyond the parts of Germany that the register gives them.
        let isGaussKrueger = (31466...31469).contains(system.code ?? 0)
        guard let area = isGaussKrueger ? Self.germany : system.areaOfUse else {
            range = Box(minX: -.infinity, minY: -.infinity, maxX: .infinity, maxY: .infinity)
            return
        }
        let wide = Box(
            minX: max(area.minX - 4, -180), minY: max(area.minY - 3, -90), maxX: min(area.maxX + 4, 180),
            maxY: min(area.maxY + 3, 90))
        range = session.project(wide, to: system)
    }

    /// Whether one point can be in the system: a few comparisons, for every row of a table.
    public func admits(x: Double, y: Double) -> Bool {
        guard range.contains(x: x, y: y) else { return false }
        if !system.isGeographic && Self.looksLikeDegrees(x: x, y: y) { return false }
        return home.contains(x: x, y: y) || !home.contains(x: y, y: x)
    }

    /// Numbers that small are degrees, on every plane in use: none has its origin inside the land it is made for.
    static func looksLikeDegrees(x: Double, y: Double) -> Bool { abs(x) <= 180 && abs(y) <= 90 }
}
