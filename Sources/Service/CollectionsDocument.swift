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
        let url = inquiry.base + "/collections" + inquiry.parameters.query()
        let title = inquiry.served.release.header.title
        Link.write(
            [
                Link(relation: "self", type: Representation.json.mediaType, href: url, title: title),
                Link(
                    relation: "alternate", type: Representation.html.mediaType, href: inquiry.base + "/", title: title),
            ], to: &out)
        out.write(",\"collections\":[")
        for (index, selection) in selections.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            CollectionDocument.write(selection, inquiry: inquiry, to: &out)
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
