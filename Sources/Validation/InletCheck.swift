import Planar

/// Borders of two areas that run side by side without touching, where nothing encloses what lies between: a gap that is
/// open to the outside, which no hole of the union shows.
///
/// Counted are vertices on edges that belong to one area only, less than a width away from such an edge of another
/// area. Where two borders part at a node they are close for a while by nature: a stretch counts only when it is at
/// least ten times as long as the width.
struct InletCheck {
    let layer: CheckedLayer
    /// In metres.
    let width: Double
    /// Faults already found explain their stretches.
    let faults: [CoverageFault]

    func findings() -> [Finding] {
        let edges = openEdges()
        guard !edges.isEmpty else { return [] }
        let cells = cells(of: edges)
        var explained: Set<[Int]> = []
        for fault in faults {
            for one in fault.areas { for other in fault.areas where one < other { explained.insert([one, other]) } }
        }
        var lengths: [[Int]: Double] = [:]
        var lines: [[Int]: CoverageFault.Lines] = [:]
        for edge in edges {
            guard let other = neighbour(of: edge, edges, cells) else { continue }
            let pair = [min(edge.area, other), max(edge.area, other)]
            if explained.contains(pair) { continue }
            lengths[pair, default: 0] += edge.length
            lines[pair, default: .init()].add(x: [edge.startX, edge.endX], y: [edge.startY, edge.endY])
        }
        return lengths.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.compactMap { pair in
            // Both borders are counted.
            guard let length = lengths[pair], let stretch = lines[pair], length / 2 >= 10 * width else { return nil }
            return Finding(
                .inlet, keys: pair.map { layer.keys[$0] }, names: pair.map { layer.names[$0] }, measure: length / 2,
                metric: FindingShape(x: stretch.x[0], y: stretch.y[0], lines: stretch))
        }
    }

    private struct Edge {
        var area: Int
        var startX, startY, endX, endY: Double

        var length: Double { ((endX - startX) * (endX - startX) + (endY - startY) * (endY - startY)).squareRoot() }

        func distance(x: Double, y: Double) -> Double {
            let (dx, dy) = (endX - startX, endY - startY)
            let square = dx * dx + dy * dy
            let along = square > 0 ? min(max(((x - startX) * dx + (y - startY) * dy) / square, 0), 1) : 0
            let (offX, offY) = (x - startX - along * dx, y - startY - along * dy)
            return (offX * offX + offY * offY).squareRoot()
        }
    }

    /// The edges that only one area has, in the order of the areas.
    private func openEdges() -> [Edge] {
        var uses: [[VertexPlace]: Int] = [:]
        func forEach(_ body: (Edge, [VertexPlace]) -> Void) {
            for area in 0..<layer.count {
                for ring in layer.metric.rings(of: area) {
                    for vertex in layer.metric.vertices(ofRing: ring).dropLast() {
                        let start = (layer.metric.x[vertex], layer.metric.y[vertex])
                        let end = (layer.metric.x[vertex + 1], layer.metric.y[vertex + 1])
                        let places = [VertexPlace(start.0, start.1), VertexPlace(end.0, end.1)]
                        body(
                            Edge(area: area, startX: start.0, startY: start.1, endX: end.0, endY: end.1),
                            start < end ? places : places.reversed())
                    }
                }
            }
        }
        forEach { uses[$1, default: 0] += 1 }
        var open: [Edge] = []
        forEach { if uses[$1] == 1 { open.append($0) } }
        return open
    }

    /// Edges by the square cells that they pass, some 50 m wide.
    private func cells(of edges: [Edge]) -> [[Int]: [Int]] {
        var cells: [[Int]: [Int]] = [:]
        for (index, edge) in edges.enumerated() {
            let box = InletCheck.cells(
                min(edge.startX, edge.endX) - width, max(edge.startX, edge.endX) + width,
                min(edge.startY, edge.endY) - width, max(edge.startY, edge.endY) + width)
            for column in box.columns { for row in box.rows { cells[[column, row], default: []].append(index) } }
        }
        return cells
    }

    private static func cells(
        _ minX: Double, _ maxX: Double, _ minY: Double, _ maxY: Double
    ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        func cell(_ value: Double) -> Int { Int((value / 50).rounded(.down)) }
        return (cell(minX)...cell(maxX), cell(minY)...cell(maxY))
    }

    /// The area whose open border runs beside an edge's middle and both its ends.
    private func neighbour(of edge: Edge, _ edges: [Edge], _ cells: [[Int]: [Int]]) -> Int? {
        let middle = ((edge.startX + edge.endX) / 2, (edge.startY + edge.endY) / 2)
        let cell = InletCheck.cells(middle.0, middle.0, middle.1, middle.1)
        let near = cells[[cell.columns.lowerBound, cell.rows.lowerBound]] ?? []
        var best: (area: Int, distance: Double)?
        for index in near where edges[index].area != edge.area {
            let distance = edges[index].distance(x: middle.0, y: middle.1)
            if distance > 0, distance < width, distance < best?.distance ?? .infinity {
                best = (edges[index].area, distance)
            }
        }
        return best?.area
    }
}
