extension Representation {
    /// A Mapbox vector tile.
    static let vectorTile = Representation(
        name: "mvt", mediaType: "application/vnd.mapbox-vector-tile",
        contentType: "application/vnd.mapbox-vector-tile", alias: "application/x-protobuf")
    /// A tile of features in longitude and latitude.
    static let geoJSONTile = Representation(
        name: "geojson", mediaType: "application/geo+json", contentType: "application/geo+json",
        alias: "application/json")
    /// TileJSON whose tiles are vector tiles.
    static let tileJSONVector = Representation(
        name: "mvt", mediaType: "application/json", contentType: "application/json")
    /// TileJSON whose tiles are GeoJSON.
    static let tileJSONGeoJSON = Representation(
        name: "geojson", mediaType: "application/geo+json", contentType: "application/json")
}
