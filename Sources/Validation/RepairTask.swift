public import Planar

/// One finding that is to be repaired, with areas by number.
public struct RepairTask: Sendable, Equatable {
    /// What is done about it.
    public enum Kind: Sendable, Equatable {
        /// Vertices that repeat the one before are left out.
        case dropRepeatedVertices
        /// Shells are turned counter-clockwise and holes clockwise.
        case orientRings
        /// The area is made valid by structure.
        case makeValid
        /// Two areas get the vertices that the other has on their border.
        case insertVertices
        /// A gap is given to one of the areas around it.
        case fillGap
        /// An overlap is left to one of its two areas.
        case assignOverlap
    }

    /// What is done.
    public var kind: Kind
    /// The areas concerned, rising.
    public var areas: [Int]
    /// The disputed ground in metres, for gaps and overlaps.
    public var ground: Areas
    /// The area that gains, where it is decided already.
    public var gainer: Int?

    /// Creates a task.
    public init(_ kind: Kind, areas: [Int], ground: Areas = .none, gainer: Int? = nil) {
        self.kind = kind
        self.areas = areas
        self.ground = ground
        self.gainer = gainer
    }

    /// The task that a fault calls for; nil for duplicates, about which only a person can decide.
    ///
    ///     CoverageFaults(areas).faults.compactMap { RepairTask($0) }
    public init?(_ fault: CoverageFault, gainer: Int? = nil) {
        let kind: Kind
        switch fault.kind {
        case .repeatedVertex: kind = .dropRepeatedVertices
        case .invalidRing: kind = .makeValid
        case .unmatchedEdge: kind = .insertVertices
        case .gap: kind = .fillGap
        case .overlap: kind = .assignOverlap
        case .duplicateGeometry: return nil
        }
        self.init(kind, areas: fault.areas, ground: fault.ground, gainer: gainer)
    }

    /// Whether it is done on the arrangement of borders rather than on one area alone.
    var needsArrangement: Bool { kind == .insertVertices || kind == .fillGap || kind == .assignOverlap }
}
