import Algebra
import Regression
import Statistics
import Testing

@Suite("Linear regression")
struct LeastSquaresTests {
    /// Longley's data: NIST StRD, Linear least squares; employment, then six nearly collinear predictors.
    private static let longley: [[Double]] = [
        [60323, 83, 234289, 2356, 1590, 107608, 1947], [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
        [60171, 88.2, 258054, 3682, 1616, 109773, 1949], [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
        [63221, 96.2, 328975, 2099, 3099, 112075, 1951], [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
        [64989, 99, 365385, 1870, 3547, 115094, 1953], [63761, 100, 363112, 3578, 3350, 116219, 1954],
        [66019, 101.2, 397469, 2904, 3048, 117388, 1955], [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
        [68169, 108.4, 442769, 2936, 2798, 120445, 1957], [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
        [68655, 112.6, 482704, 3813, 2552, 123366, 1959], [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
        [69331, 115.7, 518173, 4806, 2572, 127852, 1961], [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
    ]

    private func longley() throws -> RegressionSample {
        let columns = Matrix(rows: Self.longley)
        return try RegressionSample(response: columns.column(0), predictors: (1..<7).map(columns.column))
    }

    @Test("Longley's data give the values that NIST certifies")
    func certified() throws {
        let model = try LeastSquaresModel(longley())
        let values = [
            -3482258.63459582, 15.0618722713733, -0.358191792925910e-01, -2.02022980381683, -1.03322686717359,
            -0.511041056535807e-01, 1829.15146461355,
        ]
        let errors = [
            890420.383607373, 84.9149257747669, 0.334910077722432e-01, 0.488399681651699, 0.214274163161675,
            0.226073200069370, 455.478499142212,
        ]
        for (estimate, (value, error)) in zip(model.coefficients, zip(values, errors)) {
            #expect(abs(estimate.value / value - 1) < 1e-9)
            #expect(abs(estimate.standardError / error - 1) < 1e-9)
        }
        #expect(abs(model.residualVariance.squareRoot() / 304.854073561965 - 1) < 1e-10)
        #expect(abs(model.rSquared - 0.995479004577296) < 1e-12)
        #expect(abs((model.overall?.statistic ?? 0) / 330.285339234588 - 1) < 1e-9)
    }

    @Test("Probabilities, likelihood and tests of the residuals are those of statsmodels on Longley's data")
    func peers() throws {
        let sample = try longley()
        let model = try LeastSquaresModel(sample)
        #expect(isClose(model.coefficients[1].p, 0.86314083, 1e-8))
        #expect(isClose(model.coefficients[4].p, 0.00094437, 1e-8))
        #expect(isClose(model.coefficients[6].statistic, 4.01588981, 1e-8))
        #expect(isClose(model.logLikelihood, -109.6174348084912, 1e-11))
        // statsmodels does not count the variance as a parameter.
        #expect(isClose(model.akaike, 233.2348696169824 + 2, 1e-11))
        #expect(isClose(model.adjustedRSquared, 0.992465007628816, 1e-11))
        #expect(abs((model.overall?.p ?? 0) / 4.984030528754534e-10 - 1) < 1e-6)
        let tests = ResidualTests(model, of: sample)
        #expect(isClose(tests.koenker?.statistic ?? 0, 2.5096632074721974, 1e-7))
        #expect(isClose(tests.koenker?.p ?? 0, 0.8673846348761984, 1e-7))
        #expect(isClose(tests.jarqueBera.statistic, 0.6841355859265188, 1e-7))
        #expect(isClose(tests.jarqueBera.p, 0.7103000497317367, 1e-7))
    }

    @Test("The documentation's example: a slope of 2.2 and an R² of 0.9307")
    func example() throws {
        let model = try LeastSquaresModel(RegressionSample(response: [1, 3, 4, 8], predictors: [[0, 1, 2, 3]]))
        #expect(isClose(model.coefficients[1].value, 2.2))
        #expect(isClose(model.rSquared, 0.9307692307692308))
    }

    @Test("Breusch and Pagan's statistic is half the explained sum of squares, and koenker's is n R²")
    func heteroskedasticity() throws {
        let sample = try InventedMap(count: 40, joins: .lattice, seed: 4).sample()
        let model = try LeastSquaresModel(sample)
        let squares = model.residuals.map { $0 * $0 }
        let auxiliary = try LeastSquaresModel(RegressionSample(response: squares, predictors: sample.predictors))
        let tests = ResidualTests(model, of: sample)
        #expect(isClose(tests.koenker?.statistic ?? 0, 40 * auxiliary.rSquared))
        let variance = model.residualSum / 40
        let explained = auxiliary.residualSum / (1 - auxiliary.rSquared) * auxiliary.rSquared / (variance * variance)
        #expect(isClose(tests.breuschPagan?.statistic ?? 0, explained / 2))
    }

    @Test("An intercept alone is the mean, and there is nothing to test together")
    func interceptOnly() throws {
        let sample = try RegressionSample(response: [1, 2, 6], predictors: [])
        let model = try LeastSquaresModel(sample)
        #expect(isClose(model.coefficients[0].value, 3))
        #expect(model.overall == nil)
        #expect(ResidualTests(model, of: sample).breuschPagan == nil)
    }

    @Test("What cannot be fitted says why")
    func problems() throws {
        #expect(throws: RegressionProblem.tooFewAreas(count: 3, needed: 4)) {
            try RegressionSample(response: [1, 2, 4], predictors: [[1, 2, 2], [0, 1, 1]])
        }
        #expect(throws: RegressionProblem.constantResponse) {
            try RegressionSample(response: [2, 2, 2, 2], predictors: [[1, 2, 3, 5]])
        }
        #expect(throws: RegressionProblem.dependentPredictor(0)) {
            try RegressionSample(response: [1, 2, 4, 4], predictors: [[3, 3, 3, 3]])
        }
        #expect(throws: RegressionProblem.dependentPredictor(1)) {
            try RegressionSample(response: [1, 2, 4, 4, 0], predictors: [[1, 2, 3, 5, 8], [98, 96, 94, 90, 84]])
        }
        #expect(throws: RegressionProblem.perfectFit) {
            try LeastSquaresModel(RegressionSample(response: [1.1, 2.1, 3.1, 5.1], predictors: [[1, 2, 3, 5]]))
        }
    }
}
