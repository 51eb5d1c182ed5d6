import Cartography
import Formats
import Statistics

/// How a layer is to be classified: by its style, or otherwise where somebody asked for something else.
struct RenderingChoice: Sendable {
    let style: Style
    let method: Classification.Method?
    let classes: Int?

    /// The numbers of classes that may be asked for.
    static let classCounts = 1...9
    /// The most limits that `fixed:` may give.
    private static let mostLimits = 10

    init(style: Style, method: Classification.Method? = nil, classes: Int? = nil) {
        self.style = style
        self.method = method
        self.classes = classes
    }

    /// Reads `method` and `classes`.
    init(_ parameters: QueryParameters, style: Style) throws(Problem) {
        var method: Classification.Method?
        if let text = parameters["method"] {
            method = RenderingChoice.method(text)
            guard method != nil else {
                throw .badRequest("'\(text)' is no value for method; give \(Classification.Method.choices)")
            }
        }
        self.init(
            style: style, method: method,
            classes: try parameters.integer("classes", in: RenderingChoice.classCounts))
    }

    /// The names that `paper` takes.
    static let papers = Paper.allCases.map(\.rawValue)

    /// The names that `method` takes, besides `fixed:`, for every layer.
    static let methodNames = methods(.english).map(\.name)

    /// A method by name; limits may come in any order, for a list of limits has only one.
    private static func method(_ text: String) -> Classification.Method? {
        guard text.hasPrefix("fixed:") else { return Classification.Method(text) }
        var limits: [Double] = []
        for part in text.dropFirst(6).split(separator: ",", omittingEmptySubsequences: false) {
            guard let limit = DecimalScan.number(of: part.drop { $0 == " " }) else { return nil }
            if !limits.contains(limit) { limits.append(limit) }
        }
        return limits.count <= mostLimits ? .fixed(limits.sorted()) : nil
    }

    /// The choice as part of a question.
    var question: String { "\(method?.name ?? "")\u{0}\(classes.map(String.init) ?? "")" }

    /// Reads `paper`, which is the style's unless given.
    static func paper(_ parameters: QueryParameters, _ selection: DatedSelection) throws(Problem) -> Paper {
        try parameters.word("paper", of: Paper.allCases.map(\.rawValue)).flatMap(Paper.init)
            ?? selection.selection.rendering.style.paper
    }

    /// The methods that a page offers, by the names that `method` takes.
    static func methods(_ language: Language) -> [(name: String, title: String)] {
        [
            ("fisher", language.say("natürliche Grenzen (Fisher)", "natural breaks (Fisher)")),
            ("quantile", language.say("Quantile", "quantiles")),
            ("equal", language.say("gleiche Klassenbreiten", "equal intervals")),
            ("pretty", language.say("runde Grenzen", "round limits")),
            ("sd", language.say("Standardabweichungen", "standard deviations")),
            ("head-tail", language.say("Kopf/Rest-Teilung", "head/tail breaks")),
            ("maximum", language.say("größte Lücken", "widest gaps")),
            ("box", language.say("Quartile und Ausreißer", "quartiles and outliers")),
        ]
    }
}
