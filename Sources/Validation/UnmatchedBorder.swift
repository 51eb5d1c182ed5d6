import Planar

/// The edges of areas without a partner: the outer border, the shores of lakes, and every misfit.
struct UnmatchedBorder: Sendable {
    /// The edges in the order of areas, each with the ground of its area to its left.
    let segments: [Segment]
    /// Edge → its area; parallel to `segments`.
    let owners: [Int]

    init(_ areas: Areas, _ matching: EdgeMatching) {
        var segments: [Segment] = []
        var owners: [Int] = []
        for edge in matching.unmatched {
            let segment = areas.segment(Int(edge))
            segments.append(matching.groundLeft[areas.ring(ofVertex: Int(edge))] ? segment : segment.reversed)
            owners.append(areas.area(ofVertex: Int(edge)))
        }
        self.segments = segments
        self.owners = owners
    }

    /// The areas with such edges, rising.
    var areas: [Int] {
        var found: [Int] = []
        for owner in owners where found.last != owner { found.append(owner) }
        return found
    }

    /// The holes of the coverage, if the edges are its outer border and its lakes' shores and nothing else: closed loops
    /// that touch neither themselves nor each other, with ground and no ground in turn from the outside in; nil where
    /// they are not.
    ///
    /// Then each point is covered once or not at all, because matched edges do not change the number of areas that
    /// cover a point: areas that are valid share no ground. And since no edge touches another, there is no vertex that
    /// a neighbour lacks. Each hole is an area of its own, with what stands in the lake as its holes.
    ///
    /// - Complexity: O(*n* log *n*) in the unmatched edges.
    func cleanHoles() -> Areas? {
        guard let loops = loops() else { return nil }
        var rings = StrictRings()
        for loop in loops {
            for edge in loop { rings.add(segments[edge]) }
            rings.closeRing()
        }
        guard rings.areStrict(sorted: true) else { return nil }
        return LoopNesting(loops.map { loop in loop.map { segments[$0] } }).holes
    }

    /// The edges as loops; nil where a vertex begins two of them or an edge has none to follow it.
    private func loops() -> [[Int]]? {
        var starts: [Vertex: Int] = [:]
        starts.reserveCapacity(segments.count)
        for (edge, segment) in segments.enumerated() {
            guard starts.updateValue(edge, forKey: Vertex(x: segment.ax, y: segment.ay)) == nil else { return nil }
        }
        var isUsed = [Bool](repeating: false, count: segments.count)
        var loops: [[Int]] = []
        for first in segments.indices where !isUsed[first] {
            var loop: [Int] = []
            var edge = first
            while !isUsed[edge] {
                isUsed[edge] = true
                loop.append(edge)
                guard let next = starts[Vertex(x: segments[edge].bx, y: segments[edge].by)] else { return nil }
                edge = next
            }
            guard edge == first else { return nil }
            loops.append(loop)
        }
        return loops
    }
}

/// A position, equal only to itself.
struct Vertex: Hashable, Sendable {
    var x, y: Double
}
