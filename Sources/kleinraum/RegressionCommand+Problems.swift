import Diagnostics
import Regression

extension RegressionCommand {
    /// What a problem means for the files given.
    func explained(_ problem: RegressionProblem, names: [String]) -> InputError {
        switch problem {
        case .tooFewAreas(let count, let needed):
            InputError(
                .invalidNumber, "\(count) areas have all numbers, and the model needs \(needed) at least",
                remedy: "take fewer predictors, or columns with fewer gaps", at: Place(file: table))
        case .constantResponse:
            InputError(
                .invalidNumber, "'\(response)' is the same in all areas with numbers", remedy: "take another column",
                at: Place(file: table, field: response))
        case .dependentPredictor(let index):
            InputError(
                .invalidNumber,
                index == 0
                    ? "'\(names[0])' is the same in all areas with numbers, to ten digits"
                    : "'\(names[index])' is constant or follows from the columns before it",
                remedy: "leave it out", at: Place(file: table, field: names[index]))
        case .dependentLag(let index):
            InputError(
                .invalidNumber, "the neighbours' '\(names[index])' follows from the columns before it",
                remedy: "leave the column out, or take other weights", at: Place(file: table, field: names[index]))
        case .perfectFit:
            InputError(
                .invalidNumber, "the predictors give '\(response)' to the last digit",
                remedy: "leave out what it is computed from", at: Place(file: table, field: response))
        case .noCircuit:
            InputError(
                .invalidNumber, "no way along the links leads back, so the parameter has no finite range",
                remedy: "take weights with links both ways", at: Place(file: weights))
        case .noEigenvalues:
            InputError(
                .invalidNumber, "the eigenvalues of the weights do not settle",
                remedy: "take weights with links both ways", at: Place(file: weights))
        case .noMaximum:
            InputError(
                .invalidNumber, "the likelihood has no maximum within the feasible range",
                remedy: "take fewer predictors, or other weights", at: Place(file: table))
        }
    }
}
