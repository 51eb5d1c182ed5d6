import Planar

/// A turn about a vertex, clockwise from the direction of another: which of two directions comes first, exactly.
struct ClockwiseTurn {
    private let centre: (x: Double, y: Double)
    private let origin: (x: Double, y: Double)

    init(at centre: (x: Double, y: Double), from origin: (x: Double, y: Double)) {
        self.centre = centre
        self.origin = origin
    }

    /// Whether the direction of one vertex comes before another's; the origin's own direction comes last.
    func isEarlier(_ one: (x: Double, y: Double), than other: (x: Double, y: Double)) -> Bool {
        let (oneHalf, otherHalf) = (half(one), half(other))
        guard oneHalf == otherHalf else { return oneHalf < otherHalf }
        return Orientation.side(ax: centre.x, ay: centre.y, bx: one.x, by: one.y, px: other.x, py: other.y) < 0
    }

    /// 0 in the first half turn, 1 straight opposite, 2 in the second half turn, 3 back at the origin.
    private func half(_ vertex: (x: Double, y: Double)) -> Int {
        let side = Orientation.side(
            ax: centre.x, ay: centre.y, bx: origin.x, by: origin.y, px: vertex.x, py: vertex.y)
        if side < 0 { return 0 }
        if side > 0 { return 2 }
        let isBack =
            origin.x == centre.x
            ? (origin.y > centre.y) == (vertex.y > centre.y) : (origin.x > centre.x) == (vertex.x > centre.x)
        return isBack ? 3 : 1
    }
}
