import Tiles

extension TileRoute {
    /// The document that answers an inquiry.
    ///
    /// - Throws: A 404 or 400, before any work is done.
    func document(for inquiry: Inquiry) throws(Problem) -> any Document {
        switch self {
        case .matrixSets:
            return TileMatrixSetsDocument(base: inquiry.base)
        case .matrixSet(let id):
            return TileMatrixSetDocument(set: try TileMatrixSet.named(id))
        case .datasetTilesets:
            return TilesetsDocument(inquiry, try TileSubject(inquiry))
        case .datasetTileset(let set):
            return TilesetDocument(inquiry, try TileSubject(inquiry), set: try TileMatrixSet.named(set))
        case .datasetTile(let set, let address):
            return try TileDocument(
                inquiry, try TileSubject(inquiry), set: try TileMatrixSet.named(set), at: address)
        case .tilesets(let layer):
            return TilesetsDocument(inquiry, try TileSubject(inquiry, layer: layer))
        case .tileset(let layer, let set):
            return TilesetDocument(
                inquiry, try TileSubject(inquiry, layer: layer), set: try TileMatrixSet.named(set))
        case .tile(let layer, let set, let address):
            return try TileDocument(
                inquiry, try TileSubject(inquiry, layer: layer), set: try TileMatrixSet.named(set), at: address)
        case .alias(let layer, let address, _):
            return try TileDocument(
                inquiry, try TileSubject(inquiry, layer: layer), set: .webMercatorQuad, at: address)
        case .released(let version, let layer, let address, _):
            guard version == inquiry.version else {
                throw .notFound(
                    "the release of this address is no longer served; \(Link.layer(layer, base: inquiry.base))"
                        + "/tilejson.json has the address of the present one")
            }
            return try TileDocument(
                inquiry, try TileSubject(inquiry, layer: layer), set: .webMercatorQuad, at: address, isLasting: true)
        case .tileJSON(let layer):
            return TileJSONDocument(inquiry, try inquiry.selection(of: layer).dated())
        }
    }
}
