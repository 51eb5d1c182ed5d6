/// Why a regression has no result for the data given.
public enum RegressionProblem: Error, Equatable, Sendable {
    /// There are fewer areas than a model with so many coefficients needs.
    case tooFewAreas(count: Int, needed: Int)
    /// The response is the same in every area.
    case constantResponse
    /// A predictor follows from those before it and the intercept (its place, from 0).
    case dependentPredictor(Int)
    /// A predictor's lag follows from the columns before it (the predictor's place, from 0).
    case dependentLag(Int)
    /// The predictors explain the response to the last digit, so that nothing is left to test.
    case perfectFit
    /// No weight leads back to where it started, so that the spatial parameter has no finite range.
    case noCircuit
    /// The eigenvalues of the weights did not settle.
    case noEigenvalues
    /// The likelihood has no maximum within the feasible range.
    case noMaximum
}
