/// How a tile is written; the name is the ending of its address.
enum TileForm: String, CaseIterable, Sendable {
    /// A Mapbox vector tile, version 2.1.
    case vector = "mvt"
    /// Features in longitude and latitude.
    case geoJSON = "geojson"

    /// What the form is sent as.
    var representation: Representation { self == .vector ? .vectorTile : .geoJSONTile }
}
