extension PointLocator {
    /// Arranges areas for locating.
    ///
    /// - Parameters:
    ///   - areas: The areas; any winding, any number of parts and holes. Rings are read by the even-odd rule. Where
    ///     areas overlap the first one wins, so let their order mean something: that of their keys.
    ///   - threads: An upper bound; the index is the same for any.
    /// - Precondition: All coordinates are finite.
    public init(_ areas: Areas, threads: Int? = nil) {
        let batches = PointLocator.batches(areas.count)
        let boxes = parallelMap(batches.count, threads: threads) { batch in
            batches[batch].map { areas.box(of: $0) }
        }.flatMap { $0 }
        var box = Box.empty
        for other in boxes { box.add(other) }
        let stripes = PointLocator.stripes(of: areas, boxes: boxes, batches: batches, threads: threads)
        let starts = PointLocator.stripeStarts(of: areas, stripes: stripes, batches: batches, threads: threads)
        let edges = PointLocator.sortedEdges(
            of: areas, stripes: stripes, starts: starts, batches: batches, threads: threads)
        let grid = LocatorGrid(over: box, cells: max(64, edges.count / 2))
        self.init(
            grid: grid, cells: .none, stripes: stripes, stripeStarts: starts, edges: edges, x: areas.x, y: areas.y,
            count: areas.count)
        let bare = self
        let findings = parallelMap(batches.count, threads: threads) { batch in
            var raster = LocatorRaster(grid: grid)
            for area in batches[batch] {
                raster.add(area: area, box: boxes[area], edgesOf: areas, locator: bare)
            }
            return (cells: raster.cells, entries: raster.entries)
        }
        cells = LocatorCells(cellCount: grid.cellCount, findings: findings, threads: threads)
    }

    /// Runs of areas that one thread works on at a time; the same for any number of threads.
    private static func batches(_ count: Int) -> [Range<Int>] {
        let size = max(1, (count + 63) / 64)
        return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }

    /// Divides the height of each area into stripes, one for about three of its edges.
    private static func stripes(
        of areas: Areas, boxes: [Box], batches: [Range<Int>], threads: Int?
    ) -> [Stripes] {
        let counts = parallelMap(batches.count, threads: threads) { batch in
            batches[batch].map { area in
                stripeCount(of: area, in: areas, height: boxes[area].isEmpty ? 0 : boxes[area].height)
            }
        }
        var stripes: [Stripes] = []
        stripes.reserveCapacity(areas.count)
        var total = 0
        for count in counts.joined() {
            let box = boxes[stripes.count]
            let height = box.isEmpty ? 0 : box.height
            stripes.append(
                Stripes(
                    minY: box.minY, stripesPerUnit: height > 0 ? Double(count) / height : 0, first: Int32(total),
                    count: Int32(count)))
            total += count
        }
        return stripes
    }

    /// A stripe for three edges, but so few that the edges stand in four stripes on average at the most: an outline of
    /// tall zigzags would else stand in every stripe with every edge.
    private static func stripeCount(of area: Int, in areas: Areas, height: Double) -> Int {
        let edgeCount = areas.vertices(of: area).count
        guard edgeCount > 0, height > 0 else { return 1 }
        var climbed = 0.0
        for ring in areas.rings(of: area) {
            for vertex in areas.vertices(ofRing: ring).dropLast() {
                climbed += (areas.y[vertex + 1] - areas.y[vertex]).magnitude
            }
        }
        let wanted = Double(edgeCount) / 3
        return max(1, Int(min(wanted, 3 * Double(edgeCount) * height / max(climbed, height))))
    }

    /// Stripe → first edge; an edge stands in every stripe that it reaches into.
    private static func stripeStarts(
        of areas: Areas, stripes: [Stripes], batches: [Range<Int>], threads: Int?
    ) -> [Int32] {
        let y = areas.y
        let counts = parallelMap(batches.count, threads: threads) { batch -> [Int32] in
            let base = Int(stripes[batches[batch].lowerBound].first)
            let last = stripes[batches[batch].upperBound - 1]
            var counts = [Int32](repeating: 0, count: Int(last.first + last.count) - base)
            forEachEdge(of: areas, in: batches[batch]) { area, vertex in
                let low = stripes[area].index(of: min(y[vertex], y[vertex + 1]))
                let high = stripes[area].index(of: max(y[vertex], y[vertex + 1]))
                for stripe in low...high { counts[stripe - base] += 1 }
            }
            return counts
        }
        var starts: [Int32] = [0]
        starts.reserveCapacity(1 + counts.reduce(0) { $0 + $1.count })
        var total: Int32 = 0
        for batch in counts {
            for count in batch {
                total += count
                starts.append(total)
            }
        }
        return starts
    }

    /// The first vertices of the edges, in the order of the stripes.
    private static func sortedEdges(
        of areas: Areas, stripes: [Stripes], starts: [Int32], batches: [Range<Int>], threads: Int?
    ) -> [Int32] {
        let y = areas.y
        return parallelFill(count: Int(starts[starts.count - 1]), batches: batches.count, threads: threads) {
            (batch: Int, edges: UnsafeMutablePointer<Int32>) in
            let base = Int(stripes[batches[batch].lowerBound].first)
            let last = stripes[batches[batch].upperBound - 1]
            var next = Array(starts[base..<Int(last.first + last.count)])
            forEachEdge(of: areas, in: batches[batch]) { area, vertex in
                let low = stripes[area].index(of: min(y[vertex], y[vertex + 1]))
                let high = stripes[area].index(of: max(y[vertex], y[vertex + 1]))
                for stripe in low...high {
                    (edges + Int(next[stripe - base])).initialize(to: Int32(vertex))
                    next[stripe - base] += 1
                }
            }
        }
    }

    @inline(__always) private static func forEachEdge(
        of areas: Areas, in range: Range<Int>, _ body: (Int, Int) -> Void
    ) {
        for area in range {
            for ring in areas.rings(of: area) {
                let vertices = areas.vertices(ofRing: ring)
                for vertex in vertices.dropLast() { body(area, vertex) }
            }
        }
    }
}
