import Coverage
import Formats
import Regression
import Statistics
import Testing

extension GoldenCall {
    /// Regression over areas.
    static let regression: [GoldenCall] = [
        GoldenCall("oldcol-lm") {
            let map = try RegressionMap.oldColumbus(["HOVAL", "INC"])
            let model = try LeastSquaresModel(map.sample)
            let tests = LagrangeMultiplierTests(model, of: map.sample, weights: map.weights)
            return [
                tests.error.statistic, tests.lag.statistic, tests.robustError?.statistic ?? .nan,
                tests.robustLag?.statistic ?? .nan, tests.both?.statistic ?? .nan,
            ]
        },
        GoldenCall("oldcol-sar", leftOutBecause: PublishedMaxima.reason),
        GoldenCall("oldcol-sar-impacts", leftOutBecause: PublishedMaxima.reason),
        GoldenCall("oldcol-sem") {
            let model = try RegressionMap.oldColumbus(["INC", "HOVAL"]).errorModel()
            return [model.lambda.value, model.logLikelihood]
        },
        GoldenCall("oldcol-2sls") {
            let map = try RegressionMap.oldColumbus(["INC", "HOVAL"])
            let model = try InstrumentedLagModel(map.sample, weights: map.weights)
            return [model.rho.value] + model.coefficients.map(\.value)
                + [model.residualVariance, model.moran.statistic]
        },
        GoldenCall("oldcol-slx") {
            let map = try RegressionMap.oldColumbus(["INC", "HOVAL"])
            let model = try LaggedPredictorsModel(map.sample, weights: map.weights)
            return model.impacts.flatMap(RegressionMap.values)
        },
        GoldenCall("columbus-ols") {
            // Binary weights: spreg's test does not standardise them, although the row says so.
            let map = try RegressionMap.columbus { $0 }
            let model = try LeastSquaresModel(map.sample)
            let tests = LagrangeMultiplierTests(model, of: map.sample, weights: map.weights)
            let moran = ResidualMoran(model, of: map.sample, weights: map.weights)
            return model.coefficients.map(\.value)
                + [tests.error.statistic, tests.lag.statistic, tests.both?.statistic ?? .nan, moran.statistic]
        },
        GoldenCall("columbus-gmlag") {
            let map = try RegressionMap.columbus(\.rowStandardised)
            let model = try InstrumentedLagModel(map.sample, weights: map.weights)
            return model.coefficients.map(\.value) + [model.rho.value]
        },
        GoldenCall("baltim-mllag", leftOutBecause: PublishedMaxima.reason),
        GoldenCall("baltim-mlerr", leftOutBecause: PublishedMaxima.reason),
        GoldenCall("ny8-feasible") {
            let file = try WeightsFile.read(path: "\(GoldenFile.folder)/r_nydata/listw_NY.gal")
            let filter = try SpatialFilter(file.neighbours)
            return [filter.lower, filter.upper]
        },
    ]
}

/// Likelihoods whose published maxima are not quite at the maximum.
@Suite("Published maxima of likelihoods")
struct PublishedMaxima {
    static let reason = """
        the printed digits are where the source's optimiser stopped, about 10⁻⁷ beside the maximum that is computed here \
        (today's spreg stops elsewhere, too); the test "Published maxima" holds them within 10⁻⁶
        """

    @Test(
        "Maxima are within a millionth of where the published optimisers stopped",
        .enabled(if: GoldenFile.isHere, "shared/data/statistics is not here"),
        arguments: ["oldcol-sar", "oldcol-sar-impacts", "baltim-mllag", "baltim-mlerr"])
    func reproduces(id: String) throws {
        let row = try #require(try GoldenFile.rows().first { $0.id == id })
        let numbers = try compute(id)
        #expect(numbers.count == row.expected.count)
        for (number, text) in zip(numbers, row.expected) {
            let printed = try #require(Double(text))
            #expect(
                GoldenFile.isPrinted(number, as: text) || abs(number - printed) < 1e-6 * abs(printed),
                "\(number) is not \(text)")
        }
    }

    private func compute(_ id: String) throws -> [Double] {
        switch id {
        case "oldcol-sar":
            let model = try RegressionMap.oldColumbus(["INC", "HOVAL"]).lagModel()
            return [model.rho.value] + model.coefficients.map(\.value) + [model.logLikelihood, model.variance]
        case "oldcol-sar-impacts":
            let model = try RegressionMap.oldColumbus(["INC", "HOVAL"]).lagModel()
            return model.impacts(draws: 2, seed: 1).impacts.flatMap(RegressionMap.values)
        case "baltim-mllag":
            let model = try RegressionMap.baltimore().lagModel()
            return model.coefficients.map(\.value) + [model.rho.value, model.logLikelihood, model.variance]
        default:
            let model = try RegressionMap.baltimore().errorModel()
            return model.coefficients.map(\.value) + [model.lambda.value, model.logLikelihood]
        }
    }
}

/// A sample and weights from the published data.
private struct RegressionMap {
    let sample: RegressionSample
    let weights: Neighbours

    func lagModel() throws -> SpatialLagModel { try SpatialLagModel(sample, filter: SpatialFilter(weights)) }

    func errorModel() throws -> SpatialErrorModel { try SpatialErrorModel(sample, filter: SpatialFilter(weights)) }

    /// CRIME in Columbus as spdep has it, with its own order of areas.
    static func oldColumbus(_ predictors: [String]) throws -> RegressionMap {
        let table = try Table(path: "\(GoldenFile.folder)/r_oldcol/COL.OLD.csv")
        func column(_ name: String) throws -> [Double] { try table.completeNumbers(try table.column(name)) }
        let file = try WeightsFile.read(path: "\(GoldenFile.folder)/r_oldcol/COL.nb.gal")
        return RegressionMap(
            sample: try RegressionSample(response: column("CRIME"), predictors: predictors.map(column)),
            weights: try file.neighbours(orderedBy: (1...table.count).map(String.init)).rowStandardised)
    }

    /// HOVAL in Columbus, neighbours across edges of the shapefile.
    static func columbus(_ style: (Neighbours) -> Neighbours) throws -> RegressionMap {
        let file = try FeatureFile.read(path: "\(GoldenFile.folder)/columbus/columbus.shp")
        guard case .areas(let areas) = file.geometry else { throw RegressionProblem.noCircuit }
        return RegressionMap(
            sample: try sample(file, "HOVAL", ["INC", "CRIME"]),
            weights: style(Contiguity.rook.neighbours(of: areas).binary))
    }

    /// Prices of houses in Baltimore.
    static func baltimore() throws -> RegressionMap {
        let file = try FeatureFile.read(path: "\(GoldenFile.folder)/baltim/baltim.shp")
        let weights = try WeightsFile.read(path: "\(GoldenFile.folder)/baltim/baltim_q.gal")
        return RegressionMap(
            sample: try sample(file, "PRICE", ["NROOM", "AGE", "SQFT"]),
            weights: try weights.neighbours(orderedBy: file.keys("STATION")).rowStandardised)
    }

    private static func sample(
        _ file: FeatureFile, _ response: String, _ predictors: [String]
    ) throws -> RegressionSample {
        func column(_ name: String) throws -> [Double] {
            try file.column(name).map { try #require(Double($0 ?? ""), "\(name) has a gap") }
        }
        return try RegressionSample(response: column(response), predictors: predictors.map(column))
    }

    static func values(_ impacts: Impacts) -> [Double] {
        [impacts.direct.value, impacts.indirect.value, impacts.total.value]
    }
}
