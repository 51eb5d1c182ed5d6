import Coverage
import Overlay
import Planar
import Statistics

/// A patchwork of areas with borders like mazes: cells of a shaken lattice, each given to one of `count` areas or to
/// none, and united. It has islands, lakes, exclaves, rings that touch at a vertex, and arcs side by side.
func patchwork(side: Int, count: Int, seed: UInt64) throws -> Areas {
    var generator = SplitMix64(seed: seed)
    var places: [(Double, Double)] = []
    for row in 0...side {
        for column in 0...side {
            // Less than a quarter of a cell, so that no cell turns over. Every fifth vertex stays on its line.
            let shake = generator.below(5) == 0 ? 0 : 4.0
            places.append(
                (
                    Double(column) * 10 + (generator.uniform() - 0.5) * shake,
                    Double(row) * 10 + (generator.uniform() - 0.5) * shake
                ))
        }
    }
    var builder = Areas.Builder()
    var groups: [Int] = []
    for row in 0..<side {
        for column in 0..<side {
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { places[(row + $0.1) * (side + 1) + column + $0.0] }
            builder.addRing(x: corners.map(\.0), y: corners.map(\.1))
            builder.closePart()
            builder.closeArea()
            // Mostly that of the cell before or below, so that areas wind.
            let chance = generator.below(10)
            if chance < 4, column > 0 {
                groups.append(groups[groups.count - 1])
            } else if chance < 8, row > 0 {
                groups.append(groups[groups.count - side])
            } else {
                groups.append(generator.below(count + 1) - 1)
            }
        }
    }
    return try Overlay.dissolve(builder.finish(), groups: groups, groupCount: count)
}

/// A straight piece of a border.
private struct Piece {
    let a: Spot
    let b: Spot

    func side(_ spot: Spot) -> Double {
        Orientation.side(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: spot.x, py: spot.y)
    }

    func holds(_ spot: Spot) -> Bool {
        side(spot) == 0 && spot.x >= min(a.x, b.x) && spot.x <= max(a.x, b.x) && spot.y >= min(a.y, b.y)
            && spot.y <= max(a.y, b.y)
    }

    /// Whether two pieces share more than an end of both.
    func collides(with other: Piece) -> Bool {
        if (a == other.a && b == other.b) || (a == other.b && b == other.a) { return true }
        for spot in [other.a, other.b] where spot != a && spot != b && holds(spot) { return true }
        for spot in [a, b] where spot != other.a && spot != other.b && other.holds(spot) { return true }
        return side(other.a) * side(other.b) < 0 && other.side(a) * other.side(b) < 0
    }
}

/// How many pairs of a coverage's pieces cross, touch or lie on one another, tried one by one and exactly.
func collisions(in coverage: Coverage) -> Int {
    let pieces = (0..<coverage.arcCount).flatMap { arc in
        coverage.vertices(ofArc: arc).dropLast().map { vertex in
            Piece(
                a: Spot(x: coverage.x[vertex], y: coverage.y[vertex]),
                b: Spot(x: coverage.x[vertex + 1], y: coverage.y[vertex + 1]))
        }
    }
    var count = 0
    for one in pieces.indices {
        for other in pieces.indices.dropFirst(one + 1) where pieces[one].collides(with: pieces[other]) { count += 1 }
    }
    return count
}

/// The thresholds of a line by the book: the smallest triangle first, never less than one before. The ends never go.
func plainThresholds(x: [Double], y: [Double]) -> [Double] {
    var thresholds = [Double](repeating: .infinity, count: x.count)
    var standing = Array(x.indices)
    var largest = 0.0
    while standing.count > 2 {
        let triangles = (1..<standing.count - 1).map { place in
            let (a, b, c) = (standing[place - 1], standing[place], standing[place + 1])
            return abs((x[a] - x[b]) * (y[c] - y[b]) - (x[c] - x[b]) * (y[a] - y[b])) / 2
        }
        guard let smallest = triangles.min(), let place = triangles.firstIndex(of: smallest) else { break }
        largest = max(largest, smallest)
        thresholds[standing.remove(at: place + 1)] = largest
    }
    return thresholds
}
