public import Formats
public import Statistics

/// What the areas of a layer are called and worth, in columns parallel to the areas.
///
///     let features = TileFeatures(
///         codes: ["0101"], names: ["Altstadt"], values: [12.5], states: [.value], classes: [3],
///         colours: ["#2c7fb8"], labels: ["12,5"])
///
/// The values are encoded once for all tiles.
public struct TileFeatures: Sendable {
    /// The areas' keys.
    public let codes: [String]
    /// The other attributes, in the order in which they are written; nil is null in GeoJSON and missing in a vector
    /// tile.
    public let columns: [GeoJSONWriter.Column]
    /// All that vector tiles say of the areas.
    let tags: VectorTileTags

    /// Any attributes; the key is the first, by the name `code` in vector tiles and `key` in GeoJSON.
    ///
    /// - Precondition: Each column has a value per key, and no two columns have the same name.
    public init(codes: [String], columns: [GeoJSONWriter.Column]) {
        precondition(columns.allSatisfy { $0.count == codes.count }, "a value per area")
        precondition(
            Set(columns.map(\.name) + ["code", "key"]).count == columns.count + 2, "columns of one name")
        self.codes = codes
        self.columns = columns
        tags = VectorTileTags(codes: codes, columns: columns)
    }

    /// The attributes of a choropleth: the key, `name`, `value`, `state`, `class`, `colour`, `label`.
    ///
    /// Where tiles of several layers are one, `layer` says which it is. `state` is a ``ValueState``'s name, and always
    /// there; a value that is not finite is null.
    public init(
        codes: [String], names: [String?], values: [Double?], states: [ValueState], classes: [Int?],
        colours: [String?], labels: [String?], layer: String? = nil
    ) {
        let layers = layer.map { id in [GeoJSONWriter.Column("layer", .text(codes.map { _ in id }))] } ?? []
        self.init(
            codes: codes,
            columns: layers + [
                GeoJSONWriter.Column("name", .text(names)),
                GeoJSONWriter.Column("value", .numbers(values)),
                GeoJSONWriter.Column("state", .text(states.map(\.name))),
                GeoJSONWriter.Column("class", .integers(classes)),
                GeoJSONWriter.Column("colour", .text(colours)),
                GeoJSONWriter.Column("label", .text(labels)),
            ])
    }

    /// How many areas there are.
    public var count: Int { codes.count }
}
