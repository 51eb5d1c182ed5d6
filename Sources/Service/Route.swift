/// What a path names. The paths are part of the interface and do not move; later resources are added beside them.
enum Route: Hashable, Sendable {
    case landing
    case health
    case favicon
    case stylesheet(name: String)
    case collections
    case collection(layer: String)
    case items(layer: String)
    case item(layer: String, key: String)
    case map(layer: String)
    case sheet(layer: String)
    case legend(layer: String)
    case table(layer: String)
    case queryables(layer: String)
    case schema(layer: String)
    case method(layer: String)
    case findings(division: String)
    case conformance
    case api
    case apiPage
    case tiled(TileRoute)
    case portrayed(PortrayalRoute)

    /// The route of a path, if there is one. Percent escapes are read segment by segment, so a key may hold a slash.
    init?(path: String) {
        guard path.hasPrefix("/") else { return nil }
        var segments: [String] = []
        if path != "/" {
            for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
                guard let text = PercentEncoding.decode(segment), !text.isEmpty else { return nil }
                segments.append(text)
            }
        }
        if let route = TileRoute(segments: segments) {
            self = .tiled(route)
            return
        }
        if let route = PortrayalRoute(segments: segments) {
            self = .portrayed(route)
            return
        }
        switch (segments.count, segments.first) {
        case (0, _): self = .landing
        case (1, "health"): self = .health
        case (1, "favicon.ico"), (1, "favicon.svg"): self = .favicon
        case (2, "assets"): self = .stylesheet(name: segments[1])
        case (1, "conformance"): self = .conformance
        case (1, "api"): self = .api
        case (1, "api.html"): self = .apiPage
        case (1, "collections"): self = .collections
        case (2, "collections"): self = .collection(layer: segments[1])
        case (3, "collections"):
            switch segments[2] {
            case "items": self = .items(layer: segments[1])
            case "map": self = .map(layer: segments[1])
            case "sheet.svg": self = .sheet(layer: segments[1])
            case "legend.json": self = .legend(layer: segments[1])
            case "table.csv": self = .table(layer: segments[1])
            case "queryables": self = .queryables(layer: segments[1])
            case "schema": self = .schema(layer: segments[1])
            case "method": self = .method(layer: segments[1])
            case "findings": self = .findings(division: segments[1])
            default: return nil
            }
        case (4, "collections") where segments[2] == "items": self = .item(layer: segments[1], key: segments[3])
        default: return nil
        }
    }

    /// The route without what a visitor filled in: what the access log shows.
    var pattern: String {
        switch self {
        case .landing: "/"
        case .health: "/health"
        case .favicon: "/favicon.svg"
        case .stylesheet: "/assets/{name}"
        case .collections: "/collections"
        case .collection: "/collections/{layer}"
        case .items: "/collections/{layer}/items"
        case .item: "/collections/{layer}/items/{featureId}"
        case .map: "/collections/{layer}/map"
        case .sheet: "/collections/{layer}/sheet.svg"
        case .legend: "/collections/{layer}/legend.json"
        case .table: "/collections/{layer}/table.csv"
        case .queryables: "/collections/{layer}/queryables"
        case .schema: "/collections/{layer}/schema"
        case .method: "/collections/{layer}/method"
        case .findings: "/collections/{division}/findings"
        case .conformance: "/conformance"
        case .api: "/api"
        case .apiPage: "/api.html"
        case .tiled(let route): route.pattern
        case .portrayed(let route): route.pattern
        }
    }

    /// The parameters that the resource knows.
    var parameters: [String] {
        let drawn = ["classes", "datetime", "f", "lang", "method"]
        return switch self {
        case .health, .favicon, .stylesheet: []
        case .landing, .collections, .conformance, .api, .method: ["f", "lang"]
        case .apiPage, .queryables, .schema: ["lang"]
        case .findings: ["f"]
        case .collection, .legend, .table: drawn
        case .item: drawn + ["crs"]
        case .map: MapParameters.names
        case .tiled(let route): route.parameters
        case .portrayed(let route): route.parameters
        case .items: drawn + FeatureQuery.parameterNames
        case .sheet: drawn + ["paper"]
        }
    }

    /// The forms in which the resource can be had; the first where the client has no wish.
    var representations: [Representation] {
        switch self {
        case .health, .legend: [.json]
        case .landing, .collections, .collection, .conformance, .method: [.json, .html]
        case .items, .item: Representation.featureForms
        case .findings: [.geoJSON]
        case .queryables, .schema: [.schema]
        case .api: [.openAPI, .html]
        case .apiPage: [.html]
        case .favicon, .map, .sheet: [.svg]
        case .stylesheet: [.css]
        case .table: [.csv]
        case .tiled(let route): route.representations
        case .portrayed(let route): route.representations
        }
    }
}
