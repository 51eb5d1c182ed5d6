import Regression
import Statistics

/// The JSON that `kleinraum regression` writes, member after member.
struct RegressionReport {
    let command: RegressionCommand
    /// The predictors.
    let names: [String]
    private let rows: CompleteRows
    private let links: Neighbours
    /// What the reader should know before believing the result.
    private(set) var warnings: [String] = []
    private var json = JSONMembers()

    /// Below so many areas the approximations behind p-values are rough.
    static let fewAreas = 30

    init(command: RegressionCommand, names: [String], rows: CompleteRows, links: Neighbours) {
        self.command = command
        self.names = names
        self.rows = rows
        self.links = links
        if links.count < Self.fewAreas {
            warnings.append("fewer than \(Self.fewAreas) areas: standard errors and p-values are a rough guide")
        }
    }

    /// Least squares: coefficients, fit, and tests of the residuals.
    mutating func write(_ model: LeastSquaresModel, sample: RegressionSample, names: [String]) {
        write(coefficients: model.coefficients, names: names)
        json.write("fit") { json in
            json.write("r_squared", model.rSquared)
            json.write("adjusted_r_squared", model.adjustedRSquared)
            json.write("residual_variance", model.residualVariance)
            json.write("log_likelihood", model.logLikelihood)
            json.write("akaike", model.akaike)
            if let overall = model.overall {
                json.write("f") { json in
                    json.write("statistic", overall.statistic)
                    json.write("p", overall.p)
                }
            }
        }
        let residuals = ResidualTests(model, of: sample)
        let tests = LagrangeMultiplierTests(model, of: sample, weights: links)
        let moran = ResidualMoran(model, of: sample, weights: links)
        json.write("diagnostics") { json in
            json.write("jarque_bera", residuals.jarqueBera)
            json.write("breusch_pagan", residuals.breuschPagan)
            json.write("koenker", residuals.koenker)
            json.write("lm_error", tests.error)
            json.write("lm_lag", tests.lag)
            json.write("robust_lm_error", tests.robustError)
            json.write("robust_lm_lag", tests.robustLag)
            json.write("lm_sarma", tests.both)
            json.write("moran") { json in
                json.write("statistic", moran.statistic)
                json.write("expected", moran.expected)
                json.write("variance", moran.variance)
                json.write("z", moran.z)
                json.write("p", moran.p)
            }
        }
    }

    /// The spatial lag model without its impacts.
    mutating func write(_ model: SpatialLagModel) {
        json.write("rho") { $0.write(model.rho) }
        json.write("feasible_range", [model.filter.lower, model.filter.upper])
        write(coefficients: model.coefficients, names: names)
        writeFit(
            variance: model.variance, logLikelihood: model.logLikelihood, akaike: model.akaike,
            ratio: model.likelihoodRatio, wald: model.wald)
    }

    /// The spatial error model.
    mutating func write(_ model: SpatialErrorModel) {
        json.write("lambda") { $0.write(model.lambda) }
        json.write("feasible_range", [model.filter.lower, model.filter.upper])
        write(coefficients: model.coefficients, names: names)
        writeFit(
            variance: model.variance, logLikelihood: model.logLikelihood, akaike: model.akaike,
            ratio: model.likelihoodRatio, wald: model.wald)
    }

    /// The lag model by two-stage least squares.
    mutating func write(_ model: InstrumentedLagModel) {
        json.write("rho") { $0.write(model.rho) }
        write(coefficients: model.coefficients, names: names)
        json.write("fit") { $0.write("residual_variance", model.residualVariance) }
        json.write("diagnostics") { $0.write("anselin_kelejian", model.moran) }
        warnings.append("the coefficients of a lag model are no effects: for impacts fit the model lag")
    }

    /// The impacts of each predictor.
    mutating func write(impacts: [Impacts]) {
        json.write(objects: "impacts", Array(zip(names, impacts))) { json, entry in
            json.write("name", entry.0)
            let effects = [("direct", entry.1.direct), ("indirect", entry.1.indirect), ("total", entry.1.total)]
            for (name, effect) in effects {
                json.write(name) { json in
                    json.write("estimate", effect.value)
                    json.write("standard_error", effect.standardError)
                    json.write("lower", effect.lower)
                    json.write("upper", effect.upper)
                }
            }
        }
    }

    /// What the limits of a lag model's impacts rest on.
    mutating func write(_ simulated: SimulatedImpacts, seed: UInt64) {
        json.write("simulation") { json in
            json.write("draws", Double(simulated.draws))
            json.write(seed: seed)
            json.write("probability_cut_off", simulated.probabilityCutOff)
        }
        if simulated.probabilityCutOff > 0.01 {
            warnings.append("rho lies close to the end of its feasible range: limits of impacts are a rough guide")
        }
    }

    /// The whole report.
    var bytes: [UInt8] {
        var whole = JSONMembers()
        whole.write("model", command.model.rawValue)
        whole.write("response", command.response)
        whole.write("style", command.style.rawValue)
        whole.write("n", Double(links.count))
        whole.append(json)
        let left = rows.keys.indices.filter { rows.states[$0] != .value }
        whole.write(objects: "left_out", left) { json, place in
            json.write("key", rows.keys[place])
            json.write("reason", rows.states[place].name)
        }
        let members = rows.complete
        whole.write("islands", links.islands.map { rows.keys[members[$0]] })
        whole.write("warnings", warnings)
        return whole.bytes + Array("\n".utf8)
    }

    private mutating func writeFit(
        variance: Double, logLikelihood: Double, akaike: Double, ratio: TestResult, wald: TestResult
    ) {
        json.write("fit") { json in
            json.write("residual_variance", variance)
            json.write("log_likelihood", logLikelihood)
            json.write("akaike", akaike)
        }
        json.write("diagnostics") { json in
            json.write("likelihood_ratio", ratio)
            json.write("wald", wald)
        }
    }

    private mutating func write(coefficients: [Estimate], names: [String]) {
        json.write(objects: "coefficients", Array(zip(["(intercept)"] + names, coefficients))) { json, entry in
            json.write("name", entry.0)
            json.write(entry.1)
        }
    }
}

extension JSONMembers {
    /// Writes the members of an estimate.
    fileprivate mutating func write(_ estimate: Estimate) {
        write("estimate", estimate.value)
        write("standard_error", estimate.standardError)
        write("statistic", estimate.statistic)
        write("p", estimate.p)
    }

    /// Writes a test; null where it is not defined.
    fileprivate mutating func write(_ name: String, _ test: TestResult?) {
        guard let test else { return writeNull(name) }
        write(name) { json in
            json.write("statistic", test.statistic)
            json.write("degrees", Double(test.degrees))
            json.write("p", test.p)
        }
    }
}
