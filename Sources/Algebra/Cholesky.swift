/// A symmetric positive definite matrix as the product of a lower triangle and that triangle turned round.
///
///     let cholesky = Cholesky(Matrix(rows: [[4, 2], [2, 5]]))
///     cholesky?.triangle.values  // [2, 0, 1, 2]
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
}
