public import Diagnostics
public import Planar

/// A way from one reference system to another: which operation is used, how good it is, and its doing.
///
///     let transformation = try Transformation(
///         from: ReferenceSystem("EPSG:25832"), to: ReferenceSystem("EPSG:4326"))
///     var x = [500_000.0], y = [5_761_038.212]
///     let failed = try transformation.apply(x: &x, y: &y)  // 0; x[0] ≈ 9.0, y[0] ≈ 52.0
///     transformation.operation.accuracy                    // 1.0 (metres)
///
/// x is always easting or longitude, y northing or latitude. It is a plain value: PROJ's handles are made by each
/// call, about 10 ms, and never shared. For many small batches open one ``Projector``.
///
/// Between equal systems nothing is done, and between UTM with and without zone prefix the prefix is added or taken
/// away, both exactly and without PROJ.
public struct Transformation: Sendable {
    /// The system of the coordinates given.
    public let source: ReferenceSystem
    /// The system of the coordinates wanted.
    public let target: ReferenceSystem
    /// Where the data lies, in degrees of longitude and latitude, for the choice among operations; nil when unknown.
    public let areaOfInterest: Box?
    /// The operation in use and its accuracy.
    public let operation: CoordinateOperation

    let step: Step

    /// What is really done: a prefix off, an operation between planes, a prefix on.
    struct Step: Sendable {
        var from: String
        var to: String
        var prefixOff: Double
        var prefixOn: Double
        var needsPROJ: Bool { from != to }
    }

    /// Chooses the way between two systems.
    ///
    /// PROJ ranks its operations by accuracy within the area of interest and falls back to the next where one does
    /// not cover a point; ``operation`` is the one used in the middle of the area.
    ///
    /// - Throws: ``InputError`` of code `.referenceSystem` when PROJ knows no way.
    public init(
        from source: ReferenceSystem, to target: ReferenceSystem, areaOfInterest: Box? = nil
    ) throws(InputError) {
        self.source = source
        self.target = target
        self.areaOfInterest = areaOfInterest.flatMap { $0.isEmpty ? nil : $0 }
        let start = source.code.map(ZonePrefix.plane)
        let end = target.code.map(ZonePrefix.plane)
        step = Step(
            from: start.map { "EPSG:\($0.code)" } ?? source.definition,
            to: end.map { "EPSG:\($0.code)" } ?? target.definition,
            prefixOff: start?.prefix ?? 0, prefixOn: end?.prefix ?? 0)
        guard step.needsPROJ else {
            operation = CoordinateOperation(shiftingBy: step.prefixOn - step.prefixOff)
            return
        }
        var session = try ProjSession()
        operation = try session.describe(
            step, from: source, to: target, areaOfInterest: self.areaOfInterest)
    }

    /// Whether coordinates come out as they went in, bit for bit.
    public var isIdentity: Bool { !step.needsPROJ && step.prefixOff == step.prefixOn }

    /// Transforms a batch in place, in this thread.
    ///
    /// - Returns: How many points failed; both their coordinates are NaN.
    /// - Precondition: `x` and `y` are of one length.
    /// - Complexity: O(*n*), 0.1 to 0.4 µs a point, after about 10 ms for PROJ's handles.
    @discardableResult
    public func apply(x: inout [Double], y: inout [Double]) throws(InputError) -> Int {
        precondition(x.count == y.count, "x and y differ in length")
        guard !isIdentity, !x.isEmpty else { return 0 }
        return try Projector(self).apply(x: &x, y: &y)
    }
}
