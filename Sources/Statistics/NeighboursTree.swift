/// Points in a k-d tree without pointers: the middle of a stretch of `order` splits it, across its longer side.
///
/// Bentley: Multidimensional binary search trees used for associative searching, CACM 18 (1975).
struct NeighboursTree {
    private let x: [Double]
    private let y: [Double]
    private var order: [Int32]
    /// Place in `order` → whether its stretch is split by x.
    private var splitsByX: [Bool]

    init(x: [Double], y: [Double]) {
        self.x = x
        self.y = y
        order = x.indices.filter { !x[$0].isNaN && !y[$0].isNaN }.map(Int32.init)
        splitsByX = Array(repeating: true, count: order.count)
        var open = [0..<order.count]
        while let stretch = open.popLast() {
            guard stretch.count > 1 else { continue }
            let byX = extent(of: stretch, x) >= extent(of: stretch, y)
            let values = byX ? x : y
            // By number where the coordinates are equal: the tree is the same on every machine.
            order[stretch].sort { (values[Int($0)], $0) < (values[Int($1)], $1) }
            let middle = (stretch.lowerBound + stretch.upperBound) / 2
            splitsByX[middle] = byX
            open.append(stretch.lowerBound..<middle)
            open.append(middle + 1..<stretch.upperBound)
        }
    }

    private func extent(of stretch: Range<Int>, _ values: [Double]) -> Double {
        var (least, most) = (Double.infinity, -Double.infinity)
        for point in order[stretch] {
            least = min(least, values[Int(point)])
            most = max(most, values[Int(point)])
        }
        return most - least
    }

    /// The nearest others of a point; of equally far ones those with the smaller numbers.
    func nearest(_ count: Int, to point: Int) -> [Int32] {
        var best: [(square: Double, point: Int32)] = []
        guard count > 0 else { return [] }
        visit(around: point) { other, square in
            let candidate = (square: square, point: other)
            if best.count < count || candidate < best[best.count - 1] {
                best.insert(candidate, at: best.firstIndex { candidate < $0 } ?? best.count)
                if best.count > count { best.removeLast() }
            }
            return best.count < count ? .infinity : best[best.count - 1].square
        }
        return best.map(\.point)
    }

    /// The others of a point within a distance.
    func within(_ distance: Double, of point: Int) -> [Int32] {
        var found: [Int32] = []
        // A hair more for the search, so that rounding of the square loses none; the root decides.
        let limit = distance * distance * (1 + 1e-12)
        visit(around: point, limit: limit) { other, square in
            if square.squareRoot() <= distance { found.append(other) }
            return limit
        }
        return found
    }

    /// Meets the other points that may lie within a limit, a square of a distance, which each may lower.
    private func visit(
        around point: Int, limit: Double = .infinity, _ meet: (_ other: Int32, _ square: Double) -> Double
    ) {
        guard !x[point].isNaN, !y[point].isNaN else { return }
        var limit = limit
        /// Stretches to be looked at, and the square of the least distance that a point in them can have.
        var open: [(stretch: Range<Int>, square: Double)] = [(0..<order.count, 0)]
        while let (stretch, least) = open.popLast() {
            guard !stretch.isEmpty, least <= limit else { continue }
            let middle = (stretch.lowerBound + stretch.upperBound) / 2
            let other = order[middle]
            let (width, height) = (x[Int(other)] - x[point], y[Int(other)] - y[point])
            if Int(other) != point { limit = min(limit, meet(other, width * width + height * height)) }
            let offset = splitsByX[middle] ? width : height
            let (lower, upper) = (stretch.lowerBound..<middle, middle + 1..<stretch.upperBound)
            let (far, near) = offset > 0 ? (upper, lower) : (lower, upper)
            open.append((far, max(least, offset * offset)))
            open.append((near, least))
        }
    }
}
