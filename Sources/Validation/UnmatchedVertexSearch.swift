import Planar

/// Finds vertices that lie on the border of an area which lacks them, or so near that the ground between is rounding.
struct UnmatchedVertexSearch {
    /// Ground that two areas share, or several enclose, and that is too small to be an overlap or a gap. Its rim shows
    /// where borders do not fit although nothing else tells so.
    struct Rounding {
        var areas: [Int]
        var ground: Areas
    }

    let areas: Areas
    let border: UnmatchedBorder
    /// The boxes of the border's edges.
    let edges: PackedBoxes
    /// Overlaps and gaps: a vertex on their rim is explained.
    let explained: [CoverageFault]
    /// Overlaps and gaps that do not count.
    let rounding: [Rounding]
    /// Ground below this many m² is rounding.
    let smallest: Double

    /// One fault for each pair of areas, with all vertices between them.
    ///
    /// - Complexity: O(*n* log *n*) in the unmatched edges.
    func run() -> [CoverageFault] {
        let rims = Rims(explained.map(\.ground))
        let roundingRims = Rims(rounding.map(\.ground))
        var places: [Pair: Set<Vertex>] = [:]
        for (edge, segment) in border.segments.enumerated() {
            let owner = border.owners[edge]
            var ends = [Vertex(x: segment.ax, y: segment.ay)]
            // The end is mostly the start of the next edge or, in a ring stored the other way, of the one before.
            let end = Vertex(x: segment.bx, y: segment.by)
            let isStart = [edge - 1, edge + 1].contains { border.starts($0, at: end, of: owner) }
            if !isStart { ends.append(end) }
            for vertex in ends {
                let near = areas(lacking: vertex, of: owner)
                let around = roundingRims.grounds(at: vertex).map { rounding[$0].areas }
                    .filter { $0.contains(owner) }.flatMap { $0 }
                    .filter { $0 != owner && !near.contains($0) && !areas.hasVertex($0, x: vertex.x, y: vertex.y) }
                guard !near.isEmpty || !around.isEmpty else { continue }
                let reasons = rims.grounds(at: vertex).map { explained[$0].areas }
                if reasons.isEmpty {
                    for area in near { places[Pair(owner, area), default: []].insert(vertex) }
                }
                for area in around where !reasons.contains(where: { $0.contains(owner) && $0.contains(area) }) {
                    places[Pair(owner, area), default: []].insert(vertex)
                }
            }
        }
        return places.map { pair, vertices in
            let vertices = vertices.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
            var lines = CoverageFault.Lines()
            for vertex in vertices { lines.add(x: CollectionOfOne(vertex.x), y: CollectionOfOne(vertex.y)) }
            return CoverageFault(
                kind: .unmatchedEdge, areas: [pair.one, pair.other], measure: Double(vertices.count),
                x: vertices[0].x, y: vertices[0].y, lines: lines)
        }
    }

    /// The areas, other than one, with an edge on which a vertex lies that is none of theirs.
    private func areas(lacking vertex: Vertex, of owner: Int) -> [Int] {
        var found: [Int] = []
        for edge in edges.meeting(PackedBoxes.sides(x: vertex.x, y: vertex.y, reach: 1e-3)) {
            let area = border.owners[edge]
            guard area != owner, !found.contains(area), isOn(border.segments[edge], vertex) else { continue }
            if !areas.hasVertex(area, x: vertex.x, y: vertex.y) { found.append(area) }
        }
        return found
    }

    /// Whether a vertex lies on an edge: within a micrometre, or so near that the triangle of both is rounding.
    private func isOn(_ edge: Segment, _ vertex: Vertex) -> Bool {
        let (dx, dy) = (edge.bx - edge.ax, edge.by - edge.ay)
        let length = (dx * dx + dy * dy).squareRoot()
        let (square, along) = edge.distance(x: vertex.x, y: vertex.y)
        guard along > 0, along < 1 else { return false }
        let reach = max(GapSearch.rounding, min(2 * smallest / length, length / 1_000))
        return square <= reach * reach
    }

    /// The rims of grounds, to be asked which of them pass a vertex.
    private struct Rims {
        private var segments: [Segment] = []
        private var owners: [Int] = []
        private let boxes: PackedBoxes

        init(_ grounds: [Areas]) {
            for (number, ground) in grounds.enumerated() {
                for ring in 0..<ground.ringStarts.count - 1 {
                    for vertex in ground.vertices(ofRing: ring).dropLast() {
                        segments.append(ground.segment(vertex))
                        owners.append(number)
                    }
                }
            }
            boxes = PackedBoxes(segments.map(\.sides), sorted: true)
        }

        /// The grounds whose rim passes a vertex within 10⁻⁵ m.
        func grounds(at vertex: Vertex) -> [Int] {
            boxes.meeting(PackedBoxes.sides(x: vertex.x, y: vertex.y, reach: 1e-5))
                .filter { segments[$0].distance(x: vertex.x, y: vertex.y).square <= 1e-10 }.map { owners[$0] }
        }
    }

    /// Two areas, the lower number first.
    private struct Pair: Hashable {
        var one, other: Int

        init(_ one: Int, _ other: Int) {
            self.one = min(one, other)
            self.other = max(one, other)
        }
    }
}

extension UnmatchedBorder {
    /// Whether an edge of this number exists, belongs to an area and starts at a vertex.
    fileprivate func starts(_ edge: Int, at vertex: Vertex, of owner: Int) -> Bool {
        segments.indices.contains(edge) && owners[edge] == owner && segments[edge].ax == vertex.x
            && segments[edge].ay == vertex.y
    }
}

extension Areas {
    /// Whether a position is a vertex of an area.
    fileprivate func hasVertex(_ area: Int, x vertexX: Double, y vertexY: Double) -> Bool {
        vertices(of: area).contains { x[$0] == vertexX && y[$0] == vertexY }
    }
}
