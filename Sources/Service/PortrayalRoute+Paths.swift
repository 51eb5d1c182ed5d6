import Cartography

extension PortrayalRoute {
    /// The rows of the OpenAPI document for `/map` with its parameters, styles and viewers.
    static let paths: [PathDescription] = [
        PathDescription(
            "/collections/{collectionId}/map", operation: "atlas.collection.getMap", tag: "Maps",
            summary: "The map as a drawing",
            description: "Drawn in the system in which the boundaries are kept, `storageCrs` of the collection.",
            parameters: [.collection] + ParameterDescription.drawn + ParameterDescription.layout
                + [.format([.svg])],
            answers: [.text(.svg)],
            headers: [
                HeaderDescription("Content-Crs", "The system in which the map is drawn."),
                HeaderDescription("Content-Bbox", "What it shows, in that system."),
                HeaderDescription("Content-Datetime", "The reference date of its values."),
            ]),
        PathDescription(
            "/styles", operation: "getStyles", tag: "Styles", summary: "The layers' styles",
            parameters: [.language, .format([.json])], answers: [.object(.json)]),
        PathDescription(
            "/styles/{styleId}", operation: "getStyle", tag: "Styles", summary: "A layer's style",
            parameters: [.styleOfAll] + ParameterDescription.drawn + [.styleForm], answers: AnswerDescription.styles),
        PathDescription(
            "/styles/{styleId}/metadata", operation: "getStyleMetadata", tag: "Styles",
            summary: "What a layer's style is", parameters: [.styleOfAll, .language, .format([.json])],
            answers: [.object(.json)]),
        PathDescription(
            "/collections/{collectionId}/styles", operation: "atlas.collection.getStyles", tag: "Styles",
            summary: "The styles of a layer", parameters: [.collection, .language, .format([.json])],
            answers: [.object(.json)]),
        PathDescription(
            "/collections/{collectionId}/styles/{styleId}", operation: "atlas.collection.getStyle", tag: "Styles",
            summary: "A style of a layer",
            parameters: [.collection, .style] + ParameterDescription.drawn + [.styleForm],
            answers: AnswerDescription.styles),
        PathDescription(
            "/collections/{collectionId}/viewer", operation: "getViewer", tag: "Maps",
            summary: "A page that shows the layer's tiles in a map library",
            parameters: [
                .collection,
                .words(
                    "library", ViewerLibrary.allCases.map(\.rawValue),
                    "The library; the first that the server has unless given."),
            ] + ParameterDescription.drawn + [.format([.html])],
            answers: [.text(.html)]),
    ]

    /// The conformance classes that maps and styles pass.
    static let conformanceClasses =
        ["core", "collection-map", "svg", "api-operations"].map {
            "http://www.opengis.net/spec/ogcapi-maps-1/1.0/conf/" + $0
        }
        + ["core", "mapbox-style", "sld-10", "sld-11"].map {
            "http://www.opengis.net/spec/ogcapi-styles-1/1.0/conf/" + $0
        }
}

extension ParameterDescription {
    /// The parameters of the map's layout.
    static let layout: [ParameterDescription] =
        [
            .integer("width", MapDocument.widths, standard: MapDocument.standardWidth, "The width in pixels."),
            .integer("height", MapDocument.widths, "The height in pixels; as high as the section unless given."),
            ParameterDescription(
                "bbox", "The section to show; everything unless given.",
                schema: #"{"type":"array","minItems":4,"maxItems":4,"items":{"type":"number"}}"#, isList: true),
            .words("bbox-crs", OfferedSystem.all.map(\.uri), "The system of `bbox`; CRS84 unless given."),
            .words("crs", OfferedSystem.all.map(\.uri), "The system of the map; there is none but `storageCrs`."),
            ParameterDescription(
                "bgcolor", "The colour behind the areas; none unless given.",
                schema: #"{"type":"string","pattern":"^(0x)?[0-9a-fA-F]{6}$","example":"0xFFFFFF"}"#),
            .words("transparent", ["true", "false"], "Whether nothing is behind the areas; without it as `bgcolor`."),
        ]
        + [
            ("map-title", "Where the title stands."), ("map-legend", "Where the legend stands."),
            ("scale-bar", "Where the scale bar stands."), ("attribution", "Where sources and licence stand."),
        ].map { name, text in
            .words(name, ["none"] + MapPlacement.allCases.map(\.rawValue), text)
        }
    /// The id of a style among those of all layers: the layer's.
    static let styleOfAll = ParameterDescription(
        "styleId", in: .path, "The id of a layer.", schema: #"{"type":"string"}"#, example: "collection")
    /// The id of a style of a layer.
    static let style = ParameterDescription(
        "styleId", in: .path, "The style's name.", schema: #"{"type":"string"}"#, example: "\"default\"")
    /// `f` of a style.
    static let styleForm = ParameterDescription.format(Representation.styleForms)
}

extension AnswerDescription {
    /// A style in its forms.
    static let styles: [AnswerDescription] = [
        .object(.mapboxStyle), .text(.styledLayerDescriptor), .text(.styledLayerDescriptor10),
    ]
}
