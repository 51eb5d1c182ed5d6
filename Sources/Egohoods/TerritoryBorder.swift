public import Planar

/// The border of the land whose people are known, to tell which neighbourhoods are cut off at it.
///
///     let border = TerritoryBorder(Coverage(districts).outerBorder)
///     let distances = border.distances(x: x, y: y)
///     table.isCutOff(0, borderDistance: distances[0])
///
/// Every ring of the outline is border, those of holes too: nobody is known there. Give an outline, not the districts
/// themselves, whose common borders would be taken for the end of the world. Where the neighbouring towns' addresses are
/// among the places, their land belongs to the territory.
public struct TerritoryBorder: Sendable {
    private let locator: PointLocator
    private let tree: BoxTree
    /// Edge → its ends.
    private let edges: [Edge]

    private struct Edge: Sendable, BitwiseCopyable {
        var ax, ay, bx, by: Double

        /// The square of the distance from a point.
        @inline(__always) func square(toX x: Double, y: Double) -> Double {
            let (dx, dy) = (bx - ax, by - ay)
            let length = dx * dx + dy * dy
            let along = length > 0 ? min(max(((x - ax) * dx + (y - ay) * dy) / length, 0), 1) : 0
            let (width, height) = (x - ax - along * dx, y - ay - along * dy)
            return width * width + height * height
        }
    }

    /// Takes up the outline.
    ///
    /// - Parameter outline: The known land, in metres of the places' plane.
    /// - Complexity: O(*n* log *n*) for *n* vertices.
    public init(_ outline: Areas) {
        locator = PointLocator(outline)
        var edges: [Edge] = []
        for area in 0..<outline.count {
            for ring in outline.rings(of: area) {
                for vertex in outline.vertices(ofRing: ring).dropFirst() {
                    edges.append(
                        Edge(
                            ax: outline.x[vertex - 1], ay: outline.y[vertex - 1], bx: outline.x[vertex],
                            by: outline.y[vertex]))
                }
            }
        }
        let sorted = SpatialOrder(
            x: edges.map { (($0.ax + $0.bx) / 2).rounded() }, y: edges.map { (($0.ay + $0.by) / 2).rounded() })
        let inOrder = sorted.order.map { edges[Int($0)] }
        self.edges = inOrder
        tree = BoxTree(keys: sorted.keys) { number in
            let edge = inOrder[number]
            return Box(
                minX: min(edge.ax, edge.bx), minY: min(edge.ay, edge.by), maxX: max(edge.ax, edge.bx),
                maxY: max(edge.ay, edge.by))
        }
    }

    /// How far points lie within the border, in metres: 0 outside the territory, NaN for a point without position.
    ///
    /// - Complexity: O(*m* log *n*) for *m* points as a rule.
    public func distances(x: [Double], y: [Double], threads: Int? = nil) -> [Double] {
        precondition(x.count == y.count, "a northing for each easting")
        let batch = 4096
        let rows = parallelMap((x.count + batch - 1) / batch, threads: threads) { number in
            (number * batch..<min((number + 1) * batch, x.count)).map { distance(x: x[$0], y: y[$0]) }
        }
        return rows.flatMap(\.self)
    }

    private func distance(x: Double, y: Double) -> Double {
        guard x.isFinite && y.isFinite else { return .nan }
        guard locator.locate(x: x, y: y).area >= 0 else { return 0 }
        var best = Double.infinity
        var number = enclosing(x: x, y: y)
        // First around the point, then all, of which most is farther than the best.
        for end in [Int(tree.nodes[number].next), tree.nodes.count] {
            while number < end {
                let node = tree.nodes[number]
                if node.nearest(x: x, y: y) >= best {
                    number = Int(node.next)
                    continue
                }
                if BoxTree.isLeaf(number, node) {
                    for edge in Int(node.first)..<Int(node.end) { best = min(best, edges[edge].square(toX: x, y: y)) }
                }
                number += 1
            }
            number = 0
        }
        return best.squareRoot()
    }

    /// A leaf near a point.
    private func enclosing(x: Double, y: Double) -> Int {
        var number = 0
        while !BoxTree.isLeaf(number, tree.nodes[number]) {
            let other = Int(tree.nodes[number + 1].next)
            let isFirstNearer = tree.nodes[number + 1].nearest(x: x, y: y) <= tree.nodes[other].nearest(x: x, y: y)
            number = isFirstNearer ? number + 1 : other
        }
        return number
    }
}
