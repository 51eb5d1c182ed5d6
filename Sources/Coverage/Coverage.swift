import Planar

/// Areas as one coverage: every stretch of border is stored once, as an arc that all its areas share.
///
/// A node is a vertex where the set of borders changes: where three borders meet, or where a border begins to be
/// shared. An arc runs from node to node without passing one; a ring that meets no node is one closed arc. A ring is a
/// list of arcs, each walked forwards or backwards; rings belong to parts and parts to areas as in `Areas`, in the same
/// order. Shells run counter-clockwise and holes clockwise, so an area lies to the left of the arcs that it walks
/// forwards and to the right of those that it walks backwards.
///
///     let coverage = Coverage(areas)
///     coverage.left(of: 3)   // the area to the left of arc 3, or nil outside all areas
///     coverage.areas         // the areas again, vertex for vertex, each ring from a node on
///
/// Any areas can be stored: where they overlap, an arc has more than one area on a side, and ``uses(of:)`` lists them
/// all. Two vertices are the same when their coordinates are equal; nothing is moved. Only a vertex that repeats the
/// one before it in its ring is left out.
///
/// All arrays are flat; the members of `i` are `starts[i] ..< starts[i + 1]`.
public struct Coverage: Sendable, Equatable {
    /// The arcs' vertices, arc after arc, both ends included: eastings or longitudes.
    public let x: [Double]
    /// The vertices' northings or latitudes.
    public let y: [Double]
    /// Arc → first vertex; one longer than there are arcs.
    public let arcStarts: [Int32]
    /// Arc → its first node at `2 * arc`, its last node at `2 * arc + 1`. A closed arc has the same twice.
    public let arcNodes: [Int32]
    /// How many nodes there are. Nodes are numbered in the order in which the areas' rings meet them.
    public let nodeCount: Int
    /// Arc → first place in ``uses``; one longer than there are arcs.
    public let useStarts: [Int32]
    /// The areas along each arc: the area's number where it walks the arc forwards, its complement `~area` backwards.
    public let uses: [Int32]
    /// Ring → first place in ``ringArcs``; one longer than there are rings.
    public let ringStarts: [Int32]
    /// The arcs of each ring in order: the arc's number when walked forwards, its complement `~arc` backwards.
    public let ringArcs: [Int32]
    /// Part → first ring (the shell); one longer than there are parts.
    public let partStarts: [Int32]
    /// Area → first part; one longer than there are areas.
    public let areaStarts: [Int32]

    /// Creates a coverage from its arrays, as a builder or a filter of vertices has them.
    package init(
        x: [Double], y: [Double], arcStarts: [Int32], arcNodes: [Int32], nodeCount: Int, useStarts: [Int32],
        uses: [Int32], ringStarts: [Int32], ringArcs: [Int32], partStarts: [Int32], areaStarts: [Int32]
    ) {
        self.x = x
        self.y = y
        self.arcStarts = arcStarts
        self.arcNodes = arcNodes
        self.nodeCount = nodeCount
        self.useStarts = useStarts
        self.uses = uses
        self.ringStarts = ringStarts
        self.ringArcs = ringArcs
        self.partStarts = partStarts
        self.areaStarts = areaStarts
    }

    /// How many areas there are.
    public var count: Int { areaStarts.count - 1 }
    /// How many arcs there are.
    public var arcCount: Int { arcStarts.count - 1 }

    /// The vertices of an arc, both ends included.
    @inlinable public func vertices(ofArc arc: Int) -> Range<Int> {
        Int(arcStarts[arc])..<Int(arcStarts[arc + 1])
    }

    /// The areas along an arc, `~area` where it is walked backwards.
    @inlinable public func uses(of arc: Int) -> ArraySlice<Int32> {
        uses[Int(useStarts[arc])..<Int(useStarts[arc + 1])]
    }

    /// The first area to the left of an arc, seen along it; nil where there is none.
    @inlinable public func left(of arc: Int) -> Int? { uses(of: arc).first { $0 >= 0 }.map(Int.init) }

    /// The first area to the right of an arc; nil where there is none.
    @inlinable public func right(of arc: Int) -> Int? { uses(of: arc).first { $0 < 0 }.map { Int(~$0) } }
}
