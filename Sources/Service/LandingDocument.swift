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
        out.write(member: "publisher", text: header.publisher)
        out.write(member: "licence", text: header.licence)
        out.write(member: "protectionNotice", text: header.protectionNotice)
        out.write(member: "release", text: inquiry.served.release.id)
        out.write(",\"links\":")
        let (json, html) = (Representation.json.mediaType, Representation.html.mediaType)
        Link.write(
            [
                Link(relation: "self", type: json, href: inquiry.base + "/?f=json", title: header.title),
                Link(relation: "alternate", type: html, href: inquiry.base + "/", title: header.title),
                Link(relation: "data", type: json, href: inquiry.base + "/collections", title: "Layers"),
            ], to: &out)
        out.write("}\n")
        return out.bytes
    }
}
