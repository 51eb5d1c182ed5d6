import Cartography
import Catalogue
import Formats

/// `/collections/{layer}/method`: how the layer's numbers were made, as it was released.
struct MethodDocument: Document {
    private let inquiry: Inquiry
    private let selection: LayerSelection
    private let sheet: MethodSheet

    /// Finds the sheet of a layer.
    ///
    /// - Throws: A 404 where the release has none.
    init(_ inquiry: Inquiry, _ selection: LayerSelection) throws(Problem) {
        let document = try selection.served.document(named: MethodSheet.name(of: selection.layer.id))
        guard let sheet = MethodSheet(document) else {
            throw .notFound("the release has no method sheet for layer '\(selection.layer.id)'")
        }
        self.inquiry = inquiry
        self.selection = selection
        self.sheet = sheet
    }

    var question: String {
        "method\u{0}\(inquiry.representation.name)\u{0}\(inquiry.base)\u{0}\(selection.layer.id)\u{0}"
            + inquiry.language.rawValue
    }

    func bytes() -> [UInt8] { inquiry.representation == .html ? page() : data() }

    private var entries: [MethodSheet.Text] {
        sheet.entries.map { inquiry.language == .german ? $0.german : $0.english }
    }

    private func data() -> [UInt8] {
        var out = OutputBuffer()
        out.write("{\"layer\":")
        out.write(json: selection.layer.id)
        out.write(member: "title", text: selection.layer.indicator.title)
        out.write(member: "kind", text: selection.layer.kind)
        out.write(member: "language", text: inquiry.language.rawValue)
        out.write(",\"entries\":[")
        for (place, entry) in entries.enumerated() {
            out.write(place == 0 ? "\n{\"title\":" : ",\n{\"title\":")
            out.write(json: entry.title)
            out.write(member: "text", text: entry.text)
            out.write("}")
        }
        out.write("\n]}\n")
        return out.bytes
    }

    private func page() -> [UInt8] {
        let language = inquiry.language
        let indicator = selection.layer.indicator.title
        let title = indicator + " – " + language.say("Methodenblatt", "Method sheet")
        let other = language == .german ? "?lang=en" : ""
        let frame = PageFrame(
            title: title, root: "../../", otherLanguage: "method" + other, sources: [], inquiry: inquiry)
        var out = OutputBuffer()
        frame.write(to: &out) { out in
            out.write("<p class=\"quiet\">")
            out.write(xml: "\(selection.level.divisionTitle): \(selection.level.levelTitle)")
            out.write("</p>\n")
            out.write(facts: entries.map { ($0.title, $0.text) })
            out.write("<ul class=\"forms\">\n<li><a href=\"../")
            out.write(xml: PercentEncoding.encode(selection.layer.id) + inquiry.languageQuery)
            out.write("\">")
            out.write(xml: language.say("Karte und Legende", "Map and legend"))
            out.write("</a></li>\n</ul>\n")
        }
        return out.bytes
    }
}

extension ServedRelease {
    /// Whether the release says how a layer was made.
    func hasMethod(of layer: ReleasedLayer) -> Bool {
        let name = MethodSheet.name(of: layer.id)
        return release.documents.contains { $0.name == name }
    }
}
