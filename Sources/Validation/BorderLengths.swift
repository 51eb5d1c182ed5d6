import Planar

/// How much of a ground's border each of some areas has in common with it: who is to have a gap, or an overlap.
///
/// A stretch of the ground's border counts for an area when the same two vertices, or the stretch's middle within a
/// thousandth of a millimetre, lie on the area's border.
///
/// - Complexity: O(*n* · *m*) for *n* vertices of the ground and the *m* border vertices of the areas in its box.
struct BorderLengths {
    /// Area → length in metres, parallel to the areas asked for.
    let lengths: [Double]

    init(of ground: Areas, in areas: Areas, candidates: [Int]) {
        var box = ground.box
        let margin = 1e-6
        box = Box(minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin, maxY: box.maxY + margin)
        var lengths = [Double](repeating: 0, count: candidates.count)
        for (place, area) in candidates.enumerated() {
            let edges = BorderLengths.edges(of: area, in: areas, box: box)
            guard !edges.isEmpty else { continue }
            var exact: Set<[VertexPlace]> = []
            for edge in edges {
                let vertices = [
                    VertexPlace(areas.x[edge], areas.y[edge]), VertexPlace(areas.x[edge + 1], areas.y[edge + 1]),
                ]
                exact.insert(vertices)
                exact.insert(vertices.reversed())
            }
            for ring in ground.rings(of: 0) {
                for vertex in ground.vertices(ofRing: ring).dropLast() {
                    let (oneX, oneY) = (ground.x[vertex], ground.y[vertex])
                    let (otherX, otherY) = (ground.x[vertex + 1], ground.y[vertex + 1])
                    let length = ((otherX - oneX) * (otherX - oneX) + (otherY - oneY) * (otherY - oneY)).squareRoot()
                    if exact.contains([VertexPlace(oneX, oneY), VertexPlace(otherX, otherY)]) {
                        lengths[place] += length
                    } else if BorderLengths.isNear((oneX + otherX) / 2, (oneY + otherY) / 2, edges, areas, margin) {
                        lengths[place] += length
                    }
                }
            }
        }
        self.lengths = lengths
    }

    /// The first vertices of an area's edges that reach into a box.
    private static func edges(of area: Int, in areas: Areas, box: Box) -> [Int] {
        var edges: [Int] = []
        for ring in areas.rings(of: area) {
            for vertex in areas.vertices(ofRing: ring).dropLast() {
                var edge = Box.empty
                edge.add(x: areas.x[vertex], y: areas.y[vertex])
                edge.add(x: areas.x[vertex + 1], y: areas.y[vertex + 1])
                if edge.intersects(box) { edges.append(vertex) }
            }
        }
        return edges
    }

    private static func isNear(
        _ x: Double, _ y: Double, _ edges: [Int], _ areas: Areas, _ distance: Double
    ) -> Bool {
        edges.contains { edge in
            let (startX, startY) = (areas.x[edge], areas.y[edge])
            let (dx, dy) = (areas.x[edge + 1] - startX, areas.y[edge + 1] - startY)
            let square = dx * dx + dy * dy
            let along = square > 0 ? min(max(((x - startX) * dx + (y - startY) * dy) / square, 0), 1) : 0
            let (offX, offY) = (x - startX - along * dx, y - startY - along * dy)
            return offX * offX + offY * offY < distance * distance
        }
    }
}
