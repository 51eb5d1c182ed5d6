import Planar

extension Areas {
    /// Whether an area and a rectangle share a point: the shape is tested, not its box.
    ///
    /// - Complexity: O(*n*) for the area's *n* vertices.
    func area(_ area: Int, intersects box: Box) -> Bool {
        let extent = self.box(of: area)
        guard !extent.isEmpty, extent.intersects(box) else { return false }
        if extent.minX >= box.minX, extent.maxX <= box.maxX, extent.minY >= box.minY, extent.maxY <= box.maxY {
            return true
        }
        // Either a border passes through the rectangle, or the rectangle lies wholly inside or wholly outside.
        var isInside = false
        for ring in rings(of: area) {
            let vertices = vertices(ofRing: ring)
            for vertex in vertices.dropLast() {
                let (x1, y1, x2, y2) = (x[vertex], y[vertex], x[vertex + 1], y[vertex + 1])
                if Areas.segment(x1, y1, x2, y2, meets: box) { return true }
                if (y1 > box.minY) != (y2 > box.minY), box.minX < x1 + (box.minY - y1) / (y2 - y1) * (x2 - x1) {
                    isInside.toggle()
                }
            }
        }
        return isInside
    }

    /// Whether a segment has a point in a rectangle (Liang and Barsky, ACM Transactions on Graphics 3, 1984).
    private static func segment(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, meets box: Box
    ) -> Bool {
        var first = 0.0
        var last = 1.0
        func clip(_ direction: Double, _ distance: Double) -> Bool {
            if direction == 0 { return distance >= 0 }
            if direction < 0 {
                first = max(first, distance / direction)
            } else {
                last = min(last, distance / direction)
            }
            return first <= last
        }
        let (dx, dy) = (x2 - x1, y2 - y1)
        return clip(-dx, x1 - box.minX) && clip(dx, box.maxX - x1) && clip(-dy, y1 - box.minY)
            && clip(dy, box.maxY - y1)
    }
}
