import Algebra

/// How unlike areas are, and how unlike the members of a region are among each other.
public enum Dissimilarity: String, Sendable, CaseIterable {
    /// Euclidean distance between two areas; in a region the sum of squared distances from its mean, as Assunção et al.
    /// (2006) have it.
    case euclidean
    /// The sum of absolute differences between two areas; in a region the sum of absolute deviations from its *mean*,
    /// the default of spopt's `Skater`.
    case manhattan

    /// Between two rows.
    func between(_ one: Int, _ other: Int, in matrix: Matrix) -> Double {
        switch self {
        case .euclidean: return Distance.squared(matrix, one, matrix, other).squareRoot()
        case .manhattan:
            return (0..<matrix.columns).reduce(0) { $0 + abs(matrix[one, $1] - matrix[other, $1]) }
        }
    }

    /// Within some rows.
    ///
    /// - Complexity: O(*m p*) for *m* rows.
    func within(_ members: some Collection<Int>, of matrix: Matrix) -> Double {
        var sum = 0.0
        for column in 0..<matrix.columns {
            let mean = members.reduce(0) { $0 + matrix[$1, column] } / Double(members.count)
            for member in members {
                let difference = matrix[member, column] - mean
                sum += self == .euclidean ? difference * difference : abs(difference)
            }
        }
        return sum
    }
}
