/// Which areas come near a tile: a grid of tiles, or of squares of tiles where tiles are many, with lists of areas.
struct TileIndex: Sendable {
    private let left: Int
    private let top: Int
    private let columns: Int
    private let rows: Int
    /// A square has 2 to the power of this tiles on a side.
    private let shift: Int
    /// Square → first place in `areas`; one longer than there are squares.
    private let starts: [Int32]
    private let areas: [Int32]

    /// Enters the areas by their boxes, a buffer around them.
    init(_ boxes: [LatticeBox]) {
        var all = LatticeBox()
        for box in boxes where !box.isEmpty {
            all.add(LatticePoint(x: box.minX, y: box.minY))
            all.add(LatticePoint(x: box.maxX, y: box.maxY))
        }
        guard !all.isEmpty else {
            (left, top, columns, rows, shift, starts, areas) = (0, 0, 0, 0, 12, [0], [])
            return
        }
        // Buckets in lattice steps: a tile is 2¹² of them.
        var shift = 12
        let reach = Lattice.buffer
        func squares(_ low: Int32, _ high: Int32) -> ClosedRange<Int> {
            (Int(low) - reach) >> shift...(Int(high) + reach) >> shift
        }
        while squares(all.minX, all.maxX).count * squares(all.minY, all.maxY).count > 4 * boxes.count + 64 {
            shift += 1
        }
        let (across, down) = (squares(all.minX, all.maxX), squares(all.minY, all.maxY))
        var starts = [Int32](repeating: 0, count: across.count * down.count + 1)
        func visit(_ body: (Int, Int) -> Void) {
            for (area, box) in boxes.enumerated() where !box.isEmpty {
                for row in squares(box.minY, box.maxY) {
                    for column in squares(box.minX, box.maxX) {
                        body((row - down.lowerBound) * across.count + column - across.lowerBound, area)
                    }
                }
            }
        }
        visit { square, _ in starts[square + 1] += 1 }
        for square in 1..<starts.count { starts[square] += starts[square - 1] }
        var next = starts
        var areas = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
        visit { square, area in
            areas[Int(next[square])] = Int32(area)
            next[square] += 1
        }
        (left, top, columns, rows) = (across.lowerBound, down.lowerBound, across.count, down.count)
        (self.shift, self.starts, self.areas) = (shift, starts, areas)
    }

    /// The areas whose box comes near the tile with this upper left corner, and perhaps others, in order.
    func candidates(near corner: LatticePoint) -> ArraySlice<Int32> {
        let (column, row) = ((Int(corner.x) >> shift) - left, (Int(corner.y) >> shift) - top)
        guard (0..<columns).contains(column), (0..<rows).contains(row) else { return [] }
        let square = row * columns + column
        return areas[Int(starts[square])..<Int(starts[square + 1])]
    }

    /// The memory of the lists.
    var byteCount: Int { (starts.count + areas.count) * 4 }
}
