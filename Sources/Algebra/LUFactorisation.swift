/// A square matrix as the product of a lower and an upper triangle, with rows exchanged for stability.
///
///     let lu = LUFactorisation(Matrix(rows: [[0, 2], [3, 1]]))
///     lu?.solve(Matrix(columns: [[2, 4]])).values  // [1, 1]
///
/// Golub and Van Loan: Matrix Computations (4th ed.), 3.4.
///
/// - Complexity: 2/3 *n*³.
public struct LUFactorisation: Sendable {
    /// Both triangles in one matrix; the lower one's diagonal is 1 and not stored.
    private let triangles: Matrix
    /// Place → the row of the matrix that was moved there.
    private let order: [Int]

    /// Factorises a matrix; nil where a pivot is exactly zero, so that the matrix is singular.
    ///
    /// - Precondition: The matrix is square.
    public init?(_ matrix: Matrix) {
        precondition(matrix.rows == matrix.columns, "a square matrix")
        let count = matrix.rows
        var work = matrix
        var order = Array(0..<count)
        let isRegular = work.values.withUnsafeMutableBufferPointer { work in
            for step in 0..<count {
                var pivot = step
                for row in step..<count where abs(work[row * count + step]) > abs(work[pivot * count + step]) {
                    pivot = row
                }
                if pivot != step {
                    for column in 0..<count { work.swapAt(step * count + column, pivot * count + column) }
                    order.swapAt(step, pivot)
                }
                let head = work[step * count + step]
                if head == 0 { return false }
                let source = UnsafeBufferPointer(rebasing: work[step * count + step + 1..<(step + 1) * count])
                for row in step + 1..<max(step + 1, count) {
                    let factor = work[row * count + step] / head
                    work[row * count + step] = factor
                    let target = UnsafeMutableBufferPointer(rebasing: work[row * count + step + 1..<(row + 1) * count])
                    RowKernel.add(-factor, times: source, to: target)
                }
            }
            return true
        }
        guard isRegular else { return nil }
        triangles = work
        self.order = order
    }

    /// The solutions of the linear equations with this matrix, for several right-hand sides at once, each a column.
    ///
    /// - Precondition: There are as many rows as the matrix has.
    /// - Complexity: 2 *n*² for each column.
    public func solve(_ right: Matrix) -> Matrix {
        precondition(right.rows == order.count, "one row for each row")
        let (count, width) = (order.count, right.columns)
        var solution = Matrix(rows: count, columns: width, values: order.flatMap { right.row($0) })
        solution.values.withUnsafeMutableBufferPointer { solution in
            func row(_ row: Int) -> UnsafeMutableBufferPointer<Double> {
                UnsafeMutableBufferPointer(rebasing: solution[row * width..<(row + 1) * width])
            }
            for target in 0..<count {
                for source in 0..<target {
                    RowKernel.add(-triangles[target, source], times: UnsafeBufferPointer(row(source)), to: row(target))
                }
            }
            for target in (0..<count).reversed() {
                for source in target + 1..<max(target + 1, count) {
                    RowKernel.add(-triangles[target, source], times: UnsafeBufferPointer(row(source)), to: row(target))
                }
                let scale = 1 / triangles[target, target]
                let numbers = row(target)
                for index in numbers.indices { numbers[index] *= scale }
            }
        }
        return solution
    }
}
