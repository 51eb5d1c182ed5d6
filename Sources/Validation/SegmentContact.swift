import Planar

/// A straight stretch of border from one vertex to the next.
struct Segment: Sendable, Equatable {
    var ax, ay, bx, by: Double

    /// The segment the other way round.
    var reversed: Segment { Segment(ax: bx, ay: by, bx: ax, by: ay) }

    /// The sides of its box, as `PackedBoxes` wants them.
    @inline(__always) var sides: PackedBoxes.Sides { PackedBoxes.sides(ax: ax, ay: ay, bx: bx, by: by) }

    /// Which side of the segment's line a point is on, exactly; see `Orientation.side`.
    @inline(__always) func side(_ x: Double, _ y: Double) -> Double {
        Orientation.side(ax: ax, ay: ay, bx: bx, by: by, px: x, py: y)
    }

    /// Whether two segments share a point, exactly, given that their boxes do.
    @inline(__always) func touches(_ other: Segment) -> Bool {
        let (start, end) = (side(other.ax, other.ay), side(other.bx, other.by))
        if (start > 0 && end > 0) || (start < 0 && end < 0) { return false }
        let (ownStart, ownEnd) = (other.side(ax, ay), other.side(bx, by))
        return !((ownStart > 0 && ownEnd > 0) || (ownStart < 0 && ownEnd < 0))
    }

    /// Whether the segment that follows this one runs back over it.
    @inline(__always) func isFolded(by next: Segment) -> Bool {
        guard side(next.bx, next.by) == 0 else { return false }
        // On one line the signs of the differences are exact and decide.
        let ahead = bx != ax ? (bx > ax) == (next.bx > bx) && next.bx != bx : (by > ay) == (next.by > by)
        return !ahead
    }

    /// The square of the distance from a point, and how far along the segment its foot is, from 0 to 1.
    func distance(x: Double, y: Double) -> (square: Double, along: Double) {
        let (dx, dy) = (bx - ax, by - ay)
        let (px, py) = (x - ax, y - ay)
        let length = dx * dx + dy * dy
        let along = length > 0 ? min(max((px * dx + py * dy) / length, 0), 1) : 0
        let (offX, offY) = (px - along * dx, py - along * dy)
        return (offX * offX + offY * offY, along)
    }
}

extension Areas {
    /// The segment that starts at a vertex of a ring, other than its last.
    @inline(__always) func segment(_ vertex: Int) -> Segment {
        Segment(ax: x[vertex], ay: y[vertex], bx: x[vertex + 1], by: y[vertex + 1])
    }
}
