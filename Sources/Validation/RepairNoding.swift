import Diagnostics
import Planar

/// Edges cut wherever another edge crosses them or ends on them, so that they meet in vertices only.
///
/// No vertex moves. An edge that passes a vertex more closely than coordinates of its size can tell takes the vertex
/// in; where two edges cross, the point of crossing becomes a vertex. Cutting bends edges by a rounding error, which
/// can make new crossings; rounds of cutting end when there are none.
struct RepairNoding {
    private(set) var vertices: RepairVertices
    /// The nodes that cut an edge, from its low to its high end.
    private var cuts: [RepairEdge: [Int32]] = [:]
    /// The edges that are left when all cuts are made, rising.
    private(set) var edges: [RepairEdge] = []
    private let tolerance: Double

    /// What two edges do to each other: vertices that fall on the first and on the second.
    private struct Meeting {
        var first: [Int32] = []
        var second: [Int32] = []
    }

    /// Cuts edges.
    ///
    /// - Throws: ``InputError`` when thirty rounds are not enough, which means that borders lie within a rounding error
    ///   of each other over a long way.
    /// - Complexity: O(*n* *k*) for *n* edges of which *k* share a range of eastings, a round; three rounds as a rule.
    init(
        _ edges: some Sequence<RepairEdge>, of vertices: RepairVertices, tolerance: Double = 0
    ) throws(InputError) {
        self.vertices = vertices
        var largest = 0.0
        for vertex in 0..<vertices.count {
            largest = max(largest, vertices.x[vertex].magnitude, vertices.y[vertex].magnitude)
        }
        self.tolerance = max(tolerance, 16 * largest.ulp)
        var whole = Set(edges)
        var fresh = whole
        for _ in 0..<30 {
            let found = meetings(among: whole, fresh: fresh)
            guard !found.isEmpty else {
                self.edges = whole.sorted()
                return
            }
            fresh = []
            for (edge, nodes) in found.sorted(by: { $0.key < $1.key }) {
                whole.remove(edge)
                let nodes = ordered(nodes, along: edge)
                cuts[edge] = nodes
                for (start, end) in zip([edge.low] + nodes, nodes + [edge.high]) {
                    let piece = RepairEdge(start, end)
                    // A piece that was cut before stays cut.
                    if cuts[piece] == nil, whole.insert(piece).inserted { fresh.insert(piece) }
                }
            }
        }
        throw InputError(
            .invalidGeometry, "borders lie so close to each other that they cannot be told apart",
            remedy: "mend them in a desktop program",
            at: Place())
    }

    /// The vertices from one end of an edge to the other, in the direction walked, without the last.
    func chain(from start: Int32, to end: Int32) -> [Int32] {
        let edge = RepairEdge(start, end)
        guard let nodes = cuts[edge] else { return [start] }
        var chain: [Int32] = []
        let stops = start == edge.low ? [start] + nodes + [end] : [start] + nodes.reversed() + [end]
        for (one, other) in zip(stops, stops.dropFirst()) { chain += self.chain(from: one, to: other) }
        return chain
    }

    /// The nodes that cut edges, of all pairs of which one edge is new.
    private mutating func meetings(
        among edges: Set<RepairEdge>, fresh: Set<RepairEdge>
    ) -> [RepairEdge: Set<Int32>] {
        var boxes = edges.map { edge in
            (edge: edge, box: box(of: edge), isFresh: fresh.contains(edge))
        }
        boxes.sort { $0.box.minX == $1.box.minX ? $0.edge < $1.edge : $0.box.minX < $1.box.minX }
        var found: [RepairEdge: Set<Int32>] = [:]
        for index in boxes.indices {
            let one = boxes[index]
            var next = index + 1
            while next < boxes.count, boxes[next].box.minX <= one.box.maxX {
                let other = boxes[next]
                next += 1
                guard one.isFresh || other.isFresh, other.box.minY <= one.box.maxY, one.box.minY <= other.box.maxY
                else { continue }
                let meeting = meeting(of: one.edge, other.edge)
                if !meeting.first.isEmpty { found[one.edge, default: []].formUnion(meeting.first) }
                if !meeting.second.isEmpty { found[other.edge, default: []].formUnion(meeting.second) }
            }
        }
        return found
    }

    private func box(of edge: RepairEdge) -> Box {
        let box = vertices.box(of: [edge.low, edge.high])
        return Box(
            minX: box.minX - tolerance, minY: box.minY - tolerance, maxX: box.maxX + tolerance,
            maxY: box.maxY + tolerance)
    }

    private mutating func meeting(of one: RepairEdge, _ other: RepairEdge) -> Meeting {
        var meeting = Meeting()
        for vertex in [other.low, other.high] where lies(vertex, on: one) { meeting.first.append(vertex) }
        for vertex in [one.low, one.high] where lies(vertex, on: other) { meeting.second.append(vertex) }
        guard meeting.first.isEmpty, meeting.second.isEmpty else { return meeting }
        guard one.low != other.low, one.low != other.high, one.high != other.low, one.high != other.high else {
            return meeting
        }
        let (low, high) = (vertices.side(one.low, one.high, other.low), vertices.side(one.low, one.high, other.high))
        guard low * high < 0,
            vertices.side(other.low, other.high, one.low) * vertices.side(other.low, other.high, one.high) < 0
        else { return meeting }
        let node = crossing(of: one, other)
        if node != one.low && node != one.high { meeting.first.append(node) }
        if node != other.low && node != other.high { meeting.second.append(node) }
        return meeting
    }

    /// Whether a vertex lies on an edge, between its ends, as far as rounding lets one say.
    private func lies(_ vertex: Int32, on edge: RepairEdge) -> Bool {
        guard vertex != edge.low, vertex != edge.high else { return false }
        let (lowX, lowY) = (vertices.x[Int(edge.low)], vertices.y[Int(edge.low)])
        let (width, height) = (vertices.x[Int(edge.high)] - lowX, vertices.y[Int(edge.high)] - lowY)
        let (awayX, awayY) = (vertices.x[Int(vertex)] - lowX, vertices.y[Int(vertex)] - lowY)
        let square = width * width + height * height
        let along = awayX * width + awayY * height
        guard along > 0, along < square else { return false }
        let across = awayX * height - awayY * width
        return across * across <= tolerance * tolerance * square
    }

    /// The vertex where two edges cross: a new one, or an end that lies there already.
    private mutating func crossing(of one: RepairEdge, _ other: RepairEdge) -> Int32 {
        let (lowX, lowY) = (vertices.x[Int(one.low)], vertices.y[Int(one.low)])
        let (width, height) = (vertices.x[Int(one.high)] - lowX, vertices.y[Int(one.high)] - lowY)
        let low = vertices.side(one.low, one.high, other.low)
        let high = vertices.side(one.low, one.high, other.high)
        let share = low / (low - high)
        let (startX, startY) = (vertices.x[Int(other.low)], vertices.y[Int(other.low)])
        let (endX, endY) = (vertices.x[Int(other.high)], vertices.y[Int(other.high)])
        var (x, y) = (startX + share * (endX - startX), startY + share * (endY - startY))
        // Rounding must not carry the point beyond the first edge's box.
        x = min(max(x, min(lowX, lowX + width)), max(lowX, lowX + width))
        y = min(max(y, min(lowY, lowY + height)), max(lowY, lowY + height))
        for end in [one.low, one.high, other.low, other.high] {
            let (awayX, awayY) = (x - vertices.x[Int(end)], y - vertices.y[Int(end)])
            if awayX * awayX + awayY * awayY <= tolerance * tolerance { return end }
        }
        return vertices.number(x: x, y: y)
    }

    /// Nodes in their order from the low to the high end.
    private func ordered(_ nodes: Set<Int32>, along edge: RepairEdge) -> [Int32] {
        let (lowX, lowY) = (vertices.x[Int(edge.low)], vertices.y[Int(edge.low)])
        let (width, height) = (vertices.x[Int(edge.high)] - lowX, vertices.y[Int(edge.high)] - lowY)
        func along(_ node: Int32) -> Double {
            (vertices.x[Int(node)] - lowX) * width + (vertices.y[Int(node)] - lowY) * height
        }
        return nodes.map { (along: along($0), node: $0) }.sorted { $0 < $1 }.map(\.node)
    }
}
