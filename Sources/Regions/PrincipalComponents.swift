public import Algebra

/// The principal components of standardised columns: the directions in which areas differ most.
///
///     let components = PrincipalComponents(of: Matrix(rows: [[1, 2], [2, 4], [3, 6.5], [4, 7.5]]))
///     components?.shares      // [0.99…, 0.00…]: one dimension tells nearly all
///     components?.scores(1)   // where each area stands on it
///
/// They are the eigenvectors of the correlation matrix, so the columns' units do not matter. An eigenvector has no sign
/// of its own: here the loading of largest size is positive, of equally large ones the first. Where two eigenvalues are
/// equal, their vectors are one choice of many, and no finding.
///
/// Jolliffe, Principal Component Analysis (2002). Not for columns that add up to a constant without dropping one, nor
/// for counts that only tell how large an area is: make shares first.
public struct PrincipalComponents: Sendable {
    /// The variances of the components, falling; their sum is the number of columns.
    public let eigenvalues: [Double]
    /// The loadings: a row for each column of the data, a column of length 1 for each component.
    public let loadings: Matrix
    private let standardised: Matrix

    /// Finds all components; nil where a column is constant or there are fewer than two rows.
    ///
    /// - Parameter matrix: One row for each area, one column for each variable; finite numbers.
    /// - Complexity: O(*n p*² + *p*³).
    public init?(of matrix: Matrix) {
        guard matrix.columns > 0, let standardised = Standardisation.z(of: matrix) else { return nil }
        let (values, vectors) = standardised.gram.scaled(by: 1 / Double(matrix.rows)).symmetricEigen()
        // Rounding leaves what should be 0 a little below.
        eigenvalues = values.map { max($0, 0) }
        var loadings = vectors
        for component in 0..<vectors.columns {
            let column = vectors.column(component)
            let largest = column.indices.max { abs(column[$0]) * (1 + 1e-9) < abs(column[$1]) } ?? 0
            guard column[largest] < 0 else { continue }
            for row in 0..<vectors.rows { loadings[row, component] = -column[row] }
        }
        self.loadings = loadings
        self.standardised = standardised
    }

    /// The part of the whole variance that each component explains, falling, in all 1.
    public var shares: [Double] { eigenvalues.map { $0 / Double(eigenvalues.count) } }

    /// The areas' places on the first components: one row for each area. The variance (divisor *n*) of a column is its
    /// eigenvalue.
    ///
    /// - Precondition: There are as many components.
    public func scores(_ count: Int) -> Matrix {
        precondition(count > 0 && count <= eigenvalues.count, "as many components as there are")
        return standardised.times(Matrix(columns: (0..<count).map(loadings.column)))
    }
}
