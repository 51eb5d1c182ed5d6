/// A square matrix brought to an upper triangle with one diagonal below it, by an orthonormal change of basis.
///
/// `A = Q H Qᵀ`. What ``Tridiagonal`` is for symmetric matrices this is for others: linear equations with `I − x A` for
/// many `x` take O(*n*²) each in the new basis, and the eigenvalues, which may be complex, come from `H`.
///
///     let form = Hessenberg(Matrix(rows: [[0, 1, 0], [0, 0, 1], [1, 0, 0]]))
///     form.eigenvalues()  // 1 and −½ ± i √¾
///
/// Golub and Van Loan: Matrix Computations (4th ed.), 7.4.
///
/// - Complexity: 10/3 *n*³ multiplications and the memory of two dense matrices.
public struct Hessenberg: Sendable {
    /// The reduced matrix, zeros below the first diagonal under the main one.
    public let matrix: Matrix
    /// Row `k` holds, from `k + 1`, the unit vector of the `k`-th reflection.
    private let reflectors: Matrix

    /// Reduces a matrix.
    ///
    /// - Precondition: The matrix is square and its numbers are finite.
    public init(_ matrix: Matrix) {
        precondition(matrix.rows == matrix.columns, "a square matrix")
        precondition(matrix.values.allSatisfy(\.isFinite), "finite numbers")
        let count = matrix.rows
        var work = matrix
        var reflectors = Matrix(rows: count, columns: count)
        for step in 0..<max(0, count - 2) {
            var vector = (step + 1..<count).map { work[$0, step] }
            let norm = dotProduct(vector, vector).squareRoot()
            guard norm > 0 else { continue }
            let target = vector[0] > 0 ? -norm : norm
            vector[0] -= target
            let scale = dotProduct(vector, vector).squareRoot()
            for index in vector.indices { vector[index] /= scale }
            Self.reflect(&work, by: vector, from: step + 1)
            work[step + 1, step] = target
            for row in step + 2..<count { work[row, step] = 0 }
            for (index, number) in vector.enumerated() { reflectors[step, step + 1 + index] = number }
        }
        self.matrix = work
        self.reflectors = reflectors
    }

    /// Mirrors rows and columns of a matrix at the plane that a unit vector stands on.
    private static func reflect(_ work: inout Matrix, by vector: [Double], from start: Int) {
        let count = work.rows
        var along = [Double](repeating: 0, count: count)
        work.values.withUnsafeMutableBufferPointer { work in
            vector.withUnsafeBufferPointer { vector in
                along.withUnsafeMutableBufferPointer { along in
                    for index in vector.indices {
                        let row = (start + index) * count
                        let source = UnsafeBufferPointer(rebasing: work[row..<row + count])
                        RowKernel.add(vector[index], times: source, to: along)
                    }
                    for index in vector.indices {
                        let row = (start + index) * count
                        let target = UnsafeMutableBufferPointer(rebasing: work[row..<row + count])
                        RowKernel.add(-2 * vector[index], times: UnsafeBufferPointer(along), to: target)
                    }
                }
                for row in 0..<count {
                    let rest = UnsafeMutableBufferPointer(rebasing: work[row * count + start..<(row + 1) * count])
                    let length = RowKernel.product(UnsafeBufferPointer(rest), vector)
                    RowKernel.add(-2 * length, times: vector, to: rest)
                }
            }
        }
    }

    /// A column of numbers in the basis of the reduced matrix: `Qᵀ x`.
    ///
    /// - Precondition: There is one number for each row.
    public func rotated(_ vector: [Double]) -> [Double] {
        precondition(vector.count == matrix.rows, "one number for each row")
        var vector = vector
        for step in 0..<max(0, matrix.rows - 2) {
            var length = 0.0
            for index in step + 1..<matrix.rows { length += reflectors[step, index] * vector[index] }
            for index in step + 1..<matrix.rows { vector[index] -= 2 * length * reflectors[step, index] }
        }
        return vector
    }

    /// The solution of `(I − x H) y = b`, in the basis of the reduced matrix; nil where the matrix is singular.
    ///
    /// - Complexity: O(*n*²).
    public func solveShrunk(by factor: Double, _ right: [Double]) -> [Double]? {
        let count = matrix.rows
        precondition(right.count == count, "one number for each row")
        var work = matrix.scaled(by: -factor)
        for index in 0..<count { work[index, index] += 1 }
        var solution = right
        for step in 0..<max(0, count - 1) {
            if abs(work[step + 1, step]) > abs(work[step, step]) {
                for column in step..<count { work.values.swapAt(step * count + column, (step + 1) * count + column) }
                solution.swapAt(step, step + 1)
            }
            guard work[step, step] != 0 else { return nil }
            let ratio = work[step + 1, step] / work[step, step]
            guard ratio != 0 else { continue }
            for column in step..<count { work[step + 1, column] -= ratio * work[step, column] }
            solution[step + 1] -= ratio * solution[step]
        }
        for row in (0..<count).reversed() {
            for column in row + 1..<max(row + 1, count) { solution[row] -= work[row, column] * solution[column] }
            guard work[row, row] != 0 else { return nil }
            solution[row] /= work[row, row]
        }
        return solution
    }
}
