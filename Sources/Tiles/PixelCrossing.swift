import Planar

/// Whether an edge passes through a lattice point's cell: a square of side 1 with the sides of smaller coordinates and
/// without the others.
///
/// The corners are judged exactly, so that of two borders that run close by each other both are judged alike.
/// Method: Hobby, Practical segment intersection with finite precision output, Computational Geometry 13 (1999);
/// case by case as in JTS's `HotPixel`.
struct PixelCrossing {
    /// The edge, its end with the smaller x first.
    private let fromX: Double, fromY: Double, toX: Double, toY: Double
    /// How far the line can be from a point whose cell it crosses, times the edge's length.
    private let reach: Double

    @inline(__always) init(fromX: Double, fromY: Double, toX: Double, toY: Double) {
        let isForward = fromX <= toX
        self.fromX = isForward ? fromX : toX
        self.fromY = isForward ? fromY : toY
        self.toX = isForward ? toX : fromX
        self.toY = isForward ? toY : fromY
        reach = ((toX - fromX).magnitude + (toY - fromY).magnitude) * 0.5000001 + 1e-6
    }

    /// Whether the edge passes through the cell around a point.
    @inline(__always) func meets(_ point: LatticePoint) -> Bool {
        let (x, y) = (Double(point.x), Double(point.y))
        // Most points are far from the line; no exactness is needed to know.
        let distance = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)
        guard distance.magnitude <= reach else { return false }
        return meetsCell(minX: x - 0.5, minY: y - 0.5, maxX: x + 0.5, maxY: y + 0.5)
    }

    private func meetsCell(minX: Double, minY: Double, maxX: Double, maxY: Double) -> Bool {
        guard fromX < maxX, toX >= minX, min(fromY, toY) < maxY, max(fromY, toY) >= minY else { return false }
        guard fromX != toX, fromY != toY else { return true }
        let rises = fromY < toY
        // Through a corner: only the one of the smallest coordinates belongs to the cell; through another the edge
        // enters the cell or passes it by, according to its direction.
        let upperLeft = side(minX, maxY)
        if upperLeft == 0 { return !rises }
        let upperRight = side(maxX, maxY)
        if upperRight == 0 { return rises }
        if upperLeft != upperRight { return true }
        let lowerLeft = side(minX, minY)
        if lowerLeft == 0 || lowerLeft != upperLeft { return true }
        let lowerRight = side(maxX, minY)
        if lowerRight == 0 { return !rises }
        return lowerLeft != lowerRight
    }

    /// The sign of the side of the edge on which a corner lies.
    private func side(_ x: Double, _ y: Double) -> Int {
        let side = Orientation.side(ax: fromX, ay: fromY, bx: toX, by: toY, px: x, py: y)
        return side > 0 ? 1 : side < 0 ? -1 : 0
    }
}
