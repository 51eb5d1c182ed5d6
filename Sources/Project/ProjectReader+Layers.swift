import Diagnostics

extension ProjectReader {
    /// The section `layers`; without it, every indicator on every level.
    func layers(
        _ node: ProjectReaderNode?, divisions: [ProjectFile.Division], indicators: [ProjectFile.Indicator]
    ) throws(InputError) -> [ProjectFile.Layer] {
        guard let node else {
            return divisions.flatMap { division in
                division.levels.flatMap { level in
                    indicators.map { layer(division.id, level.id, $0, style: "") }
                }
            }
        }
        var layers: [ProjectFile.Layer] = []
        for item in try node.items(example: "- { division: gliederung, level: bezirk, indicators: [rate] }") {
            for layer in try entry(item, divisions: divisions, indicators: indicators) {
                guard !layers.contains(where: { $0.id == layer.id }) else {
                    throw item.error("the layer '\(layer.id)' occurs twice", remedy: "name it in one entry only")
                }
                layers.append(layer)
            }
        }
        return layers
    }

    private func entry(
        _ item: ProjectReaderNode, divisions: [ProjectFile.Division], indicators: [ProjectFile.Indicator]
    ) throws(InputError) -> [ProjectFile.Layer] {
        let fields = try ProjectReaderFields(item, known: ["division", "level", "indicators", "style"])
        let divisionId = try reference(
            fields.required("division", example: divisions[0].id), "is no division", known: divisions.map(\.id))
        let levels = divisions.first { $0.id == divisionId }?.levels ?? []
        let levelId = try reference(
            fields.required("level", example: levels.first?.id ?? "bezirk"), "is no level of '\(divisionId)'",
            known: levels.map(\.id))
        let style = try fields.text("style")
        guard let list = fields["indicators"] else {
            return indicators.map { layer(divisionId, levelId, $0, style: style) }
        }
        var layers: [ProjectFile.Layer] = []
        for node in try list.items(example: "[\(indicators[0].id)]") {
            let id = try reference(node, "is no indicator", known: indicators.map(\.id))
            guard !layers.contains(where: { $0.indicator == id }) else {
                throw node.error("'\(id)' occurs twice", remedy: "name it once")
            }
            layers += indicators.filter { $0.id == id }.map { layer(divisionId, levelId, $0, style: style) }
        }
        return layers
    }

    private func layer(
        _ division: String, _ level: String, _ indicator: ProjectFile.Indicator, style: String
    ) -> ProjectFile.Layer {
        ProjectFile.Layer(
            division: division, level: level, indicator: indicator.id, style: style.isEmpty ? indicator.style : style)
    }
}
