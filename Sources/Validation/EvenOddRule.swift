import Planar

extension Areas {
    /// Whether a point lies inside an area by the even-odd rule; on the border either answer may come.
    ///
    /// - Complexity: O(*n*) in the area's vertices.
    func holds(_ area: Int, x pointX: Double, y pointY: Double) -> Bool {
        var isInside = false
        let (x, y) = (x.span, y.span)
        for ring in rings(of: area) {
            for vertex in vertices(ofRing: ring).dropLast() where (y[vertex] > pointY) != (y[vertex + 1] > pointY) {
                let side = Orientation.side(
                    ax: x[vertex], ay: y[vertex], bx: x[vertex + 1], by: y[vertex + 1], px: pointX, py: pointY)
                if (side > 0) == (y[vertex + 1] > y[vertex]) { isInside.toggle() }
            }
        }
        return isInside
    }
}
