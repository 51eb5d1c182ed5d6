import Glibc

/// A tall matrix as the product of orthonormal columns and an upper triangle, for least squares.
///
/// Householder reflections, column by column from the left. A column of which less than `tolerance` of its length is left
/// when its projection on the columns before it is taken away is *dependent* on them: it is named and takes no part, as in
/// R's `lm`.
///
///     let design = Matrix(columns: [[1, 1, 1, 1], [1, 2, 3, 4], [3, 5, 7, 9]])
///     let qr = QRFactorisation(design)
///     qr.rank              // 2
///     qr.dependentColumns  // [2]: 1 + 2 × column 1
///
/// Golub and Van Loan: Matrix Computations (4th ed.), 5.2 and 5.3. Better conditioned than the normal equations: the
/// condition of the matrix enters once, not squared.
///
/// - Complexity: 2 *n* *k*² for *n* rows and *k* columns.
public struct QRFactorisation: Sendable {
    /// How many rows the matrix has.
    public let rows: Int
    /// The columns that take part, rising.
    public let independentColumns: [Int]
    /// The columns that depend on those before them, rising.
    public let dependentColumns: [Int]
    /// The upper triangle over the independent columns.
    public let triangle: Matrix
    /// The reflections' vectors, one for each independent column; each starts at its own place.
    private let reflectors: [[Double]]

    /// Factorises a matrix.
    ///
    /// - Parameter tolerance: The share of a column's length below which what is left of it counts as rounding.
    public init(_ matrix: Matrix, tolerance: Double = 1e-10) {
        var reflectors: [[Double]] = []
        var columns: [[Double]] = []
        var (independent, dependent): ([Int], [Int]) = ([], [])
        for index in 0..<matrix.columns {
            var column = matrix.column(index)
            let length = dotProduct(column, column).squareRoot()
            for (start, reflector) in reflectors.enumerated() { Self.reflect(&column, by: reflector, from: start) }
            let start = reflectors.count
            var rest = Array(column.dropFirst(start))
            let norm = dotProduct(rest, rest).squareRoot()
            guard start < matrix.rows, norm > tolerance * length else {
                dependent.append(index)
                continue
            }
            // The sign that does not cancel.
            let target = rest[0] > 0 ? -norm : norm
            rest[0] -= target
            let scale = dotProduct(rest, rest).squareRoot()
            reflectors.append(rest.map { $0 / scale })
            columns.append(Array(column.prefix(start)) + [target])
            independent.append(index)
        }
        var triangle = Matrix(rows: columns.count, columns: columns.count)
        for (index, column) in columns.enumerated() {
            for (row, number) in column.enumerated() { triangle[row, index] = number }
        }
        rows = matrix.rows
        independentColumns = independent
        dependentColumns = dependent
        self.triangle = triangle
        self.reflectors = reflectors
    }

    /// How many columns are independent.
    public var rank: Int { independentColumns.count }

    /// The least-squares coefficients of the independent columns.
    ///
    ///     let design = Matrix(columns: [[1, 1, 1], [0, 1, 2]])
    ///     QRFactorisation(design).coefficients(of: [1, 3, 5])  // [1, 2], to rounding
    ///
    /// - Precondition: There is one number for each row.
    public func coefficients(of response: [Double]) -> [Double] {
        precondition(response.count == rows, "one number for each row")
        var projected = response
        for (start, reflector) in reflectors.enumerated() { Self.reflect(&projected, by: reflector, from: start) }
        return solveTriangle(projected)
    }

    /// What the independent columns do not explain: the part of the response that is orthogonal to them.
    ///
    /// - Precondition: There is one number for each row.
    public func residuals(of response: [Double]) -> [Double] {
        precondition(response.count == rows, "one number for each row")
        var projected = response
        for (start, reflector) in reflectors.enumerated() { Self.reflect(&projected, by: reflector, from: start) }
        for index in 0..<rank { projected[index] = 0 }
        for (start, reflector) in reflectors.enumerated().reversed() {
            Self.reflect(&projected, by: reflector, from: start)
        }
        return projected
    }

    /// The inverse of the Gram matrix of the independent columns, which is the coefficients' covariance up to σ².
    public var inverseGram: Matrix {
        let inverse = Matrix(
            columns: (0..<rank).map { index in solveTriangle((0..<rank).map { $0 == index ? 1 : 0 }) })
        var product = inverse.times(inverse.transposed)
        for row in 0..<rank {
            for column in 0..<row { product[row, column] = product[column, row] }
        }
        return product
    }

    /// Orthonormal columns that span what the independent columns span: `rows` × `rank`.
    public var basis: Matrix {
        Matrix(
            columns: (0..<rank).map { index in
                var column = (0..<rows).map { $0 == index ? 1.0 : 0 }
                for (start, reflector) in reflectors.enumerated().reversed() {
                    Self.reflect(&column, by: reflector, from: start)
                }
                return column
            })
    }

    private func solveTriangle(_ right: [Double]) -> [Double] {
        var solution = Array(right.prefix(rank))
        for row in (0..<rank).reversed() {
            for column in row + 1..<rank { solution[row] -= triangle[row, column] * solution[column] }
            solution[row] /= triangle[row, row]
        }
        return solution
    }

    /// Mirrors a column at the plane that a unit vector stands on, which begins at a row.
    private static func reflect(_ column: inout [Double], by reflector: [Double], from start: Int) {
        column.withUnsafeMutableBufferPointer { column in
            let rest = UnsafeMutableBufferPointer(rebasing: column[start...])
            reflector.withUnsafeBufferPointer { reflector in
                RowKernel.add(-2 * RowKernel.product(UnsafeBufferPointer(rest), reflector), times: reflector, to: rest)
            }
        }
    }
}
