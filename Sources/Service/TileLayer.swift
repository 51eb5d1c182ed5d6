import Formats
import Tiles

/// What all tiles of a selection share.
struct TileLayer: Sendable {
    /// The attributes of the areas.
    let features: TileFeatures
    /// Members of a JSON object, each after a comma: what the numbers are and what may be done with them, as the
    /// layer's features say it.
    let provenance: [UInt8]

    /// - Parameter name: What the property `layer` says; none where `nil`.
    init(_ selection: DatedSelection, named name: String?) throws {
        features = try TileFeatures(selection, layer: name)
        var out = OutputBuffer()
        out.writeProvenance(of: selection.selection)
        provenance = out.bytes
    }
}
