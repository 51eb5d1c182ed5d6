import Algebra
public import Statistics

/// The matrix `I − ρ W` of spatial models for many values of ρ: its determinant, and traces and sums of its inverse.
///
///     let filter = try SpatialFilter(neighbours.binary.rowStandardised)
///     filter.upper                // 1
///     filter.logDeterminant(0.4)  // below 0
///
/// The matrix is regular for all ρ in (``lower``, ``upper``), and no further away from 0: `upper` is 1 over the largest
/// eigenvalue and `lower` 1 over the smallest real one, not −1, whatever the standardisation. Where no real eigenvalue is
/// negative, which asymmetric weights can bring about, `lower` is −1 over the largest amount of an eigenvalue, the limit
/// within which the effects of neighbours of neighbours die away.
///
/// Weights that are symmetric up to scale, as contiguity is, row-standardised or not, are brought to three diagonals once;
/// others, such as nearest neighbours, to Hessenberg's form. After that a value costs O(*n*), or O(*n*²) for
/// ``inverseSum(_:)`` with asymmetric weights.
///
/// - Complexity: O(*n*³) time and dense memory, once: ``limit`` and ``asymmetricLimit`` say how many areas that is meant for.
public struct SpatialFilter: Sendable {
    /// How many areas symmetrisable weights are meant for: 2,000 take ten seconds, 4,000 a good minute.
    public static let limit = 4000
    /// How many areas asymmetric weights are meant for: 1,500 take half a minute.
    public static let asymmetricLimit = 2000

    /// The weights.
    public let weights: Neighbours
    /// The lower end of the feasible range, which is open.
    public let lower: Double
    /// The upper end of the feasible range, which is open.
    public let upper: Double
    /// The eigenvalues of the weights.
    private let eigenvalues: [(real: Double, imaginary: Double)]
    private let form: ReducedForm

    /// Whether weights are symmetric up to scale, so that the quicker way is open to them.
    public static func isSymmetrisable(_ weights: Neighbours) -> Bool { Symmetrisation.scale(of: weights) != nil }

    /// Prepares weights.
    ///
    /// - Throws: ``RegressionProblem/noCircuit`` where no walk along the links returns; then W has no eigenvalue but 0.
    /// - Precondition: Weights are finite and above zero.
    public init(_ weights: Neighbours) throws(RegressionProblem) {
        precondition(weights.weights.allSatisfy { $0 > 0 && $0.isFinite }, "weights above zero")
        guard Self.hasCircuit(weights) else { throw .noCircuit }
        self.weights = weights
        if let scale = Symmetrisation.scale(of: weights) {
            var matrix = Matrix(rows: weights.count, columns: weights.count)
            for area in 0..<weights.count {
                for place in weights.row(of: area) {
                    let other = Int(weights.targets[place])
                    let back = Symmetrisation.weight(from: other, to: area, in: weights) ?? 0
                    matrix[area, other] = (weights.weights[place] * back).squareRoot()
                }
            }
            let diagonals = Tridiagonal(matrix)
            eigenvalues = diagonals.eigenvalues().map { ($0, 0) }
            form = .symmetric(
                diagonals, left: diagonals.rotated(scale.map { 1 / $0.squareRoot() }),
                right: diagonals.rotated(scale.map { $0.squareRoot() }))
        } else {
            let hessenberg = Hessenberg(weights.dense)
            guard let found = hessenberg.eigenvalues() else { throw .noEigenvalues }
            eigenvalues = found
            form = .general(hessenberg, ones: hessenberg.rotated(Array(repeating: 1, count: weights.count)))
        }
        // Weights above zero have a real eigenvalue of the largest amount (Perron and Frobenius).
        let radius = eigenvalues.reduce(0) { max($0, ($1.real * $1.real + $1.imaginary * $1.imaginary).squareRoot()) }
        upper = Self.reciprocal(radius)
        // Rounding splits a double real eigenvalue into a pair with imaginary parts of about 10⁻⁸.
        let smallest = eigenvalues.lazy.filter { abs($0.imaginary) <= 1e-7 * radius }.map(\.real).min() ?? 0
        lower = Self.reciprocal(smallest < -1e-7 * radius ? smallest : -radius)
    }

    /// The logarithm of the determinant of `I − ρ W`.
    public func logDeterminant(_ rho: Double) -> Double {
        sum { ReducedForm.logarithm(1 - rho * $0.real, rho * $0.imaginary) }
    }

    /// The trace of `W (I − ρ W)⁻¹`, which is the slope of ``logDeterminant(_:)`` turned downwards.
    func trace(_ rho: Double) -> Double { sum { ReducedForm.quotient($0, rho).real } }

    /// The trace of the square of `W (I − ρ W)⁻¹`.
    func squaredTrace(_ rho: Double) -> Double {
        sum {
            let quotient = ReducedForm.quotient($0, rho)
            return quotient.real * quotient.real - quotient.imaginary * quotient.imaginary
        }
    }

    /// The trace of `(I − ρ W)⁻¹`.
    public func inverseTrace(_ rho: Double) -> Double { Double(weights.count) + rho * trace(rho) }

    /// The sum of all numbers of `(I − ρ W)⁻¹`.
    public func inverseSum(_ rho: Double) -> Double { form.inverseSum(rho) }

    /// What `W (I − ρ W)⁻¹` makes of a column of numbers, and the sum of its squared numbers; nil where `I − ρ W` is
    /// singular, which it is not within the feasible range.
    ///
    /// - Complexity: 8/3 *n*³, once for a model.
    func spread(of values: [Double], _ rho: Double) -> (lag: [Double], squaredNorm: Double)? {
        let dense = weights.dense
        var filter = dense.scaled(by: -rho)
        for index in 0..<weights.count { filter[index, index] += 1 }
        // The inverse and the weights may change places.
        guard let lag = LUFactorisation(filter)?.solve(dense) else { return nil }
        return (lag.times(values), dotProduct(lag.values, lag.values))
    }

    /// One over an eigenvalue; those of row-standardised weights that are 1 or −1 carry rounding of about 10⁻¹⁵.
    private static func reciprocal(_ eigenvalue: Double) -> Double {
        abs(abs(eigenvalue) - 1) < 1e-12 ? eigenvalue.sign == .minus ? -1 : 1 : 1 / eigenvalue
    }

    private func sum(_ term: ((real: Double, imaginary: Double)) -> Double) -> Double {
        eigenvalues.reduce(0) { $0 + term($1) }
    }

    /// Whether some walk along the links returns to where it began.
    private static func hasCircuit(_ weights: Neighbours) -> Bool {
        var incoming = [Int](repeating: 0, count: weights.count)
        for target in weights.targets { incoming[Int(target)] += 1 }
        var free = incoming.indices.filter { incoming[$0] == 0 }
        var removed = 0
        while let area = free.popLast() {
            removed += 1
            for target in weights.targets(of: area) {
                incoming[Int(target)] -= 1
                if incoming[Int(target)] == 0 { free.append(Int(target)) }
            }
        }
        return removed < weights.count
    }
}

extension Neighbours {
    /// The weights as a dense matrix.
    var dense: Matrix {
        var matrix = Matrix(rows: count, columns: count)
        for area in 0..<count {
            for place in row(of: area) { matrix[area, Int(targets[place])] = weights[place] }
        }
        return matrix
    }
}
