import Algebra
import Regression
import Statistics
import Testing

@Suite("Impacts of predictors")
struct ImpactsTests {
    @Test("Impacts are means over the dense inverse, also with islands and one-way links")
    func impacts() throws {
        for joins in InventedMap.Joins.allCases {
            let map = InventedMap(count: 40, joins: joins, seed: 3)
            if joins == .distance { #expect(!map.weights.islands.isEmpty) }
            let model = try SpatialLagModel(map.laggedSample(0.5), filter: SpatialFilter(map.weights))
            let inverse = map.inverse(model.rho.value)
            let simulated = model.impacts(draws: 500, seed: 1)
            for (impacts, coefficient) in zip(simulated.impacts, model.coefficients.dropFirst()) {
                let (direct, total) = (inverse.trace / 40, inverse.values.reduce(0, +) / 40)
                #expect(isClose(impacts.direct.value, direct * coefficient.value))
                #expect(isClose(impacts.total.value, total * coefficient.value))
                #expect(isClose(impacts.indirect.value, (total - direct) * coefficient.value))
                for effect in [impacts.direct, impacts.indirect, impacts.total] {
                    #expect(effect.lower < effect.upper && effect.standardError > 0)
                }
                let rowStochastic = coefficient.value / (1 - model.rho.value)
                #expect(isClose(impacts.total.value, rowStochastic, 1e-6) == map.weights.islands.isEmpty)
            }
            #expect(simulated.probabilityCutOff < 0.05)
        }
    }

    @Test("Simulated intervals are those of the delta method where the distribution is narrow")
    func intervals() throws {
        let map = InventedMap(count: 400, joins: .lattice, seed: 5)
        let model = try SpatialLagModel(map.laggedSample(0.4), filter: SpatialFilter(map.weights))
        let (rho, beta) = (model.rho.value, model.coefficients[1].value)
        let total = model.impacts(draws: 4000, seed: 7).impacts[0].total
        // β / (1 − ρ)
        let slopes = [beta / ((1 - rho) * (1 - rho)), 1 / (1 - rho)]
        let covariance = Matrix(rows: [
            [model.covariance[0, 0], model.covariance[0, 2]], [model.covariance[2, 0], model.covariance[2, 2]],
        ])
        let error = covariance.quadraticForm(slopes).squareRoot()
        #expect(isClose(total.standardError / error, 1, 0.05))
        #expect(isClose((total.upper - total.lower) / (2 * 1.96 * error), 1, 0.06))
        #expect(total.lower < total.value && total.value < total.upper)
    }

    @Test("The same seed gives the same impacts, another seed others")
    func repeatable() throws {
        let map = InventedMap(count: 36, joins: .lattice, seed: 5)
        let model = try SpatialLagModel(map.laggedSample(0.9), filter: SpatialFilter(map.weights))
        #expect(model.impacts(draws: 50, seed: 7) == model.impacts(draws: 50, seed: 7))
        #expect(model.impacts(draws: 50, seed: 7) != model.impacts(draws: 50, seed: 8))
    }

    @Test("SLX impacts are sums of coefficients, times the mean row sum of the weights")
    func laggedPredictors() throws {
        let map = InventedMap(count: 60, joins: .distance, seed: 3)
        let sample = try map.sample()
        let islands = Double(map.weights.islands.count)
        #expect(islands > 0)
        let model = try LaggedPredictorsModel(sample, weights: map.weights)
        #expect(model.sample.coefficientCount == 5)
        let (beta, theta) = (model.model.coefficients[1], model.model.coefficients[3])
        let share = 1 - islands / 60
        #expect(model.impacts[0].direct.value == beta.value)
        #expect(isClose(model.impacts[0].indirect.value, share * theta.value))
        #expect(isClose(model.impacts[0].total.value, beta.value + share * theta.value))
        #expect(isClose(model.impacts[0].direct.standardError, beta.standardError))
        // The same model written with x₁ and its lag's difference has the total as a coefficient.
        let lag = map.weights.lag(of: sample.predictors[0])
        let other = try LeastSquaresModel(
            RegressionSample(
                response: sample.response,
                predictors: [
                    sample.predictors[0], zip(lag, sample.predictors[0]).map { $0 - share * $1 }, sample.predictors[1],
                    map.weights.lag(of: sample.predictors[1]),
                ]))
        #expect(isClose(other.coefficients[1].value, model.impacts[0].total.value))
        #expect(isClose(other.coefficients[1].standardError, model.impacts[0].total.standardError))
    }
}
