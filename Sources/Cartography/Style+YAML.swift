public import Diagnostics
import Statistics
import Yams

extension Style {
    /// Reads a style from YAML; what it leaves out is as in ``standard``.
    ///
    ///     let style = try Style(yaml: "palette: ember\nmethod: fixed:5,10,15\n", name: "poverty")
    ///     style.classes  // 5, but given limits have their own number
    ///
    /// - Throws: ``InputError`` that names the line, the value and the remedy; the file is the caller's to add.
    public init(yaml: String, name: String) throws(InputError) {
        self = Style.standard
        self.name = name
        let document: Node?
        do {
            document = try Yams.compose(yaml: yaml)
        } catch {
            throw InputError(.malformed, "the style is not valid YAML", remedy: "see the line named", cause: error)
        }
        guard let document else { return }
        let reader = try StyleReader(document, known: Style.keys, of: "a style")
        if let text = try reader.text("palette") { palette = try reader.palette(text) }
        isReversed = try reader.flag("reverse") ?? isReversed
        if let text = try reader.text("method") { method = try reader.method(text) }
        classes = try reader.whole("classes", in: 1...9) ?? classes
        midpoint = try reader.number("midpoint", in: -1e15...1e15)
        language = try reader.choice("language", choices: "de or en") ?? language
        paper = try reader.choice("paper", choices: Paper.choices) ?? paper
        if let lines = try reader.mapping("outline", known: ["colour", "width"]) {
            if let text = try lines.text("colour") { outline = try lines.colour(text) }
            outlineWidth = try lines.number("width", in: 0...5) ?? outlineWidth
        }
        if let signs = try reader.mapping("hatching", known: ["suppressed", "no-data", "not-applicable"]) {
            suppressed = try signs.choice("suppressed", choices: Hatching.choices) ?? suppressed
            noData = try signs.choice("no-data", choices: Hatching.choices) ?? noData
            notApplicable = try signs.choice("not-applicable", choices: Hatching.choices) ?? notApplicable
            if Set([suppressed, noData, notApplicable]).count < 3 {
                throw InputError(
                    .malformed, "two states have the same hatching",
                    remedy: "give suppressed, no-data and not-applicable three different ones of \(Hatching.choices)",
                    at: signs.place("hatching"))
            }
        }
        if midpoint != nil && palette.kind != .diverging {
            throw InputError(
                .malformed, "the palette '\(palette.name)' has no middle for a midpoint",
                remedy: "take a diverging palette such as \(Palette.blueOrange.name), or leave midpoint out",
                at: reader.place("midpoint"))
        }
    }

    private static let keys = [
        "palette", "reverse", "method", "classes", "midpoint", "hatching", "outline", "language", "paper",
    ]
}
