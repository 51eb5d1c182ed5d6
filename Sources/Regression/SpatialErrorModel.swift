public import Algebra
import Statistics

/// The spatial error model, `y = X β + u`, `u = λ W u + ε`: what the predictors leave resembles itself among neighbours,
/// by maximum likelihood.
///
///     let filter = try SpatialFilter(neighbours.binary.rowStandardised)
///     let model = try SpatialErrorModel(sample, filter: filter)
///     model.lambda.value           // 0.5617…
///     model.coefficients[1].value  // the effect of the first predictor: here coefficients are effects
///
/// Ord (1975), as ``SpatialFilter``; Anselin: Spatial Econometrics (1988), 8.2.2; standard errors from the inverse of the
/// expected information. They hold for many areas; below about thirty they are a rough guide.
///
/// Areas without neighbours have a lag of 0 and stay in the sample.
///
/// - Complexity: O(*n*³), for the filter and once for the standard errors.
public struct SpatialErrorModel: Sendable {
    /// The strength λ of the lagged residuals.
    public let lambda: Estimate
    /// The intercept, then the predictors' coefficients; p by the normal distribution.
    public let coefficients: [Estimate]
    /// The covariance of the coefficients; that with λ is zero.
    public let covariance: Matrix
    /// The variance of ε with the divisor *n*.
    public let variance: Double
    /// ε for each area.
    public let residuals: [Double]
    /// The logarithm of the likelihood at the maximum.
    public let logLikelihood: Double
    /// Akaike's criterion; λ and the variance count as parameters, as in R.
    public let akaike: Double
    /// Twice the gain in log-likelihood over the same model without λ, with 1 degree of freedom.
    public let likelihoodRatio: TestResult
    /// The square of λ over its standard error, with 1 degree of freedom.
    public let wald: TestResult
    /// The weights' filter, with the feasible range of λ.
    public let filter: SpatialFilter

    /// Fits the model.
    ///
    /// - Throws: ``RegressionProblem/perfectFit``, or ``RegressionProblem/noMaximum``.
    /// - Precondition: The filter's weights are the links among the sample's areas, in the same order.
    public init(_ sample: RegressionSample, filter: SpatialFilter) throws(RegressionProblem) {
        precondition(filter.weights.count == sample.count, "weights among the sample's areas")
        let n = Double(sample.count)
        let ordinary = try LeastSquaresModel(sample)
        let filtered = FilteredSample(sample, weights: filter.weights)
        func height(_ lambda: Double) -> Double {
            gaussianLogLikelihood(residualSum: filtered.fit(lambda).residualSum, count: n)
                + filter.logDeterminant(lambda)
        }
        func slope(_ lambda: Double) -> Double {
            let fit = filtered.fit(lambda)
            return n * dotProduct(fit.residuals, fit.laggedError) / fit.residualSum - filter.trace(lambda)
        }
        guard let peak = LikelihoodPeak.find(from: filter.lower, to: filter.upper, slope: slope, height: height)
        else { throw .noMaximum }
        let fit = filtered.fit(peak)
        self.filter = filter
        residuals = fit.residuals
        let variance = fit.residualSum / n
        self.variance = variance
        logLikelihood = height(peak)
        akaike = 2 * Double(sample.coefficientCount + 2) - 2 * logLikelihood
        likelihoodRatio = TestResult(chiSquare: 2 * (logLikelihood - ordinary.logLikelihood), degrees: 1)

        // The information of λ, less what it shares with that of σ².
        let trace = filter.trace(peak)
        guard let spread = filter.spread(of: fit.residuals, peak) else { throw .noMaximum }
        let information = filter.squaredTrace(peak) + spread.squaredNorm - 2 * trace * trace / n
        guard information > 0, fit.factorisation.rank == sample.coefficientCount else { throw .noMaximum }
        let covariance = fit.factorisation.inverseGram.scaled(by: variance)
        self.covariance = covariance
        lambda = Estimate(asymptotic: peak, standardError: (1 / information).squareRoot())
        coefficients = fit.coefficients.enumerated().map { index, value in
            Estimate(asymptotic: value, standardError: covariance[index, index].squareRoot())
        }
        wald = TestResult(chiSquare: lambda.statistic * lambda.statistic, degrees: 1)
    }
}

/// A sample and its lag, from which least squares at any λ follow.
private struct FilteredSample {
    let sample: RegressionSample
    let laggedResponse: [Double]
    let laggedDesign: Matrix

    init(_ sample: RegressionSample, weights: Neighbours) {
        self.sample = sample
        laggedResponse = weights.lag(of: sample.response)
        laggedDesign = Matrix(columns: (0..<sample.design.columns).map { weights.lag(of: sample.design.column($0)) })
    }

    /// Least squares of `y − λ W y` on `X − λ W X`.
    struct Fit {
        let factorisation: QRFactorisation
        let coefficients: [Double]
        /// ε.
        let residuals: [Double]
        let residualSum: Double
        /// `W u`.
        let laggedError: [Double]
    }

    func fit(_ lambda: Double) -> Fit {
        let response = zip(sample.response, laggedResponse).map { $0 - lambda * $1 }
        let design = Matrix(
            rows: sample.count, columns: sample.design.columns,
            values: zip(sample.design.values, laggedDesign.values).map { $0 - lambda * $1 })
        let factorisation = QRFactorisation(design)
        // Single values of λ can make columns dependent; those take no part then.
        var coefficients = [Double](repeating: 0, count: design.columns)
        for (column, value) in zip(factorisation.independentColumns, factorisation.coefficients(of: response)) {
            coefficients[column] = value
        }
        let residuals = factorisation.residuals(of: response)
        return Fit(
            factorisation: factorisation, coefficients: coefficients, residuals: residuals,
            residualSum: dotProduct(residuals, residuals),
            laggedError: zip(laggedResponse, laggedDesign.times(coefficients)).map { $0 - $1 })
    }
}
