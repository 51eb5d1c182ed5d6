import Tiles

/// The paths of tiles: matrix sets, tilesets, tiles, TileJSON.
///
/// A tile has two addresses. OGC API puts the row before the column, `…/{tileMatrix}/{tileRow}/{tileCol}`; the web's
/// maps put x before y, `…/{z}/{x}/{y}.mvt`. The ending tells which one is meant.
enum TileRoute: Hashable, Sendable {
    case matrixSets
    case matrixSet(id: String)
    case datasetTilesets
    case datasetTileset(matrixSet: String)
    case datasetTile(matrixSet: String, TileAddress)
    case tilesets(layer: String)
    case tileset(layer: String, matrixSet: String)
    case tile(layer: String, matrixSet: String, TileAddress)
    case alias(layer: String, TileAddress, TileForm)
    case released(version: String, layer: String, TileAddress, TileForm)
    case tileJSON(layer: String)

    /// The route of a path's segments, if it is one of these.
    init?(segments: [String]) {
        switch (segments.count, segments.first) {
        case (1, "tileMatrixSets"): self = .matrixSets
        case (2, "tileMatrixSets"): self = .matrixSet(id: segments[1])
        case (1, "tiles"): self = .datasetTilesets
        case (2, "tiles"): self = .datasetTileset(matrixSet: segments[1])
        case (5, "tiles"):
            if let address = TileAddress(zoom: segments[2], row: segments[3], column: segments[4]) {
                self = .datasetTile(matrixSet: segments[1], address)
            } else if let (address, form) = TileAddress.alias(segments[2...]) {
                self = .alias(layer: segments[1], address, form)
            } else {
                return nil
            }
        case (7, "releases") where segments[2] == "tiles":
            guard let (address, form) = TileAddress.alias(segments[4...]) else { return nil }
            self = .released(version: segments[1], layer: segments[3], address, form)
        case (3, "collections") where segments[2] == "tiles": self = .tilesets(layer: segments[1])
        case (3, "collections") where segments[2] == "tilejson.json": self = .tileJSON(layer: segments[1])
        case (4, "collections") where segments[2] == "tiles":
            self = .tileset(layer: segments[1], matrixSet: segments[3])
        case (7, "collections") where segments[2] == "tiles":
            guard let address = TileAddress(zoom: segments[4], row: segments[5], column: segments[6]) else {
                return nil
            }
            self = .tile(layer: segments[1], matrixSet: segments[3], address)
        default: return nil
        }
    }

    /// The route without what a visitor filled in.
    var pattern: String {
        switch self {
        case .matrixSets: "/tileMatrixSets"
        case .matrixSet: "/tileMatrixSets/{tileMatrixSetId}"
        case .datasetTilesets: "/tiles"
        case .datasetTileset: "/tiles/{tileMatrixSetId}"
        case .datasetTile: "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}"
        case .tilesets: "/collections/{layer}/tiles"
        case .tileset: "/collections/{layer}/tiles/{tileMatrixSetId}"
        case .tile: "/collections/{layer}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}"
        case .alias: "/tiles/{layer}/{z}/{x}/{y}"
        case .released: "/releases/{version}/tiles/{layer}/{z}/{x}/{y}"
        case .tileJSON: "/collections/{layer}/tilejson.json"
        }
    }

    /// The parameters that the resource knows.
    var parameters: [String] {
        let drawn = ["classes", "datetime", "lang", "method"]
        return switch self {
        case .matrixSets, .matrixSet: ["f"]
        case .datasetTilesets: ["f", "lang"]
        case .datasetTileset: drawn + ["collections", "f"]
        case .datasetTile: drawn + ["collections", "f"]
        case .tilesets, .tileset, .tile: drawn + ["f"]
        case .alias, .released: drawn
        case .tileJSON: drawn + ["f"]
        }
    }

    /// The forms in which the resource can be had.
    var representations: [Representation] {
        switch self {
        case .matrixSets, .matrixSet, .datasetTilesets, .datasetTileset, .tilesets, .tileset: [.json]
        case .datasetTile, .tile: [.vectorTile, .geoJSONTile]
        case .alias(_, _, let form), .released(_, _, _, let form): [form.representation]
        case .tileJSON: [.tileJSONVector, .tileJSONGeoJSON]
        }
    }
}
