import Algebra
import ArgumentParser
import Diagnostics
import Formats
import Regression
import Statistics

/// `kleinraum regression`: what goes with what over areas, and how much of it comes from next door.
struct RegressionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regression",
        abstract: "Linear and spatial regression over areas.",
        discussion: """
            ols        least squares, with tests of the residuals: which spatial model, if any, is due
            slx        with the neighbours' predictors
            lag        with the neighbours' response, by maximum likelihood
            error      with residuals like the neighbours', by maximum likelihood
            two-stage  as lag, by two-stage least squares: without likelihood and for any number of areas

            The result is one JSON object: coefficients (estimate, standard_error, statistic, p); fit; diagnostics; for \
            slx and lag the impacts of each predictor (direct in the area, indirect elsewhere, total) with 95 % limits, \
            for in a lag model the coefficients are no effects; for lag and error the feasible range of the parameter; \
            areas left out, with the reason, and areas without neighbours, which stay in with a lag of 0; warnings.

            --style row divides each area's weights by their sum, binary counts links. Areas with a gap in some column \
            are taken out before weights are scaled. lag and error take up to \(SpatialFilter.limit) areas, \
            \(SpatialFilter.asymmetricLimit) with one-way links such as nearest neighbours.
            """)

    /// The model to fit.
    enum Model: String, CaseIterable, ExpressibleByArgument {
        case ols
        case slx
        case lag
        case error
        case twoStage = "two-stage"
    }

    /// How weights are scaled.
    enum Style: String, CaseIterable, ExpressibleByArgument {
        case row
        case binary
    }

    @Argument(help: "The model: ols, slx, lag, error or two-stage.")
    var model: Model

    @Option(help: "Who is next to whom: a GAL or GWT file by the table's keys.")
    var weights: String

    @Option(help: "The table: CSV and its relatives, or the attributes of a boundary file.")
    var table: String

    @Option(help: "The column with the areas' keys; @row numbers them from 1, @row0 from 0.")
    var key: String

    @Option(help: "The column to explain.")
    var response: String

    @Option(help: "The columns that explain it, separated by commas.")
    var predictors: String

    @Option(help: "How weights are scaled: row or binary.")
    var style = Style.row

    @Option(help: "Where the random numbers for the limits of a lag model's impacts start.")
    var seed: UInt64 = 1

    @Option(parsing: .unconditional, help: "How many draws those limits rest on.")
    var draws = 2000

    @Option(parsing: .unconditionalSingleValue, help: "A value that means missing; may be repeated.")
    var missing: [String] = []

    @Option(name: .short, help: "The file to write; by default standard output.")
    var output: String?

    func validate() throws {
        let names = CompleteRows.names(predictors)
        guard names.allSatisfy({ !$0.isEmpty }), Set(names).count == names.count, !names.contains(response) else {
            throw ValidationError(
                "--predictors takes different columns, separated by commas, without that of --response")
        }
        guard draws >= 100 else { throw ValidationError("--draws takes a number from 100") }
        try Output.refuse(overwriting: [table, weights], output: output)
    }

    func run() throws {
        let names = CompleteRows.names(predictors)
        let rows = try CompleteRows(table: table, key: key, columns: [response] + names, missing: missing)
        rows.tell()
        let links = try links(of: rows)
        var report = RegressionReport(command: self, names: names, rows: rows, links: links)
        do throws(RegressionProblem) {
            let members = rows.complete
            let sample = try RegressionSample(
                response: members.map { rows.columns[0][$0] },
                predictors: rows.columns.dropFirst().map { column in members.map { column[$0] } })
            try fit(sample, links: links, into: &report)
        } catch {
            throw explained(error, names: names)
        }
        for warning in report.warnings { Message.write("warning: \(warning)") }
        try Output.write(report.bytes, to: output, isConfidential: true)
    }

    /// Fits the model and writes it into the report.
    private func fit(
        _ sample: RegressionSample, links: Neighbours, into report: inout RegressionReport
    ) throws(RegressionProblem) {
        switch model {
        case .ols:
            let model = try LeastSquaresModel(sample)
            report.write(model, sample: sample, names: report.names)
        case .slx:
            let slx = try LaggedPredictorsModel(sample, weights: links)
            report.write(slx.model, sample: slx.sample, names: report.names + report.names.map { "lag(\($0))" })
            report.write(impacts: slx.impacts)
        case .lag:
            let lag = try SpatialLagModel(sample, filter: SpatialFilter(links))
            report.write(lag)
            let simulated = lag.impacts(draws: draws, seed: seed)
            report.write(impacts: simulated.impacts)
            report.write(simulated, seed: seed)
        case .error:
            report.write(try SpatialErrorModel(sample, filter: SpatialFilter(links)))
        case .twoStage:
            report.write(try InstrumentedLagModel(sample, weights: links))
        }
    }

    /// The scaled links among the complete rows, in their order.
    private func links(of rows: CompleteRows) throws(InputError) -> Neighbours {
        let file = try WeightsFile.read(path: weights).ordered(by: rows.keysOfTable, in: table)
        if file.hasSelfWeights { Message.write("what areas weigh to themselves in \(weights) is left out") }
        let members = rows.complete
        let all = file.neighbours.restricted(to: members.map { rows.order[$0] })
        if let negative = all.weights.first(where: { !($0 >= 0 && $0.isFinite) }) {
            throw InputError(
                .invalidNumber, "the weight \(negative) is below zero", remedy: "take weights from zero",
                at: Place(file: weights))
        }
        // A weight of zero is no link.
        let present = all.filtered { _, _, weight in weight > 0 }
        if present.targets.isEmpty {
            throw InputError(
                .invalidNumber, "no two areas with all numbers are neighbours",
                remedy: "take other weights, or columns with fewer gaps", at: Place(file: weights))
        }
        let links = style == .row ? present.rowStandardised : present.binary
        guard model == .lag || model == .error else { return links }
        let isSymmetrisable = SpatialFilter.isSymmetrisable(links)
        let limit = isSymmetrisable ? SpatialFilter.limit : SpatialFilter.asymmetricLimit
        if links.count > limit {
            throw InputError(
                .invalidNumber,
                "\(links.count) areas are too many for maximum likelihood, which takes \(limit)"
                    + (isSymmetrisable ? "" : " where links go one way"),
                remedy: isSymmetrisable
                    ? "take two-stage, or larger areas" : "take two-stage, or neighbours that are so both ways",
                at: Place(file: table))
        }
        return links
    }
}
