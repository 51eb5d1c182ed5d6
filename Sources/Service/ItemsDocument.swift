import Catalogue
import Formats

/// `/collections/{layer}/items`: a page of the layer's areas as a feature collection.
///
/// A web map wants the whole layer, so a page is as long as the limit allows unless the client asks for less.
struct ItemsDocument: Document {
    /// The longest page; a longer one that is asked for is cut to it.
    static let maximumLimit = 10_000

    private let selection: LayerSelection
    private let parameters: QueryParameters
    private let base: String
    private let limit: Int
    private let offset: Int
    private let box: GeographicBox?

    init(_ inquiry: Inquiry, _ selection: LayerSelection) throws(Problem) {
        self.selection = selection
        self.parameters = inquiry.parameters
        self.base = inquiry.base
        let maximum = ItemsDocument.maximumLimit
        self.limit = try parameters.integer("limit", from: 1, clampedTo: maximum) ?? maximum
        self.offset = try parameters.integer("offset", from: 0, clampedTo: Int(Int32.max)) ?? 0
        if let text = parameters["bbox"] { self.box = try GeographicBox(text) } else { self.box = nil }
    }

    // The links repeat the parameters as they were given, so these are part of the question.
    var question: String { "items\u{0}\(base)\u{0}\(parameters.query())\u{0}\(selection.question)" }

    func bytes() throws -> [UInt8] {
        var matching: [Int] = []
        if selection.values != nil {
            matching = Array(0..<selection.level.keys.count)
            if let box { matching = matching.filter { box.intersects($0, of: selection.level.geographic) } }
        }
        let page = matching.dropFirst(offset).prefix(limit)
        var out = OutputBuffer()
        out.write("{\"type\":\"FeatureCollection\",\"links\":")
        Link.write(links(matched: matching.count), to: &out)
        out.write(",\"numberMatched\":")
        out.write(matching.count)
        out.write(",\"numberReturned\":")
        out.write(page.count)
        out.write(member: "layer", text: selection.layer.id)
        out.write(member: "title", text: selection.layer.indicator.title)
        out.writeProvenance(of: selection)
        out.write(member: "legend", text: url + "/legend.json" + drawnQuery)
        out.write(",\"features\":[")
        if !page.isEmpty {
            let writer = try FeatureWriter(try selection.dated())
            for (index, area) in page.enumerated() {
                out.write(index == 0 ? "\n" : ",\n")
                writer.writeOpen(area, to: &out)
                out.write("}" as StaticString)
            }
        }
        out.write("]}\n")
        return out.bytes
    }

    private var url: String { Link.layer(selection.layer.id, base: base) }

    /// The parameters that other documents of the layer share.
    private var drawnQuery: String { parameters.query(keeping: ["classes", "datetime", "lang", "method"]) }

    private func links(matched: Int) -> [Link] {
        let title = selection.layer.indicator.title
        let items = url + "/items"
        var links = [
            Link(
                relation: "self", type: Representation.geoJSON.mediaType, href: items + parameters.query(),
                title: title),
            Link(
                relation: "alternate", type: Representation.csv.mediaType, href: url + "/table.csv" + drawnQuery,
                title: "\(title) (CSV)"),
            Link(relation: "collection", type: Representation.json.mediaType, href: url, title: title),
        ]
        if offset + limit < matched {
            links.append(page("next", at: offset + limit))
        }
        if offset > 0 {
            links.append(page("prev", at: max(0, offset - limit)))
        }
        return links
    }

    private func page(_ relation: String, at offset: Int) -> Link {
        let query = parameters.query(setting: ["offset": String(offset), "limit": String(limit)])
        return Link(
            relation: relation, type: Representation.geoJSON.mediaType, href: url + "/items" + query,
            title: selection.layer.indicator.title)
    }
}
