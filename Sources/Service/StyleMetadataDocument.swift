import Cartography
import Catalogue
import Formats

/// `/styles/{styleId}/metadata`: what a style is called, where it comes from, and its forms.
struct StyleMetadataDocument: Document {
    private let inquiry: Inquiry
    private let layer: ReleasedLayer

    /// - Throws: A 404 where there is no such layer, whose id is the style's.
    init(_ inquiry: Inquiry, style: String) throws(Problem) {
        self.inquiry = inquiry
        layer = try inquiry.served.layer(style).layer
    }

    var question: String { "style metadata\u{0}\(layer.id)\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())" }

    func bytes() -> [UInt8] {
        let header = inquiry.served.release.header
        let url = inquiry.base + "/styles/" + PercentEncoding.encode(layer.id)
        var out = OutputBuffer()
        out.write("{\"id\":")
        out.write(json: layer.id)
        out.write(member: "title", text: layer.indicator.title)
        out.write(member: "description", text: layer.indicator.description)
        out.write(member: "pointOfContact", text: header.publisher)
        out.write(member: "license", text: header.licence)
        out.write(member: "scope", text: "style")
        out.write(member: "version", text: inquiry.version)
        out.write(",\"stylesheets\":[")
        for (index, form) in Representation.styleForms.enumerated() {
            out.write(index == 0 ? "{\"title\":" : ",{\"title\":")
            out.write(json: "\(layer.indicator.title) (\(form.name))")
            out.write(member: "version", text: form.styleVersion)
            out.write(",\"native\":\(index == 0),\"link\":")
            let title = layer.indicator.title
            Link(relation: "stylesheet", type: form.contentType, href: "\(url)?f=\(form.name)", title: title).write(
                to: &out)
            out.write("}")
        }
        out.write("],\"layers\":[{\"id\":")
        out.write(json: layer.id)
        out.write(",\"type\":\"polygon\",\"sampleData\":")
        Link(
            relation: "data", type: Representation.geoJSON.mediaType,
            href: Link.layer(layer.id, base: inquiry.base) + "/items", title: layer.indicator.title
        ).write(to: &out)
        out.write("}],\"links\":")
        let json = Representation.json.mediaType
        Link.write(
            [Link(relation: "self", type: json, href: url + "/metadata", title: layer.indicator.title)], to: &out)
        out.write("}\n")
        return out.bytes
    }
}

extension Representation {
    /// The forms of a style, its own first.
    static let styleForms = [mapboxStyle, styledLayerDescriptor, styledLayerDescriptor10]

    /// The version of the language that a form of a style is written in.
    fileprivate var styleVersion: String {
        switch name {
        case "sld": "1.1"
        case "sld10": "1.0"
        default: "8"
        }
    }
}

extension Link {
    /// Writes one link as a JSON object.
    fileprivate func write(to out: inout OutputBuffer) {
        out.write("{\"rel\":")
        out.write(json: relation)
        out.write(member: "type", text: type)
        out.write(member: "title", text: title)
        out.write(member: "href", text: href)
        out.write("}")
    }
}
