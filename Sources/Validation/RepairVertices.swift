import Planar

/// The vertices of some areas by number: two are the same when their coordinates are equal.
struct RepairVertices {
    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    private var numbers: [Position: Int32] = [:]

    /// A position by the bits of its coordinates; adding zero makes of −0 a 0.
    private struct Position: Hashable {
        var x: UInt64
        var y: UInt64

        init(_ x: Double, _ y: Double) {
            self.x = (x + 0).bitPattern
            self.y = (y + 0).bitPattern
        }
    }

    /// How many there are.
    var count: Int { x.count }

    /// The number of a position, a new one where it has none.
    mutating func number(x vertexX: Double, y vertexY: Double) -> Int32 {
        let position = Position(vertexX, vertexY)
        if let number = numbers[position] { return number }
        let number = Int32(x.count)
        numbers[position] = number
        x.append(vertexX)
        y.append(vertexY)
        return number
    }

    /// The square of the distance of two vertices.
    func squaredDistance(_ one: Int32, _ other: Int32) -> Double {
        let (width, height) = (x[Int(other)] - x[Int(one)], y[Int(other)] - y[Int(one)])
        return width * width + height * height
    }

    /// The exact side of `point` seen from the line `start` to `end`; positive to its left.
    func side(_ start: Int32, _ end: Int32, _ point: Int32) -> Double {
        Orientation.side(
            ax: x[Int(start)], ay: y[Int(start)], bx: x[Int(end)], by: y[Int(end)], px: x[Int(point)],
            py: y[Int(point)])
    }

    /// Twice the signed area of a closed walk that does not repeat its first vertex; positive counter-clockwise.
    func twiceArea(_ walk: [Int32]) -> Double {
        guard let origin = walk.first, let last = walk.last else { return 0 }
        let (originX, originY) = (x[Int(origin)], y[Int(origin)])
        var sum = 0.0
        var (previousX, previousY) = (x[Int(last)] - originX, y[Int(last)] - originY)
        for vertex in walk {
            let (nextX, nextY) = (x[Int(vertex)] - originX, y[Int(vertex)] - originY)
            sum += previousX * nextY - nextX * previousY
            (previousX, previousY) = (nextX, nextY)
        }
        return sum
    }

    /// The box of some vertices.
    func box(of walk: [Int32]) -> Box {
        var box = Box.empty
        for vertex in walk { box.add(x: x[Int(vertex)], y: y[Int(vertex)]) }
        return box
    }
}
