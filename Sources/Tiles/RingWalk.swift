/// Makes the polygons of an area from its directed edges, the area to the left of each as seen with y upwards.
///
/// Edges that run both ways cancel: a corridor that has become a line is gone. The rest is walked so that each walk
/// keeps to one connected piece of the area's inside: at a vertex that the border meets more than once it takes the next
/// edge clockwise from where it came. Loops are cut off at repeated vertices; those that run counter-clockwise are
/// shells, the others holes. The polygons so made are valid by the OGC's rules: rings are simple, touch in points only,
/// and each inside is connected.
///
/// Edges must meet in common ends only, as those of a ``SnappedCoverage`` do.
struct RingWalk {
    private struct Edge {
        var from: LatticePoint
        var to: LatticePoint
    }

    private var edges: [Edge] = []
    private var next: [Int32] = []
    private var places: [Int32] = []
    private var walk: [(point: LatticePoint, vertex: Int32)] = []

    /// A ring that has been cut off.
    struct Ring {
        var points: Range<Int>
        /// Twice the signed area.
        var size: Int64
        var walk: Int
    }

    /// The loops' points, ring after ring.
    private(set) var points: [LatticePoint] = []
    private(set) var rings: [Ring] = []

    /// Forgets all edges and keeps its room.
    mutating func clear() { edges.removeAll(keepingCapacity: true) }

    /// Adds an edge; one without length is none.
    @inline(__always) mutating func add(_ from: LatticePoint, _ to: LatticePoint) {
        if from != to { edges.append(Edge(from: from, to: to)) }
    }

    /// Walks the edges and adds the polygons to an area that is being built.
    ///
    /// - Complexity: O(*n* log *n*).
    mutating func polygons(into pieces: inout AreaPieces) {
        points.removeAll(keepingCapacity: true)
        rings.removeAll(keepingCapacity: true)
        cancel()
        linkUp()
        var count = 0
        for start in edges.indices where next[start] >= 0 {
            loops(from: start, walk: count)
            count += 1
        }
        group(into: &pieces)
    }

    /// Removes edges that run both ways, and repetitions; sorts the rest by their first point.
    private mutating func cancel() {
        edges.sort { one, other in
            let (oneLow, otherLow) = (min(one.from.key, one.to.key), min(other.from.key, other.to.key))
            if oneLow != otherLow { return oneLow < otherLow }
            return max(one.from.key, one.to.key) < max(other.from.key, other.to.key)
        }
        var kept = 0
        var begin = 0
        while begin < edges.count {
            let edge = edges[begin]
            var balance = 1
            var end = begin + 1
            while end < edges.count {
                if edges[end].from == edge.from && edges[end].to == edge.to {
                    balance += 1
                } else if edges[end].from == edge.to && edges[end].to == edge.from {
                    balance -= 1
                } else {
                    break
                }
                end += 1
            }
            if balance != 0 {
                edges[kept] = balance > 0 ? edge : Edge(from: edge.to, to: edge.from)
                kept += 1
            }
            begin = end
        }
        edges.removeSubrange(kept...)
        edges.sort { $0.from.key != $1.from.key ? $0.from.key < $1.from.key : $0.to.key < $1.to.key }
    }

    /// The first edge that leaves a point; as many as there are edges if none does.
    private func firstEdge(from point: LatticePoint) -> Int {
        var (low, high) = (0, edges.count)
        let key = point.key
        while low < high {
            let middle = (low + high) / 2
            if edges[middle].from.key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Finds each edge's successor.
    private mutating func linkUp() {
        next.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        for edge in edges {
            var best = firstEdge(from: edge.to)
            places.append(-1)
            guard best < edges.count, edges[best].from == edge.to else {
                // Only edges that do not close: nothing can be made of them.
                next.append(-1)
                continue
            }
            var other = best + 1
            while other < edges.count, edges[other].from == edge.to {
                if isClockwise(edges[other].to, before: edges[best].to, from: edge.from, around: edge.to) {
                    best = other
                }
                other += 1
            }
            next.append(Int32(best))
        }
    }

    /// Whether turning clockwise from `back` one comes to `one` before `other`.
    private func isClockwise(
        _ one: LatticePoint, before other: LatticePoint, from back: LatticePoint, around centre: LatticePoint
    ) -> Bool {
        func half(_ point: LatticePoint) -> Int {
            let side = cross(centre, back, point)
            return side < 0 ? 0 : side == 0 ? 1 : 2
        }
        let (oneHalf, otherHalf) = (half(one), half(other))
        return oneHalf != otherHalf ? oneHalf < otherHalf : cross(centre, one, other) < 0
    }

    /// Follows the edges from one and cuts loops off at repeated vertices.
    private mutating func loops(from start: Int, walk number: Int) {
        walk.removeAll(keepingCapacity: true)
        var edge = start
        while next[edge] >= 0 {
            let point = edges[edge].from
            // All edges that leave a point stand together; the first of them is the point's number.
            var vertex = edge
            while vertex > 0 && edges[vertex - 1].from == point { vertex -= 1 }
            if places[vertex] >= 0 { cutLoop(at: Int(places[vertex]), walk: number) }
            places[vertex] = Int32(walk.count)
            walk.append((point, Int32(vertex)))
            let following = Int(next[edge])
            next[edge] = -1
            edge = following
        }
        let isClosed = edges[edge].from == edges[start].from
        if isClosed && !walk.isEmpty { cutLoop(at: 0, walk: number) }
        for left in walk { places[Int(left.vertex)] = -1 }
        walk.removeAll(keepingCapacity: true)
    }

    /// Takes the loop from a place of the walk to its end out, as a ring if it has a size.
    private mutating func cutLoop(at place: Int, walk number: Int) {
        let first = points.count
        var size: Int64 = 0
        for index in place..<walk.count {
            points.append(walk[index].point)
            places[Int(walk[index].vertex)] = -1
            if points.count - first > 2 { size &+= cross(points[first], points[points.count - 2], walk[index].point) }
        }
        walk.removeSubrange(place...)
        if size == 0 {
            points.removeSubrange(first...)
        } else {
            rings.append(Ring(points: first..<points.count, size: size, walk: number))
        }
    }
}
