import Tiles

extension Representation {
    /// A Mapbox vector tile.
    static let vectorTile = Representation(
        name: "mvt", mediaType: VectorTile.mediaType, contentType: VectorTile.mediaType,
        alias: "application/x-protobuf")
    /// A tile of features in longitude and latitude.
    static let geoJSONTile = Representation(
        name: "geojson", mediaType: GeoJSONTile.mediaType, contentType: GeoJSONTile.mediaType,
        alias: "application/json")
    /// TileJSON whose tiles are vector tiles.
    static let tileJSONVector = Representation(
        name: "mvt", mediaType: "application/json", contentType: "application/json")
    /// TileJSON whose tiles are GeoJSON.
    static let tileJSONGeoJSON = Representation(
        name: "geojson", mediaType: GeoJSONTile.mediaType, contentType: "application/json")
}
