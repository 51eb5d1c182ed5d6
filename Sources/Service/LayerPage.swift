import Cartography
import Catalogue
import Formats

/// `/collections/{layer}` for people: the map, its legend, and the same numbers as a table.
struct LayerPage: Document {
    /// A longer table is left to the CSV file.
    private static let longestTable = 2_000

    private let inquiry: Inquiry
    private let selection: DatedSelection

    init(_ inquiry: Inquiry, _ selection: DatedSelection) {
        self.inquiry = inquiry
        self.selection = selection
    }

    var question: String { "layer page\u{0}\(inquiry.parameters.query())\u{0}\(selection.question)" }

    func bytes() throws -> [UInt8] {
        let language = inquiry.language
        let indicator = selection.layer.indicator
        let other = language == .german ? language.other.rawValue : nil
        let frame = PageFrame(
            title: indicator.title, root: "../", otherLanguage: link("", setting: ["lang": other]),
            sources: [selection.values.source, selection.level.boundarySource].filter { !$0.isEmpty },
            inquiry: inquiry)
        let drawn = try selection.drawn()
        var out = OutputBuffer()
        frame.write(to: &out) { out in
            out.write("<p class=\"quiet\">")
            out.write(xml: "\(selection.level.divisionTitle): \(selection.level.levelTitle), ")
            out.write(xml: language.say("Stichtag ", "reference date ") + language.date(selection.values.date))
            if !indicator.unit.isEmpty {
                out.write(xml: ", " + language.say("Einheit: ", "unit: ") + indicator.unit)
            }
            out.write("</p>\n")
            writeForm(to: &out)
            out.write("<div class=\"sheet\">\n<img src=\"")
            out.write(xml: link("/map"))
            out.write("\" alt=\"")
            out.write(
                xml: language.say("Karte: ", "Map: ") + "\(indicator.title), \(language.date(selection.values.date))")
            out.write("\">\n<div>\n")
            writeLegend(drawn, to: &out)
            writeFacts(to: &out)
            out.write("</div>\n</div>\n")
            writeTable(drawn, to: &out)
        }
        return out.bytes
    }

    /// A link relative to `/collections/` that keeps date, classes, method and language.
    private func link(_ path: String, setting changes: [String: String?] = [:]) -> String {
        let kept = inquiry.parameters.query(setting: changes, keeping: ["classes", "datetime", "lang", "method"])
        return PercentEncoding.encode(selection.layer.id) + path + kept
    }

    private func writeForm(to out: inout OutputBuffer) {
        let language = inquiry.language
        out.write("<form method=\"get\" action=\"\(link("").prefix { $0 != "?" })\">\n")
        if language != .german { out.write("<input type=\"hidden\" name=\"lang\" value=\"\(language.rawValue)\">\n") }
        writeChoice(
            "datetime", language.say("Stichtag", "Reference date"), chosen: selection.values.date,
            options: selection.layer.dates.reversed().map { ($0.date, language.date($0.date)) }, to: &out)
        if selection.layer.categories.isEmpty { writeClassification(to: &out) }
        out.write("<button>")
        out.write(xml: language.say("Anzeigen", "Show"))
        out.write("</button>\n</form>\n")
    }

    /// Writes what a reader may choose of a layer whose classes are intervals.
    private func writeClassification(to out: inout OutputBuffer) {
        let language = inquiry.language
        let parameters = inquiry.parameters
        let standard = language.say("wie vorgegeben", "as set")
        writeChoice(
            "method", language.say("Klassenbildung", "Classification"), chosen: parameters["method"] ?? "",
            options: [("", standard)] + RenderingChoice.methods(language).map { ($0.name, $0.title) }, to: &out)
        writeChoice(
            "classes", language.say("Klassen", "Classes"), chosen: parameters["classes"] ?? "",
            options: [("", standard)] + RenderingChoice.classCounts.map { (String($0), String($0)) }, to: &out)
    }

    private func writeChoice(
        _ name: StaticString, _ label: String, chosen: String, options: [(String, String)], to out: inout OutputBuffer
    ) {
        out.write("<label>")
        out.write(xml: label)
        out.write("<select name=\"")
        out.write(name)
        out.write("\">")
        for (value, text) in options {
            out.write("<option value=\"")
            out.write(xml: value)
            out.write(value == chosen ? "\" selected>" : "\">")
            out.write(xml: text)
            out.write("</option>")
        }
        out.write("</select></label>\n")
    }

    private func writeLegend(_ drawn: LayerRendering, to out: inout OutputBuffer) {
        let language = inquiry.language
        out.write("<table>\n<caption>")
        out.write(xml: language.say("Legende", "Legend"))
        out.write("</caption>\n<thead><tr><td></td><th scope=\"col\">")
        let unit = selection.layer.indicator.unit
        let interval = unit.isEmpty ? language.say("Klasse", "Class") : unit
        out.write(xml: selection.layer.categories.isEmpty ? interval : language.say("Kategorie", "Category"))
        out.write("</th><th scope=\"col\" class=\"number\">")
        out.write(xml: language.say("Gebiete", "Areas"))
        out.write("</th></tr></thead>\n<tbody>\n")
        for row in drawn.legendRows() {
            if let colour = row.colour {
                out.write("<tr><td><svg class=\"swatch\" aria-hidden=\"true\">")
                out.write("<rect width=\"100%\" height=\"100%\" fill=\"\(colour)\"/></svg></td><td>")
            } else {
                out.write("<tr><td><span class=\"swatch \(row.hatching)\"></span></td><td>")
            }
            out.write(xml: row.text)
            out.write("</td><td class=\"number\">\(row.count)</td></tr>\n")
        }
        out.write("</tbody>\n</table>\n")
    }

    private func writeFacts(to out: inout OutputBuffer) {
        let language = inquiry.language
        let indicator = selection.layer.indicator
        out.write(facts: [
            (language.say("Formel", "Formula"), indicator.formula),
            (language.say("Erläuterung", "Description"), indicator.description),
            (language.say("Gebietsstand", "Boundaries"), selection.level.boundaryVersion),
        ])
        out.write("<ul class=\"forms\">\n")
        for (path, name) in FormLink.all(language) {
            out.write("<li><a href=\"")
            out.write(xml: link(path))
            out.write("\">\(name)</a></li>\n")
        }
        if selection.selection.served.hasMethod(of: selection.layer) {
            out.write("<li><a href=\"")
            out.write(
                xml: PercentEncoding.encode(selection.layer.id) + "/method"
                    + inquiry.parameters.query(keeping: ["lang"]))
            out.write("\">")
            out.write(xml: language.say("Methodenblatt", "Method sheet"))
            out.write("</a></li>\n")
        }
        if !inquiry.libraries.viewers.isEmpty {
            out.write("<li><a href=\"")
            out.write(xml: link("/viewer"))
            out.write("\">")
            out.write(xml: language.say("Bewegliche Karte", "Map to move"))
            out.write("</a></li>\n")
        }
        out.write("</ul>\n")
    }

    /// Numbers stand at the right of their column, categories at the left.
    private var valueClass: String { selection.layer.categories.isEmpty ? " class=\"number\"" : "" }

    private func writeTable(_ drawn: LayerRendering, to out: inout OutputBuffer) {
        let language = inquiry.language
        let level = selection.level
        guard level.keys.count <= LayerPage.longestTable else { return }
        out.write("<h2 id=\"values\">")
        out.write(xml: language.say("Werte", "Values"))
        // What is wider than a phone has to be reached by keyboard, too.
        out.write("</h2>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"values\" tabindex=\"0\"><table>\n")
        out.write("<thead><tr><th scope=\"col\">")
        out.write(xml: language.say("Schlüssel", "Key"))
        out.write("</th><th scope=\"col\">Name</th><th scope=\"col\"\(valueClass)>")
        out.write(xml: selection.layer.indicator.title)
        out.write("</th>")
        for detail in selection.layer.details {
            out.write("<th scope=\"col\" class=\"number\">")
            out.write(xml: language.say(detail.german, detail.english))
            out.write("</th>")
        }
        out.write("</tr></thead>\n<tbody>\n")
        let details = DetailColumns(selection)
        for area in level.keys.indices {
            out.write("<tr><td>")
            out.write(xml: level.keys[area])
            out.write("</td><th scope=\"row\">")
            out.write(xml: level.names[area])
            out.write("</th><td\(valueClass)>")
            out.write(xml: drawn.label(of: area))
            out.write("</td>")
            for text in details.texts(area, language: language) {
                out.write("<td class=\"number\">")
                out.write(xml: text)
                out.write("</td>")
            }
            out.write("</tr>\n")
        }
        out.write("</tbody>\n</table></div>\n")
    }
}
