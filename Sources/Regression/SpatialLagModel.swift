public import Algebra
import Statistics

/// The spatial lag model, `y = ρ W y + X β + ε`: what is next to an area acts on it, by maximum likelihood.
///
///     let filter = try SpatialFilter(neighbours.binary.rowStandardised)
///     let model = try SpatialLagModel(sample, filter: filter)
///     model.rho.value              // 0.4310…
///     model.impacts(seed: 1).impacts[0]  // what one more of the first predictor does: not its coefficient
///
/// The coefficients are no effects: an area acts on its neighbours, they on it, and so on. ``impacts(draws:seed:)`` adds
/// that up. Ord (1975), as ``SpatialFilter``; Anselin: Spatial Econometrics (1988), 6.2; standard errors from the inverse
/// of the expected information. They hold for many areas; below about thirty they are a rough guide.
///
/// Areas without neighbours have a lag of 0 and stay in the sample.
///
/// - Complexity: O(*n*³), for the filter and once for the standard errors.
public struct SpatialLagModel: Sendable {
    /// The strength ρ of the lagged response.
    public let rho: Estimate
    /// The intercept, then the predictors' coefficients; p by the normal distribution.
    public let coefficients: [Estimate]
    /// The covariance of ρ, then the coefficients.
    public let covariance: Matrix
    /// The variance of ε with the divisor *n*.
    public let variance: Double
    /// ε for each area.
    public let residuals: [Double]
    /// The logarithm of the likelihood at the maximum.
    public let logLikelihood: Double
    /// Akaike's criterion; ρ and the variance count as parameters, as in R.
    public let akaike: Double
    /// Twice the gain in log-likelihood over the same model without ρ, with 1 degree of freedom.
    public let likelihoodRatio: TestResult
    /// The square of ρ over its standard error, with 1 degree of freedom.
    public let wald: TestResult
    /// The weights' filter, with the feasible range of ρ.
    public let filter: SpatialFilter

    /// Fits the model.
    ///
    /// - Throws: ``RegressionProblem/perfectFit``, or ``RegressionProblem/noMaximum``.
    /// - Precondition: The filter's weights are the links among the sample's areas, in the same order.
    public init(_ sample: RegressionSample, filter: SpatialFilter) throws(RegressionProblem) {
        precondition(filter.weights.count == sample.count, "weights among the sample's areas")
        let n = Double(sample.count)
        let ordinary = try LeastSquaresModel(sample)
        let lagged = filter.weights.lag(of: sample.response)
        // What the predictors leave of the response and of its lag; ρ joins the two.
        let (own, beside) = (ordinary.residuals, sample.factorisation.residuals(of: lagged))
        func residuals(_ rho: Double) -> [Double] { zip(own, beside).map { $0 - rho * $1 } }
        func height(_ rho: Double) -> Double {
            let rest = residuals(rho)
            return gaussianLogLikelihood(residualSum: dotProduct(rest, rest), count: n) + filter.logDeterminant(rho)
        }
        func slope(_ rho: Double) -> Double {
            let rest = residuals(rho)
            return n * dotProduct(rest, beside) / dotProduct(rest, rest) - filter.trace(rho)
        }
        guard let peak = LikelihoodPeak.find(from: filter.lower, to: filter.upper, slope: slope, height: height)
        else { throw .noMaximum }
        self.filter = filter
        self.residuals = residuals(peak)
        let variance = dotProduct(self.residuals, self.residuals) / n
        self.variance = variance
        logLikelihood = height(peak)
        akaike = 2 * Double(sample.coefficientCount + 2) - 2 * logLikelihood
        likelihoodRatio = TestResult(chiSquare: 2 * (logLikelihood - ordinary.logLikelihood), degrees: 1)

        let values = zip(
            sample.factorisation.coefficients(of: sample.response), sample.factorisation.coefficients(of: lagged)
        ).map { $0 - peak * $1 }
        guard
            let covariance = Self.covariance(
                of: peak, values, variance: variance, sample: sample, filter: filter)
        else { throw .noMaximum }
        self.covariance = covariance
        rho = Estimate(asymptotic: peak, standardError: covariance[0, 0].squareRoot())
        coefficients = values.enumerated().map { index, value in
            Estimate(asymptotic: value, standardError: covariance[index + 1, index + 1].squareRoot())
        }
        wald = TestResult(chiSquare: rho.statistic * rho.statistic, degrees: 1)
    }

    /// The part of ρ and β in the inverse of the expected information of ρ, β and σ² (Anselin 1988, p. 64 f.), block by
    /// block, so that the design's condition enters once: with g the coefficients and r the residuals of W (I − ρ W)⁻¹ X β
    /// on X, 1/var(ρ) = tr(G²) + tr(GᵀG) + rᵀr/σ² − 2 tr(G)²/n, cov(β, ρ) = −g var(ρ) and
    /// var(β) = σ² (XᵀX)⁻¹ + g gᵀ var(ρ), G being W (I − ρ W)⁻¹.
    private static func covariance(
        of rho: Double, _ coefficients: [Double], variance: Double, sample: RegressionSample, filter: SpatialFilter
    ) -> Matrix? {
        guard let spread = filter.spread(of: sample.design.times(coefficients), rho) else { return nil }
        let rest = sample.factorisation.residuals(of: spread.lag)
        let trace = filter.trace(rho)
        let information =
            filter.squaredTrace(rho) + spread.squaredNorm + dotProduct(rest, rest) / variance
            - 2 * trace * trace / Double(sample.count)
        guard information > 0 else { return nil }
        let direction = [1] + sample.factorisation.coefficients(of: spread.lag).map { -$0 }
        let own = sample.factorisation.inverseGram.scaled(by: variance)
        var covariance = Matrix(rows: direction.count, columns: direction.count)
        for (row, one) in direction.enumerated() {
            for (column, other) in direction.enumerated() {
                covariance[row, column] =
                    one * other / information + (row > 0 && column > 0 ? own[row - 1, column - 1] : 0)
            }
        }
        return covariance
    }
}
