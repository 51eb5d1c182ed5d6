import Algebra
public import Statistics

/// The model with spatially lagged predictors (SLX), `y = X β + W X θ + ε`: what the neighbours *have* acts on an area.
///
///     let model = try LaggedPredictorsModel(sample, weights: neighbours.binary.rowStandardised)
///     model.impacts[0].direct.value    // of the first predictor in the area itself
///     model.impacts[0].indirect.value  // of the same in all its neighbours
///
/// Ordinary least squares with a second column for each predictor; the intercept is not lagged, whatever the weights.
/// Direct impact: β. Indirect: θ times the mean row sum of the weights (1 for row-standardised weights without islands).
/// Halleck Vega and Elhorst: The SLX model, Journal of Regional Science 55 (2015), 339–363. The neighbours act, but not
/// theirs in turn; for that see ``SpatialLagModel``.
///
/// Areas without neighbours have a lag of 0 and stay in the sample.
///
/// - Complexity: O(*n* *k*²).
public struct LaggedPredictorsModel: Sendable {
    /// The regression: intercept, predictors, then the predictors' lags.
    public let model: LeastSquaresModel
    /// The response, the predictors and their lags.
    public let sample: RegressionSample
    /// For each predictor its impacts, with standard errors and 95 % intervals by Student's t.
    public let impacts: [Impacts]

    /// Fits the model.
    ///
    /// - Throws: ``RegressionProblem/tooFewAreas(count:needed:)``, ``RegressionProblem/dependentLag(_:)`` or
    ///   ``RegressionProblem/perfectFit``.
    /// - Precondition: The weights are the links among the sample's areas, in the same order.
    public init(_ sample: RegressionSample, weights: Neighbours) throws(RegressionProblem) {
        precondition(weights.count == sample.count, "weights among the sample's areas")
        let predictors = sample.predictors
        do {
            self.sample = try RegressionSample(
                response: sample.response, predictors: predictors + predictors.map(weights.lag))
        } catch .dependentPredictor(let column) {
            throw .dependentLag(column - predictors.count)
        }
        let model = try LeastSquaresModel(self.sample)
        self.model = model
        let rowSum = weights.weights.reduce(0, +) / Double(sample.count)
        let quantile = StudentT.quantile(0.975, degrees: Double(sample.count - self.sample.coefficientCount))
        func effect(_ value: Double, variance: Double) -> Effect {
            let error = variance.squareRoot()
            return Effect(
                value: value, standardError: error, lower: value - quantile * error, upper: value + quantile * error)
        }
        impacts = predictors.indices.map { index in
            let (own, lag) = (index + 1, index + 1 + predictors.count)
            let (beta, theta) = (model.coefficients[own].value, rowSum * model.coefficients[lag].value)
            let (first, second) = (model.covariance[own, own], rowSum * rowSum * model.covariance[lag, lag])
            return Impacts(
                direct: effect(beta, variance: first), indirect: effect(theta, variance: second),
                total: effect(beta + theta, variance: first + second + 2 * rowSum * model.covariance[own, lag]))
        }
    }
}
