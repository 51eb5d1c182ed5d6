import Diagnostics
import Planar

/// The pieces into which edges that meet in vertices only cut the plane.
///
/// Edge *e* is two half-edges, `2 * e` from its low to its high end and `2 * e + 1` back. A cycle is a walk along
/// half-edges with one piece of plane on its left. Every connected set of edges has one cycle around its outside; all
/// others each bound a face.
struct RepairFaces {
    let vertices: RepairVertices
    let edges: [RepairEdge]
    /// Half-edge → the next one clockwise around the vertex where both begin.
    let clockwise: [Int32]
    /// Half-edge → its cycle.
    private(set) var cycleOf: [Int32]
    /// Cycle → its first half-edge.
    private(set) var starts: [Int32]
    /// Cycle → whether it runs around the outside of connected edges.
    private(set) var isOutside: [Bool]
    /// Cycle around an outside → the cycle of the face that the edges lie in; −1 in the open.
    private(set) var parents: [Int32]

    /// Finds the faces.
    ///
    /// - Precondition: The edges meet in vertices only.
    /// - Complexity: O(*n* log *n*), and O(*n*) for each set of edges that is connected with no other.
    init(_ edges: [RepairEdge], of vertices: RepairVertices) {
        self.vertices = vertices
        self.edges = edges
        let around = RepairFaces.outgoing(edges, vertices)
        var clockwise = [Int32](repeating: -1, count: edges.count * 2)
        for spokes in around {
            for (index, spoke) in spokes.enumerated() {
                clockwise[Int(spoke)] = spokes[index == 0 ? spokes.count - 1 : index - 1]
            }
        }
        self.clockwise = clockwise
        cycleOf = [Int32](repeating: -1, count: edges.count * 2)
        starts = []
        for half in clockwise.indices where cycleOf[half] < 0 {
            var walker = Int32(half)
            repeat {
                cycleOf[Int(walker)] = Int32(starts.count)
                walker = clockwise[Int(walker ^ 1)]
            } while walker != Int32(half)
            starts.append(Int32(half))
        }
        isOutside = [Bool](repeating: false, count: starts.count)
        parents = [Int32](repeating: -1, count: starts.count)
        findOutsides(around)
    }

    /// Where a half-edge begins.
    @inline(__always) func start(_ half: Int32) -> Int32 {
        half & 1 == 0 ? edges[Int(half >> 1)].low : edges[Int(half >> 1)].high
    }

    /// Where a half-edge ends.
    @inline(__always) func end(_ half: Int32) -> Int32 { start(half ^ 1) }

    /// The half-edge that follows with the same piece on its left.
    @inline(__always) func next(_ half: Int32) -> Int32 { clockwise[Int(half ^ 1)] }

    /// The half-edges of a cycle.
    func halfEdges(ofCycle cycle: Int32) -> [Int32] {
        var found: [Int32] = []
        var walker = starts[Int(cycle)]
        repeat {
            found.append(walker)
            walker = next(walker)
        } while walker != starts[Int(cycle)]
        return found
    }

    /// The vertices of a cycle.
    func walk(ofCycle cycle: Int32) -> [Int32] { halfEdges(ofCycle: cycle).map { start($0) } }

    /// Vertex → the half-edges that begin there, counter-clockwise from the direction just past west.
    private static func outgoing(_ edges: [RepairEdge], _ vertices: RepairVertices) -> [[Int32]] {
        var around = [[Int32]](repeating: [], count: vertices.count)
        for (index, edge) in edges.enumerated() {
            around[Int(edge.low)].append(Int32(index * 2))
            around[Int(edge.high)].append(Int32(index * 2 + 1))
        }
        for vertex in around.indices where around[vertex].count > 1 {
            let centre = Int32(vertex)
            around[vertex].sort { one, other in
                let oneEnd = edges[Int(one >> 1)].low == centre ? edges[Int(one >> 1)].high : edges[Int(one >> 1)].low
                let otherEnd =
                    edges[Int(other >> 1)].low == centre ? edges[Int(other >> 1)].high : edges[Int(other >> 1)].low
                let (oneHalf, otherHalf) = (half(oneEnd, around: centre), half(otherEnd, around: centre))
                if oneHalf != otherHalf { return oneHalf < otherHalf }
                let side = vertices.side(centre, oneEnd, otherEnd)
                return side == 0 ? one < other : side > 0
            }
        }
        /// South of the vertex, due east, north of it, due west: what lies in one of these turns by less than half.
        func half(_ end: Int32, around centre: Int32) -> Int {
            let height = vertices.y[Int(end)] - vertices.y[Int(centre)]
            if height != 0 { return height < 0 ? 0 : 2 }
            return vertices.x[Int(end)] > vertices.x[Int(centre)] ? 1 : 3
        }
        return around
    }

    /// Marks the cycles around the outside of each connected set, and finds what these sets lie in.
    private mutating func findOutsides(_ around: [[Int32]]) {
        var components = DisjointVertices(count: vertices.count)
        for edge in edges { components.join(edge.low, edge.high) }
        let order = around.indices.filter { !around[$0].isEmpty }.sorted {
            (vertices.x[$0], vertices.y[$0]) < (vertices.x[$1], vertices.y[$1])
        }
        var outsideOf: [Int32: Int32] = [:]
        for vertex in order {
            let component = components.root(Int32(vertex))
            guard outsideOf[component] == nil else { continue }
            // The westernmost vertex of a set: all its edges lead east, and the last one before north-west has the
            // outside on its left.
            guard let last = around[vertex].max(by: { eastern($0) < eastern($1) }) else { continue }
            let cycle = cycleOf[Int(last)]
            outsideOf[component] = cycle
            isOutside[Int(cycle)] = true
            let wall = edgeToTheWest(of: vertex, component: component, &components)
            guard let wall else { continue }
            let beside = cycleOf[Int(wall)]
            parents[Int(cycle)] = isOutside[Int(beside)] ? parents[Int(beside)] : beside
        }
    }

    /// An order of half-edges that begin at a westernmost vertex: by their angle from south to north.
    private func eastern(_ half: Int32) -> Direction {
        Direction(centre: start(half), end: end(half), vertices: vertices)
    }

    private struct Direction: Comparable {
        let centre: Int32
        let end: Int32
        let vertices: RepairVertices

        static func == (one: Direction, other: Direction) -> Bool { one.end == other.end }
        static func < (one: Direction, other: Direction) -> Bool {
            one.vertices.side(one.centre, one.end, other.end) > 0
        }
    }

    /// The half-edge of another set that is met first when one goes west from a vertex, the vertex's side on its left.
    private func edgeToTheWest(of vertex: Int, component: Int32, _ components: inout DisjointVertices) -> Int32? {
        let (x, y) = (vertices.x[vertex], vertices.y[vertex])
        var nearest: (x: Double, half: Int32)?
        for (index, edge) in edges.enumerated() {
            let (low, high) = (Int(edge.low), Int(edge.high))
            guard (vertices.y[low] > y) != (vertices.y[high] > y), min(vertices.x[low], vertices.x[high]) <= x,
                components.root(edge.low) != component
            else { continue }
            let share = (y - vertices.y[low]) / (vertices.y[high] - vertices.y[low])
            let crossing = vertices.x[low] + share * (vertices.x[high] - vertices.x[low])
            guard crossing <= x, crossing > (nearest?.x ?? -.infinity) else { continue }
            // Walked southwards, an edge has the east on its left.
            nearest = (crossing, Int32(index * 2 + (vertices.y[low] > vertices.y[high] ? 0 : 1)))
        }
        return nearest?.half
    }
}

/// Vertices grouped by what connects them.
struct DisjointVertices {
    private var parents: [Int32]

    init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

    /// The group's representative.
    mutating func root(_ vertex: Int32) -> Int32 {
        var vertex = vertex
        while parents[Int(vertex)] != vertex {
            parents[Int(vertex)] = parents[Int(parents[Int(vertex)])]
            vertex = parents[Int(vertex)]
        }
        return vertex
    }

    /// Makes one group of two.
    mutating func join(_ one: Int32, _ other: Int32) {
        let (one, other) = (root(one), root(other))
        parents[Int(max(one, other))] = min(one, other)
    }
}
