/// Every path of the service, in the order in which they are described.
enum ServicePaths {
    /// All rows.
    static let all = core + features + drawings + PortrayalRoute.paths + TileRoute.paths

    /// What the service says about itself.
    static let core: [PathDescription] = [
        PathDescription(
            "/", operation: "getLandingPage", tag: "Service", summary: "What this server is and where to go on",
            parameters: [.format([.json, .html]), .language],
            answers: [AnswerDescription(.json, schema: SchemaReference.landing), .text(.html)]),
        PathDescription(
            "/conformance", operation: "getConformance", tag: "Service", summary: "The conformance classes",
            parameters: [.format([.json, .html]), .language],
            answers: [AnswerDescription(.json, schema: SchemaReference.conformance), .text(.html)]),
        PathDescription(
            "/api", operation: "getDescription", tag: "Service", summary: "This document",
            parameters: [.format([.openAPI, .html]), .language],
            answers: [AnswerDescription(.openAPI, schema: #"{"type":"object"}"#), .text(.html)]),
        PathDescription(
            "/api.html", operation: "getDescriptionPage", tag: "Service", summary: "This document as a page",
            parameters: [.language], answers: [.text(.html)]),
        PathDescription(
            "/health", operation: "getHealth", tag: "Service", summary: "Whether there is a release to serve",
            parameters: [], answers: [AnswerDescription(.json, schema: SchemaReference.health)]),
    ]

    /// Layers and their areas.
    static let features: [PathDescription] = [
        PathDescription(
            "/collections", operation: "getCollections", tag: "Features", summary: "The layers",
            parameters: [.format([.json, .html]), .language],
            answers: [AnswerDescription(.json, schema: SchemaReference.collections), .text(.html)]),
        PathDescription(
            "/collections/{collectionId}", operation: "describeCollection", tag: "Features", summary: "One layer",
            parameters: [.collection, .format([.json, .html])] + ParameterDescription.drawn,
            answers: [AnswerDescription(.json, schema: SchemaReference.collection), .text(.html)]),
        PathDescription(
            "/collections/{collectionId}/queryables", operation: "getQueryables", tag: "Features",
            summary: "The properties that can be asked for", parameters: [.collection, .language],
            answers: [AnswerDescription(.schema, schema: SchemaReference.schema)]),
        PathDescription(
            "/collections/{collectionId}/schema", operation: "getSchema", tag: "Features",
            summary: "The properties of a feature", parameters: [.collection, .language],
            answers: [AnswerDescription(.schema, schema: SchemaReference.schema)]),
        PathDescription(
            "/collections/{collectionId}/items", operation: "getFeatures", tag: "Features",
            summary: "The areas of a layer with their values",
            parameters: [.collection, .format(Representation.featureForms), .limit, .offset]
                + [.box, .boxSystem, .coordinateSystem, .filter, .filterLanguage, .filterSystem]
                + ParameterDescription.drawn + Queryable.attributes.map(ParameterDescription.queryable),
            answers: forms(SchemaReference.features),
            headers: [
                HeaderDescription("Content-Crs", "The reference system of the coordinates, in angle brackets.")
            ]),
        PathDescription(
            "/collections/{collectionId}/items/{featureId}", operation: "getFeature", tag: "Features",
            summary: "One area with its value",
            parameters: [.collection, .feature, .format(Representation.featureForms), .coordinateSystem]
                + ParameterDescription.drawn,
            answers: forms(SchemaReference.feature),
            headers: [
                HeaderDescription("Content-Crs", "The reference system of the coordinates, in angle brackets.")
            ]),
        PathDescription(
            "/collections/{collectionId}/method", operation: "getMethod", tag: "Features",
            summary: "How the numbers of a layer were made, where the release says so",
            parameters: [.collection, .format([.json, .html]), .language],
            answers: [AnswerDescription(.json, schema: SchemaReference.method), .text(.html)]),
        PathDescription(
            "/collections/{divisionId}/findings", operation: "getFindings", tag: "Features",
            summary: "What was found on a division's boundaries",
            parameters: [
                ParameterDescription(
                    "divisionId", in: .path, "The id of a division.", schema: #"{"type":"string"}"#,
                    example: "division"), .format([.geoJSON]),
            ],
            answers: [AnswerDescription(.geoJSON, schema: #"{"type":"object"}"#)]),
    ]

    /// Drawings and tables of a layer. The bare map is described with its parameters beside them.
    static let drawings: [PathDescription] = [
        PathDescription(
            "/collections/{collectionId}/sheet.svg", operation: "getSheet", tag: "Maps",
            summary: "A layer as a print sheet",
            parameters: [
                .collection, .format([.svg]),
                .words("paper", RenderingChoice.papers, "The paper; as the style says unless given."),
            ] + ParameterDescription.drawn,
            answers: [.text(.svg)]),
        PathDescription(
            "/collections/{collectionId}/legend.json", operation: "getLegend", tag: "Maps",
            summary: "The legend as data", parameters: [.collection, .format([.json])] + ParameterDescription.drawn,
            answers: [AnswerDescription(.json, schema: #"{"type":"object"}"#)]),
        PathDescription(
            "/collections/{collectionId}/table.csv", operation: "getTable", tag: "Maps", summary: "A layer as a table",
            parameters: [.collection, .format([.csv])] + ParameterDescription.drawn, answers: [.text(.csv)]),
    ]

    private static func forms(_ schema: String) -> [AnswerDescription] {
        [
            AnswerDescription(.geoJSON, schema: schema), AnswerDescription(.jsonFG, schema: schema), .text(.csv),
            .text(.html),
        ]
    }
}
