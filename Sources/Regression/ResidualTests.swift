import Algebra

/// Whether the residuals of a regression look normal and of one variance.
///
///     let tests = ResidualTests(model, of: sample)
///     tests.breuschPagan?.p  // small: the variance changes with the predictors
public struct ResidualTests: Sendable {
    /// Normal residuals: skewness and kurtosis against those of the normal distribution, χ² with 2 degrees of freedom.
    ///
    /// Jarque and Bera: Economics Letters 6 (1980), 255–259. The χ² holds for many areas.
    public let jarqueBera: TestResult
    /// Variance that does not change with the predictors, for normal residuals; nil without predictors.
    ///
    /// Breusch and Pagan: Econometrica 47 (1979), 1287–1294.
    public let breuschPagan: TestResult?
    /// The same without supposing normal residuals; nil without predictors.
    ///
    /// Koenker: Journal of Econometrics 17 (1981), 107–112: *n* R² of the squared residuals on the predictors.
    public let koenker: TestResult?

    /// Tests the residuals of a model.
    ///
    /// - Parameter sample: The sample that the model was fitted to.
    public init(_ model: LeastSquaresModel, of sample: RegressionSample) {
        let n = Double(sample.count)
        let variance = model.residualSum / n
        let third = model.residuals.reduce(0) { $0 + $1 * $1 * $1 } / n
        let fourth = model.residuals.reduce(0) { $0 + $1 * $1 * $1 * $1 } / n
        let (skewness, excess) = (third / (variance * variance.squareRoot()), fourth / (variance * variance) - 3)
        jarqueBera = TestResult(chiSquare: n * (skewness * skewness / 6 + excess * excess / 24), degrees: 2)

        let degrees = sample.coefficientCount - 1
        let squares = model.residuals.map { $0 * $0 / variance - 1 }
        let total = dotProduct(squares, squares)
        guard degrees > 0, total > 0 else {
            breuschPagan = nil
            koenker = nil
            return
        }
        let rest = sample.factorisation.residuals(of: squares)
        let explained = max(0, total - dotProduct(rest, rest))
        breuschPagan = TestResult(chiSquare: explained / 2, degrees: degrees)
        koenker = TestResult(chiSquare: n * explained / total, degrees: degrees)
    }
}
