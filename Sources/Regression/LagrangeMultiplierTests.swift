import Algebra
public import Statistics

/// Which spatial model the residuals of a linear regression ask for: tests that need no spatial model to be fitted.
///
///     let tests = LagrangeMultiplierTests(model, of: sample, weights: neighbours.binary.rowStandardised)
///     tests.error.p        // small: neighbouring residuals resemble each other
///     tests.robustLag?.p   // small: so does the response, beyond what such residuals explain
///
/// Anselin, Bera, Florax, Yoon: Simple diagnostic tests for spatial dependence, Regional Science and Urban Economics 26
/// (1996), 77–104; `T = tr(WᵀW + WW)` = ½ Σ (wᵢⱼ + wⱼᵢ)², which holds for asymmetric weights too. The reading in practice:
/// of the plain tests the one that rejects names the model; where both do, the robust one that does.
///
/// Areas without neighbours have a lag of 0 and stay in the sample. The χ² distributions hold for many areas.
///
/// - Complexity: O(*n* *k* + *m*) for *m* links.
public struct LagrangeMultiplierTests: Sendable {
    /// Spatially correlated residuals.
    public let error: TestResult
    /// A spatially lagged response.
    public let lag: TestResult
    /// Spatially correlated residuals where the response may be lagged; nil where the two cannot be told apart, as with
    /// an intercept alone, or where all areas are next to all.
    public let robustError: TestResult?
    /// A spatially lagged response where the residuals may be correlated; nil as ``robustError``.
    public let robustLag: TestResult?
    /// Both at once, with 2 degrees of freedom; nil as ``robustError``.
    public let both: TestResult?

    /// Tests the residuals of a model.
    ///
    /// - Parameter weights: The links among the sample's areas, in the same order, standardised as the spatial model would
    ///   have them.
    /// - Precondition: There is at least one link.
    public init(_ model: LeastSquaresModel, of sample: RegressionSample, weights: Neighbours) {
        precondition(weights.count == sample.count && !weights.targets.isEmpty, "links among the sample's areas")
        let variance = model.residualSum / Double(sample.count)
        let trace = weights.sums.s1
        let errorScore = dotProduct(model.residuals, weights.lag(of: model.residuals)) / variance
        let lagScore = dotProduct(model.residuals, weights.lag(of: sample.response)) / variance
        let fitted = zip(sample.response, model.residuals).map { $0 - $1 }
        let laggedFit = weights.lag(of: fitted)
        let rest = sample.factorisation.residuals(of: laggedFit)
        let beyond = dotProduct(rest, rest) / variance
        let information = beyond + trace
        error = TestResult(chiSquare: errorScore * errorScore / trace, degrees: 1)
        lag = TestResult(chiSquare: lagScore * lagScore / information, degrees: 1)
        // As with dependent columns, less than 10⁻¹⁰ of the length is rounding.
        guard dotProduct(rest, rest) > 1e-20 * dotProduct(laggedFit, laggedFit) else {
            robustError = nil
            robustLag = nil
            both = nil
            return
        }
        let difference = lagScore - errorScore
        let share = trace / information
        let remaining = errorScore - share * lagScore
        robustError = TestResult(chiSquare: remaining * remaining / (trace * (1 - share)), degrees: 1)
        let robust = TestResult(chiSquare: difference * difference / beyond, degrees: 1)
        robustLag = robust
        both = TestResult(chiSquare: robust.statistic + error.statistic, degrees: 2)
    }
}
