import Diagnostics
import Overlay
import Planar

/// Finds the pairs of areas that share ground, and the ground.
///
/// The number of areas that cover a point changes only across unmatched edges, so every patch of ground that is covered
/// twice has such an edge on its rim, and along it the edge's area shares ground with another. From these pairs the
/// search spreads: where two areas share ground, all areas whose boxes meet that ground's box are compared too. GEOS
/// intersects only those pairs.
struct OverlapSearch {
    /// Two areas, the lower number first, and the ground that they share, as an area by itself.
    struct Shared: Sendable {
        var one, other: Int
        var ground: Areas
    }

    private let areas: Areas
    private let boxes: PackedBoxes
    private let threads: Int
    private var seen: Set<UInt64> = []
    private var waiting: [(Int, Int)] = []

    /// A search in valid areas; `boxes` are theirs.
    init(_ areas: Areas, boxes: PackedBoxes, threads: Int) {
        self.areas = areas
        self.boxes = boxes
        self.threads = threads
    }

    /// All pairs that share ground, in order.
    mutating func run(along border: UnmatchedBorder) throws(InputError) -> [Shared] {
        for (edge, segment) in border.segments.enumerated() {
            let owner = border.owners[edge]
            for area in boxes.meeting(segment.sides)
            where area != owner && !seen.contains(key(owner, area)) && areas.meets(area, segment) {
                ask(owner, area)
            }
        }
        var found: [Shared] = []
        while !waiting.isEmpty {
            let pairs = waiting.sorted { $0 < $1 }
            waiting = []
            let grounds = try Overlay.intersections(of: areas, pairs: pairs, threads: threads)
            for (pair, ground) in zip(pairs, grounds) where ground.area(of: 0) > 0 {
                found.append(Shared(one: pair.0, other: pair.1, ground: ground))
                spread(from: ground)
            }
        }
        return found.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    }

    private mutating func spread(from ground: Areas) {
        let near = boxes.meeting(PackedBoxes.sides(ground.box))
        for (place, one) in near.enumerated() {
            for other in near[(place + 1)...] where areas.box(of: one).intersects(areas.box(of: other)) {
                ask(one, other)
            }
        }
    }

    private mutating func ask(_ one: Int, _ other: Int) {
        guard seen.insert(key(one, other)).inserted else { return }
        waiting.append((min(one, other), max(one, other)))
    }

    private func key(_ one: Int, _ other: Int) -> UInt64 {
        UInt64(min(one, other)) << 32 | UInt64(max(one, other))
    }
}

extension Areas {
    /// Whether a segment may run on an area's ground or along its border: whether it touches the border other than
    /// at a vertex that both have, or lies inside. The same stretch walked the other way is a neighbour's.
    fileprivate func meets(_ area: Int, _ segment: Segment) -> Bool {
        let box = Box(
            minX: min(segment.ax, segment.bx), minY: min(segment.ay, segment.by), maxX: max(segment.ax, segment.bx),
            maxY: max(segment.ay, segment.by))
        for vertex in vertices(ofRings: rings(of: area)) {
            let edge = self.segment(vertex)
            let edgeBox = Box(
                minX: min(edge.ax, edge.bx), minY: min(edge.ay, edge.by), maxX: max(edge.ax, edge.bx),
                maxY: max(edge.ay, edge.by))
            guard edgeBox.intersects(box), edge.touches(segment) else { continue }
            if !segment.meetsOnlyAtVertex(edge) { return true }
        }
        return holds(area, x: (segment.ax + segment.bx) / 2, y: (segment.ay + segment.by) / 2)
    }

    /// The first vertices of the edges of some rings.
    private func vertices(ofRings rings: Range<Int>) -> some Sequence<Int> {
        rings.lazy.flatMap { self.vertices(ofRing: $0).dropLast() }
    }
}

extension Segment {
    /// Whether two segments that touch share one end and nothing else.
    fileprivate func meetsOnlyAtVertex(_ other: Segment) -> Bool {
        let turned =
            (ax == other.ax && ay == other.ay) || (ax == other.bx && ay == other.by) ? reversed : self
        let ahead = turned.bx == other.ax && turned.by == other.ay ? other : other.reversed
        guard turned.bx == ahead.ax && turned.by == ahead.ay else { return false }
        return !turned.isFolded(by: ahead)
    }
}
