public import Catalogue
public import Diagnostics
public import Disclosure
import Regression
public import Statistics

/// What a regression over areas leaves unexplained: the residuals as a layer, with the model in the method sheet.
///
///     let layer = RegressionLayer(.lag, predictors: ["share"], neighbours: queen, weights: description)
///     ProtectedColumn.computed(from: [rate, share], by: layer)  // residual, observed, fitted
///
/// Operands are the response and the predictors. An area without all of them is not in the sample. Areas without
/// neighbours stay in it, with a lag of 0.
public struct RegressionLayer: LayerStatistic {
    /// A model.
    public enum Model: String, Sendable, CaseIterable {
        /// Least squares.
        case leastSquares = "ols"
        /// Least squares with the neighbours' predictors, too.
        case laggedPredictors = "slx"
        /// The neighbours' response as a predictor, by maximum likelihood.
        case lag
        /// Errors that depend on the neighbours' errors, by maximum likelihood.
        case error
    }

    /// The model.
    public let model: Model
    /// The predictors' names, in the order of the operands behind the response.
    public let predictors: [String]
    /// The weights of the whole level, as they were made.
    public let neighbours: Neighbours
    /// The weights in words.
    public let weights: WeightsDescription

    /// Prepares a layer.
    public init(_ model: Model, predictors: [String], neighbours: Neighbours, weights: WeightsDescription) {
        self.model = model
        self.predictors = predictors
        self.neighbours = neighbours
        self.weights = weights
    }

    /// What was observed, and what the model expects.
    public var columns: LayerColumns {
        LayerColumns(details: [
            ReleasedDetail(id: "observed", german: "beobachtet", english: "Observed", decimals: 2),
            ReleasedDetail(id: "fitted", german: "nach dem Modell", english: "Fitted", decimals: 2),
        ])
    }

    /// Residual, observed, fitted.
    public func results(
        of operands: [ProtectedColumn]
    ) throws(InputError) -> [(values: [Double], states: [ValueState])] {
        let sample = LayerSample(operands)
        let fit = try fit(sample)
        let observed = sample.values(of: 0)
        return [
            sample.column(fit.residuals), sample.column(observed),
            sample.column(zip(observed, fit.residuals).map { $0 - $1 }),
        ]
    }

    /// Definition, weights, limits.
    public var method: [MethodSheet.Entry] {
        let (german, english) = definition
        return [
            MethodSheet.Entry(
                german: (
                    "Verfahren",
                    "\(german) Gezeigt ist der Rest: was beobachtet wurde, weniger was das Modell erwartet. Ein Zusammenhang "
                        + "ist keine Ursache, und was für Gebiete gilt, muss nicht für Menschen gelten."
                ),
                english: (
                    "Method",
                    "\(english) What is shown is the residual: what was observed less what the model expects. Association is "
                        + "no cause, and what holds for areas need not hold for people."
                )),
            MethodSheet.Entry(german: ("Nachbarschaft", weights.german), english: ("Neighbours", weights.english)),
        ]
    }

    private var definition: (german: String, english: String) {
        switch model {
        case .leastSquares:
            ("Regression nach kleinsten Quadraten.", "Regression by least squares.")
        case .laggedPredictors:
            (
                "Regression nach kleinsten Quadraten, auch mit den Mittelwerten der Nachbarn (SLX).",
                "Regression by least squares, also on the neighbours' means (SLX)."
            )
        case .lag:
            (
                "Räumliches Lag-Modell y = ρWy + Xβ + ε nach Maximum Likelihood. Anselin, Spatial Econometrics (1988).",
                "Spatial lag model y = ρWy + Xβ + ε by maximum likelihood. Anselin, Spatial Econometrics (1988)."
            )
        case .error:
            (
                "Räumliches Fehlermodell y = Xβ + u, u = λWu + ε nach Maximum Likelihood. Anselin, Spatial Econometrics "
                    + "(1988).",
                "Spatial error model y = Xβ + u, u = λWu + ε by maximum likelihood. Anselin, Spatial Econometrics (1988)."
            )
        }
    }

    /// The size of the sample, coefficients, diagnostics; nothing where the model does not exist.
    public func remarks(on operands: [ProtectedColumn], results: [ProtectedColumn]) -> [MethodSheet.Entry] {
        let sample = LayerSample(operands)
        let fit: RegressionFit
        do {
            fit = try self.fit(sample)
        } catch {
            // The layer itself was refused with the same error before.
            return []
        }
        let terms = fit.coefficients.map { name, estimate in
            (name, SheetNumber(estimate.value, decimals: 4), SheetNumber(estimate.standardError, decimals: 4))
        }
        let (count, others) = (sample.members.count, sample.states.count - sample.members.count)
        return [
            MethodSheet.Entry(
                german: ("Stichprobe", "\(count) Gebiete mit allen Werten, \(others) ohne"),
                english: ("Sample", "\(count) areas with all values, \(others) without")),
            MethodSheet.Entry(
                german: (
                    "Koeffizienten (Standardfehler)",
                    terms.map { "\($0.0): \($0.1.german) (\($0.2.german))" }.joined(separator: "; ")
                ),
                english: (
                    "Coefficients (standard errors)",
                    terms.map { "\($0.0): \($0.1.english) (\($0.2.english))" }.joined(separator: "; ")
                )),
            MethodSheet.Entry(
                german: ("Kennwerte", fit.diagnostics.map(\.german).joined(separator: "; ")),
                english: ("Diagnostics", fit.diagnostics.map(\.english).joined(separator: "; "))),
        ]
    }

    private func fit(_ sample: LayerSample) throws(InputError) -> RegressionFit {
        let links = neighbours.restricted(to: sample.members)
        return try RegressionFit(
            model, response: sample.values(of: 0), predictors: predictors.indices.map { sample.values(of: $0 + 1) },
            names: predictors, weights: weights.style == "row" ? links.rowStandardised : links.binary)
    }
}
