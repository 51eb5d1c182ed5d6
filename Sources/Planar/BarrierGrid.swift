/// Pieces of lines by the cells of a grid that they pass.
struct BarrierGrid: Sendable {
    private let pieces: [BarrierPiece]
    private let box: Box
    private let columns: Int
    private let rows: Int
    /// The size of a cell.
    private let width, height: Double
    /// Cell → first place in `members`; row after row.
    private var starts: [Int]
    /// The pieces that pass a cell.
    private var members: [Int32]

    /// Puts pieces into about as many cells.
    init(_ pieces: [BarrierPiece]) {
        self.pieces = pieces
        var box = Box.empty
        for piece in pieces {
            box.add(x: piece.ax, y: piece.ay)
            box.add(x: piece.bx, y: piece.by)
        }
        self.box = box
        let cells = Double(min(max(pieces.count, 1), 1 << 20))
        let ratio = box.isEmpty || box.width <= 0 || box.height <= 0 ? 1 : box.width / box.height
        columns = min(max(Int((cells * ratio).squareRoot()), 1), 2048)
        rows = min(max(Int((cells / ratio).squareRoot()), 1), 2048)
        // A cell is never so small that the rounding of coordinates would count for more than a hundredth of it.
        let least = box.isEmpty ? 1 : max(1e-9 * max(-box.minX, box.maxX, -box.minY, box.maxY), .leastNormalMagnitude)
        width = max(box.isEmpty ? 0 : box.width / Double(columns), least)
        height = max(box.isEmpty ? 0 : box.height / Double(rows), least)
        starts = [Int](repeating: 0, count: columns * rows + 1)
        members = []
        for piece in pieces {
            forEachCell(along: piece) { cell in
                starts[cell + 1] += 1
                return false
            }
        }
        for cell in 0..<columns * rows { starts[cell + 1] += starts[cell] }
        var next = starts
        members = [Int32](repeating: 0, count: starts[columns * rows])
        for (number, piece) in pieces.enumerated() {
            forEachCell(along: piece) { cell in
                members[next[cell]] = Int32(number)
                next[cell] += 1
                return false
            }
        }
    }

    var isEmpty: Bool { pieces.isEmpty }

    /// Whether one of the pieces near a line, all that meet it among them, is as asked for.
    @inline(__always) func contains(along line: BarrierPiece, where isFound: (BarrierPiece) -> Bool) -> Bool {
        forEachCell(along: line) { cell in
            for place in starts[cell]..<starts[cell + 1] where isFound(pieces[Int(members[place])]) { return true }
            return false
        }
    }

    /// Whether a piece is at most so far from a point.
    func hasPiece(within distance: Double, ofX x: Double, y: Double) -> Bool {
        let reach = Box(minX: x - distance, minY: y - distance, maxX: x + distance, maxY: y + distance)
        guard !pieces.isEmpty, box.intersects(reach) else { return false }
        let square = distance * distance
        for row in row(reach.minY)...row(reach.maxY) {
            for cell in row * columns + column(reach.minX)...row * columns + column(reach.maxX) {
                for place in starts[cell]..<starts[cell + 1]
                where pieces[Int(members[place])].square(toX: x, y: y) <= square { return true }
            }
        }
        return false
    }

    /// Whether a piece may meet a box; one of more than 256 cells is taken to.
    func mayMeet(_ other: Box) -> Bool {
        guard !pieces.isEmpty, box.intersects(other) else { return false }
        let (rows, columns) = (row(other.minY)...row(other.maxY), column(other.minX)...column(other.maxX))
        guard rows.count * columns.count <= 256 else { return true }
        for row in rows {
            for cell in row * self.columns + columns.lowerBound...row * self.columns + columns.upperBound {
                for place in starts[cell]..<starts[cell + 1] {
                    let piece = pieces[Int(members[place])]
                    let isApart =
                        max(piece.ax, piece.bx) < other.minX || min(piece.ax, piece.bx) > other.maxX
                        || max(piece.ay, piece.by) < other.minY || min(piece.ay, piece.by) > other.maxY
                    if !isApart { return true }
                }
            }
        }
        return false
    }

    /// Visits the cells that a line passes, and perhaps some beside them, until `visit` is content.
    ///
    /// - Returns: Whether it was.
    @discardableResult
    @inline(__always) private func forEachCell(along line: BarrierPiece, _ visit: (Int) -> Bool) -> Bool {
        let (low, high) = line.ay <= line.by ? (line.ay, line.by) : (line.by, line.ay)
        let (left, right) = line.ax <= line.bx ? (line.ax, line.bx) : (line.bx, line.ax)
        guard low <= box.maxY, high >= box.minY, left <= box.maxX, right >= box.minX else { return false }
        let (bottom, top) = (row(low), row(high))
        // How far the line goes sideways for a step upwards; and what rounding may lose, in both directions.
        let slope = high > low ? (line.bx - line.ax) / (line.by - line.ay) : 0
        let upwards = 8 * max(low.magnitude, high.magnitude).ulp + height / 100
        let sideways = 8 * max(left.magnitude, right.magnitude).ulp + width / 100
        for row in bottom...top {
            var (from, to) = (left, right)
            if bottom < top {
                // The lowest and the highest row take also what lies beyond them.
                let floor = row == 0 ? low : max(box.minY + Double(row) * height - upwards, low)
                let ceiling = row == rows - 1 ? high : min(box.minY + Double(row + 1) * height + upwards, high)
                let (one, other) = (line.ax + (floor - line.ay) * slope, line.ax + (ceiling - line.ay) * slope)
                from = max(left, min(one, other) - sideways)
                to = min(right, max(one, other) + sideways)
            }
            guard from <= to else { continue }
            for cell in row * columns + column(from)...row * columns + column(to) where visit(cell) { return true }
        }
        return false
    }

    @inline(__always) private func column(_ x: Double) -> Int {
        Int(min(max((x - box.minX) / width, 0), Double(columns - 1)))
    }

    @inline(__always) private func row(_ y: Double) -> Int {
        Int(min(max((y - box.minY) / height, 0), Double(rows - 1)))
    }
}
