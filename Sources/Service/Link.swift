import Formats

/// A link of OGC API documents: absolute, typed, with its relation.
struct Link {
    let relation: String
    let type: String
    let href: String
    let title: String

    /// The relation of the properties that can be asked for.
    static let queryables = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
    /// The relation of the conformance classes.
    static let conformance = "http://www.opengis.net/def/rel/ogc/1.0/conformance"
    /// The relation of a map of a collection.
    static let map = "http://www.opengis.net/def/rel/ogc/1.0/map"
    /// The relation of a legend.
    static let legend = "http://www.opengis.net/def/rel/ogc/1.0/legend"

    /// Writes links as a JSON array.
    static func write(_ links: [Link], to out: inout OutputBuffer) {
        out.write("[")
        for (index, link) in links.enumerated() {
            out.write(index == 0 ? "{\"rel\":" : ",{\"rel\":")
            out.write(json: link.relation)
            out.write(",\"type\":")
            out.write(json: link.type)
            out.write(",\"title\":")
            out.write(json: link.title)
            out.write(",\"href\":")
            out.write(json: link.href)
            out.write("}")
        }
        out.write("]")
    }

    /// A `Link` header (RFC 8288) that leads to the schema and the queryables of a layer, given by its URL.
    static func header(describing url: String) -> String {
        "<\(url)/queryables>; rel=\"\(queryables)\"; type=\"application/schema+json\", "
            + "<\(url)/schema>; rel=\"describedby\"; type=\"application/schema+json\""
    }

    /// The URL of a layer, absolute.
    static func layer(_ id: String, base: String) -> String {
        base + "/collections/" + PercentEncoding.encode(id)
    }
}

extension OutputBuffer {
    /// Writes `,"name":"text"`.
    mutating func write(member name: StaticString, text: String) {
        write(",\"" as StaticString)
        write(name)
        write("\":" as StaticString)
        write(json: text)
    }
}
