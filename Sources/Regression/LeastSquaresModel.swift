public import Algebra
import Glibc
import Statistics

/// A linear regression by ordinary least squares.
///
///     let sample = try RegressionSample(response: [1, 3, 4, 8], predictors: [[0, 1, 2, 3]])
///     let model = try LeastSquaresModel(sample)
///     model.coefficients[1].value  // 2.2: one more of the predictor goes with 2.2 more
///     model.rSquared               // 0.9307…
///
/// Greene: Econometric Analysis (7th ed.), chapters 3 to 5. Standard errors use the residual variance with `n − k` degrees
/// of freedom and suppose independent residuals of one variance; where ``LagrangeMultiplierTests`` reject that, a spatial
/// model is due.
///
/// - Complexity: O(*n* *k*²).
public struct LeastSquaresModel: Sendable {
    /// The intercept, then the predictors' coefficients; p by Student's t with `n − k` degrees of freedom.
    public let coefficients: [Estimate]
    /// The coefficients' covariance.
    public let covariance: Matrix
    /// Response minus fitted value, for each area.
    public let residuals: [Double]
    /// The sum of the squared residuals.
    public let residualSum: Double
    /// The residual variance with `n − k` degrees of freedom.
    public let residualVariance: Double
    /// The share of the response's variance that the predictors explain.
    public let rSquared: Double
    /// The same with a penalty for each coefficient: `1 − (1 − R²)(n − 1)/(n − k)`.
    public let adjustedRSquared: Double
    /// The F statistic of all predictors together, and its p-value; nil without predictors.
    public let overall: (statistic: Double, p: Double)?
    /// The logarithm of the likelihood at the maximum, for normal residuals with variance `residualSum / n`.
    public let logLikelihood: Double
    /// Akaike's criterion, `2 (k + 1) − 2 logLikelihood`: the variance counts as a parameter, as in R.
    public let akaike: Double

    /// Fits the model.
    ///
    /// - Throws: ``RegressionProblem/perfectFit`` where the residuals are rounding only.
    public init(_ sample: RegressionSample) throws(RegressionProblem) {
        let (n, k) = (Double(sample.count), Double(sample.coefficientCount))
        let mean = sample.response.reduce(0, +) / n
        let total = sample.response.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        residuals = sample.factorisation.residuals(of: sample.response)
        residualSum = dotProduct(residuals, residuals)
        // Rounding of the response itself leaves about 10⁻¹⁶ of its length, squared.
        let length = dotProduct(sample.response, sample.response)
        if residualSum <= 1e-26 * length || residualSum <= 1e-22 * total { throw .perfectFit }
        residualVariance = residualSum / (n - k)
        let covariance = sample.factorisation.inverseGram.scaled(by: residualVariance)
        self.covariance = covariance
        coefficients = sample.factorisation.coefficients(of: sample.response).enumerated().map { index, value in
            Estimate(value, standardError: covariance[index, index].squareRoot(), degrees: n - k)
        }
        rSquared = 1 - residualSum / total
        adjustedRSquared = 1 - residualSum / total * (n - 1) / (n - k)
        if k > 1 {
            let statistic = (total - residualSum) / (k - 1) / residualVariance
            overall = (statistic, FDistribution.upper(statistic, degrees: (k - 1, n - k)))
        } else {
            overall = nil
        }
        logLikelihood = gaussianLogLikelihood(residualSum: residualSum, count: n)
        akaike = 2 * (k + 1) - 2 * logLikelihood
    }
}

/// The logarithm of the likelihood of normal residuals at their maximum-likelihood variance `residualSum / count`.
func gaussianLogLikelihood(residualSum: Double, count: Double) -> Double {
    -count / 2 * (log(2 * .pi) + 1 + log(residualSum / count))
}
