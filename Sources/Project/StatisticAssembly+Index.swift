import Catalogue
import Diagnostics
import Disclosure
import Formats
import Indices
import StatisticLayers

extension StatisticAssembly {
    /// A layer for each index of the recipe, and one for their matrix.
    func index(
        _ source: ProjectFile.RecipeSource, _ inputs: [ProjectFile.RecipeColumn], _ excluded: String?,
        of layer: ProjectFile.StatisticLayer, level: Int
    ) throws(InputError) -> [Part] {
        let recipe: IndexRecipe
        switch source {
        case .preset(let name): recipe = try .preset(name)
        case .file(let path): recipe = try IndexRecipe(path: project.path(path))
        }
        let columns = inputs.filter { recipe.columns.contains($0.name) }
        for name in recipe.columns where !columns.contains(where: { $0.name == name }) {
            throw InputError(
                .project, "the recipe '\(recipe.name)' needs the column '\(name)', which 'columns' does not name",
                remedy: "add '\(name): INDICATOR', or '\(name): change(INDICATOR)'",
                at: Place(file: ProjectFile.name, field: "layers, \(layer.prefix)"))
        }
        for input in inputs where !recipe.columns.contains(input.name) {
            throw InputError(
                .project, "the recipe '\(recipe.name)' has no column '\(input.name)'",
                remedy: "it has \(recipe.columns.joined(separator: ", "))",
                at: Place(file: ProjectFile.name, field: "layers, \(layer.prefix)"))
        }
        let left = try excluded.map { path throws(InputError) in
            Set(try ExcludedKeys.read(path: project.path(path)))
        }
        let (operands, dates, mapped) = operands(of: columns, level: level)
        let hasParts = recipe.indices.count > 1
        var parts = recipe.indices.indices.map { IndexLayer.Part.index($0) }
        if recipe.matrix != nil { parts.append(.matrix) }
        return parts.map { part in
            let (suffix, name): (String, String) =
                switch part {
                case .index(let place):
                    (hasParts ? "_\(recipe.indices[place].name)" : "", recipe.indices[place].title.german)
                case .matrix: ("_combined", recipe.matrixTitle)
                }
            return Part(
                suffix: suffix, title: layer.title.isEmpty ? name : hasParts ? "\(layer.title): \(name)" : layer.title,
                unit: "", decimals: 2,
                statistic: IndexLayer(
                    recipe, keys: released[level].keys, inputs: mapped, part: part, excluded: left ?? []),
                dates: dates, operands: operands)
        }
    }

    /// The operands of a recipe: each indicator at the date, and those whose change is asked for at the date before.
    private func operands(
        of inputs: [ProjectFile.RecipeColumn], level: Int
    ) -> (
        operands: (String) -> [ProtectedColumn], dates: [String], inputs: [IndexLayer.Input]
    ) {
        let indicators = inputs.compactMap { project.indicator($0.indicator) }
        let all = commonDates(of: indicators)
        let dates = inputs.contains(where: \.isChange) ? Array(all.dropFirst()) : all
        var mapped: [IndexLayer.Input] = []
        var count = inputs.count
        for (place, input) in inputs.enumerated() {
            mapped.append(.init(column: input.name, operand: place, earlier: input.isChange ? count : nil))
            if input.isChange { count += 1 }
        }
        let columns = columns
        let changed = zip(inputs, indicators).filter { $0.0.isChange }.map(\.1)
        return (
            { date in
                let before = all.last { $0 < date } ?? date
                return indicators.map { columns.indicator($0, level: level, date: date) }
                    + changed.map { columns.indicator($0, level: level, date: before) }
            }, dates, mapped
        )
    }
}

extension IndexRecipe {
    /// The titles of the two indices that the matrix combines.
    fileprivate var matrixTitle: String {
        guard let matrix else { return title.german }
        return "\(indices[matrix.rows].title.german) × \(indices[matrix.columns].title.german)"
    }
}
