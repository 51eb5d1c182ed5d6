public import Planar

/// One thing about boundaries, keys or addresses that somebody should look at.
///
///     finding.kind.severity              // .error
///     finding.sentence(in: .german)      // "01 (West) und 02 (Ost) überlappen sich auf 0,0998 m² …"
///
/// It knows its shape three times: in the file's system, in WGS 84 and on the plane on which it was measured.
public struct Finding: Sendable {
    /// Stable across imports: a hash of kind, keys and rounded place; see ``FindingIdentity``.
    public var id: String
    /// What it is, in the words of the command line: `overlap`, `gap`, `parent-mismatch`, …
    public var kind: FindingKind
    /// The keys concerned, bytewise sorted.
    public var keys: [String]
    /// The names that belong to them, parallel to `keys`; empty text where there is none.
    public var names: [String]
    /// How much, in `unit`.
    public var measure: Double
    /// `m²`, `m`, `vertices`, `addresses`, `areas` or empty.
    public var unit: String
    /// The width of an overlap or gap in metres; NaN where it means nothing.
    public var width: Double
    /// Place, ground and lines in the file's system.
    public var shape: FindingShape
    /// The same in longitude and latitude on WGS 84.
    public var geographic: FindingShape
    /// The same on the plane of measurement, in metres.
    public var metric: FindingShape
    /// What else the sentence needs (a reason, a field, a street), in the order that the kind defines.
    public var details: [String]
    /// What could be done, and its effect.
    public var repair: ProposedRepair?
    /// Whether a file of accepted findings names it.
    public var isAccepted: Bool

    /// The place: easting or longitude in the file's system; NaN where a finding has none (a missing key).
    public var x: Double { shape.x }
    /// The place's northing or latitude.
    public var y: Double { shape.y }
    /// The ground concerned, in the file's system; `Areas.none` where there is none.
    public var ground: Areas { shape.ground }
    /// The lines concerned, in the file's system.
    public var lines: CoverageFault.Lines { shape.lines }
    /// How grave it is.
    public var severity: FindingSeverity { kind.severity }
    /// Whether it makes `kleinraum check` exit 1.
    public var isOpenError: Bool { severity == .error && !isAccepted }

    /// Creates a finding on the plane of measurement. The id and the shapes in other systems come with its report.
    public init(
        _ kind: FindingKind, keys: [String], names: [String], measure: Double, unit: String? = nil,
        width: Double = .nan, metric: FindingShape = .nowhere, details: [String] = [],
        repair: ProposedRepair? = nil
    ) {
        precondition(keys.count == names.count, "a name per key")
        id = ""
        self.kind = kind
        let order = keys.indices.sorted { FindingOrder.precedes(keys[$0], keys[$1]) }
        self.keys = order.map { keys[$0] }
        self.names = order.map { names[$0] }
        self.measure = measure
        self.unit = unit ?? kind.unit
        self.width = width
        self.metric = metric
        shape = metric
        geographic = .nowhere
        self.details = details
        self.repair = repair
        isAccepted = false
    }
}
