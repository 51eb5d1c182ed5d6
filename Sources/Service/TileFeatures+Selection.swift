import Catalogue
import Formats
import Statistics
import Tiles

extension TileFeatures {
    /// The attributes of the areas as a selection shows them: the same classes, colours and labels as in its features
    /// and its legend.
    ///
    /// - Parameter layer: What the property `layer` says, where tiles of several layers are one; none where `nil`.
    init(_ selection: DatedSelection, layer: String? = nil) throws {
        let drawn = try selection.drawn()
        let level = selection.level
        let values = selection.values
        let areas = level.keys.indices
        var columns: [GeoJSONWriter.Column] = []
        if let layer { columns.append(GeoJSONWriter.Column("layer", .text(areas.map { _ in layer }))) }
        columns += [
            GeoJSONWriter.Column("name", .text(level.names)),
            GeoJSONWriter.Column(
                "value", .numbers(areas.map { values.states[$0] == .value ? values.values[$0] : nil })),
            GeoJSONWriter.Column("state", .text(values.states.map(\.name))),
            GeoJSONWriter.Column("class", .integers(areas.map { drawn.classIndex(of: $0) })),
            GeoJSONWriter.Column("colour", .text(areas.map { drawn.colour(of: $0) })),
            GeoJSONWriter.Column("label", .text(areas.map { drawn.label(of: $0) })),
        ]
        self.init(codes: level.keys, columns: columns)
    }
}
