public import Algebra

/// The response and the predictors of the areas that have all values.
///
///     let sample = try RegressionSample(response: [3, 5, 8, 8], predictors: [[1, 2, 3, 4]])
///     sample.count                // 4
///     sample.design.row(1)        // [1, 2]: the intercept's one comes first
///
/// Areas that lack a value are not here; the weights of a spatial model are restricted to the same areas in the same order.
public struct RegressionSample: Sendable {
    /// The response of each area.
    public let response: [Double]
    /// A column of ones for the intercept, then the predictors: areas × coefficients.
    public let design: Matrix
    /// The design's factorisation, which every least-squares step uses.
    let factorisation: QRFactorisation

    /// Puts a sample together.
    ///
    /// - Throws: ``RegressionProblem`` where there are not more areas than coefficients, the response is constant, or a
    ///   predictor depends on those before it (less than 10⁻¹⁰ of its length is left).
    /// - Precondition: Every predictor has one finite number for each area.
    public init(response: [Double], predictors: [[Double]]) throws(RegressionProblem) {
        precondition(predictors.allSatisfy { $0.count == response.count }, "one number for each area")
        precondition(response.allSatisfy(\.isFinite) && predictors.joined().allSatisfy(\.isFinite), "finite numbers")
        if response.count < predictors.count + 2 {
            throw .tooFewAreas(count: response.count, needed: predictors.count + 2)
        }
        if response.allSatisfy({ $0 == response[0] }) { throw .constantResponse }
        design = Matrix(columns: [Array(repeating: 1, count: response.count)] + predictors)
        factorisation = QRFactorisation(design)
        if let column = factorisation.dependentColumns.first { throw .dependentPredictor(column - 1) }
        self.response = response
    }

    /// How many areas there are.
    public var count: Int { response.count }

    /// How many coefficients a model without spatial terms has, the intercept's included.
    public var coefficientCount: Int { design.columns }

    /// The predictors' columns, without that of the intercept.
    public var predictors: [[Double]] { (1..<design.columns).map(design.column) }
}
