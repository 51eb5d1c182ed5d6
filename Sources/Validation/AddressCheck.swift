import Analysis
import Diagnostics
import Formats
import Planar
public import Projection

/// Whether addresses lie where they are said to lie.
///
/// For the desk: findings count addresses.
public struct AddressCheck: Sendable {
    /// The table or point file.
    public var path: String
    /// The column of the easting or longitude; nil for a point file.
    public var x: String?
    /// The column of the northing or latitude.
    public var y: String?
    /// The reference system of the coordinates; by default what a point file states, else that of the boundaries.
    public var system: ReferenceSystem?
    /// The column with the key of the area that an address is coded for.
    public var coded: String?
    /// The column with the street.
    public var street: String?
    /// The column with the population, for areas below a minimum.
    public var population: String?
    /// How many people, or addresses where no population is named, an area should have.
    public var minimum: Double?
    /// Texts that mean a missing value.
    public var missing: [String] = []

    /// A check of an address file.
    public init(path: String) { self.path = path }

    /// Addresses that lie outside are findings of their own up to so many.
    static let listed = 1_000

    /// Reads all addresses and locates them in the areas, and in the disputed grounds.
    ///
    /// - Parameter grounds: The grounds of findings, on the plane.
    /// - Throws: ``InputError`` when the file cannot be read, has no such column, or when most coordinates cannot be in
    ///   their system.
    func locate(
        in layer: CheckedLayer, grounds: DisputedGrounds, threads: Int
    ) throws(InputError) -> LocatedAddresses {
        let counts = population.map { [$0] } ?? []
        let table = try AddressTable.open(
            path: path, x: x, y: y, counts: counts, missing: missing, keepsRows: true)
        var source = layer.system
        if let system {
            source = system
        } else if let declared = table.declaredSystem {
            source = try ReferenceSystem(declared: declared)
        }
        let bridges = [
            try CoordinateBridge(from: source, to: layer.system),
            try CoordinateBridge(from: source, to: layer.metricSystem),
        ]
        let locator = PointLocator(layer.areas, threads: threads)
        let run = try table.reduce(threads: threads, start: { LocatedAddresses.Part() }) {
            (part: inout LocatedAddresses.Part, block: inout AddressBlock) throws(InputError) in
            try part.add(&block, bridges: bridges, locator: locator, grounds: grounds)
        }
        if let fault = BridgeWorker.fault(of: run.accumulators.compactMap(\.worker), file: path) { throw fault }
        var located = LocatedAddresses(run.accumulators, line: run.line(of:))
        let lines = Set(located.rows.map(\.line))
        if let coded { located.coded = try AddressLabels.read(lines: lines, path: path, columns: [coded]) }
        if let street { located.streets = try AddressLabels.read(lines: lines, path: path, columns: [street]) }
        return located
    }
}
