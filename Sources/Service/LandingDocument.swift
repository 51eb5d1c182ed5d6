import Catalogue
import Formats

/// `/` for programs: what this server is and where to go on.
struct LandingDocument: Document {
    private let inquiry: Inquiry

    init(_ inquiry: Inquiry) { self.inquiry = inquiry }

    var question: String { "landing\u{0}\(inquiry.base)\u{0}\(inquiry.parameters.query())" }

    func bytes() throws -> [UInt8] {
        let header = inquiry.served.release.header
        var out = OutputBuffer()
        out.write("{\"title\":")
        out.write(json: header.title)
        out.write(member: "description", text: "\(header.publisher); \(header.licence); \(header.protectionNotice)")
        out.write(member: "publisher", text: header.publisher)
        out.write(member: "licence", text: header.licence)
        out.write(member: "protectionNotice", text: header.protectionNotice)
        out.write(member: "release", text: inquiry.served.release.id)
        out.write(",\"links\":")
        Link.write(links(title: header.title), to: &out)
        out.write("}\n")
        return out.bytes
    }

    private func links(title: String) -> [Link] {
        let base = inquiry.base
        func link(_ relation: String, _ form: Representation, _ path: String, _ title: String) -> Link {
            Link(relation: relation, type: form.mediaType, href: base + path, title: title)
        }
        return [
            link("self", .json, "/" + inquiry.parameters.query(), title),
            link("alternate", .html, "/" + inquiry.parameters.query(setting: ["f": "html"]), title),
            link("service-desc", .openAPI, "/api", "This interface (OpenAPI 3.0)"),
            link("service-doc", .html, "/api.html", "This interface (HTML)"),
            link("conformance", .json, "/conformance", "Conformance classes"),
            link(Link.conformance, .json, "/conformance", "Conformance classes"),
            link("data", .json, "/collections", "Layers"),
            link("http://www.opengis.net/def/rel/ogc/1.0/data", .json, "/collections", "Layers"),
        ] + TileRoute.landingLinks(base: base)
    }
}
