import Association
import Diagnostics
import Indices
import StatisticLayers

extension ProjectReader {
    /// What a layer with `kind` may point to.
    struct Known {
        let divisions: [ProjectFile.Division]
        let indicators: [ProjectFile.Indicator]
        let variables: [ProjectFile.Variable]
        let sources: [ProjectFile.Source]
    }

    /// A layer that a statistic makes.
    func statisticLayer(
        _ item: ProjectReaderNode, known: Known
    ) throws(InputError) -> ProjectFile.StatisticLayer {
        let kindNode = try entry("kind", of: item)
        let name = try kindNode.text()
        guard let kind = StatisticKind(name) else {
            throw kindNode.unknown(name, "is no kind of layer", known: StatisticKind.names)
        }
        let fields = try ProjectReaderFields(
            item, known: ["kind", "division", "level", "id", "title", "description", "style"] + kind.keys)
        let (division, level) = try place(fields, divisions: known.divisions)
        let statistic = try statistic(kind, fields, known: known)
        try checkDates(statistic, of: item, known: known)
        var id = statistic.standardId
        if let node = fields["id"] { id = try node.id() }
        return ProjectFile.StatisticLayer(
            id: id, division: division, level: level, title: try fields.text("title"),
            description: try fields["description"]?.longText() ?? "", style: try fields.text("style"),
            statistic: statistic)
    }

    /// Checks that there is a date for which all counts are known, and for changes two.
    private func checkDates(
        _ statistic: ProjectFile.Statistic, of item: ProjectReaderNode, known: Known
    ) throws(InputError) {
        let indicators = known.indicators.filter { statistic.indicators.contains($0.id) }
        let ids = statistic.variables + indicators.flatMap(\.formula.variables)
        let sources = known.variables.filter { ids.contains($0.id) }.map(\.source)
        let dates = known.sources.filter { sources.contains($0.id) }.map { $0.files.map(\.date) }
        let common = (dates.first ?? []).filter { date in dates.allSatisfy { $0.contains(date) } }
        guard common.count < (statistic.hasChange ? 2 : 1) else { return }
        let told = dates.map { $0.joined(separator: ", ") }.joined(separator: " against ")
        throw item.error(
            statistic.hasChange
                ? "a change needs two dates that all its counts have: \(told)"
                : "the counts of this layer have no date in common: \(told)",
            remedy: "give their sources files of the same reference dates")
    }

    private func entry(_ key: String, of item: ProjectReaderNode) throws(InputError) -> ProjectReaderNode {
        guard let found = try item.entries(example: "{ kind: local-moran }").first(where: { $0.key == key }) else {
            throw item.error("the key '\(key)' is missing", remedy: "add it")
        }
        return found.value
    }

    private func statistic(
        _ kind: StatisticKind, _ fields: ProjectReaderFields, known: Known
    ) throws(InputError) -> ProjectFile.Statistic {
        switch kind {
        case .cluster(let statistic):
            let operands: [String]
            switch statistic {
            case .localMoranRate:
                let counts = try part("events", fields, known)
                operands = [counts.part, counts.population]
            case .bivariateLocalMoran:
                operands = [try indicator("indicator", fields, known), try indicator("with", fields, known)]
            case .localGeary where fields["indicators"] != nil:
                operands = try indicators("indicators", fields, known)
            default: operands = [try indicator("indicator", fields, known)]
            }
            return .cluster(statistic, operands: operands, try neighbourhood(fields), try test(fields))
        case .rate(let statistic):
            let counts = try part("events", fields, known)
            return .rate(
                statistic, events: counts.part, population: counts.population,
                per: Double(try fields["per"]?.whole(in: 1...1_000_000) ?? 100),
                statistic.isSpatial ? try neighbourhood(fields) : nil)
        case .index: return try index(fields, known)
        case .typology:
            return .typology(
                isWard: try fields["method"].map { node throws(InputError) in try isWard(node) } ?? false,
                indicators: try indicators("indicators", fields, known), groups: try groups(fields),
                seed: try seed(fields))
        case .regions:
            return .regions(
                indicators: try indicators("indicators", fields, known),
                population: try variable("population", fields, known),
                groups: try groups(fields), try regionSize(fields), try neighbourhood(fields))
        case .regression: return try regression(fields, known)
        case .concentration:
            let counts = try part("group", fields, known)
            return .concentration(group: counts.part, population: counts.population)
        case .egohoods: return .egohoods(try egohood(fields, known))
        }
    }

    private func regression(
        _ fields: ProjectReaderFields, _ known: Known
    ) throws(InputError) -> ProjectFile.Statistic {
        let response = try indicator("response", fields, known)
        let predictors = try indicators("predictors", fields, known)
        guard !predictors.contains(response) else {
            throw fields.node.error("'\(response)' is the response and a predictor", remedy: "name it once")
        }
        return .regression(
            try fields["model"]?.choice() ?? .leastSquares, response: response, predictors: predictors,
            try neighbourhood(fields))
    }

    private func isWard(_ node: ProjectReaderNode) throws(InputError) -> Bool {
        let text = try node.text()
        guard ["kmeans", "ward"].contains(text) else {
            throw node.unknown(text, "is no method of typology", known: ["kmeans", "ward"])
        }
        return text == "ward"
    }

    private func regionSize(_ fields: ProjectReaderFields) throws(InputError) -> ProjectFile.RegionSize {
        var method = "skater"
        if let node = fields["method"] {
            method = try node.text()
            guard ["skater", "balanced"].contains(method) else {
                throw node.unknown(method, "is no method of regions", known: ["skater", "balanced"])
            }
        }
        guard let minimum = fields["minimum"] else { return method == "balanced" ? .balanced : .minimum(0) }
        guard method == "skater" else {
            throw minimum.error("balanced regions have no minimum", remedy: "take 'minimum' or 'method: balanced' away")
        }
        return .minimum(Double(try minimum.whole(in: 0...1_000_000_000)))
    }

    private func groups(_ fields: ProjectReaderFields) throws(InputError) -> Int {
        try fields.required("groups", example: "5").whole(in: 2...1000)
    }

    private func seed(_ fields: ProjectReaderFields) throws(InputError) -> UInt64 {
        UInt64(try fields["seed"]?.whole(in: 0...Int.max) ?? 1)
    }

    private func index(_ fields: ProjectReaderFields, _ known: Known) throws(InputError) -> ProjectFile.Statistic {
        let source: ProjectFile.RecipeSource
        switch (fields["preset"], fields["recipe"]) {
        case (let preset?, nil):
            let name = try preset.text()
            guard IndexRecipe.presetNames.contains(name) else {
                throw preset.unknown(name, "is no preset", known: IndexRecipe.presetNames)
            }
            source = .preset(name)
        case (nil, let recipe?): source = .file(try path(recipe))
        case (nil, nil), (_?, _?):
            throw fields.node.error(
                "an index needs either 'preset' or 'recipe'",
                remedy: "write one of them, such as 'preset: \(IndexRecipe.presetNames[0])'")
        }
        var columns: [ProjectFile.RecipeColumn] = []
        let example = "{ S1: sgb2_rate, D1: change(sgb2_rate) }"
        for (name, node) in try fields.required("columns", example: example).entries(example: example) {
            let text = try node.text()
            let isChange = text.hasPrefix("change(") && text.hasSuffix(")")
            let id = isChange ? String(text.dropFirst(7).dropLast()) : text
            guard known.indicators.contains(where: { $0.id == id }) else {
                throw node.unknown(id, "is no indicator", known: known.indicators.map(\.id))
            }
            columns.append(ProjectFile.RecipeColumn(name: name, indicator: id, isChange: isChange))
        }
        return .index(
            source, columns: columns,
            excluded: try fields["exclude"].map { node throws(InputError) in try path(node) })
    }

    private func egohood(_ fields: ProjectReaderFields, _ known: Known) throws(InputError) -> ProjectFile.Egohood {
        var nearest: [Int] = []
        for node in try fields.required("nearest", example: "[100, 400]").items(example: "[100, 400]") {
            let count = try node.whole(in: 10...10_000_000)
            guard !nearest.contains(count) else { throw node.error("\(count) occurs twice", remedy: "name it once") }
            nearest.append(count)
        }
        let counts = try part("group", fields, known)
        return ProjectFile.Egohood(
            group: counts.part, population: counts.population,
            nearest: nearest, threshold: try fields["threshold"]?.share(), barriers: try barriers(fields))
    }
}
