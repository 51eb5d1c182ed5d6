public import Algebra

/// Columns brought to mean 0 and deviation 1, so that none outweighs another by its unit.
///
///     let standardised = Standardisation.z(of: Matrix(rows: [[1, 10], [3, 30]]))
///     standardised?.values  // [-1, -1, 1, 1]
public enum Standardisation {
    /// The z scores of every column, with the deviation of divisor *n*; nil where a column is constant, or a value is
    /// not finite.
    ///
    /// - Complexity: O(*n*·*p*).
    public static func z(of matrix: Matrix) -> Matrix? {
        guard matrix.rows > 1 else { return nil }
        var standardised = matrix
        for column in 0..<matrix.columns {
            let values = matrix.column(column)
            let mean = values.reduce(0, +) / Double(matrix.rows)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(matrix.rows)
            let deviation = variance.squareRoot()
            let magnitude = values.reduce(0) { max($0, abs($1)) }
            // A constant column has no exact zero here when its mean is rounded.
            guard deviation > 1e-13 * magnitude, deviation.isFinite else { return nil }
            for row in 0..<matrix.rows { standardised[row, column] = (values[row] - mean) / deviation }
        }
        return standardised
    }

    /// The columns less their means.
    static func centred(_ matrix: Matrix) -> Matrix {
        var centred = matrix
        for column in 0..<matrix.columns where matrix.rows > 0 {
            let mean = matrix.column(column).reduce(0, +) / Double(matrix.rows)
            for row in 0..<matrix.rows { centred[row, column] -= mean }
        }
        return centred
    }
}
