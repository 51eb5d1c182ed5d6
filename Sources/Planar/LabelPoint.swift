/// The place in an area that is farthest from its border, where a label fits best.
@frozen public struct LabelPoint: Hashable, Sendable, BitwiseCopyable {
    /// The easting or longitude.
    public let x: Double
    /// The northing or latitude.
    public let y: Double
    /// The distance to the border, in the coordinates' unit: a label within this radius stays inside.
    public let clearance: Double
}

extension Areas {
    /// The pole of inaccessibility of the largest part of an area; nil without geometry.
    ///
    ///     square.labelPoint(of: 0)  // x 0.5, y 0.5, clearance 0.5
    ///
    /// It always lies inside: the search starts from the middle of the widest stretch of a horizontal line, and only
    /// better places replace it. Only an area of size zero has its label on its border. The same area gives the same
    /// point, whatever stands around it.
    ///
    /// Source: V. Agafonkin, A new algorithm for finding a visual center of a polygon, 2016 (polylabel): cells of a
    /// quadtree, the one that can hold the farthest place first, until none can beat the best by `precision`.
    ///
    /// - Parameter precision: How far from the best clearance the answer may be, as a share of the box's shorter side.
    /// - Complexity: O(*n k*) for *k* cells, 20 to 100 as a rule and never more than 1,000.
    public func labelPoint(of area: Int, precision: Double = 0.02) -> LabelPoint? {
        var largest: Int?
        var size = -1.0
        for part in parts(of: area) {
            let partSize = self.area(ofPart: part)
            if partSize > size { (largest, size) = (part, partSize) }
        }
        guard let largest else { return nil }
        var search = LabelSearch(self, part: largest)
        return search.run(precision: precision, centroid: centroid(of: area))
    }
}

/// The search for one label point, over the edges of one part relative to its box.
private struct LabelSearch {
    /// A square that may hold the farthest place.
    struct Cell {
        var x, y, half, distance: Double
        /// The largest clearance any point of the square can have.
        var potential: Double { distance + half * 2.0.squareRoot() }
    }

    /// An edge by its start and its vector, with the reciprocal of its squared length.
    struct Edge {
        var x, y, dx, dy, scale: Double
    }

    let box: Box
    var edges: [Edge] = []
    var heap: [Cell] = []

    init(_ areas: Areas, part: Int) {
        var box = Box.empty
        for vertex in areas.vertices(ofRing: areas.rings(ofPart: part).lowerBound) {
            box.add(x: areas.x[vertex], y: areas.y[vertex])
        }
        self.box = box
        for ring in areas.rings(ofPart: part) {
            for vertex in areas.vertices(ofRing: ring).dropFirst() {
                let (x, y) = (areas.x[vertex - 1] - box.minX, areas.y[vertex - 1] - box.minY)
                let (dx, dy) = (areas.x[vertex] - areas.x[vertex - 1], areas.y[vertex] - areas.y[vertex - 1])
                let square = dx * dx + dy * dy
                edges.append(Edge(x: x, y: y, dx: dx, dy: dy, scale: square > 0 ? 1 / square : 0))
            }
        }
    }

    mutating func run(precision: Double, centroid: (x: Double, y: Double)?) -> LabelPoint {
        var best = interiorPoint()
        func consider(_ cell: Cell) { if cell.distance > best.distance { best = cell } }
        if let centroid { consider(cell(centroid.x - box.minX, centroid.y - box.minY, 0)) }
        let side = min(box.width, box.height)
        let tolerance = side * precision
        if side > 0 {
            // Square cells over the box; a box of extreme shape is covered by no more than 64 of them.
            let half = max(side, max(box.width, box.height) / 64) / 2
            for column in 0..<Int((box.width / (half * 2)).rounded(.up)) {
                for row in 0..<Int((box.height / (half * 2)).rounded(.up)) {
                    let start = cell((Double(column) * 2 + 1) * half, (Double(row) * 2 + 1) * half, half)
                    consider(start)
                    push(start)
                }
            }
        }
        var visited = heap.count
        while let top = pop(), top.potential - best.distance > tolerance, visited < 1000 {
            let half = top.half / 2
            for (right, up) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
                let quarter = cell(top.x + right, top.y + up, half)
                consider(quarter)
                if quarter.potential - best.distance > tolerance { push(quarter) }
            }
            visited += 4
        }
        return LabelPoint(x: best.x + box.minX, y: best.y + box.minY, clearance: max(best.distance, 0))
    }

    private func cell(_ x: Double, _ y: Double, _ half: Double) -> Cell {
        Cell(x: x, y: y, half: half, distance: distance(x, y))
    }

    /// The distance to the border, negative outside.
    private func distance(_ x: Double, _ y: Double) -> Double {
        var nearest = Double.infinity
        var isInside = false
        let edges = edges.span
        for index in edges.indices {
            let edge = edges[index]
            let (px, py) = (x - edge.x, y - edge.y)
            let along = min(max((px * edge.dx + py * edge.dy) * edge.scale, 0), 1)
            let (ox, oy) = (px - along * edge.dx, py - along * edge.dy)
            nearest = min(nearest, ox * ox + oy * oy)
            let crosses = (py < 0) != (py - edge.dy < 0)
            // Left of the edge, without a division: the sign of dy turns the comparison.
            if crosses && ((px * edge.dy < py * edge.dx) == (edge.dy > 0)) { isInside.toggle() }
        }
        return isInside ? nearest.squareRoot() : -nearest.squareRoot()
    }

    /// The middle of the widest stretch of a horizontal line between two vertices' heights.
    private func interiorPoint() -> Cell {
        let middle = box.height / 2
        // The two neighbouring heights around the middle: between them the line meets no vertex.
        var (below, above) = (0.0, box.height)
        for edge in edges {
            if edge.y <= middle { below = max(below, edge.y) } else { above = min(above, edge.y) }
        }
        let level = (below + above) / 2
        var crossings: [Double] = []
        for edge in edges where (level < edge.y) != (level < edge.y + edge.dy) {
            crossings.append(edge.x + (level - edge.y) / edge.dy * edge.dx)
        }
        crossings.sort()
        var (x, width) = (box.width / 2, -1.0)
        for index in stride(from: 0, to: crossings.count - 1, by: 2)
        where crossings[index + 1] - crossings[index] > width {
            width = crossings[index + 1] - crossings[index]
            x = (crossings[index] + crossings[index + 1]) / 2
        }
        return cell(x, level, 0)
    }
}

/// A binary heap of cells with the largest potential on top.
extension LabelSearch {
    private mutating func push(_ cell: Cell) {
        var child = heap.count
        heap.append(cell)
        while child > 0, heap[(child - 1) / 2].potential < heap[child].potential {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func pop() -> Cell? {
        guard let last = heap.popLast() else { return nil }
        guard let top = heap.first else { return last }
        heap[0] = last
        var parent = 0
        while true {
            var largest = parent
            for child in parent * 2 + 1...parent * 2 + 2
            where child < heap.count && heap[child].potential > heap[largest].potential { largest = child }
            guard largest != parent else { return top }
            heap.swapAt(parent, largest)
            parent = largest
        }
    }
}
