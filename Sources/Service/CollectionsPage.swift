import Cartography
import Catalogue
import Formats

/// `/collections` for people: the layers as a list, level by level.
struct CollectionsPage: Document {
    private let inquiry: Inquiry

    init(_ inquiry: Inquiry) { self.inquiry = inquiry }

    var question: String { "collections page\u{0}\(inquiry.language.rawValue)" }

    func bytes() -> [UInt8] {
        let language = inquiry.language
        let release = inquiry.served.release
        let frame = PageFrame(
            title: language.say("Ebenen", "Layers"), root: "./",
            otherLanguage: "collections?f=html" + (language == .german ? "&lang=en" : ""), sources: [],
            inquiry: inquiry)
        var out = OutputBuffer()
        frame.write(to: &out) { out in
            out.writeTableHead([
                language.say("Ebene", "Layer"), language.say("Gebiete", "Areas"),
                language.say("Stichtage", "Reference dates"), language.say("Formen", "Forms"),
            ])
            for level in release.levels {
                for layer in release.layers(of: level) { write(layer, of: level, to: &out) }
            }
            out.write("</tbody>\n</table></div>\n")
        }
        return out.bytes
    }

    private func write(_ layer: ReleasedLayer, of level: ReleasedLevel, to out: inout OutputBuffer) {
        let language = inquiry.language
        let url = "collections/" + PercentEncoding.encode(layer.id)
        out.write("<tr><th scope=\"row\"><a href=\"\(url)\(inquiry.languageQuery)\">")
        out.write(xml: layer.indicator.title)
        out.write("</a></th><td>")
        out.write(xml: "\(level.divisionTitle): \(level.levelTitle)")
        out.write("</td><td>")
        out.write(xml: layer.dates.map { language.date($0.date) }.joined(separator: ", "))
        out.write("</td><td>")
        for (path, name) in FormLink.all(language) {
            out.write("<a href=\"\(url)\(path)\(inquiry.languageQuery)\">\(name)</a> ")
        }
        if inquiry.served.hasMethod(of: layer) {
            out.write("<a href=\"\(url)/method\(inquiry.languageQuery)\">")
            out.write(xml: language.say("Methodenblatt", "Method sheet"))
            out.write("</a>")
        }
        out.write("</td></tr>\n")
    }
}

extension Release {
    /// The layers of a level, indicators before the statistics that were computed from them.
    func layers(of level: ReleasedLevel) -> [ReleasedLayer] {
        let layers = layers.filter { $0.division == level.division && $0.level == level.level }
        return layers.filter { $0.kind == "indicator" } + layers.filter { $0.kind != "indicator" }
    }
}
