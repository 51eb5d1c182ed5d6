import Catalogue
import Diagnostics
import Disclosure
import StatisticLayers
import Statistics
import Testing

@Suite("Regression layers")
struct RegressionLayerTests {
    let weights = WeightsDescription(kind: "queen", style: "row", hasBarriers: false)

    @Test("least squares: residual, observed and fitted values, and what is hidden stays hidden")
    func leastSquares() throws {
        // y = 1 + 2x over the areas with both, but for ±1.
        let layer = RegressionLayer(.leastSquares, predictors: ["x"], neighbours: path(6), weights: weights)
        let operands = [try cells([4, 4, 6, 10, .suppressed, 11]), try column([1, 2, 3, 4, 9, 5])]
        let made = try ProtectedColumn.computed(from: operands, by: layer)
        #expect(made.allSatisfy { $0.states == [.value, .value, .value, .value, .suppressed, .value] })
        // By hand: slope 20 / 10 = 2, intercept 7 − 6 = 1.
        for (area, residual) in [(0, 1.0), (1, -1), (2, -1), (3, 1), (5, 0)] {
            #expect(isNear(made[0].values[area], residual))
            #expect(isNear(made[1].values[area] - made[2].values[area], residual))
        }
        let remarks = layer.remarks(on: operands, results: made)
        #expect(remarks[0].english.text == "5 areas with all values, 1 without")
        #expect(remarks[1].english.text.hasPrefix("1: 1 (") && remarks[1].german.text.contains("x: 2 ("))
    }

    @Test("every model has residuals and a sheet", arguments: RegressionLayer.Model.allCases)
    func models(_ model: RegressionLayer.Model) throws {
        var generator = SplitMix64(seed: 4)
        let predictor = (0..<49).map { _ in generator.uniform() }
        let response = predictor.map { 3 + 2 * $0 + generator.uniform() }
        let layer = RegressionLayer(model, predictors: ["x"], neighbours: grid(7), weights: weights)
        let operands = [try column(response), try column(predictor)]
        let made = try ProtectedColumn.computed(from: operands, by: layer)
        #expect(abs(made[0].values.reduce(0, +)) / 49 < 0.1)
        let remarks = layer.remarks(on: operands, results: made)
        #expect(remarks.count == 3 && remarks[2].english.title == "Diagnostics")
        #expect(layer.method.count == 2)
    }

    @Test("what has no answer is refused with a remedy")
    func faults() throws {
        let layer = RegressionLayer(.leastSquares, predictors: ["a", "b"], neighbours: path(6), weights: weights)
        let twice = try column([1, 2, 3, 4, 5, 7])
        let error = #expect(throws: InputError.self) {
            try ProtectedColumn.computed(from: [try column([3, 1, 4, 1, 5, 9]), twice, twice], by: layer)
        }
        #expect(error?.message.contains("'b' follows") == true && error?.remedy == "take it away")
        let constant = #expect(throws: InputError.self) {
            try ProtectedColumn.computed(
                from: [try column([2, 2, 2, 2, 2, 2]), twice, try column([3, 1, 4, 1, 5, 9])], by: layer)
        }
        #expect(constant?.message.contains("the same in every area") == true)
    }
}
