import Cartography
import Catalogue
import Formats
import Hummingbird

/// `/collections/{layer}/items` for people: the areas that match, as a table.
struct ItemsPage: Document {
    let items: ItemsInquiry

    var question: String { items.question }
    var fields: HTTPFields { items.fields }

    func bytes() throws -> [UInt8] {
        let inquiry = items.inquiry
        let language = inquiry.language
        let selected = try items.selected()
        let matching = selected?.matching ?? []
        let page = items.page(of: matching)
        let other = language == .german ? language.other.rawValue : nil
        let frame = PageFrame(
            title: items.selection.layer.indicator.title, root: "../../",
            otherLanguage: "items" + inquiry.parameters.query(setting: ["lang": other]),
            sources: [items.selection.values?.source ?? "", items.selection.level.boundarySource]
                .filter { !$0.isEmpty },
            inquiry: inquiry)
        var out = OutputBuffer()
        frame.write(to: &out) { out in
            out.write("<p class=\"quiet\">")
            let count = language.say("Gebiete", "areas")
            out.write(xml: "\(page.count) / \(matching.count) \(count)")
            if let date = items.selection.values?.date { out.write(xml: ", " + language.date(date)) }
            if matching.isEmpty, let hint = items.query.box?.hint { out.write(xml: ": " + hint) }
            out.write("</p>\n<ul class=\"forms\">\n")
            let layer = PercentEncoding.encode(items.selection.layer.id)
            for link in items.links(matched: matching.count, root: "../" + layer) where link.relation != "self" {
                out.write("<li><a rel=\"\(link.relation)\" href=\"")
                out.write(xml: link.href)
                out.write("\">")
                out.write(xml: name(of: link))
                out.write("</a></li>\n")
            }
            out.write("</ul>\n")
            if let selected { write(page, of: selected, to: &out) }
        }
        return out.bytes
    }

    private func name(of link: Link) -> String {
        let language = items.inquiry.language
        return switch link.relation {
        case "next": language.say("Weiter", "Next")
        case "prev": language.say("Zurück", "Previous")
        case "collection": language.say("Karte und Legende", "Map and legend")
        default: Representation.featureForms.first { $0.mediaType == link.type }?.title ?? link.title
        }
    }

    private func write(_ page: ArraySlice<Int>, of selected: FeatureSelection, to out: inout OutputBuffer) {
        let language = items.inquiry.language
        let level = selected.selection.level
        let query = items.inquiry.parameters.query(keeping: ["classes", "datetime", "lang", "method"])
        out.write("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">")
        out.write(xml: language.say("Schlüssel", "Key"))
        out.write("</th><th scope=\"col\">Name</th><th scope=\"col\" class=\"number\">")
        out.write(xml: items.selection.layer.indicator.title)
        out.write("</th></tr></thead>\n<tbody>\n")
        for area in page {
            out.write("<tr><td><a href=\"items/")
            out.write(xml: PercentEncoding.encode(level.keys[area]) + query)
            out.write("\">")
            out.write(xml: level.keys[area])
            out.write("</a></td><th scope=\"row\">")
            out.write(xml: level.names[area])
            out.write("</th><td class=\"number\">")
            out.write(xml: selected.drawn.label(of: area))
            out.write("</td></tr>\n")
        }
        out.write("</tbody>\n</table></div>\n")
    }
}
