import Algebra
public import Statistics

/// Moran's I of the residuals of a linear regression, with the moments that residuals have.
///
///     let moran = ResidualMoran(model, of: sample, weights: neighbours.binary.rowStandardised)
///     moran.statistic  // 0.2357…
///     moran.expected   // below −1/(n − 1): residuals are not free
///
/// I = n/S₀ · eᵀWe / eᵀe. Expectation and variance under normal residuals follow from the projection M on what the
/// predictors leave: with K = (W + Wᵀ)/2, E = n/S₀ · tr(MK)/(n − k) and
/// Var = (n/S₀)² · 2 [(n − k) tr(MKMK) − tr(MK)²] / ((n − k)² (n − k + 2)). Cliff and Ord: Spatial Processes (1981), pp.
/// 201–203. The moments of Moran's I of raw data do not hold for residuals.
///
/// Areas without neighbours stay in *n* and have a lag of 0. Where every area is next to every other with equal weight,
/// I is the same for all residuals: the variance is 0, z is 0 and p is 1.
///
/// - Complexity: O(*m* *k* + *n* *k*²) for *m* links.
public struct ResidualMoran: Sendable, Equatable {
    /// Moran's I.
    public let statistic: Double
    /// Its expectation where the residuals are independent.
    public let expected: Double
    /// Its variance there.
    public let variance: Double
    /// Statistic minus expectation, in standard deviations.
    public let z: Double
    /// How probable a z as far from zero is, two-sided, by the normal distribution.
    public let p: Double

    /// Tests the residuals of a model.
    ///
    /// - Parameter weights: The links among the sample's areas, in the same order.
    /// - Precondition: There is at least one link.
    public init(_ model: LeastSquaresModel, of sample: RegressionSample, weights: Neighbours) {
        precondition(weights.count == sample.count && !weights.targets.isEmpty, "links among the sample's areas")
        let sums = weights.sums
        let scale = Double(sample.count) / sums.s0
        let free = Double(sample.count - sample.coefficientCount)
        statistic = scale * dotProduct(model.residuals, weights.lag(of: model.residuals)) / model.residualSum

        // With an orthonormal basis Q of the predictors: tr(MK) = tr K − tr(QᵀKQ), and
        // tr(MKMK) = tr(K²) − 2 ‖KQ‖² + ‖QᵀKQ‖².
        let basis = sample.factorisation.basis
        let columns = (0..<basis.columns).map(basis.column)
        let turned = weights.transposed
        let lagged = columns.map { zip(weights.lag(of: $0), turned.lag(of: $0)).map { ($0 + $1) / 2 } }
        let inner = basis.transposed.times(Matrix(columns: lagged))
        let own = (0..<weights.count).reduce(0.0) { sum, area in
            weights.row(of: area).reduce(sum) {
                $0 + (weights.targets[$1] == Int32(area) ? weights.weights[$1] : 0)
            }
        }
        let first = own - inner.trace
        let second =
            sums.s1 / 2 - 2 * lagged.reduce(0) { $0 + dotProduct($1, $1) } + dotProduct(inner.values, inner.values)
        expected = scale * first / free
        // What rounding leaves of a difference that is zero.
        let spread = free * second - first * first
        let isConstant = spread <= 1e-12 * free * second
        variance = isConstant ? 0 : scale * scale * 2 * spread / (free * free * (free + 2))
        z = isConstant ? 0 : (statistic - expected) / variance.squareRoot()
        p = Normal.twoSided(z)
    }
}
