import Diagnostics

extension ProjectReader {
    /// The section `layers`; without it, or with statistics only, every indicator on every level.
    func layers(
        _ node: ProjectReaderNode?, known: Known
    ) throws(InputError) -> (layers: [ProjectFile.Layer], statistics: [ProjectFile.StatisticLayer]) {
        var layers: [ProjectFile.Layer] = []
        var statistics: [ProjectFile.StatisticLayer] = []
        var ids: Set<String> = []
        func take(_ id: String, _ item: ProjectReaderNode) throws(InputError) {
            guard ids.insert(id).inserted else {
                throw item.error(
                    "the layer '\(id)' occurs twice", remedy: "name it in one entry only, or give it an 'id'")
            }
        }
        for item in try node?.items(example: "- { division: gliederung, level: bezirk, indicators: [rate] }") ?? [] {
            if try item.entries(example: "{ division: gliederung }").contains(where: { $0.key == "kind" }) {
                let layer = try statisticLayer(item, known: known)
                try take(layer.prefix, item)
                statistics.append(layer)
                continue
            }
            for layer in try entry(item, divisions: known.divisions, indicators: known.indicators) {
                try take(layer.id, item)
                layers.append(layer)
            }
        }
        guard layers.isEmpty else { return (layers, statistics) }
        layers = known.divisions.flatMap { division in
            division.levels.flatMap { level in
                known.indicators.map { layer(division.id, level.id, $0, style: "") }
            }
        }
        guard let node else { return (layers, statistics) }
        for layer in layers where ids.contains(layer.id) {
            throw node.error(
                "the layer '\(layer.id)' is an indicator and a statistic", remedy: "give the statistic another 'id'")
        }
        return (layers, statistics)
    }

    /// The level that an entry is for.
    func place(
        _ fields: ProjectReaderFields, divisions: [ProjectFile.Division]
    ) throws(InputError) -> (division: String, level: String) {
        let division = try reference(
            fields.required("division", example: divisions[0].id), "is no division", known: divisions.map(\.id))
        let levels = divisions.first { $0.id == division }?.levels ?? []
        let level = try reference(
            fields.required("level", example: levels.first?.id ?? "bezirk"), "is no level of '\(division)'",
            known: levels.map(\.id))
        return (division, level)
    }

    private func entry(
        _ item: ProjectReaderNode, divisions: [ProjectFile.Division], indicators: [ProjectFile.Indicator]
    ) throws(InputError) -> [ProjectFile.Layer] {
        let fields = try ProjectReaderFields(item, known: ["division", "level", "indicators", "style"])
        let (division, level) = try place(fields, divisions: divisions)
        let style = try fields.text("style")
        guard let list = fields["indicators"] else {
            return indicators.map { layer(division, level, $0, style: style) }
        }
        var layers: [ProjectFile.Layer] = []
        for node in try list.items(example: "[\(indicators[0].id)]") {
            let id = try reference(node, "is no indicator", known: indicators.map(\.id))
            guard !layers.contains(where: { $0.indicator == id }) else {
                throw node.error("'\(id)' occurs twice", remedy: "name it once")
            }
            layers += indicators.filter { $0.id == id }.map { layer(division, level, $0, style: style) }
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
