extension TileRoute {
    /// What the first document links to: tiles and styles of the whole atlas.
    static func landingLinks(base: String) -> [Link] {
        let json = Representation.json.mediaType
        return [
            Link(relation: TileLink.tilesets, type: json, href: base + "/tiles", title: "Vector tiles of all layers"),
            Link(
                relation: TileLink.schemes, type: json, href: base + "/tileMatrixSets", title: "Tile matrix sets"),
            Link(relation: Link.styles, type: json, href: base + "/styles", title: "Styles"),
        ]
    }

    /// What the description of a layer links to.
    ///
    /// - Parameters:
    ///   - url: The layer's URL.
    ///   - query: The parameters that all of a layer's documents share.
    static func layerLinks(url: String, query: String, title: String) -> [Link] {
        let json = Representation.json.mediaType
        return [
            Link(relation: TileLink.tilesets, type: json, href: "\(url)/tiles\(query)", title: "\(title) (tiles)"),
            Link(relation: Link.styles, type: json, href: "\(url)/styles", title: "\(title) (styles)"),
        ]
    }
}

extension Link {
    /// The relation of a list of styles.
    static let styles = "http://www.opengis.net/def/rel/ogc/1.0/styles"
}
