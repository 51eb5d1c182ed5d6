import Cartography
import Catalogue
import Formats
import Statistics

/// `/` for people: all layers, each with a small map, by division and level.
struct LandingPage: Document {
    private let inquiry: Inquiry

    init(_ inquiry: Inquiry) { self.inquiry = inquiry }

    var question: String { "landing page\u{0}\(inquiry.language.rawValue)" }

    func bytes() throws -> [UInt8] {
        let release = inquiry.served.release
        let frame = PageFrame(
            root: "", otherLanguage: inquiry.language == .german ? "?lang=en" : "./", sources: sources(of: release),
            inquiry: inquiry)
        var out = OutputBuffer()
        frame.write(to: &out) { out in
            for (index, level) in release.levels.enumerated() {
                let layers = release.layers(of: level)
                guard !layers.isEmpty else { continue }
                out.write("<section aria-labelledby=\"level-\(index)\">\n<h2 id=\"level-\(index)\">")
                out.write(xml: "\(level.divisionTitle): \(level.levelTitle)")
                out.write("</h2>\n<p class=\"quiet\">")
                out.write(xml: facts(about: level))
                out.write("</p>\n<ul class=\"layers\">\n")
                for layer in layers { write(layer, of: level, to: &out) }
                out.write("</ul>\n</section>\n")
            }
        }
        return out.bytes
    }

    private func facts(about level: ReleasedLevel) -> String {
        let language = inquiry.language
        let version = language.say("Gebietsstand ", "boundaries of ") + level.boundaryVersion
        return "\(level.keys.count) \(language.say("Gebiete", "areas")), \(version)"
    }

    private func write(_ layer: ReleasedLayer, of level: ReleasedLevel, to out: inout OutputBuffer) {
        let language = inquiry.language
        let url = "collections/" + PercentEncoding.encode(layer.id)
        let query = inquiry.languageQuery
        let indicator = layer.indicator
        out.write("<li>\n<h3><a href=\"\(url)\(query)\">")
        out.write(xml: indicator.title)
        out.write("</a></h3>\n")
        // As wide as it is shown, so that hatchings have their size.
        let map = "\(url)/map\(query.isEmpty ? "?" : query + "&amp;")width=320"
        out.write("<img src=\"\(map)\" width=\"320\" height=\"240\" loading=\"lazy\" alt=\"")
        out.write(xml: language.say("Karte: ", "Map: ") + "\(indicator.title), \(language.date(layer.newest.date))")
        out.write("\">\n<p>")
        if !indicator.unit.isEmpty {
            out.write(xml: language.say("Einheit: ", "Unit: ") + indicator.unit)
            out.write("<br>")
        }
        let dates = layer.dates.map { language.date($0.date) }.joined(separator: ", ")
        out.write(xml: language.say(layer.dates.count > 1 ? "Stichtage: " : "Stichtag: ", "Reference date: ") + dates)
        let hidden = layer.newest.states.count { $0 == .suppressed }
        if hidden > 0 {
            out.write("<br>")
            let german = hidden == 1 ? "1 Wert geheim gehalten" : "\(hidden) Werte geheim gehalten"
            let english = hidden == 1 ? "1 value suppressed" : "\(hidden) values suppressed"
            out.write(xml: language.say(german, english))
        }
        out.write("</p>\n<ul class=\"forms\">\n")
        for (path, name) in FormLink.all(language) {
            out.write("<li><a href=\"\(url)\(path)\(query)\">\(name)</a></li>\n")
        }
        out.write("</ul>\n</li>\n")
    }

    private func sources(of release: Release) -> [String] {
        var sources: [String] = []
        for source in release.layers.map(\.newest.source) + release.levels.map(\.boundarySource)
        where !source.isEmpty && !sources.contains(source) {
            sources.append(source)
        }
        return sources
    }
}
