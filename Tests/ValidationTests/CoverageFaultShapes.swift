import Planar
import Statistics

/// Areas as lists of rings that a test can damage; one part each.
struct Shapes {
    typealias Point = SIMD2<Double>

    /// Area → rings, the shell first, without the closing vertex.
    var rings: [[[Point]]]

    init(_ rings: [[[Point]]]) { self.rings = rings }

    /// The shapes of areas of one part.
    init(_ areas: Areas) {
        rings = (0..<areas.count).map { area in
            areas.rings(of: area).map { ring in
                areas.vertices(ofRing: ring).dropLast().map { Point(areas.x[$0], areas.y[$0]) }
            }
        }
    }

    /// The shapes as areas.
    var areas: Areas {
        var builder = Areas.Builder()
        for rings in rings {
            for ring in rings { builder.addRing(x: ring.map(\.x), y: ring.map(\.y)) }
            builder.closePart()
            builder.closeArea()
        }
        return builder.finish()
    }

    /// Turns and reverses each ring at random.
    mutating func shuffle(_ generator: inout SplitMix64) {
        for area in rings.indices {
            for ring in rings[area].indices {
                let start = Int(generator.uniform() * Double(rings[area][ring].count))
                rings[area][ring] = Array(rings[area][ring][start...] + rings[area][ring][..<start])
                if generator.uniform() < 0.5 { rings[area][ring].reverse() }
            }
        }
    }

    /// Twice the signed area of a triangle.
    static func cross(_ a: Point, _ b: Point, _ c: Point) -> Double {
        (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
    }

    /// The area of a ring, positive when counter-clockwise.
    static func area(_ ring: [Point]) -> Double {
        ring.indices.reduce(0) { $0 + cross(ring[0], ring[$1], ring[($1 + 1) % ring.count]) } / 2
    }

    /// What a convex counter-clockwise ring shares with any ring, after Sutherland and Hodgman, Reentrant polygon
    /// clipping, Communications of the ACM 17 (1974): its area is right, even where pieces hang together by a thread.
    static func clip(_ subject: [Point], by convex: [Point]) -> [Point] {
        var ring = subject
        for corner in convex.indices {
            let (a, b) = (convex[corner], convex[(corner + 1) % convex.count])
            let input = ring
            ring = []
            for place in input.indices {
                let (p, q) = (input[place], input[(place + 1) % input.count])
                let (before, after) = (cross(a, b, p), cross(a, b, q))
                if before >= 0 { ring.append(p) }
                if (before >= 0) != (after >= 0) { ring.append(p + (q - p) * (before / (before - after))) }
            }
            if ring.isEmpty { return [] }
        }
        return ring
    }
}
