import Catalogue
import Formats
import Statistics
import Tiles

extension TileFeatures {
    /// The attributes of the areas as a selection shows them: the same classes, colours and labels as in its features
    /// and its legend, and the category where the layer has categories. Details are left to the features.
    ///
    /// - Parameter layer: What the property `layer` says, where tiles of several layers are one; none where `nil`.
    init(_ selection: DatedSelection, layer: String? = nil) throws {
        let drawn = try selection.drawn()
        let level = selection.level
        let values = selection.values
        let areas = level.keys.indices
        let shared = TileFeatures(
            codes: level.keys, names: level.names,
            values: areas.map { values.states[$0] == .value ? values.values[$0] : nil }, states: values.states,
            classes: areas.map { drawn.classIndex(of: $0) }, colours: areas.map { drawn.colour(of: $0) },
            labels: areas.map { drawn.label(of: $0) }, layer: layer)
        guard !selection.layer.categories.isEmpty else {
            self = shared
            return
        }
        let categories = GeoJSONWriter.Column("category", .text(areas.map { drawn.category(of: $0) }))
        self.init(codes: shared.codes, columns: shared.columns + [categories])
    }
}
