import Glibc

/// A symmetric positive definite matrix as the product of a lower triangle and that triangle turned round.
///
///     let cholesky = Cholesky(Matrix(rows: [[4, 2], [2, 5]]))
///     cholesky?.triangle.values     // [2, 0, 1, 2]
///     cholesky?.logDeterminant      // log(16)
///
/// Golub and Van Loan: Matrix Computations (4th ed.), 4.2.
///
/// - Complexity: *n*³ / 3 multiplications.
public struct Cholesky: Sendable {
    /// The lower triangle, zeros above.
    public let triangle: Matrix

    /// Factorises a matrix, of which only the lower triangle is read; nil where it is not positive definite.
    ///
    /// - Precondition: The matrix is square.
    public init?(_ matrix: Matrix) {
        precondition(matrix.rows == matrix.columns, "a square matrix")
        let count = matrix.rows
        var lower = Matrix(rows: count, columns: count)
        for row in 0..<count {
            for column in 0...row {
                var sum = matrix[row, column]
                for inner in 0..<column { sum -= lower[row, inner] * lower[column, inner] }
                if row > column {
                    lower[row, column] = sum / lower[column, column]
                } else if sum > 0 {
                    lower[row, row] = sum.squareRoot()
                } else {
                    return nil
                }
            }
        }
        triangle = lower
    }

    /// The logarithm of the determinant.
    public var logDeterminant: Double { triangle.diagonal.reduce(0) { $0 + 2 * log($1) } }

    /// The solution of the linear equations with this matrix and a right-hand side.
    ///
    /// - Precondition: There is one number for each row.
    public func solve(_ right: [Double]) -> [Double] {
        precondition(right.count == triangle.rows, "one number for each row")
        var solution = right
        for row in 0..<right.count {
            for column in 0..<row { solution[row] -= triangle[row, column] * solution[column] }
            solution[row] /= triangle[row, row]
        }
        for row in (0..<right.count).reversed() {
            for below in row + 1..<right.count { solution[row] -= triangle[below, row] * solution[below] }
            solution[row] /= triangle[row, row]
        }
        return solution
    }

    /// The inverse of the matrix, symmetric to the last bit.
    public var inverse: Matrix {
        let count = triangle.rows
        var inverse = Matrix(rows: count, columns: count)
        for column in 0..<count {
            let unit = (0..<count).map { $0 == column ? 1.0 : 0 }
            for (row, number) in solve(unit).enumerated() where row >= column {
                inverse[row, column] = number
                inverse[column, row] = number
            }
        }
        return inverse
    }
}
