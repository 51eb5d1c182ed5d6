extension PointLocator {
    /// Arranges areas for locating.
    ///
    /// - Parameters:
    ///   - areas: The areas; any winding, any number of parts and holes. Rings are read by the even-odd rule.
    ///   - ranks: Which area wins where areas overlap, the lowest rank first; by default the order of the areas. Give
    ///     the bytewise order of the keys where the order of the areas is an accident.
    ///   - threads: An upper bound; the index is the same for any.
    /// - Precondition: There are as many ranks as areas, and all coordinates are finite.
    public init(_ areas: Areas, ranks: [Int32]? = nil, threads: Int? = nil) {
        let ranks = ranks ?? Array(0..<Int32(areas.count))
        precondition(ranks.count == areas.count, "ranks and areas differ in number")
        let boxes = parallelMap(PointLocator.batches(areas.count).count, threads: threads) { batch in
            PointLocator.batches(areas.count)[batch].map { areas.box(of: $0) }
        }.flatMap { $0 }
        var box = Box.empty
        for other in boxes { box.add(other) }
        let (stripes, starts, edges) = PointLocator.stripes(of: areas, boxes: boxes)
        let grid = LocatorGrid(over: box, cells: max(64, edges.count / 2))
        self.init(
            grid: grid, cellStarts: [], cellEntries: [], stripes: stripes, stripeStarts: starts, edges: edges,
            ranks: ranks, count: areas.count)
        let bare = self
        let lists = parallelMap(PointLocator.batches(areas.count).count, threads: threads) { batch in
            var raster = LocatorRaster(grid: grid)
            for area in PointLocator.batches(areas.count)[batch] {
                raster.add(area: area, box: boxes[area], locator: bare)
            }
            return (cells: raster.cells, entries: raster.entries)
        }
        var cellStarts = [Int32](repeating: 0, count: grid.cellCount + 1)
        for list in lists {
            for cell in list.cells { cellStarts[Int(cell) + 1] += 1 }
        }
        for cell in 0..<grid.cellCount { cellStarts[cell + 1] += cellStarts[cell] }
        var next = cellStarts
        var cellEntries = [Int32](repeating: 0, count: Int(cellStarts[grid.cellCount]))
        for list in lists {
            for (cell, entry) in zip(list.cells, list.entries) {
                cellEntries[Int(next[Int(cell)])] = entry
                next[Int(cell)] += 1
            }
        }
        self.init(
            grid: grid, cellStarts: cellStarts, cellEntries: cellEntries, stripes: stripes, stripeStarts: starts,
            edges: edges, ranks: ranks, count: areas.count)
    }

    /// Runs of areas that one thread works on at a time; the same for any number of threads.
    private static func batches(_ count: Int) -> [Range<Int>] {
        let size = max(1, (count + 63) / 64)
        return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }

    /// Sorts the edges of each area into horizontal stripes, about two edges' height each.
    private static func stripes(
        of areas: Areas, boxes: [Box]
    ) -> (stripes: [Stripes], starts: [Int32], edges: [Edge]) {
        let x = areas.x
        let y = areas.y
        var stripes: [Stripes] = []
        stripes.reserveCapacity(areas.count)
        var total = 0
        for area in 0..<areas.count {
            let edgeCount = areas.vertices(of: area).count
            let count = max(1, edgeCount / 3)
            let height = boxes[area].isEmpty ? 0 : boxes[area].height
            stripes.append(
                Stripes(
                    minY: boxes[area].minY, stripesPerUnit: height > 0 ? Double(count) / height : 0,
                    first: Int32(total), count: Int32(count)))
            total += count
        }
        var starts = [Int32](repeating: 0, count: total + 1)
        forEachEdge(of: areas) { area, vertex in
            let low = stripes[area].index(of: min(y[vertex], y[vertex + 1]))
            let high = stripes[area].index(of: max(y[vertex], y[vertex + 1]))
            for stripe in low...high { starts[stripe + 1] += 1 }
        }
        for stripe in 0..<total { starts[stripe + 1] += starts[stripe] }
        var next = starts
        let none = Edge(lowX: 0, lowY: 0, highX: 0, highY: 0)
        var edges = [Edge](repeating: none, count: Int(starts[total]))
        forEachEdge(of: areas) { area, vertex in
            let isRising = y[vertex] < y[vertex + 1] || (y[vertex] == y[vertex + 1] && x[vertex] <= x[vertex + 1])
            let lower = isRising ? vertex : vertex + 1
            let upper = isRising ? vertex + 1 : vertex
            let edge = Edge(lowX: x[lower], lowY: y[lower], highX: x[upper], highY: y[upper])
            for stripe in stripes[area].index(of: edge.lowY)...stripes[area].index(of: edge.highY) {
                edges[Int(next[stripe])] = edge
                next[stripe] += 1
            }
        }
        return (stripes, starts, edges)
    }

    @inline(__always) private static func forEachEdge(of areas: Areas, _ body: (Int, Int) -> Void) {
        for area in 0..<areas.count {
            for ring in areas.rings(of: area) {
                let vertices = areas.vertices(ofRing: ring)
                for vertex in vertices.dropLast() { body(area, vertex) }
            }
        }
    }
}
