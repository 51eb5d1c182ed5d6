import Cartography
import Catalogue
import Formats

/// `/collections`: all layers.
struct CollectionsDocument: Document {
    private let inquiry: Inquiry
    private let selections: [LayerSelection]

    init(_ inquiry: Inquiry) throws(Problem) {
        self.inquiry = inquiry
        self.selections = try inquiry.allSelections()
    }

    var question: String { "collections\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())" }

    func bytes() throws -> [UInt8] {
        var out = OutputBuffer()
        out.write("{\"links\":")
        let url = inquiry.base + "/collections"
        let title = inquiry.served.release.header.title
        let links = [
            Link(
                relation: "self", type: Representation.json.mediaType, href: url + inquiry.parameters.query(),
                title: title),
            Link(
                relation: "alternate", type: Representation.html.mediaType,
                href: url + inquiry.parameters.query(setting: ["f": "html"]), title: title),
        ]
        Link.write(links + inquiry.served.findingsLinks(base: inquiry.base), to: &out)
        out.write(",\"crs\":")
        out.writeSystems()
        out.write(",\"collections\":[")
        for (index, selection) in selections.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            CollectionDocument.write(selection, inquiry: inquiry, systems: .inCommon, to: &out)
        }
        out.write("]}\n")
        return out.bytes
    }
}

extension Inquiry {
    /// Every layer at its newest date, in the release's order.
    func allSelections() throws(Problem) -> [LayerSelection] {
        var selections: [LayerSelection] = []
        for layer in served.release.layers { selections.append(try selection(of: layer.id)) }
        return selections
    }
}

extension OutputBuffer {
    /// Writes the URIs of all systems as a JSON array.
    mutating func writeSystems() {
        write("[")
        for (index, system) in OfferedSystem.all.enumerated() {
            if index > 0 { write(",") }
            write(json: system.uri)
        }
        write("]")
    }
}
