/// What the OpenAPI document says about one path: the table behind `/api` and `/api.html`.
///
/// Each family of routes keeps its rows beside it (`CorePaths`, `FeaturePaths`, `TileRoute.paths`,
/// `PortrayalRoute.paths`); ``ServicePaths`` joins them. Every path knows GET; HEAD and OPTIONS follow from it.
///
///     PathDescription(
///         "/collections/{collectionId}/legend.json", operation: "getLegend", tag: "Maps",
///         summary: "The legend as data",
///         parameters: [.collection, .datetime, .method, .classes, .language],
///         answers: [AnswerDescription(.json, schema: #"{"type":"object"}"#)])
struct PathDescription: Sendable {
    /// The path as a template; every name in braces is among the parameters.
    let path: String
    /// The `operationId`, unique among all paths. OGC API - Tiles prescribes how those of tiles end.
    let operation: String
    /// The heading it stands under: `Service`, `Features`, `Maps`, `Tiles`, `Styles`.
    let tag: String
    /// One line.
    let summary: String
    /// More than one line, if there is more to say.
    var description: String
    /// The parameters of path and query.
    let parameters: [ParameterDescription]
    /// What a 200 holds, one entry for each media type.
    let answers: [AnswerDescription]
    /// The headers of a 200 besides those that every answer has.
    var headers: [HeaderDescription]
    /// Whether the answer comes from the release, so that 503 says there is none yet.
    var needsRelease: Bool

    init(
        _ path: String, operation: String, tag: String, summary: String, description: String = "",
        parameters: [ParameterDescription], answers: [AnswerDescription], headers: [HeaderDescription] = [],
        needsRelease: Bool = true
    ) {
        self.path = path
        self.operation = operation
        self.tag = tag
        self.summary = summary
        self.description = description
        self.parameters = parameters
        self.answers = answers
        self.headers = headers
        self.needsRelease = needsRelease
    }
}

/// One media type of an answer with the schema of its body.
struct AnswerDescription: Sendable {
    /// The media type.
    let mediaType: String
    /// A JSON Schema as OpenAPI 3.0 understands it, written as JSON. Texts and drawings are `{"type":"string"}`,
    /// bytes `{"type":"string","format":"binary"}`.
    let schema: String

    init(_ mediaType: String, schema: String) {
        self.mediaType = mediaType
        self.schema = schema
    }

    init(_ representation: Representation, schema: String) {
        self.init(representation.mediaType, schema: schema)
    }

    /// A page, a drawing, a table: text that no schema describes.
    static func text(_ representation: Representation) -> AnswerDescription {
        AnswerDescription(representation, schema: #"{"type":"string"}"#)
    }

    /// Bytes.
    static func binary(_ representation: Representation) -> AnswerDescription {
        AnswerDescription(representation, schema: #"{"type":"string","format":"binary"}"#)
    }
}

/// A header of an answer.
struct HeaderDescription: Sendable {
    let name: String
    let description: String

    init(_ name: String, _ description: String) {
        self.name = name
        self.description = description
    }
}
