import Tiles

extension TileRoute {
    /// The rows of the OpenAPI document for tiles. OGC API - Tiles prescribes how the operations' names end.
    static let paths: [PathDescription] =
        [
            PathDescription(
                "/tileMatrixSets", operation: "getTileMatrixSetsList", tag: "Tiles", summary: "The tile matrix sets",
                parameters: [.format([.json])], answers: [.object(.json)]),
            PathDescription(
                "/tileMatrixSets/{tileMatrixSetId}", operation: "getTileMatrixSet", tag: "Tiles",
                summary: "The definition of a tile matrix set", parameters: [.matrixSet, .format([.json])],
                answers: [.object(.json)]),
            PathDescription(
                "/tiles", operation: "atlas.dataset.vector.getTileSetsList", tag: "Tiles",
                summary: "The tilesets of all layers together", parameters: [.language, .format([.json])],
                answers: [.object(.json)]),
            PathDescription(
                "/tiles/{tileMatrixSetId}", operation: "atlas.dataset.vector.getTileSet", tag: "Tiles",
                summary: "The description of a tileset of several layers",
                parameters: [.matrixSet, .collections] + ParameterDescription.drawn + [.format([.json])],
                answers: [.object(.json)]),
            PathDescription(
                "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                operation: "atlas.dataset.vector.getTile", tag: "Tiles", summary: "A tile of several layers",
                description:
                    "A vector tile has a layer for each; features of GeoJSON say theirs in the property `layer`.",
                parameters: [.matrixSet] + ParameterDescription.address + [.collections] + ParameterDescription.drawn
                    + [.format([.vectorTile, .geoJSONTile])],
                answers: AnswerDescription.tiles),
            PathDescription(
                "/collections/{collectionId}/tiles", operation: "atlas.collection.vector.getTileSetsList", tag: "Tiles",
                summary: "The tilesets of a layer",
                parameters: [.collection] + ParameterDescription.drawn + [.format([.json])], answers: [.object(.json)]),
            PathDescription(
                "/collections/{collectionId}/tiles/{tileMatrixSetId}", operation: "atlas.collection.vector.getTileSet",
                tag: "Tiles", summary: "The description of a layer's tileset",
                parameters: [.collection, .matrixSet] + ParameterDescription.drawn + [.format([.json])],
                answers: [.object(.json)]),
            PathDescription(
                "/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
                operation: "atlas.collection.vector.getTile", tag: "Tiles", summary: "A tile of a layer",
                parameters: [.collection, .matrixSet] + ParameterDescription.address + ParameterDescription.drawn
                    + [.format([.vectorTile, .geoJSONTile])],
                answers: AnswerDescription.tiles),
            PathDescription(
                "/collections/{collectionId}/tilejson.json", operation: "getTileJSON", tag: "Tiles",
                summary: "TileJSON 3.0 of a layer, with addresses of tiles that never change their content",
                parameters: [.collection] + ParameterDescription.drawn
                    + [
                        .words(
                            "f", TileForm.allCases.map(\.rawValue), "Which tiles it names; vector tiles unless given.")
                    ],
                answers: [.object(.json)]),
        ] + TileForm.allCases.flatMap(aliases)

    private static func aliases(_ form: TileForm) -> [PathDescription] {
        let name = form == .vector ? "Vector" : "GeoJSON"
        let answer: AnswerDescription =
            form == .vector ? .binary(.vectorTile) : AnswerDescription(.geoJSONTile, schema: #"{"type":"object"}"#)
        return [
            PathDescription(
                "/tiles/{collectionId}/{z}/{x}/{y}.\(form.rawValue)", operation: "get\(name)TileByColumnAndRow",
                tag: "Tiles", summary: "The same tile as web maps ask for it: column before row",
                parameters: [.collection] + ParameterDescription.alias + ParameterDescription.drawn, answers: [answer]),
            PathDescription(
                "/releases/{version}/tiles/{collectionId}/{z}/{x}/{y}.\(form.rawValue)",
                operation: "get\(name)TileOfRelease", tag: "Tiles",
                summary: "The same tile under an address that never changes its content",
                parameters: [.version, .collection] + ParameterDescription.alias + ParameterDescription.drawn,
                answers: [answer]),
        ]
    }

    /// The conformance classes that tiles pass.
    static let conformanceClasses =
        [
            "core", "tileset", "tilesets-list", "dataset-tilesets", "geodata-tilesets", "collections-selection",
            "geojson", "mvt", "oas30",
        ].map { "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/" + $0 }
        + ["tilematrixset", "json-tilematrixset", "tilematrixsetlimits", "json-tilematrixsetlimits"].map {
            "http://www.opengis.net/spec/tms/2.0/conf/" + $0
        }
}

extension ParameterDescription {
    /// The id of a tile matrix set, in a path.
    static let matrixSet = ParameterDescription(
        "tileMatrixSetId", in: .path, "A tile matrix set.",
        schema: "{\"type\":\"string\",\"enum\":[\(TileMatrixSet.all.map { "\"\($0.id)\"" }.joined(separator: ","))]}")
    /// Level, row and column, in this order.
    static let address = [
        number("tileMatrix", "The level, 0 for the coarsest."), number("tileRow", "The row, from the north."),
        number("tileCol", "The column, from the west."),
    ]
    /// Level, column and row, in this order.
    static let alias = [
        number("z", "The level, 0 for the coarsest."), number("x", "The column, from the west."),
        number("y", "The row, from the north."),
    ]
    /// `collections`.
    static let collections = ParameterDescription(
        "collections", "Which layers; all unless given.",
        schema: #"{"type":"array","minItems":1,"items":{"type":"string","minLength":1}}"#, isList: true)
    /// What stands for the release in lasting addresses.
    static let version = ParameterDescription(
        "version", in: .path, "The release, the program and its styles; TileJSON has the present one.",
        schema: #"{"type":"string"}"#)

    private static func number(_ name: String, _ description: String) -> ParameterDescription {
        ParameterDescription(
            name, in: .path, description, schema: #"{"type":"integer","minimum":0,"maximum":99999999}"#, example: "0")
    }
}

extension AnswerDescription {
    /// A tile in both forms.
    static let tiles: [AnswerDescription] = [
        .binary(.vectorTile), AnswerDescription(.geoJSONTile, schema: #"{"type":"object"}"#),
    ]

    /// A JSON object.
    static func object(_ form: Representation) -> AnswerDescription {
        AnswerDescription(form, schema: #"{"type":"object"}"#)
    }
}
