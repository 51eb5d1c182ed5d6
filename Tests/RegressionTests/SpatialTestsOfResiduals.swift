import Algebra
import Regression
import Statistics
import Testing

@Suite("Spatial tests of residuals")
struct SpatialTestsOfResiduals {
    @Test(
        "Lagrange-multiplier tests equal their definitions with dense matrices", arguments: InventedMap.Joins.allCases)
    func definitions(joins: InventedMap.Joins) throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let map = InventedMap(count: 25, joins: joins, seed: seed)
            let sample = try map.sample()
            let model = try LeastSquaresModel(sample)
            let tests = LagrangeMultiplierTests(model, of: sample, weights: map.weights)

            let (w, n) = (map.weights.matrix, 25.0)
            let trace = w.transposed.times(w).plus(w.times(w)).trace
            let variance = model.residualSum / n
            let error = dotProduct(model.residuals, w.times(model.residuals)) / variance
            let lag = dotProduct(model.residuals, w.times(sample.response)) / variance
            let fitted = w.times(sample.design.times(model.coefficients.map(\.value)))
            let information = residualMaker(sample).quadraticForm(fitted) / variance + trace
            #expect(isClose(tests.error.statistic, error * error / trace))
            #expect(isClose(tests.lag.statistic, lag * lag / information))
            let robustError = error - trace / information * lag
            #expect(
                isClose(
                    tests.robustError?.statistic ?? .nan,
                    robustError * robustError / (trace * (1 - trace / information))))
            let robustLag = (lag - error) * (lag - error) / (information - trace)
            #expect(isClose(tests.robustLag?.statistic ?? .nan, robustLag))
            #expect(isClose(tests.both?.statistic ?? .nan, robustLag + error * error / trace))
            // The same joint test from the other side.
            #expect(
                isClose(
                    tests.both?.statistic ?? .nan, (tests.robustError?.statistic ?? .nan) + tests.lag.statistic))
            #expect(tests.both?.degrees == 2)
        }
    }

    @Test("Moran's I of residuals has the moments of its definition", arguments: InventedMap.Joins.allCases)
    func moran(joins: InventedMap.Joins) throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let map = InventedMap(count: 25, joins: joins, seed: seed)
            let sample = try map.sample()
            let model = try LeastSquaresModel(sample)
            let moran = ResidualMoran(model, of: sample, weights: map.weights)

            let (w, n, k) = (map.weights.matrix, 25.0, Double(sample.coefficientCount))
            let scale = n / w.values.reduce(0, +)
            let symmetric = w.plus(w.transposed).scaled(by: 0.5)
            let product = residualMaker(sample).times(symmetric)
            let (first, second) = (product.trace, product.times(product).trace)
            #expect(isClose(moran.statistic, scale * w.quadraticForm(model.residuals) / model.residualSum))
            #expect(isClose(moran.expected, scale * first / (n - k)))
            let variance = 2 * ((n - k) * second - first * first) / ((n - k) * (n - k) * (n - k + 2))
            #expect(isClose(moran.variance, scale * scale * variance))
            #expect(isClose(moran.z, (moran.statistic - moran.expected) / moran.variance.squareRoot()))
        }
    }

    @Test("With an intercept alone Moran's I has the moments of a plain Moran's I by normality")
    func plainMoran() throws {
        let map = InventedMap(count: 36, joins: .lattice, seed: 9, predictors: 0)
        let sample = try map.sample()
        let model = try LeastSquaresModel(sample)
        let moran = ResidualMoran(model, of: sample, weights: map.weights)
        let (s0, s1, s2) = map.weights.sums
        #expect(isClose(moran.expected, -1 / 35))
        #expect(
            isClose(
                moran.variance,
                (36 * 36 * s1 - 36 * s2 + 3 * s0 * s0) / (s0 * s0 * (36 * 36 - 1)) - 1 / (35.0 * 35.0)))
        // The lag of a constant is constant: lag and error are one thing here.
        let tests = LagrangeMultiplierTests(model, of: sample, weights: map.weights)
        #expect(tests.robustError == nil && tests.robustLag == nil && tests.both == nil)
        #expect(isClose(tests.error.statistic, tests.lag.statistic))
    }

    @Test("Under the null the tests reject as often as they say")
    func size() throws {
        var rejected = (error: 0, lag: 0, moran: 0)
        for seed in 1...600 as ClosedRange<UInt64> {
            let map = InventedMap(count: 81, joins: .lattice, seed: seed)
            let sample = try map.sample()
            let model = try LeastSquaresModel(sample)
            let tests = LagrangeMultiplierTests(model, of: sample, weights: map.weights)
            if tests.error.p < 0.05 { rejected.error += 1 }
            if tests.lag.p < 0.05 { rejected.lag += 1 }
            if ResidualMoran(model, of: sample, weights: map.weights).p < 0.05 { rejected.moran += 1 }
        }
        // 30 are expected; four standard deviations are 21.
        for count in [rejected.error, rejected.lag, rejected.moran] { #expect(abs(count - 30) < 22) }
    }

    /// I − X (XᵀX)⁻¹ Xᵀ, dense.
    private func residualMaker(_ sample: RegressionSample) -> Matrix {
        Matrix.identity(sample.count).minus(
            sample.design.times(sample.design.gram.inverse).times(sample.design.transposed))
    }
}
