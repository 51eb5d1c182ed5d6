/// A symmetric matrix brought to three diagonals by an orthonormal change of basis.
///
/// `A = Q T Qᵀ`, where `T` has a diagonal and one diagonal beside it. Eigenvalues of `T` are those of `A`, and linear
/// equations with `A − x I` for many `x` take O(*n*) each in the new basis.
///
///     let form = Tridiagonal(Matrix(rows: [[2, 1, 0], [1, 2, 1], [0, 1, 2]]))
///     form.eigenvalues()  // [2 + √2, 2, 2 − √2], falling, to rounding
///
/// Golub and Van Loan: Matrix Computations (4th ed.), 8.3.1.
///
/// - Complexity: 4/3 *n*³ multiplications and the memory of one dense matrix: a thousand areas take about a second, three
///   thousand half a minute.
public struct Tridiagonal: Sendable {
    /// The diagonal.
    public let diagonal: [Double]
    /// The numbers beside the diagonal, one fewer.
    public let beside: [Double]
    /// Row `k` holds, from `k + 1`, the unit vector of the `k`-th reflection.
    private let reflectors: Matrix

    /// Reduces a matrix, of which the upper triangle is read.
    ///
    /// - Precondition: The matrix is square and symmetric, and all its numbers are finite.
    public init(_ matrix: Matrix) {
        precondition(matrix.rows == matrix.columns, "a square matrix")
        precondition(matrix.values.allSatisfy(\.isFinite), "finite numbers")
        let count = matrix.rows
        var work = matrix
        for row in 0..<count {
            for column in 0..<row { work[row, column] = work[column, row] }
        }
        var (diagonal, beside): ([Double], [Double]) = ([], [])
        var update = [Double](repeating: 0, count: count)
        work.values.withUnsafeMutableBufferPointer { work in
            update.withUnsafeMutableBufferPointer { update in
                for step in 0..<max(0, count - 1) {
                    diagonal.append(work[step * count + step])
                    beside.append(Self.eliminate(work, count: count, step: step, update: update))
                }
            }
        }
        if count > 0 { diagonal.append(work[count - 1, count - 1]) }
        self.diagonal = diagonal
        self.beside = beside
        reflectors = work
    }

    /// Clears a row beyond the number beside the diagonal, which it returns, and leaves the reflection in the row.
    private static func eliminate(
        _ work: UnsafeMutableBufferPointer<Double>, count: Int, step: Int, update: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        func tail(_ row: Int) -> UnsafeMutableBufferPointer<Double> {
            UnsafeMutableBufferPointer(rebasing: work[row * count + step + 1..<(row + 1) * count])
        }
        let vector = tail(step)
        let norm = RowKernel.product(UnsafeBufferPointer(vector), UnsafeBufferPointer(vector)).squareRoot()
        guard norm > 0, step < count - 2 else {
            let last = vector[0]
            for index in vector.indices { vector[index] = 0 }
            return last
        }
        let target = vector[0] > 0 ? -norm : norm
        vector[0] -= target
        let scale = RowKernel.product(UnsafeBufferPointer(vector), UnsafeBufferPointer(vector)).squareRoot()
        for index in vector.indices { vector[index] /= scale }

        // A − v wᵀ − w vᵀ with w = 2 A v − 2 (vᵀ A v) v
        let update = UnsafeMutableBufferPointer(rebasing: update[..<vector.count])
        for index in vector.indices {
            update[index] =
                2 * RowKernel.product(UnsafeBufferPointer(tail(step + 1 + index)), UnsafeBufferPointer(vector))
        }
        let along = RowKernel.product(UnsafeBufferPointer(update), UnsafeBufferPointer(vector))
        RowKernel.add(-along, times: UnsafeBufferPointer(vector), to: update)
        for index in vector.indices {
            let row = tail(step + 1 + index)
            RowKernel.add(-vector[index], times: UnsafeBufferPointer(update), to: row)
            RowKernel.add(-update[index], times: UnsafeBufferPointer(vector), to: row)
        }
        return target
    }

    /// A column of numbers in the basis in which the matrix has three diagonals: `Qᵀ x`.
    ///
    /// - Precondition: There is one number for each row.
    /// - Complexity: O(*n*²).
    public func rotated(_ vector: [Double]) -> [Double] {
        precondition(vector.count == diagonal.count, "one number for each row")
        var vector = vector
        vector.withUnsafeMutableBufferPointer { vector in
            for step in 0..<max(0, diagonal.count - 2) { reflect(vector, step: step) }
        }
        return vector
    }

    /// The basis, turned round: row `i` is `Qᵀ`'s.
    func basis() -> Matrix {
        let count = diagonal.count
        var basis = Matrix.identity(count)
        basis.values.withUnsafeMutableBufferPointer { basis in
            // Row by row Qᵀ's columns are Q's rows: each unit vector through all reflections.
            for row in 0..<count {
                let unit = UnsafeMutableBufferPointer(rebasing: basis[row * count..<(row + 1) * count])
                for step in 0..<max(0, count - 2) { reflect(unit, step: step) }
            }
        }
        return basis.transposed
    }

    private func reflect(_ vector: UnsafeMutableBufferPointer<Double>, step: Int) {
        let count = diagonal.count
        let rest = UnsafeMutableBufferPointer(rebasing: vector[(step + 1)...])
        reflectors.values.withUnsafeBufferPointer { reflectors in
            let reflector = UnsafeBufferPointer(rebasing: reflectors[step * count + step + 1..<(step + 1) * count])
            RowKernel.add(-2 * RowKernel.product(UnsafeBufferPointer(rest), reflector), times: reflector, to: rest)
        }
    }
}
