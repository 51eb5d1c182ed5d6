import Cartography
import Catalogue

/// A layer at one date, as somebody asked to see it.
struct LayerSelection: Sendable {
    let served: ServedRelease
    let layer: ReleasedLayer
    let level: ReleasedLevel
    /// The newest values within the time asked for; `nil` where there are none.
    let values: ReleasedValues?
    let rendering: RenderingChoice
    let language: Language

    /// The selection as a question.
    var question: String {
        "\(layer.id)\u{0}\(values?.date ?? "")\u{0}\(rendering.question)\u{0}\(language.rawValue)"
    }

    /// The selection with values.
    ///
    /// - Throws: A 404 where the layer has no date in the time asked for.
    func dated() throws(Problem) -> DatedSelection {
        guard let values else {
            let dates = layer.dates.map(\.date).joined(separator: ", ")
            throw .notFound("layer '\(layer.id)' has no date in that time; its dates are \(dates)")
        }
        return DatedSelection(selection: self, values: values)
    }
}

/// A selection that has values.
struct DatedSelection: Sendable {
    let selection: LayerSelection
    let values: ReleasedValues

    var layer: ReleasedLayer { selection.layer }
    var level: ReleasedLevel { selection.level }
    var language: Language { selection.language }
    var release: Release { selection.served.release }
    var question: String { selection.question }

    /// The selection as maps and legends want it.
    func drawn() throws -> LayerRendering {
        try LayerRendering(
            release: release, layer: layer, level: level, values: values, choice: selection.rendering,
            language: language)
    }
}
