/// The paths of what shows a layer in other programs: styles and viewers.
enum PortrayalRoute: Hashable, Sendable {
    case styles
    case layerStyles(layer: String)
    case style(layer: String, id: String)
    case layerStyle(layer: String)
    case styleMetadata(layer: String)
    case viewer(layer: String)
    case asset(folder: String, file: String)

    /// The route of a path's segments, if it is one of these.
    init?(segments: [String]) {
        switch (segments.count, segments.first) {
        case (1, "styles"): self = .styles
        case (3, "collections") where segments[2] == "styles": self = .layerStyles(layer: segments[1])
        case (3, "collections") where segments[2] == "viewer": self = .viewer(layer: segments[1])
        case (2, "styles"): self = .layerStyle(layer: segments[1])
        case (3, "styles") where segments[2] == "metadata": self = .styleMetadata(layer: segments[1])
        case (3, "assets"): self = .asset(folder: segments[1], file: segments[2])
        case (4, "collections") where segments[2] == "styles": self = .style(layer: segments[1], id: segments[3])
        default: return nil
        }
    }

    /// The route without what a visitor filled in.
    var pattern: String {
        switch self {
        case .styles: "/styles"
        case .layerStyle: "/styles/{styleId}"
        case .styleMetadata: "/styles/{styleId}/metadata"
        case .layerStyles: "/collections/{layer}/styles"
        case .style: "/collections/{layer}/styles/{styleId}"
        case .viewer: "/collections/{layer}/viewer"
        case .asset: "/assets/{folder}/{file}"
        }
    }

    /// The parameters that the resource knows.
    var parameters: [String] {
        switch self {
        case .styles, .layerStyles, .styleMetadata: ["f", "lang"]
        case .style, .layerStyle: ["classes", "datetime", "f", "lang", "method"]
        case .viewer: ["classes", "datetime", "f", "lang", "library", "method"]
        case .asset: []
        }
    }

    /// The forms in which the resource can be had; the first where the client has no wish.
    var representations: [Representation] {
        switch self {
        case .styles, .layerStyles, .styleMetadata: [.json]
        case .style, .layerStyle: Representation.styleForms
        case .viewer: [.html]
        case .asset(_, let file): [AssetDocument.representation(of: file)]
        }
    }
}

extension Representation {
    /// A style of Mapbox and MapLibre.
    static let mapboxStyle = Representation(
        name: "mapbox", mediaType: "application/vnd.mapbox.style+json",
        contentType: "application/vnd.mapbox.style+json", alias: "application/json")
    /// A Styled Layer Descriptor 1.1.
    static let styledLayerDescriptor = Representation(
        name: "sld", mediaType: "application/vnd.ogc.sld+xml", contentType: "application/vnd.ogc.sld+xml;version=1.1",
        alias: "application/vnd.ogc.sld+xml;version=1.1")
    /// A Styled Layer Descriptor 1.0, which older programs read.
    static let styledLayerDescriptor10 = Representation(
        name: "sld10", mediaType: "application/vnd.ogc.sld+xml;version=1.0",
        contentType: "application/vnd.ogc.sld+xml;version=1.0")
}
