import Planar

extension Coverage {
    /// Vertex → the area at which it goes.
    ///
    /// Thresholds are given band by band, upwards. Within a band each arc is ranked by itself against the vertices
    /// that stood when the band began; see ``VertexRanking``. Corners that were blocked are tried again in the next
    /// band and get at least its lower end, which is no less than any threshold given before.
    func thresholds(metricX: [Double], metricY: [Double], threads: Int?) -> [Double] {
        var thresholds = [Double](repeating: .infinity, count: x.count)
        let kinds = arcKinds()
        thresholds.withUnsafeMutableBufferPointer { thresholds in
            guard let base = thresholds.baseAddress else { return }
            let ranking = VertexRanking(
                coverage: self, kinds: kinds, metricX: metricX, metricY: metricY,
                table: CornerTable(vertices: x.count, arcs: arcCount), thresholds: .init(base: base))
            rankBands(ranking, threads: threads)
            // A ring without a node begins and ends with the same vertex.
            for arc in 0..<arcCount where kinds[arc] == .free && !vertices(ofArc: arc).isEmpty {
                base[vertices(ofArc: arc).upperBound - 1] = base[vertices(ofArc: arc).lowerBound]
            }
        }
        return thresholds
    }

    private func rankBands(_ ranking: VertexRanking, threads: Int?) {
        let batches = arcBatches(vertices: 8192)
        _ = parallelMap(batches.count, threads: threads) { batch in
            for arc in batches[batch] { ranking.prepare(arc) }
        }
        var extent = Box.empty
        for vertex in x.indices { extent.add(x: x[vertex], y: y[vertex]) }
        var metricExtent = Box.empty
        for vertex in x.indices { metricExtent.add(x: ranking.metricX[vertex], y: ranking.metricY[vertex]) }
        // No triangle is as large as the box around everything.
        let largest = metricExtent.width * metricExtent.height
        var grid = VertexGrid(standingVertices(ranking.kinds), in: extent)
        var band = 0.0..<ranking.firstBandEnd(arcCount: arcCount, otherwise: largest)
        while true {
            let (current, standing) = (band, grid)
            let outcomes = parallelMap(batches.count, threads: threads) { batch in
                var outcome = VertexRanking.Outcome()
                for arc in batches[batch] { ranking.rank(arc, band: current, grid: standing, outcome: &outcome) }
                return outcome
            }
            guard outcomes.contains(where: { $0.waiting > 0 }) else { return }
            if band.upperBound < .infinity {
                let end = 4 * band.upperBound
                band = band.upperBound..<(end < largest ? end : .infinity)
            } else if outcomes.contains(where: { $0.removed > 0 }) {
                // Only corners that were blocked are left: as long as some go, others may follow.
                band = outcomes.reduce(0) { max($0, $1.highest) }..<(.infinity)
            } else {
                return
            }
            grid = VertexGrid(grid.entries(where: ranking.isStanding), in: extent)
        }
    }

    /// Cuts the arcs into runs with about so many vertices.
    private func arcBatches(vertices: Int) -> [Range<Int>] {
        var batches: [Range<Int>] = []
        var first = 0
        for arc in 0..<arcCount where arc + 1 == arcCount || Int(arcStarts[arc + 1] - arcStarts[first]) >= vertices {
            batches.append(first..<arc + 1)
            first = arc + 1
        }
        return batches
    }

    /// Every vertex once, nodes with a negative number.
    private func standingVertices(_ kinds: [ArcKind]) -> [VertexGrid.Entry] {
        var entries: [VertexGrid.Entry] = []
        entries.reserveCapacity(x.count)
        var isNodeEntered = [Bool](repeating: false, count: nodeCount)
        for arc in 0..<arcCount {
            let vertices = vertices(ofArc: arc)
            guard let first = vertices.first else { continue }
            let last = vertices.upperBound - 1
            for (end, vertex) in [(2 * arc, first), (2 * arc + 1, last)] where kinds[arc] != .free {
                let node = Int(arcNodes[end])
                if isNodeEntered[node] { continue }
                isNodeEntered[node] = true
                entries.append(.init(x: x[vertex], y: y[vertex], vertex: -1))
            }
            for vertex in (kinds[arc] == .free ? first : first + 1)..<max(last, first + 1) {
                entries.append(.init(x: x[vertex], y: y[vertex], vertex: Int32(vertex)))
            }
        }
        return entries
    }
}
