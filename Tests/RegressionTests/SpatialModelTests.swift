import Algebra
import Glibc
import Regression
import Statistics
import Testing

@Suite("Spatial regression models")
struct SpatialModelTests {
    @Test("The lag model finds the parameters of simulated maps", arguments: [-0.4, 0.0, 0.3, 0.7])
    func lagRecovers(rho: Double) throws {
        var sum = [Double](repeating: 0, count: 4)
        var covered = 0
        let maps = 60
        let map = InventedMap(count: 144, joins: .lattice, seed: 1)
        let filter = try SpatialFilter(map.weights)
        for seed in 1...UInt64(maps) {
            let model = try SpatialLagModel(
                InventedMap(count: 144, joins: .lattice, seed: seed).laggedSample(rho), filter: filter)
            for (index, value) in ([model.rho.value] + model.coefficients.map(\.value)).enumerated() {
                sum[index] += value / Double(maps)
            }
            if abs(model.rho.value - rho) < 1.96 * model.rho.standardError { covered += 1 }
        }
        #expect(abs(sum[0] - rho) < 0.03)
        #expect(abs(sum[1] - 1) < 0.06 && abs(sum[2] - 2) < 0.05 && abs(sum[3] + 1) < 0.05)
        // 57 are expected; four standard deviations are 7.
        #expect(covered >= 50)
    }

    @Test("The error model finds the parameters of simulated maps", arguments: [-0.4, 0.0, 0.3, 0.7])
    func errorRecovers(lambda: Double) throws {
        var sum = [Double](repeating: 0, count: 4)
        var covered = 0
        let maps = 60
        let map = InventedMap(count: 144, joins: .lattice, seed: 1)
        let filter = try SpatialFilter(map.weights)
        for seed in 1...UInt64(maps) {
            let model = try SpatialErrorModel(
                InventedMap(count: 144, joins: .lattice, seed: seed).correlatedSample(lambda), filter: filter)
            for (index, value) in ([model.lambda.value] + model.coefficients.map(\.value)).enumerated() {
                sum[index] += value / Double(maps)
            }
            if abs(model.lambda.value - lambda) < 1.96 * model.lambda.standardError { covered += 1 }
        }
        // Maximum likelihood is biased towards zero by a few hundredths at this size.
        #expect(abs(sum[0] - lambda) < 0.06)
        #expect(abs(sum[1] - 1) < 0.12 && abs(sum[2] - 2) < 0.05 && abs(sum[3] + 1) < 0.05)
        #expect(covered >= 49)
    }

    @Test("The likelihood is that of the dense normal distribution, and no parameter nearby has a higher one")
    func likelihood() throws {
        for joins in InventedMap.Joins.allCases {
            let map = InventedMap(count: 36, joins: joins, seed: 6)
            let filter = try SpatialFilter(map.weights)
            let sample = try map.laggedSample(0.4)
            let lag = try SpatialLagModel(sample, filter: filter)
            func lagHeight(_ values: [Double], _ variance: Double) throws -> Double {
                let mean = sample.design.times(Array(values.dropFirst()))
                let filtered = map.filter(values[0]).times(sample.response)
                let rest = zip(filtered, mean).map { $0 - $1 }
                return log(map.determinant(values[0])) - 18 * log(2 * .pi * variance) - dotProduct(rest, rest)
                    / (2 * variance)
            }
            let error = try SpatialErrorModel(sample, filter: filter)
            func errorHeight(_ values: [Double], _ variance: Double) throws -> Double {
                let mean = sample.design.times(Array(values.dropFirst()))
                let rest = map.filter(values[0]).times(zip(sample.response, mean).map { $0 - $1 })
                return log(map.determinant(values[0])) - 18 * log(2 * .pi * variance) - dotProduct(rest, rest)
                    / (2 * variance)
            }
            try expectPeak(
                [lag.rho.value] + lag.coefficients.map(\.value), lag.variance, lag.logLikelihood, lagHeight)
            try expectPeak(
                [error.lambda.value] + error.coefficients.map(\.value), error.variance, error.logLikelihood,
                errorHeight)
        }
    }

    private func expectPeak(
        _ values: [Double], _ variance: Double, _ stated: Double, _ height: ([Double], Double) throws -> Double
    ) throws {
        let top = try height(values, variance)
        #expect(isClose(top, stated))
        for index in values.indices {
            // At a peak to full precision the height changes by the square of the step only.
            for step in [-1e-4, 1e-4] {
                var moved = values
                moved[index] += step
                let change = try height(moved, variance) - top
                #expect(change < 0 && change > -1e-5)
            }
            var (up, down) = (values, values)
            up[index] += 1e-5
            down[index] -= 1e-5
            #expect(abs(try height(up, variance) - height(down, variance)) < 1e-10)
        }
        #expect(try height(values, variance * 1.01) < top)
        #expect(try height(values, variance * 0.99) < top)
    }

    @Test("The lag model's covariance is the inverse of the information by its definition")
    func covariance() throws {
        for joins in InventedMap.Joins.allCases {
            let map = InventedMap(count: 30, joins: joins, seed: 12)
            let sample = try map.laggedSample(0.3)
            let model = try SpatialLagModel(sample, filter: SpatialFilter(map.weights))
            let a = map.weights.matrix.times(map.inverse(model.rho.value))
            let fitted = a.times(sample.design.times(model.coefficients.map(\.value)))
            let columns = [fitted] + (0..<sample.design.columns).map(sample.design.column)
            var information = Matrix(rows: 5, columns: 5)
            for row in 0..<4 {
                for column in 0..<4 {
                    information[row, column] = dotProduct(columns[row], columns[column]) / model.variance
                }
            }
            information[0, 0] += a.times(a).trace + a.transposed.times(a).trace
            information[4, 0] = a.trace / model.variance
            information[0, 4] = a.trace / model.variance
            information[4, 4] = 30 / (2 * model.variance * model.variance)
            let inverse = information.inverse
            for row in 0..<4 {
                for column in 0..<4 { #expect(isClose(model.covariance[row, column], inverse[row, column])) }
            }
        }
    }

    @Test("Standard errors keep their digits where a predictor hardly differs from a constant")
    func condition() throws {
        let map = InventedMap(count: 36, joins: .lattice, seed: 5)
        let sample = try map.laggedSample(0.3)
        // Eastings, say: far from zero, a few metres apart. Only the intercept's error may change.
        let far = try RegressionSample(
            response: sample.response, predictors: [map.predictors[0].map { $0 + 3e6 }, map.predictors[1]])
        let filter = try SpatialFilter(map.weights)
        let (near, shifted) = (try SpatialLagModel(sample, filter: filter), try SpatialLagModel(far, filter: filter))
        #expect(isClose(near.rho.standardError, shifted.rho.standardError, 1e-8))
        for place in 1...2 {
            #expect(isClose(near.coefficients[place].standardError, shifted.coefficients[place].standardError, 1e-8))
        }
    }

    @Test("Where all areas are next to all the likelihood has no maximum, and residuals tell nothing about space")
    func allNextToAll() throws {
        let targets = (0..<12).flatMap { area in (0..<12).filter { $0 != area }.map(Int32.init) }
        let weights = Neighbours(
            starts: (0...12).map { $0 * 11 }, targets: targets, weights: Array(repeating: 1.0 / 11, count: 132))
        let map = InventedMap(count: 12, joins: .nearest, seed: 3, predictors: 1)
        for offset in [0, 1e6] {
            let sample = try RegressionSample(
                response: map.sample().response.map { $0 + offset }, predictors: map.predictors)
            #expect(throws: RegressionProblem.noMaximum) {
                try SpatialLagModel(sample, filter: SpatialFilter(weights))
            }
            #expect(throws: RegressionProblem.noMaximum) {
                try SpatialErrorModel(sample, filter: SpatialFilter(weights))
            }
            let model = try LeastSquaresModel(sample)
            let tests = LagrangeMultiplierTests(model, of: sample, weights: weights)
            #expect(tests.robustError == nil && tests.robustLag == nil && tests.both == nil)
            let moran = ResidualMoran(model, of: sample, weights: weights)
            #expect(isClose(moran.statistic, -1.0 / 11) && isClose(moran.expected, -1.0 / 11))
            #expect(moran.variance == 0 && moran.z == 0 && moran.p == 1)
        }
    }

    @Test("Relabelling the areas changes nothing but rounding", arguments: InventedMap.Joins.allCases)
    func relabelling(joins: InventedMap.Joins) throws {
        let map = InventedMap(count: 36, joins: joins, seed: 21)
        let sample = try map.laggedSample(0.4)
        var order = Array(0..<36)
        var random = SplitMix64(seed: 2)
        for last in (1..<36).reversed() { order.swapAt(last, random.below(last + 1)) }
        let turned = try RegressionSample(
            response: order.map { sample.response[$0] },
            predictors: sample.predictors.map { column in order.map { column[$0] } })
        let (filter, other) = (
            try SpatialFilter(map.weights), try SpatialFilter(map.weights.restricted(to: order))
        )
        let (lag, lagTurned) = (try SpatialLagModel(sample, filter: filter), try SpatialLagModel(turned, filter: other))
        let (error, errorTurned) = (
            try SpatialErrorModel(sample, filter: filter), try SpatialErrorModel(turned, filter: other)
        )
        #expect(isClose(lag.rho.value, lagTurned.rho.value) && isClose(error.lambda.value, errorTurned.lambda.value))
        #expect(isClose(lag.rho.standardError, lagTurned.rho.standardError))
        #expect(isClose(error.lambda.standardError, errorTurned.lambda.standardError))
        #expect(zip(order.map { lag.residuals[$0] }, lagTurned.residuals).allSatisfy { isClose($0, $1) })
        #expect(zip(order.map { error.residuals[$0] }, errorTurned.residuals).allSatisfy { isClose($0, $1) })
        let pairs = zip(
            lag.impacts(draws: 100, seed: 1).impacts, lagTurned.impacts(draws: 100, seed: 1).impacts)
        #expect(pairs.allSatisfy { isClose($0.indirect.upper, $1.indirect.upper, 1e-7) })
    }

    @Test("A lag that depends on the predictors is named")
    func dependentLag() throws {
        // Two areas beside each other in each pair: the lag of x is the sum of the pair less x.
        let weights = Neighbours(
            starts: Array(0...8), targets: [1, 0, 3, 2, 5, 4, 7, 6], weights: Array(repeating: 1, count: 8))
        let sample = try RegressionSample(
            response: [1, 4, 2, 2, 7, 3, 5, 6], predictors: [[1, 9, 4, 6, 3, 7, 2, 8]])
        #expect(throws: RegressionProblem.dependentLag(0)) { try LaggedPredictorsModel(sample, weights: weights) }
        #expect(throws: RegressionProblem.dependentLag(0)) { try InstrumentedLagModel(sample, weights: weights) }
    }

    @Test("Two-stage least squares finds the parameters of simulated maps")
    func twoStages() throws {
        var sum = [Double](repeating: 0, count: 4)
        for seed in 1...60 as ClosedRange<UInt64> {
            let map = InventedMap(count: 144, joins: .lattice, seed: seed)
            let model = try InstrumentedLagModel(map.laggedSample(0.5), weights: map.weights)
            for (index, value) in ([model.rho.value] + model.coefficients.map(\.value)).enumerated() {
                sum[index] += value / 60
            }
        }
        #expect(abs(sum[0] - 0.5) < 0.03)
        #expect(abs(sum[1] - 1) < 0.1 && abs(sum[2] - 2) < 0.05 && abs(sum[3] + 1) < 0.05)
    }

    @Test("Ratio and Wald tests of a map without spatial terms are small, of one with them large")
    func tests() throws {
        let map = InventedMap(count: 144, joins: .lattice, seed: 33)
        let filter = try SpatialFilter(map.weights)
        let none = try SpatialLagModel(map.sample(), filter: filter)
        let strong = try SpatialLagModel(map.laggedSample(0.6), filter: filter)
        #expect(none.likelihoodRatio.p > 0.01 && none.wald.p > 0.01)
        #expect(strong.likelihoodRatio.p < 1e-6 && strong.wald.p < 1e-6)
        #expect(none.likelihoodRatio.statistic >= 0)
        #expect(isClose(strong.akaike, 2 * 5 - 2 * strong.logLikelihood))
    }
}
