import Planar

/// Cuts a ring to a box, side by side: Sutherland and Hodgman, Reentrant polygon clipping, CACM 17 (1974).
///
/// Where the ring leaves and comes back, the result runs along the box's side: right for filling, so the box should be a
/// little larger than what is shown.
enum RingClipping {
    /// The part of a ring in a box; the last vertex repeats the first where anything is left.
    static func clip(_ x: ArraySlice<Double>, _ y: ArraySlice<Double>, to box: Box) -> (x: [Double], y: [Double]) {
        var points = zip(x, y).map { SIMD2($0, $1) }
        for (axis, limit, sign) in [(0, box.minX, 1.0), (0, box.maxX, -1.0), (1, box.minY, 1.0), (1, box.maxY, -1.0)] {
            guard var previous = points.last else { return ([], []) }
            var kept: [SIMD2<Double>] = []
            for point in points {
                let (from, to) = ((previous[axis] - limit) * sign, (point[axis] - limit) * sign)
                if (from < 0) != (to < 0) {
                    var crossing = previous + (point - previous) * (from / (from - to))
                    crossing[axis] = limit
                    kept.append(crossing)
                }
                if to >= 0 { kept.append(point) }
                previous = point
            }
            points = kept
        }
        return (points.map(\.x), points.map(\.y))
    }
}
