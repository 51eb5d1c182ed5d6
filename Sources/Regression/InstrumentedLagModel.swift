import Algebra
public import Statistics

/// The spatial lag model by two-stage least squares: no likelihood, no normal residuals, no limit to the number of areas.
///
///     let model = try InstrumentedLagModel(sample, weights: neighbours.binary.rowStandardised)
///     model.rho.value        // 0.4545…
///     model.moran.p          // small: the residuals still resemble their neighbours'
///
/// The lagged response is explained by the predictors, their lags and the lags of these, and what is explained stands in
/// for it: Kelejian and Prucha: A generalized spatial two-stage least squares procedure, Journal of Real Estate Finance and
/// Economics 17 (1998), 99–121. Lags that depend on other instruments are left out. Standard errors use the residual
/// variance with `n − k` degrees of freedom, k with ρ. ρ is free and may leave the feasible range of ``SpatialFilter``;
/// with predictors that explain little it is uncertain.
///
/// Areas without neighbours have a lag of 0 and stay in the sample.
///
/// - Complexity: O(*n* *k*²).
public struct InstrumentedLagModel: Sendable {
    /// The strength ρ of the lagged response.
    public let rho: Estimate
    /// The intercept, then the predictors' coefficients; p by the normal distribution.
    public let coefficients: [Estimate]
    /// The residual variance with `n − k` degrees of freedom, k with ρ.
    public let residualVariance: Double
    /// Response minus fitted value, for each area.
    public let residuals: [Double]
    /// Whether the residuals are spatially correlated, with 1 degree of freedom.
    ///
    /// Anselin and Kelejian: Testing for spatial error autocorrelation in the presence of endogenous regressors,
    /// International Regional Science Review 20 (1997), 153–182.
    public let moran: TestResult

    /// Fits the model.
    ///
    /// - Throws: ``RegressionProblem/dependentLag(_:)`` (of the first predictor) where no instrument beyond the predictors is
    ///   left, ``RegressionProblem/tooFewAreas(count:needed:)`` or ``RegressionProblem/perfectFit``.
    /// - Precondition: The weights are the links among the sample's areas, in the same order, at least one.
    public init(_ sample: RegressionSample, weights: Neighbours) throws(RegressionProblem) {
        precondition(weights.count == sample.count && !weights.targets.isEmpty, "links among the sample's areas")
        let (n, k) = (Double(sample.count), Double(sample.coefficientCount + 1))
        if n <= k { throw .tooFewAreas(count: sample.count, needed: sample.coefficientCount + 2) }
        let own = (0..<sample.design.columns).map(sample.design.column)
        let once = sample.predictors.map(weights.lag)
        let instruments = QRFactorisation(Matrix(columns: own + once + once.map(weights.lag)))
        let lagged = weights.lag(of: sample.response)
        let explained = zip(lagged, instruments.residuals(of: lagged)).map { $0 - $1 }
        let second = QRFactorisation(Matrix(columns: own + [explained]))
        guard instruments.rank > own.count, second.rank == own.count + 1 else { throw .dependentLag(0) }
        let values = second.coefficients(of: sample.response)
        let fitted = Matrix(columns: own + [lagged]).times(values)
        let residuals = zip(sample.response, fitted).map { $0 - $1 }
        self.residuals = residuals
        let residualSum = dotProduct(residuals, residuals)
        if residualSum <= 1e-26 * dotProduct(sample.response, sample.response) { throw .perfectFit }
        residualVariance = residualSum / (n - k)
        let covariance = second.inverseGram.scaled(by: residualVariance)
        let estimates = values.enumerated().map { index, value in
            Estimate(asymptotic: value, standardError: covariance[index, index].squareRoot())
        }
        rho = estimates[own.count]
        coefficients = Array(estimates.dropLast())

        // Moran's I squared over its variance; the second term is what estimating the coefficients adds.
        let variance = residualSum / n
        let score = dotProduct(residuals, weights.lag(of: residuals)) / variance
        let slopes = (own + [lagged]).map { dotProduct(residuals, weights.lag(of: $0)) }
        let spread = weights.sums.s1 + 4 / variance * second.inverseGram.quadraticForm(slopes)
        moran = TestResult(chiSquare: score * score / spread, degrees: 1)
    }
}
