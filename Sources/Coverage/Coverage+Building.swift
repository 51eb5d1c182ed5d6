public import Planar

extension Coverage {
    /// Builds the coverage of any areas: clean ones, overlapping ones, with lakes, without geometry.
    ///
    ///     let coverage = Coverage(areas)
    ///     coverage.arcCount  // 3 for two squares side by side: the shared side and the rest of each
    ///
    /// Vertices are compared exactly (−0 equals 0). A border is therefore shared only where both areas have the same
    /// vertices: where one of them lacks a vertex, or has it a hair away, each has arcs of its own, which
    /// `kleinraum check` reports.
    ///
    /// Arcs are numbered in the order in which the rings meet them and run as the first ring walks them. A ring that
    /// meets no node starts at its vertex farthest west (of those, farthest south). Rings that run the wrong way are
    /// turned; one of zero area stays as it is. A ring of a single place has no arcs.
    ///
    /// - Parameter threads: An upper bound; the result does not depend on it.
    /// - Complexity: O(*n*) expected for *n* vertices.
    public init(_ areas: Areas, threads: Int? = nil) {
        let clean = areas.withoutRepeatedVertices()
        let identity = VertexIdentity(clean)
        let marks = NodeMarks(clean, identity)
        var cutting = ArcCutting(clean, identity, marks)
        cutting.cutAllRings(isBackward: RingWalk.backwardRings(of: clean, threads: threads))
        let (useStarts, uses) = cutting.uses()
        self.init(
            x: cutting.x, y: cutting.y, arcStarts: cutting.arcStarts, arcNodes: cutting.arcNodes,
            nodeCount: cutting.nodeCount, useStarts: useStarts, uses: uses, ringStarts: cutting.ringStarts,
            ringArcs: cutting.ringArcs, partStarts: areas.partStarts, areaStarts: areas.areaStarts)
    }
}
