import Glibc

extension Tridiagonal {
    /// The eigenvalues, falling.
    ///
    /// - Complexity: O(*n*²).
    public func eigenvalues() -> [Double] {
        var values = diagonal
        rotate(&values) { _, _, _ in }
        return values.sorted(by: >)
    }

    /// The eigenvalues, falling, and unit eigenvectors as columns in the same order.
    func eigen() -> (values: [Double], vectors: Matrix) {
        let count = diagonal.count
        var values = diagonal
        var rows = basis()
        rows.values.withUnsafeMutableBufferPointer { rows in
            rotate(&values) { index, cosine, sine in
                let (upper, lower) = (index * count, (index + 1) * count)
                for column in 0..<count {
                    let (one, other) = (rows[upper + column], rows[lower + column])
                    rows[lower + column] = sine * one + cosine * other
                    rows[upper + column] = cosine * one - sine * other
                }
            }
        }
        let order = (0..<count).sorted { (-values[$0], $0) < (-values[$1], $1) }
        let vectors = order.map { index -> [Double] in
            let vector = rows.row(index)
            // Of the two directions the one in which the largest part is positive.
            let largest = vector.max { abs($0) < abs($1) } ?? 0
            return largest < 0 ? vector.map { -$0 } : vector
        }
        return (order.map { values[$0] }, Matrix(columns: vectors))
    }

    /// Drives the numbers beside the diagonal to zero by QL steps with implicit shifts, and tells each rotation of the rows
    /// `index` and `index + 1`.
    ///
    /// Bowdler, Martin, Reinsch, Wilkinson: The QR and QL algorithms for symmetric matrices (1968), as in EISPACK's tql2.
    private func rotate(_ values: inout [Double], _ apply: (_ index: Int, _ cosine: Double, _ sine: Double) -> Void) {
        let count = values.count
        var beside = self.beside + [0]
        for first in 0..<count {
            while true {
                var last = first
                while last < count - 1 {
                    let scale = abs(values[last]) + abs(values[last + 1])
                    if abs(beside[last]) <= 0x1p-52 * scale || abs(beside[last]) < 1e-300 { break }
                    last += 1
                }
                guard last > first else { break }
                var slope = (values[first + 1] - values[first]) / (2 * beside[first])
                let length = hypot(slope, 1)
                slope = values[last] - values[first] + beside[first] / (slope + (slope < 0 ? -length : length))
                var (sine, cosine, shift) = (1.0, 1.0, 0.0)
                var index = last - 1
                while index >= first {
                    let (along, across) = (sine * beside[index], cosine * beside[index])
                    let radius = hypot(along, slope)
                    beside[index + 1] = radius
                    if radius == 0 {
                        values[index + 1] -= shift
                        beside[last] = 0
                        break
                    }
                    sine = along / radius
                    cosine = slope / radius
                    slope = values[index + 1] - shift
                    let next = (values[index] - slope) * sine + 2 * cosine * across
                    shift = sine * next
                    values[index + 1] = slope + shift
                    slope = cosine * next - across
                    apply(index, cosine, sine)
                    index -= 1
                }
                if index >= first { continue }
                values[first] -= shift
                beside[first] = slope
                beside[last] = 0
            }
        }
    }
}

extension Matrix {
    /// The eigenvalues of a symmetric matrix, falling, and its eigenvectors: column `j` of `vectors` has length 1 and
    /// belongs to `values[j]`.
    ///
    ///     let (values, vectors) = Matrix(rows: [[2, 1], [1, 2]]).symmetricEigen()
    ///     values             // [3, 1]
    ///     vectors.column(0)  // [√½, √½]
    ///
    /// Householder's tridiagonal form, then QL with implicit shifts. Of the two directions of a vector the one is taken in
    /// which the part that is largest by amount is positive. Vectors of equal eigenvalues are one basis of many.
    ///
    /// - Precondition: The matrix is symmetric (its upper triangle is read) and its numbers are finite.
    /// - Complexity: About 9 *n*³; eigenvalues alone (``Tridiagonal``) take a seventh.
    public func symmetricEigen() -> (values: [Double], vectors: Matrix) { Tridiagonal(self).eigen() }
}
