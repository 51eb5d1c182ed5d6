public import Planar
import Statistics

/// A coverage of `side` × `side` areas about 100 wide, whose crooked borders have the same vertices on both sides.
public func crookedCoverage(side: Int, pointsPerBorder: Int, seed: UInt64) -> Areas {
    func corner(_ column: Int, _ row: Int) -> (x: Double, y: Double) {
        var generator = SplitMix64(seed: seed &+ UInt64(column * 1009 + row))
        return (
            Double(column) * 100 + (generator.uniform() - 0.5) * 30,
            Double(row) * 100 + (generator.uniform() - 0.5) * 30
        )
    }
    func border(_ from: (Int, Int), _ to: (Int, Int)) -> [(x: Double, y: Double)] {
        let (start, end) = (corner(from.0, from.1), corner(to.0, to.1))
        let identity = ((from.0 * 131 + from.1) * 131 + to.0) * 131 + to.1
        var generator = SplitMix64(seed: seed &* 31 &+ UInt64(identity))
        var points = [start]
        for step in 1..<pointsPerBorder {
            let share = Double(step) / Double(pointsPerBorder)
            let swing = (generator.uniform() - 0.5) * 4
            points.append((start.x + (end.x - start.x) * share + swing, start.y + (end.y - start.y) * share + swing))
        }
        return points
    }
    var builder = Areas.Builder()
    for column in 0..<side {
        for row in 0..<side {
            var ring = border((column, row), (column + 1, row)) + border((column + 1, row), (column + 1, row + 1))
            ring.append(corner(column + 1, row + 1))
            ring += border((column, row + 1), (column + 1, row + 1)).dropFirst().reversed()
            ring.append(corner(column, row + 1))
            ring += border((column, row), (column, row + 1)).dropFirst().reversed()
            builder.addRing(x: ring.map(\.x), y: ring.map(\.y))
            builder.closePart()
            builder.closeArea()
        }
    }
    return builder.finish()
}

/// The even-odd test in its plainest form, over all edges of an area: the locator's oracle.
public func plainEvenOdd(_ areas: Areas, _ area: Int, x: Double, y: Double) -> Bool {
    var isInside = false
    for ring in areas.rings(of: area) {
        for vertex in areas.vertices(ofRing: ring).dropLast() {
            let (oneX, oneY) = (areas.x[vertex], areas.y[vertex])
            let (otherX, otherY) = (areas.x[vertex + 1], areas.y[vertex + 1])
            guard (oneY > y) != (otherY > y) else { continue }
            let side = Orientation.side(ax: oneX, ay: oneY, bx: otherX, by: otherY, px: x, py: y)
            if (side > 0) == (otherY > oneY) { isInside.toggle() }
        }
    }
    return isInside
}
