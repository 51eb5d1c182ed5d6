import Planar
import Statistics

/// Areas of one part each, a ring per list of corners; the first ring is the shell. Rings are closed here.
func makeAreas(_ areas: [[[(Double, Double)]]]) -> Areas {
    var builder = Areas.Builder()
    for rings in areas {
        for ring in rings { builder.addRing(x: ring.map(\.0), y: ring.map(\.1)) }
        builder.closePart()
        builder.closeArea()
    }
    return builder.finish()
}

/// A square's corners, counter-clockwise.
func square(_ x: Double, _ y: Double, side: Double = 1) -> [(Double, Double)] {
    [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
}

/// `columns` × `rows` unit squares.
func lattice(_ columns: Int, _ rows: Int) -> Areas {
    makeAreas((0..<columns * rows).map { [square(Double($0 % columns), Double($0 / columns))] })
}

/// Areas that nobody would draw: rings that wander over a small lattice, so that they overlap, touch themselves, run
/// back on themselves, repeat vertices and each other; some areas have no geometry.
func wildAreas(seed: UInt64, count: Int, width: Int = 4) -> Areas {
    var generator = SplitMix64(seed: seed)
    var builder = Areas.Builder()
    for _ in 0..<count {
        for _ in 0..<generator.below(3) {
            for _ in 0..<1 + generator.below(2) {
                let corners = (0..<1 + generator.below(9)).map { _ in
                    (Double(generator.below(width)), Double(generator.below(width)))
                }
                builder.addRing(x: corners.map(\.0), y: corners.map(\.1))
            }
            builder.closePart()
        }
        builder.closeArea()
    }
    return builder.finish()
}

/// A vertex by its coordinates.
struct Spot: Hashable, Comparable {
    let x: Double
    let y: Double

    static func < (one: Spot, other: Spot) -> Bool { (one.x, one.y) < (other.x, other.y) }
}

/// An edge without direction.
struct Edge: Hashable {
    let low: Spot
    let high: Spot

    init(_ one: Spot, _ other: Spot) {
        low = min(one, other)
        high = max(one, other)
    }

    var length: Double {
        let (width, height) = (high.x - low.x, high.y - low.y)
        return (width * width + height * height).squareRoot()
    }
}

/// A ring as the plainest code reads it: without its closing vertex and without repeats.
func plainRing(_ ring: Int, of areas: Areas) -> [Spot] {
    var spots: [Spot] = []
    for vertex in areas.vertices(ofRing: ring) {
        let spot = Spot(x: areas.x[vertex], y: areas.y[vertex])
        if spots.last != spot { spots.append(spot) }
    }
    while spots.count > 1, spots.first == spots.last { spots.removeLast() }
    return spots.count > 1 ? spots : []
}

/// The edges of a ring.
func plainEdges(_ ring: [Spot]) -> [Edge] {
    ring.indices.map { Edge(ring[$0], ring[($0 + 1) % ring.count]) }
}
