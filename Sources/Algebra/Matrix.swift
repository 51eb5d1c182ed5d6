/// A dense matrix of real numbers, row after row.
///
///     let matrix = Matrix(rows: [[1, 2], [3, 4]])
///     matrix[1, 0]                        // 3
///     matrix.transposed.values            // [1, 3, 2, 4]
///     matrix.times([1, 1])                // [3, 7]
///
/// For what is dense by nature: design matrices, covariances, spectra of some thousand areas. Spatial weights are sparse
/// and stay `Neighbours`.
public struct Matrix: Sendable, Equatable {
    /// How many rows there are.
    public let rows: Int
    /// How many columns there are.
    public let columns: Int
    /// The numbers, row after row: that of row `i` and column `j` stands at `i * columns + j`.
    public var values: [Double]

    /// Creates a matrix from its numbers.
    ///
    /// - Precondition: There are `rows * columns` values.
    public init(rows: Int, columns: Int, values: [Double]) {
        precondition(rows >= 0 && columns >= 0 && values.count == rows * columns, "rows times columns values")
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// Creates a matrix that holds one number everywhere.
    public init(rows: Int, columns: Int, repeating value: Double = 0) {
        self.init(rows: rows, columns: columns, values: Array(repeating: value, count: rows * columns))
    }

    /// Creates a matrix from its rows.
    ///
    /// - Precondition: All rows are equally long.
    public init(rows: [[Double]]) {
        self.init(rows: rows.count, columns: rows.first?.count ?? 0, values: rows.flatMap { $0 })
    }

    /// Creates a matrix from its columns.
    ///
    ///     Matrix(columns: [[1, 1], [5, 7]]).values  // [1, 5, 1, 7]
    ///
    /// - Precondition: All columns are equally long.
    public init(columns: [[Double]]) {
        precondition(columns.allSatisfy { $0.count == columns[0].count }, "columns of one length")
        self.init(rows: columns.first?.count ?? 0, columns: columns.count)
        for (column, numbers) in columns.enumerated() {
            for (row, number) in numbers.enumerated() { values[row * columns.count + column] = number }
        }
    }

    /// The matrix with ones on its diagonal and zeros elsewhere.
    public static func identity(_ count: Int) -> Matrix {
        var matrix = Matrix(rows: count, columns: count)
        for index in 0..<count { matrix[index, index] = 1 }
        return matrix
    }

    /// The number in a row and a column.
    @inlinable public subscript(row: Int, column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    /// The numbers of a row.
    public func row(_ row: Int) -> [Double] { Array(values[row * columns..<(row + 1) * columns]) }

    /// The numbers of a column.
    public func column(_ column: Int) -> [Double] { (0..<rows).map { values[$0 * columns + column] } }

    /// The numbers on the diagonal.
    public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

    /// The sum of the diagonal.
    public var trace: Double { diagonal.reduce(0, +) }
}
