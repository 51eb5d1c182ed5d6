import Glibc

extension Hessenberg {
    /// The eigenvalues, complex ones in conjugate pairs, sorted by falling real part, then rising imaginary part.
    ///
    /// Francis's double-shift QR steps with deflation, as in EISPACK's hqr (Martin, Peters, Wilkinson 1970). Nil where an
    /// eigenvalue has not settled after a hundred steps, which finite matrices from practice do not show.
    ///
    /// - Complexity: About 10 *n*³.
    public func eigenvalues() -> [(real: Double, imaginary: Double)]? {
        var work = matrix
        var values: [(real: Double, imaginary: Double)] = []
        var last = work.rows - 1
        var (shifted, steps) = (0.0, 0)
        let scale = work.values.reduce(0) { max($0, abs($1)) }
        while last >= 0 {
            let first = Self.blockStart(work, last: last, scale: scale)
            if first == last {
                values.append((work[last, last] + shifted, 0))
                (last, steps) = (last - 1, 0)
            } else if first == last - 1 {
                values += Self.pair(work, last: last).map { ($0.real + shifted, $0.imaginary) }
                (last, steps) = (last - 2, 0)
            } else {
                steps += 1
                if steps > 100 { return nil }
                // Every tenth step another shift than usual, against cycles.
                let isExceptional = steps % 10 == 0
                var (sum, product) = (
                    work[last, last] + work[last - 1, last - 1],
                    work[last, last] * work[last - 1, last - 1] - work[last, last - 1] * work[last - 1, last]
                )
                if isExceptional {
                    let corner = work[last, last]
                    shifted += corner
                    for index in 0...last { work[index, index] -= corner }
                    let size = abs(work[last, last - 1]) + abs(work[last - 1, last - 2])
                    (sum, product) = (1.5 * size, size * size)
                }
                Self.step(&work, first: first, last: last, sum: sum, product: product)
            }
        }
        return values.sorted { (-$0.real, $0.imaginary) < (-$1.real, $1.imaginary) }
    }

    /// Where the lowest block that does not fall apart begins.
    private static func blockStart(_ work: Matrix, last: Int, scale: Double) -> Int {
        var first = last
        while first > 0 {
            let sum = abs(work[first, first]) + abs(work[first - 1, first - 1])
            if abs(work[first, first - 1]) <= 0x1p-52 * (sum == 0 ? scale : sum) { break }
            first -= 1
        }
        return first
    }

    /// The two eigenvalues of the lowest 2 × 2 block.
    private static func pair(_ work: Matrix, last: Int) -> [(real: Double, imaginary: Double)] {
        let (a, b) = (work[last - 1, last - 1], work[last - 1, last])
        let (c, d) = (work[last, last - 1], work[last, last])
        let half = (a - d) / 2
        let discriminant = half * half + b * c
        if discriminant < 0 {
            let root = (-discriminant).squareRoot()
            return [((a + d) / 2, root), ((a + d) / 2, -root)]
        }
        // The larger root first, the other from the product, so that nothing cancels.
        let far = half < 0 ? half - discriminant.squareRoot() : half + discriminant.squareRoot()
        return [(d + far, 0), (far == 0 ? d : d - b * c / far, 0)]
    }

    /// One double step on the block `first ... last` with shifts of the given sum and product.
    private static func step(_ work: inout Matrix, first: Int, last: Int, sum: Double, product: Double) {
        let (a, b) = (work[first, first], work[first, first + 1])
        let (c, d) = (work[first + 1, first], work[first + 1, first + 1])
        var vector = [a * a + b * c - sum * a + product, c * (a + d - sum), c * work[first + 2, first + 1]]
        for index in first..<last {
            let size = min(3, last - index + 1)
            if index > first { vector = (0..<size).map { work[index + $0, index - 1] } }
            let norm = vector.reduce(0) { hypot($0, $1) }
            guard norm > 0 else { continue }
            let target = vector[0] > 0 ? -norm : norm
            if index > first {
                work[index, index - 1] = target
                for offset in 1..<size { work[index + offset, index - 1] = 0 }
            }
            vector[0] -= target
            let length = vector.reduce(0) { hypot($0, $1) }
            mirror(
                &work, by: vector.map { $0 / length }, at: index, columns: index...last,
                rows: first...min(last, index + 3))
        }
    }

    /// Mirrors two or three rows, then the columns of the same numbers, at the plane that a unit vector stands on.
    private static func mirror(
        _ work: inout Matrix, by vector: [Double], at index: Int, columns: ClosedRange<Int>, rows: ClosedRange<Int>
    ) {
        let count = work.columns
        let (x, y, z) = (vector[0], vector[1], vector.count > 2 ? vector[2] : 0)
        let third = vector.count > 2 ? 2 : 1
        work.values.withUnsafeMutableBufferPointer { work in
            for column in columns {
                let (p, q, r) = (index * count + column, (index + 1) * count + column, (index + third) * count + column)
                let length = 2 * (x * work[p] + y * work[q] + z * work[r])
                work[p] -= length * x
                work[q] -= length * y
                if third == 2 { work[r] -= length * z }
            }
            for row in rows {
                let p = row * count + index
                let length = 2 * (x * work[p] + y * work[p + 1] + z * work[p + third])
                work[p] -= length * x
                work[p + 1] -= length * y
                if third == 2 { work[p + 2] -= length * z }
            }
        }
    }
}
