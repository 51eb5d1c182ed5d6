/// The lattice points that have a vertex: each a cell of side 1 around the point, in an index of square buckets.
///
/// A point's number is its place in `points`, which runs through the buckets row by row.
struct HotPixels: Sendable {
    /// The points, different from each other.
    private(set) var points: [LatticePoint]
    /// Bucket → first point; one longer than there are buckets.
    private(set) var bucketStarts: [Int32]
    /// The smallest column and row of a bucket, as point coordinates shifted by `shift`.
    private let left: Int32
    private let top: Int32
    /// Buckets in a row.
    let columns: Int
    /// Rows of buckets.
    let rows: Int
    /// A bucket's side is 2 to the power of this.
    let shift: Int32

    /// Collects the rounded vertices and says which point each has become.
    ///
    /// - Complexity: O(*n*) for vertices spread as borders are: buckets are about as many as vertices.
    init(rounding vertices: [LatticePoint], numbers: inout [Int32]) {
        var (minX, minY, maxX, maxY) = (Int32.max, Int32.max, Int32.min, Int32.min)
        for vertex in vertices {
            (minX, maxX) = (min(minX, vertex.x), max(maxX, vertex.x))
            (minY, maxY) = (min(minY, vertex.y), max(maxY, vertex.y))
        }
        guard !vertices.isEmpty else {
            (points, bucketStarts, left, top, columns, rows, shift) = ([], [0], 0, 0, 0, 0, 0)
            return
        }
        // As many buckets as vertices, roughly, and never more than 4 million and 4 times as many.
        var shift: Int32 = 0
        func buckets(_ shift: Int32) -> Int {
            (Int(maxX >> shift) - Int(minX >> shift) + 1) * (Int(maxY >> shift) - Int(minY >> shift) + 1)
        }
        while buckets(shift) > max(16, vertices.count) { shift += 1 }
        let (left, top) = (minX >> shift, minY >> shift)
        let columns = Int(maxX >> shift) - Int(left) + 1
        let rows = Int(maxY >> shift) - Int(top) + 1
        func bucket(_ point: LatticePoint) -> Int {
            Int((point.y >> shift) &- top) &* columns &+ Int((point.x >> shift) &- left)
        }
        var starts = [Int32](repeating: 0, count: columns * rows + 1)
        for vertex in vertices { starts[bucket(vertex)] += 1 }
        var sum: Int32 = 0
        for index in starts.indices {
            sum += starts[index]
            starts[index] = sum - starts[index]
        }
        // Vertices by bucket; each bucket's start has become its end afterwards.
        var order = [Int32](repeating: 0, count: vertices.count)
        for index in vertices.indices {
            let bucket = bucket(vertices[index])
            order[Int(starts[bucket])] = Int32(truncatingIfNeeded: index)
            starts[bucket] += 1
        }
        numbers = [Int32](repeating: 0, count: vertices.count)
        var points: [LatticePoint] = []
        points.reserveCapacity(vertices.count)
        var begin = 0
        for bucket in 0..<columns * rows {
            let end = Int(starts[bucket])
            let first = points.count
            starts[bucket] = Int32(first)
            HotPixels.number(order[begin..<end], vertices, from: first, &points, &numbers)
            begin = end
        }
        starts[columns * rows] = Int32(points.count)
        (self.points, bucketStarts) = (points, starts)
        (self.left, self.top, self.columns, self.rows, self.shift) = (left, top, columns, rows, shift)
    }

    /// Gives the vertices of a bucket their numbers, equal vertices the same.
    private static func number(
        _ bucket: ArraySlice<Int32>, _ vertices: [LatticePoint], from first: Int, _ points: inout [LatticePoint],
        _ numbers: inout [Int32]
    ) {
        if bucket.count <= 12 {
            for index in bucket {
                let vertex = vertices[Int(index)]
                var number = first
                while number < points.count && points[number] != vertex { number += 1 }
                if number == points.count { points.append(vertex) }
                numbers[Int(index)] = Int32(truncatingIfNeeded: number)
            }
        } else {
            let sorted = bucket.sorted { vertices[Int($0)].key < vertices[Int($1)].key }
            for index in sorted {
                let vertex = vertices[Int(index)]
                if points.count == first || points[points.count - 1] != vertex { points.append(vertex) }
                numbers[Int(index)] = Int32(truncatingIfNeeded: points.count - 1)
            }
        }
    }

    /// Visits the points of all buckets that an edge's cells can touch, in no particular order.
    @inline(__always) func nearEdge(
        fromX: Double, fromY: Double, toX: Double, toY: Double, _ body: (Int32, LatticePoint) -> Void
    ) {
        let (minX, maxX) = (min(fromX, toX), max(fromX, toX))
        let (minY, maxY) = (min(fromY, toY), max(fromY, toY))
        let firstColumn = clamp((Int32((minX - 0.5).rounded(.down)) >> shift) &- left, columns)
        let lastColumn = clamp((Int32((maxX + 0.5).rounded(.up)) >> shift) &- left, columns)
        let firstRow = clamp((Int32((minY - 0.5).rounded(.down)) >> shift) &- top, rows)
        let lastRow = clamp((Int32((maxY + 0.5).rounded(.up)) >> shift) &- top, rows)
        // A flat edge has no use for the slope, and may have none.
        let isShort = (lastColumn - firstColumn) * (lastRow - firstRow) <= 2 || maxY - minY < 1
        for row in firstRow...lastRow {
            var (low, high) = (firstColumn, lastColumn)
            if !isShort {
                // The part of the edge that lies in this row of buckets, half a step and a little more around.
                let side = Double(1 << shift)
                let rowTop = Double(Int(top) + row) * side - 1
                let slope = (toX - fromX) / (toY - fromY)
                let one = fromX + (min(max(rowTop, minY), maxY) - fromY) * slope
                let other = fromX + (min(max(rowTop + side + 2, minY), maxY) - fromY) * slope
                low = max(low, clamp((Int32((min(one, other) - 1).rounded(.down)) >> shift) &- left, columns))
                high = min(high, clamp((Int32((max(one, other) + 1).rounded(.up)) >> shift) &- left, columns))
                guard low <= high else { continue }
            }
            // The buckets of a row lie side by side, and so do their points.
            let start = bucketStarts[row * columns + low]
            let end = bucketStarts[row * columns + high + 1]
            for number in start..<end { body(number, points[Int(number)]) }
        }
    }

    @inline(__always) private func clamp(_ value: Int32, _ count: Int) -> Int { min(max(Int(value), 0), count - 1) }
}
