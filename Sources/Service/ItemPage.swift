import Cartography
import Catalogue
import Formats
import Hummingbird

/// One area for people: what is known of it, and where that is written for programs.
struct ItemPage: Document {
    let item: ItemInquiry

    var question: String { item.question }
    var fields: HTTPFields { item.fields }

    func bytes() throws -> [UInt8] {
        let inquiry = item.inquiry
        let language = inquiry.language
        let selection = item.selection
        let drawn = try selection.drawn()
        let other = language == .german ? language.other.rawValue : nil
        let name = selection.level.names[item.area]
        let frame = PageFrame(
            title: name.isEmpty ? item.key : name, root: "../../../",
            otherLanguage: PercentEncoding.encode(item.key) + inquiry.parameters.query(setting: ["lang": other]),
            sources: [selection.values.source, selection.level.boundarySource].filter { !$0.isEmpty },
            inquiry: inquiry)
        var out = OutputBuffer()
        frame.write(to: &out) { out in
            let shared = [
                (language.say("Schlüssel", "Key"), item.key), ("Name", name),
                (selection.layer.indicator.title, drawn.label(of: item.area)),
            ]
            let details = zip(selection.layer.details, DetailColumns(selection).texts(item.area, language: language))
                .map { (language.say($0.german, $0.english), $1) }
            let origin = [
                (language.say("Stichtag", "Reference date"), language.date(selection.values.date)),
                (selection.level.divisionTitle, selection.level.levelTitle),
                (language.say("Gebietsstand", "Boundaries"), selection.level.boundaryVersion),
            ]
            out.write(facts: shared + details + origin)
            out.write("<ul class=\"forms\">\n")
            let layer = "../../" + PercentEncoding.encode(selection.layer.id)
            for link in item.links(root: layer) where link.relation != "self" {
                out.write("<li><a rel=\"\(link.relation)\" href=\"")
                out.write(xml: link.href)
                out.write("\">")
                let form = Representation.featureForms.first { $0.mediaType == link.type }?.title
                out.write(xml: form ?? language.say("Karte und Legende", "Map and legend"))
                out.write("</a></li>\n")
            }
            out.write("</ul>\n")
        }
        return out.bytes
    }
}
