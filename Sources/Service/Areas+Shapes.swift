import Planar

extension Areas {
    /// Whether a point lies in an area or on its border; borders are exact.
    ///
    /// - Complexity: O(*n*) for the area's *n* vertices.
    func area(_ area: Int, containsX x: Double, y: Double) -> Bool {
        parts(of: area).contains { part(rings(ofPart: $0), containsX: x, y: y) }
    }

    /// Whether a point lies in one part, given by its rings, or on its border.
    private func part(_ rings: Range<Int>, containsX px: Double, y py: Double) -> Bool {
        var isInside = false
        for ring in rings {
            for vertex in vertices(ofRing: ring).dropLast() {
                let (x1, y1, x2, y2) = (x[vertex], y[vertex], x[vertex + 1], y[vertex + 1])
                guard min(y1, y2) <= py, py <= max(y1, y2) else { continue }
                let side = Orientation.side(ax: x1, ay: y1, bx: x2, by: y2, px: px, py: py)
                if side == 0, min(x1, x2) <= px, px <= max(x1, x2) { return true }
                // A ray to the east: edges that it crosses have the point on their left when they rise.
                if y1 <= py, y2 > py, side > 0 { isInside.toggle() }
                if y2 <= py, y1 > py, side < 0 { isInside.toggle() }
            }
        }
        return isInside
    }

    /// Whether the border of an area meets a line.
    ///
    /// - Parameter box: The area's box.
    /// - Complexity: O(*l* + *n* · *m*) for *l* positions of the line, *m* of its segments whose boxes meet the area's
    ///   box, and *n* vertices of the area; edges apart from those segments are passed over with one comparison.
    func border(of area: Int, in box: Box, meets line: FilterShape.Line) -> Bool {
        var near: [Int] = []
        var reach = Box.empty
        for index in line.x.indices.dropLast() {
            let (x1, y1, x2, y2) = (line.x[index], line.y[index], line.x[index + 1], line.y[index + 1])
            let segment = Box(minX: min(x1, x2), minY: min(y1, y2), maxX: max(x1, x2), maxY: max(y1, y2))
            guard segment.intersects(box) else { continue }
            near.append(index)
            reach.add(x: x1, y: y1)
            reach.add(x: x2, y: y2)
        }
        guard !near.isEmpty else { return false }
        for ring in rings(of: area) {
            for vertex in vertices(ofRing: ring).dropLast() {
                let (x1, y1, x2, y2) = (x[vertex], y[vertex], x[vertex + 1], y[vertex + 1])
                let edge = Box(minX: min(x1, x2), minY: min(y1, y2), maxX: max(x1, x2), maxY: max(y1, y2))
                guard edge.intersects(reach) else { continue }
                for index in near {
                    let (x3, y3, x4, y4) = (line.x[index], line.y[index], line.x[index + 1], line.y[index + 1])
                    if Areas.segment(x1, y1, x2, y2, meets: x3, y3, x4, y4) { return true }
                }
            }
        }
        return false
    }

    /// Whether two segments share a point: each has the other's ends on different sides, or an end on it.
    private static func segment(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double,
        meets x3: Double, _ y3: Double, _ x4: Double, _ y4: Double
    ) -> Bool {
        guard max(x1, x2) >= min(x3, x4), max(x3, x4) >= min(x1, x2), max(y1, y2) >= min(y3, y4),
            max(y3, y4) >= min(y1, y2)
        else { return false }
        func isApart(_ one: Double, _ two: Double) -> Bool { (one > 0 && two > 0) || (one < 0 && two < 0) }
        return !isApart(
            Orientation.side(ax: x1, ay: y1, bx: x2, by: y2, px: x3, py: y3),
            Orientation.side(ax: x1, ay: y1, bx: x2, by: y2, px: x4, py: y4))
            && !isApart(
                Orientation.side(ax: x3, ay: y3, bx: x4, by: y4, px: x1, py: y1),
                Orientation.side(ax: x3, ay: y3, bx: x4, by: y4, px: x2, py: y2))
    }
}
