/// A straight piece of a barrier or of a gate.
struct BarrierPiece: Sendable {
    var ax, ay, bx, by: Double

    /// Where the piece meets the open line between two points; nil where it does not.
    ///
    /// Of a common stretch the middle.
    @inline(__always) func crossing(
        from one: (x: Double, y: Double), to other: (x: Double, y: Double)
    ) -> (x: Double, y: Double)? {
        let sideOfOne = Orientation.side(ax: ax, ay: ay, bx: bx, by: by, px: one.x, py: one.y)
        let sideOfOther = Orientation.side(ax: ax, ay: ay, bx: bx, by: by, px: other.x, py: other.y)
        if sideOfOne == 0, sideOfOther == 0 { return stretch(from: one, to: other) }
        guard (sideOfOne > 0 && sideOfOther < 0) || (sideOfOne < 0 && sideOfOther > 0) else { return nil }
        let sideOfA = Orientation.side(ax: one.x, ay: one.y, bx: other.x, by: other.y, px: ax, py: ay)
        let sideOfB = Orientation.side(ax: one.x, ay: one.y, bx: other.x, by: other.y, px: bx, py: by)
        guard !(sideOfA > 0 && sideOfB > 0), !(sideOfA < 0 && sideOfB < 0) else { return nil }
        let share = sideOfOne / (sideOfOne - sideOfOther)
        return (one.x + share * (other.x - one.x), one.y + share * (other.y - one.y))
    }

    /// The middle of what the piece and the open line have in common, all four ends being on one line.
    private func stretch(
        from one: (x: Double, y: Double), to other: (x: Double, y: Double)
    ) -> (x: Double, y: Double)? {
        // What has no length is on one line with everything.
        guard ax != bx || ay != by, one.x != other.x || one.y != other.y else { return nil }
        let byX = abs(other.x - one.x) >= abs(other.y - one.y)
        let (start, end) = byX ? (one.x, other.x) : (one.y, other.y)
        let (low, high) = (min(start, end), max(start, end))
        let (first, last) = byX ? (min(ax, bx), max(ax, bx)) : (min(ay, by), max(ay, by))
        guard first < high, last > low else { return nil }
        let share = ((max(first, low) + min(last, high)) / 2 - start) / (end - start)
        return (one.x + share * (other.x - one.x), one.y + share * (other.y - one.y))
    }

    /// The square of the distance from a point.
    @inline(__always) func square(toX x: Double, y: Double) -> Double {
        let (dx, dy) = (bx - ax, by - ay)
        let length = dx * dx + dy * dy
        let along = length > 0 ? min(max(((x - ax) * dx + (y - ay) * dy) / length, 0), 1) : 0
        let (width, height) = (x - ax - along * dx, y - ay - along * dy)
        return width * width + height * height
    }
}
