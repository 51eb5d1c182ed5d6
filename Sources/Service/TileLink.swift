import Formats

/// A link of tile documents, which may be a template.
struct TileLink {
    let relation: String
    let type: String
    let title: String
    let href: String
    var isTemplate = false

    /// The relation of a list of vector tilesets.
    static let tilesets = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"
    /// The relation of a tile matrix set's definition.
    static let scheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"
    /// The relation of the list of tile matrix sets.
    static let schemes = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"

    /// Writes links as a JSON array.
    static func write(_ links: [TileLink], to out: inout OutputBuffer) {
        out.write("[")
        for (index, link) in links.enumerated() {
            out.write(index == 0 ? "{\"rel\":" : ",{\"rel\":")
            out.write(json: link.relation)
            out.write(member: "type", text: link.type)
            out.write(member: "title", text: link.title)
            out.write(member: "href", text: link.href)
            out.write(link.isTemplate ? ",\"templated\":true}" : "}")
        }
        out.write("]")
    }
}
