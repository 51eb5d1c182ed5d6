import Catalogue
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
        self.init(
            codes: level.keys, names: level.names,
            values: areas.map { values.states[$0] == .value ? values.values[$0] : nil }, states: values.states,
            classes: areas.map { drawn.classIndex(of: $0) }, colours: areas.map { drawn.colour(of: $0) },
            labels: areas.map { drawn.label(of: $0) }, layer: layer)
    }
}
