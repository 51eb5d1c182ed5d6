import Diagnostics
import Regression
import Statistics

/// A regression over areas with what a map and a method sheet need of it, whatever the model.
struct RegressionFit {
    /// One for each area of the sample.
    let residuals: [Double]
    /// The coefficients with their names.
    let coefficients: [(name: String, estimate: Estimate)]
    /// What else belongs beside them, in German and English.
    let diagnostics: [(german: String, english: String)]

    /// Fits a model.
    ///
    /// - Parameter names: Of the predictors, in their order.
    /// - Throws: `InputError` where the model does not exist for the numbers.
    init(
        _ model: RegressionLayer.Model, response: [Double], predictors: [[Double]], names: [String], weights: Neighbours
    ) throws(InputError) {
        do throws(RegressionProblem) {
            let sample = try RegressionSample(response: response, predictors: predictors)
            switch model {
            case .leastSquares: try self.init(sample, names: names, weights: weights)
            case .laggedPredictors: try self.init(lagged: sample, names: names, weights: weights)
            case .lag:
                let found = try SpatialLagModel(sample, filter: try SpatialFilter(weights))
                self.init(
                    residuals: found.residuals, coefficients: found.coefficients, names: names,
                    parameter: ("rho", found.rho), filter: found.filter)
            case .error:
                let found = try SpatialErrorModel(sample, filter: try SpatialFilter(weights))
                self.init(
                    residuals: found.residuals, coefficients: found.coefficients, names: names,
                    parameter: ("lambda", found.lambda), filter: found.filter)
            }
        } catch {
            throw RegressionFit.told(error, names: names)
        }
    }

    private init(
        _ sample: RegressionSample, names: [String], weights: Neighbours
    ) throws(RegressionProblem) {
        let found = try LeastSquaresModel(sample)
        let tests = LagrangeMultiplierTests(found, of: sample, weights: weights)
        let moran = ResidualMoran(found, of: sample, weights: weights)
        residuals = found.residuals
        coefficients = Array(zip(["1"] + names, found.coefficients))
        let (square, index) = (SheetNumber(found.rSquared, decimals: 3), SheetNumber(moran.statistic, decimals: 3))
        let chance = SheetNumber(moran.p, decimals: 4)
        let (lag, error) = (SheetNumber(tests.lag.p, decimals: 4), SheetNumber(tests.error.p, decimals: 4))
        diagnostics = [
            ("R² = \(square.german)", "R² = \(square.english)"),
            (
                "Moran-Index der Residuen \(index.german) (p = \(chance.german)); Tests auf räumliche Abhängigkeit der "
                    + "Zielgröße p = \(lag.german), der Fehler p = \(error.german)",
                "Moran's I of the residuals \(index.english) (p = \(chance.english)); tests for spatial dependence of the "
                    + "response p = \(lag.english), of the errors p = \(error.english)"
            ),
        ]
    }

    private init(
        lagged sample: RegressionSample, names: [String], weights: Neighbours
    ) throws(RegressionProblem) {
        let found = try LaggedPredictorsModel(sample, weights: weights)
        residuals = found.model.residuals
        coefficients = Array(zip(["1"] + names + names.map { "W \($0)" }, found.model.coefficients))
        let square = SheetNumber(found.model.rSquared, decimals: 3)
        diagnostics = [("R² = \(square.german)", "R² = \(square.english)")]
    }

    private init(
        residuals: [Double], coefficients: [Estimate], names: [String], parameter: (name: String, estimate: Estimate),
        filter: SpatialFilter
    ) {
        self.residuals = residuals
        self.coefficients = Array(zip(["1"] + names, coefficients)) + [parameter]
        let (lower, upper) = (SheetNumber(filter.lower, decimals: 3), SheetNumber(filter.upper, decimals: 3))
        diagnostics = [
            (
                "\(parameter.name) kann zwischen \(lower.german) und \(upper.german) liegen",
                "\(parameter.name) can lie between \(lower.english) and \(upper.english)"
            )
        ]
    }

    private static func told(_ problem: RegressionProblem, names: [String]) -> InputError {
        let (message, remedy): (String, String) =
            switch problem {
            case .tooFewAreas(let count, let needed):
                ("\(count) areas have all values, and the model needs \(needed)", "take fewer predictors")
            case .constantResponse: ("the response is the same in every area", "take another indicator")
            case .dependentPredictor(let place):
                ("'\(names[place])' follows from the predictors before it", "take it away")
            case .dependentLag(let place):
                ("the neighbours' '\(names[place])' follows from the predictors before it", "take it away")
            case .perfectFit: ("the predictors explain the response to the last digit", "take other predictors")
            case .noCircuit: ("no area is a neighbour's neighbour of its own", "take other weights, such as queen")
            case .noEigenvalues, .noMaximum:
                ("the likelihood has no maximum within the range of the spatial parameter", "take the model 'ols'")
            }
        return InputError(.project, message, remedy: remedy)
    }
}
