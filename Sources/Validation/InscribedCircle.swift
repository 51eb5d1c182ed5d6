import Planar

/// The largest circle within an area, nearly: the diameter is its width.
struct InscribedCircle {
    /// The middle.
    var x, y: Double
    /// Half the width.
    var radius: Double

    /// The largest circle in any part of the only area; nil without geometry.
    ///
    /// Disputed ground is often a thread many thousand times longer than wide, in which a search over a lattice finds
    /// nothing. So the search starts from the middles of chords, drawn from the border's vertices and edges straight
    /// inwards, and from the label point, and climbs from the best of them along the chord and across it. The radius is
    /// never below area by perimeter, which any largest circle exceeds.
    ///
    /// - Complexity: O(*n k*) for a part of *n* edges, with *k* chords: *n*, at most 256.
    init?(_ ground: Areas) {
        let parts = ground.parts(of: 0).map { (part: $0, area: ground.area(ofPart: $0)) }.sorted {
            ($1.area, $0.part) < ($0.area, $1.part)
        }
        var best: InscribedCircle?
        for (part, area) in parts {
            // No circle is larger than its part.
            if let best, best.radius * best.radius * Double.pi >= area { break }
            guard let circle = InscribedCircleSearch(ground, part: part)?.run() else { continue }
            if circle.radius > best?.radius ?? -1 { best = circle }
        }
        guard let best else { return nil }
        self = best
    }

    init(x: Double, y: Double, radius: Double) {
        self.x = x
        self.y = y
        self.radius = radius
    }
}

/// The search in one part, relative to its first vertex.
private struct InscribedCircleSearch {
    /// A place, its distance to the border (negative outside) and the direction of the chord it was found on.
    private struct Candidate {
        var x, y, clearance, directionX, directionY: Double
    }

    private var edges: [Segment] = []
    private let originX, originY: Double
    private let floor: Double
    private let label: LabelPoint?

    init?(_ ground: Areas, part: Int) {
        let rings = ground.rings(ofPart: part)
        guard let first = ground.vertices(ofRing: rings.lowerBound).first else { return nil }
        let (originX, originY) = (ground.x[first], ground.y[first])
        (self.originX, self.originY) = (originX, originY)
        var builder = Areas.Builder()
        var length = 0.0
        for ring in rings {
            let vertices = ground.vertices(ofRing: ring)
            builder.addRing(x: ground.x[vertices].map { $0 - originX }, y: ground.y[vertices].map { $0 - originY })
        }
        builder.closePart()
        builder.closeArea()
        let local = builder.finish()
        for ring in local.rings(of: 0) {
            for vertex in local.vertices(ofRing: ring).dropLast() {
                let segment = local.segment(vertex)
                if segment.length > 0 { edges.append(segment) }
                length += segment.length
            }
        }
        guard length > 0 else { return nil }
        floor = local.area(of: 0) / length
        label = local.labelPoint(of: 0, precision: 0.01)
    }

    func run() -> InscribedCircle {
        var candidates: [Candidate] = []
        if let label {
            candidates.append(
                Candidate(x: label.x, y: label.y, clearance: clearance(label.x, label.y), directionX: 1, directionY: 0))
        }
        for place in stride(from: 0, to: edges.count, by: edges.count / 128 + 1) {
            let edge = edges[place]
            let (nx, ny) = (-(edge.by - edge.ay) / edge.length, (edge.bx - edge.ax) / edge.length)
            for (x, y) in [((edge.ax + edge.bx) / 2, (edge.ay + edge.by) / 2), (edge.ax, edge.ay)] {
                if let chord = chord(x, y, nx, ny, from: place) { candidates.append(chord) }
            }
        }
        // The best few, since the widest place may lie up another arm.
        candidates.sort { $0.clearance > $1.clearance }
        var best = Candidate(x: 0, y: 0, clearance: -1, directionX: 1, directionY: 0)
        for candidate in candidates.prefix(4) {
            let top = climbed(candidate)
            if top.clearance > best.clearance { best = top }
        }
        return InscribedCircle(x: best.x + originX, y: best.y + originY, radius: max(best.clearance, floor))
    }

    /// The middle of the chord that leaves a place of an edge at a right angle, to the left, where the ground is.
    private func chord(_ x: Double, _ y: Double, _ nx: Double, _ ny: Double, from own: Int) -> Candidate? {
        let length = reach(x, y, nx, ny, from: own)
        guard length.isFinite else { return nil }
        let (middleX, middleY) = (x + nx * length / 2, y + ny * length / 2)
        return Candidate(
            x: middleX, y: middleY, clearance: clearance(middleX, middleY), directionX: nx, directionY: ny)
    }

    /// How far a ray goes until it meets the border.
    private func reach(_ x: Double, _ y: Double, _ nx: Double, _ ny: Double, from own: Int?) -> Double {
        var nearest = Double.infinity
        for (place, edge) in edges.enumerated() where place != own {
            let (dx, dy) = (edge.bx - edge.ax, edge.by - edge.ay)
            let slope = nx * dy - ny * dx
            guard slope != 0 else { continue }
            let (px, py) = (edge.ax - x, edge.ay - y)
            let along = (px * ny - py * nx) / slope
            let distance = (px * dy - py * dx) / slope
            if along >= 0 && along <= 1 && distance > 0 { nearest = min(nearest, distance) }
        }
        return nearest
    }

    /// Steps to whatever neighbour is farther from the border, in ever smaller steps.
    private func climbed(_ start: Candidate) -> Candidate {
        var best = start
        guard best.clearance > 0 else { return best }
        var step = best.clearance
        let enough = best.clearance / 512
        for _ in 0..<200 where step > enough {
            let (ux, uy) = (best.directionX * step, best.directionY * step)
            var next = best
            for (dx, dy) in [
                (ux, uy), (-ux, -uy), (-uy, ux), (uy, -ux), (ux - uy, uy + ux), (ux + uy, uy - ux),
                (-ux - uy, -uy + ux), (-ux + uy, -uy - ux),
            ] {
                let clearance = clearance(best.x + dx, best.y + dy)
                if clearance > next.clearance {
                    (next.x, next.y, next.clearance) = (best.x + dx, best.y + dy, clearance)
                }
            }
            // Beside a border that is not quite parallel to the other the clearance grows only along the middle line.
            for (dx, dy) in [(-uy, ux), (uy, -ux)] {
                let (x, y) = (best.x + dx, best.y + dy)
                let ahead = reach(x, y, best.directionX, best.directionY, from: nil)
                let behind = reach(x, y, -best.directionX, -best.directionY, from: nil)
                let shift = (ahead - behind) / 2
                guard shift.isFinite else { continue }
                let (middleX, middleY) = (x + best.directionX * shift, y + best.directionY * shift)
                let clearance = clearance(middleX, middleY)
                if clearance > next.clearance { (next.x, next.y, next.clearance) = (middleX, middleY, clearance) }
            }
            // Along a thread the steps may grow again.
            step = next.clearance > best.clearance ? step * 2 : step / 2
            best = next
        }
        return best
    }

    /// The distance to the border, negative outside.
    private func clearance(_ x: Double, _ y: Double) -> Double {
        var nearest = Double.infinity
        var isInside = false
        for edge in edges {
            nearest = min(nearest, edge.distance(x: x, y: y).square)
            if (edge.ay > y) != (edge.by > y), (edge.side(x, y) > 0) == (edge.by > edge.ay) { isInside.toggle() }
        }
        return isInside ? nearest.squareRoot() : -nearest.squareRoot()
    }
}

extension Segment {
    /// The segment's length.
    var length: Double {
        let (dx, dy) = (bx - ax, by - ay)
        return (dx * dx + dy * dy).squareRoot()
    }
}
