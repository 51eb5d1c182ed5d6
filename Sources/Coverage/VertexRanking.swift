import Planar

/// Ranks the vertices of some arcs within one band of thresholds, blind to what the other arcs do in that band.
///
/// Nothing that stood when the band began lies in the triangle of a corner that goes, the arc's own gone corners
/// excepted. What other arcs do within the band only takes vertices away. So the arcs' removals may be interleaved in
/// any way, and whichever of them a tolerance selects, no border crosses another.
struct VertexRanking: Sendable {
    /// The coverage whose vertices are ranked.
    let coverage: Coverage
    /// The kinds of its arcs.
    let kinds: [Coverage.ArcKind]
    /// Eastings to measure by.
    let metricX: [Double]
    /// Northings to measure by.
    let metricY: [Double]
    /// The corners' state.
    let table: CornerTable
    /// The vertices' thresholds, infinite as long as they stand.
    let thresholds: Thresholds

    /// The thresholds' memory; each arc's part is written by one thread.
    struct Thresholds: @unchecked Sendable {
        let base: UnsafeMutablePointer<Double>
    }

    /// What a band did to some arcs.
    struct Outcome: Sendable {
        /// How many vertices went.
        var removed = 0
        /// How many corners may still go.
        var waiting = 0
        /// The largest threshold given.
        var highest = 0.0
    }

    /// Links the vertices of an arc and queues its corners.
    func prepare(_ arc: Int) {
        let vertices = coverage.vertices(ofArc: arc)
        var queue = CornerQueue(table, vertices: vertices, lengths: .init())
        defer { table.lengths[arc] = queue.lengths }
        guard vertices.count > 2 else { return }
        let (first, last) = (vertices.lowerBound, vertices.upperBound - 1)
        for vertex in vertices {
            table.previous[vertex] = Int32(vertex - 1)
            table.next[vertex] = Int32(vertex + 1)
        }
        var corners = first + 1..<last
        if kinds[arc] == .free {
            // The last vertex repeats the first and takes no part.
            table.previous[first] = Int32(last - 1)
            table.next[last - 1] = Int32(first)
            corners = first..<last
        } else {
            table.previous[first] = -1
            table.next[last] = -1
        }
        queue.lengths.standing = Int32(corners.count)
        guard Int32(corners.count) > kinds[arc].fewestCorners else { return }
        for corner in corners {
            table.areas[corner] = area(corner)
            queue.append(Int32(corner))
        }
        queue.order()
    }

    /// Removes the corners of an arc whose triangles are smaller than the band's end, smallest first.
    func rank(_ arc: Int, band: Range<Double>, grid: VertexGrid, outcome: inout Outcome) {
        let vertices = coverage.vertices(ofArc: arc)
        var queue = CornerQueue(table, vertices: vertices, lengths: table.lengths[arc])
        guard queue.lengths.queued + queue.lengths.aside > 0 else { return }
        queue.takeBack()
        var threshold = band.lowerBound
        while let first = queue.first, queue.lengths.standing > kinds[arc].fewestCorners {
            let corner = Int(first)
            guard table.areas[corner] < band.upperBound else { break }
            guard mayGo(corner, of: vertices, grid: grid) else {
                queue.setFirstAside()
                continue
            }
            threshold = max(threshold, table.areas[corner])
            thresholds.base[corner] = threshold
            queue.removeFirst()
            queue.lengths.standing -= 1
            outcome.removed += 1
            let (before, behind) = (table.previous[corner], table.next[corner])
            table.next[Int(before)] = behind
            table.previous[Int(behind)] = before
            if table.previous[Int(before)] >= 0 { queue.update(before, area: area(Int(before))) }
            if table.next[Int(behind)] >= 0 { queue.update(behind, area: area(Int(behind))) }
        }
        if queue.lengths.standing <= kinds[arc].fewestCorners {
            queue.lengths.queued = 0
            queue.lengths.aside = 0
        }
        outcome.waiting += Int(queue.lengths.queued + queue.lengths.aside)
        outcome.highest = max(outcome.highest, threshold)
        table.lengths[arc] = queue.lengths
    }

    /// Whether a vertex has not gone yet.
    func isStanding(_ entry: VertexGrid.Entry) -> Bool {
        entry.vertex < 0 || thresholds.base[Int(entry.vertex)] == .infinity
    }

    /// Where the first band ends: about a quarter of the corners are smaller, taken from a sample.
    func firstBandEnd(arcCount: Int, otherwise largest: Double) -> Double {
        var sample: [Double] = []
        for arc in stride(from: 0, to: arcCount, by: max(arcCount / 1024, 1)) where table.lengths[arc].queued > 0 {
            let vertices = coverage.vertices(ofArc: arc)
            let middle = Int(table.slots[vertices.lowerBound + Int(table.lengths[arc].queued) / 2])
            if table.areas[middle] > 0 { sample.append(table.areas[middle]) }
        }
        return sample.isEmpty ? largest : sample.sorted()[sample.count / 4]
    }

    /// The area of the triangle of a corner; infinite where coordinates are not finite.
    private func area(_ corner: Int) -> Double {
        let x = metricX.span
        let y = metricY.span
        let (before, behind) = (Int(table.previous[corner]), Int(table.next[corner]))
        let (originX, originY) = (x[corner], y[corner])
        let cross =
            (x[before] - originX) * (y[behind] - originY) - (x[behind] - originX) * (y[before] - originY)
        let area = abs(cross) / 2
        return area < .infinity ? area : .infinity
    }

    /// Whether no standing vertex lies in a corner's triangle or on its sides.
    @inline(__always) private func mayGo(_ corner: Int, of vertices: Range<Int>, grid: VertexGrid) -> Bool {
        let x = coverage.x.span
        let y = coverage.y.span
        let (before, behind) = (Int(table.previous[corner]), Int(table.next[corner]))
        let (ax, ay, bx, by) = (x[before], y[before], x[corner], y[corner])
        let (cx, cy) = (x[behind], y[behind])
        // A border that turns back on itself; without the corner nothing would be left between two equal vertices.
        if ax == cx && ay == cy { return false }
        var box = Box(minX: min(ax, bx), minY: min(ay, by), maxX: max(ax, bx), maxY: max(ay, by))
        box.add(x: cx, y: cy)
        return grid.holdsNone(in: box) { entry in
            let other = Int(entry.vertex)
            if other == corner { return false }
            if (entry.x == ax && entry.y == ay) || (entry.x == cx && entry.y == cy) { return false }
            if vertices.contains(other), thresholds.base[other] < .infinity { return false }
            let one = Orientation.side(ax: ax, ay: ay, bx: bx, by: by, px: entry.x, py: entry.y)
            let two = Orientation.side(ax: bx, ay: by, bx: cx, by: cy, px: entry.x, py: entry.y)
            let three = Orientation.side(ax: cx, ay: cy, bx: ax, by: ay, px: entry.x, py: entry.y)
            return !((one > 0 || two > 0 || three > 0) && (one < 0 || two < 0 || three < 0))
        }
    }
}
