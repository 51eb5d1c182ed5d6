import Cartography
import Catalogue
import Formats

/// `/styles` and `/collections/{layer}/styles`: the styles as OGC API - Styles lists them.
///
/// Each layer has one, the style of its indicator; among all layers it goes by the layer's id.
struct StyleListDocument: Document {
    private let inquiry: Inquiry
    /// The layer whose styles are listed; `nil` for all layers.
    private let layer: ReleasedLayer?

    init(_ inquiry: Inquiry, layer: ReleasedLayer? = nil) {
        self.inquiry = inquiry
        self.layer = layer
    }

    var question: String {
        "styles\u{0}\(layer?.id ?? "")\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())"
    }

    func bytes() -> [UInt8] {
        let layers = layer.map { [$0] } ?? inquiry.served.release.layers
        let own = layer.map { Link.layer($0.id, base: inquiry.base) + "/styles" } ?? inquiry.base + "/styles"
        var out = OutputBuffer()
        out.write("{\"styles\":[")
        for (index, each) in layers.enumerated() {
            out.write(index == 0 ? "\n" : ",\n")
            let id = layer == nil ? each.id : inquiry.styleName(of: each)
            out.write("{\"id\":")
            out.write(json: id)
            out.write(member: "title", text: each.indicator.title)
            out.write(",\"links\":")
            Link.write(
                StyleListDocument.links(to: Link.style(of: each, inquiry), title: each.indicator.title) + [
                    Link(
                        relation: "describedby", type: Representation.json.mediaType,
                        href: "\(inquiry.base)/styles/\(PercentEncoding.encode(each.id))/metadata",
                        title: each.indicator.title)
                ], to: &out)
            out.write("}")
        }
        out.write("]")
        if let layer { out.write(member: "default", text: inquiry.styleName(of: layer)) }
        out.write(",\"links\":")
        let json = Representation.json.mediaType
        Link.write([Link(relation: "self", type: json, href: own, title: "Styles")], to: &out)
        out.write("}\n")
        return out.bytes
    }

    /// The forms of a style.
    static func links(to url: String, title: String) -> [Link] {
        Representation.styleForms.map { form in
            Link(relation: "stylesheet", type: form.contentType, href: "\(url)?f=\(form.name)", title: title)
        }
    }
}

extension Inquiry {
    /// The name of the style that a layer is drawn with.
    func styleName(of layer: ReleasedLayer) -> String {
        (styles[layer.indicator.style] ?? .standard).name
    }
}

extension Link {
    /// The URL of a layer's style.
    static func style(of layer: ReleasedLayer, _ inquiry: Inquiry) -> String {
        Link.layer(layer.id, base: inquiry.base) + "/styles/" + PercentEncoding.encode(inquiry.styleName(of: layer))
    }
}
