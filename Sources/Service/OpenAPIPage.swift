import Cartography
import Catalogue
import Formats

/// `/api.html`: this interface for people, made from ``ServicePaths`` as the OpenAPI document is.
struct OpenAPIPage: Document {
    let inquiry: Inquiry

    var question: String { "openapi page\u{0}\(inquiry.language.rawValue)" }

    func bytes() -> [UInt8] {
        let language = inquiry.language
        let frame = PageFrame(
            title: language.say("Schnittstelle", "Interface"), root: "./",
            otherLanguage: "api.html" + (language == .german ? "?lang=en" : ""), sources: [], inquiry: inquiry)
        var out = OutputBuffer()
        frame.write(to: &out) { out in
            out.write("<p>")
            out.write(
                xml: language.say(
                    "OGC API - Features, Tiles, Maps und Styles; lesend, ohne Anmeldung. Für Programme: ",
                    "OGC API - Features, Tiles, Maps and Styles; read-only, without login. For programs: "))
            out.write("<a href=\"api?f=json\">OpenAPI 3.0</a>, <a href=\"conformance?f=html\">")
            out.write(xml: language.say("Konformität", "Conformance"))
            out.write("</a></p>\n")
            for tag in OpenAPIDocument.tags {
                out.write("<h2>\(tag)</h2>\n")
                for path in ServicePaths.all where path.tag == tag { write(path, to: &out) }
            }
        }
        return out.bytes
    }

    private func write(_ path: PathDescription, to out: inout OutputBuffer) {
        let language = inquiry.language
        out.write("<section lang=\"en\" id=\"\(path.operation)\">\n<h3><code>GET ")
        out.write(xml: path.path)
        out.write("</code></h3>\n<p>")
        out.write(xml: path.summary + ". " + path.description)
        out.write("</p>\n<p class=\"quiet\">")
        out.write(xml: path.answers.map(\.mediaType).joined(separator: ", "))
        out.write("</p>\n")
        if !path.parameters.isEmpty {
            out.writeTableHead(
                ["Parameter", language.say("Ort", "Place"), language.say("Bedeutung", "Meaning")],
                language: language.rawValue)
            for parameter in path.parameters {
                out.write("<tr><th scope=\"row\"><code>")
                out.write(xml: parameter.name)
                out.write("</code></th><td>\(parameter.location.rawValue)</td><td>")
                out.write(xml: parameter.description)
                out.write("</td></tr>\n")
            }
            out.write("</tbody>\n</table></div>\n")
        }
        out.write("</section>\n")
    }
}
