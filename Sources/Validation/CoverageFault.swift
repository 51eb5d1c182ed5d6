public import Planar

/// Something wrong with the shapes of a coverage: which areas, how much, and where. Areas are numbers here; what a
/// reader is told about a fault, with keys, names and sentences, is a `Finding`.
public struct CoverageFault: Sendable, Equatable {
    /// What is wrong.
    public enum Kind: String, Sendable, CaseIterable {
        /// An area that is no valid polygon; measure 1, the reason in `detail`.
        case invalidRing = "invalid-ring"
        /// Vertices that repeat the one before them in their ring; the measure counts them.
        case repeatedVertex = "repeated-vertex"
        /// Two areas share ground; in m².
        case overlap
        /// A hole of the union, enclosed by areas; in m².
        case gap
        /// A vertex of one area on the border of another that lacks it, where no overlap or gap explains it; the
        /// measure counts the vertices between one pair of areas.
        case unmatchedEdge = "unmatched-edge"
        /// Two areas with the same shape; in m².
        case duplicateGeometry = "duplicate-geometry"
    }

    /// What is wrong.
    public var kind: Kind
    /// The areas concerned, rising: the one with the fault, the two that overlap, all that enclose a gap.
    public var areas: [Int]
    /// How much, in `kind`'s unit.
    public var measure: Double
    /// The width of an overlap or gap in metres: twice its area by its perimeter is a lower bound, the diameter of its
    /// largest inscribed circle the value; NaN where it means nothing.
    public var width: Double
    /// A place on the fault, in the areas' coordinates: easting or longitude.
    public var x: Double
    /// The place's northing or latitude.
    public var y: Double
    /// The disputed ground as one area, for overlaps, gaps and duplicates; `Areas.none` otherwise.
    public var ground: Areas
    /// Lines at fault, as rings that need not be closed: vertex arrays and starts (one longer than there are lines).
    public var lines: Lines
    /// A reason in a few English words where the kind alone does not say it, such as GEOS's `Self-intersection`.
    public var detail: String

    /// Lines or points in flat arrays; a line of one vertex is a point.
    public struct Lines: Sendable, Equatable {
        /// The vertices' eastings.
        public var x: [Double] = []
        /// The vertices' northings.
        public var y: [Double] = []
        /// Line → first vertex; one longer than there are lines.
        public var starts: [Int32] = [0]

        /// No lines.
        public init() {}

        /// Adds a line.
        public mutating func add(x lineX: some Sequence<Double>, y lineY: some Sequence<Double>) {
            x.append(contentsOf: lineX)
            y.append(contentsOf: lineY)
            starts.append(Int32(x.count))
        }
    }

    /// Creates a fault.
    public init(
        kind: Kind, areas: [Int], measure: Double, width: Double = .nan, x: Double, y: Double,
        ground: Areas = .none, lines: Lines = Lines(), detail: String = ""
    ) {
        self.kind = kind
        self.areas = areas
        self.measure = measure
        self.width = width
        self.x = x
        self.y = y
        self.ground = ground
        self.lines = lines
        self.detail = detail
    }
}
