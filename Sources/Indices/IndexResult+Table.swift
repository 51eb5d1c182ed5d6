import Formats

extension IndexResult {
    /// The results as CSV: one row per area, rows sorted bytewise by key; areas that are not in the index have empty
    /// cells.
    ///
    /// With `output: steps` the columns are `key`; `z_NAME` for each indicator, whatever the standardisation; for each
    /// index `sum`, `index` (where there is a second standardisation), `class` (where there are classes), `rank` and
    /// `decile` or its like (where there are quantiles); `combined` (where there is a matrix). With `output: result`
    /// they are `key`, and for each index `score`, `class`, `rank`, `decile`. Where there are several indices their
    /// names come before, as in `status_index`; the first one's sum is `sum` all the same.
    ///
    /// - Complexity: O(*n* log *n*) for *n* areas.
    public func table(german: Bool = false) -> [UInt8] {
        var table = TableWriter(header: header, german: german)
        for area in TableWriter.byteOrder(of: keys) {
            var cells: [TableCell] = [.text(keys[area])]
            if recipe.detail == .steps {
                for index in indices {
                    for place in index.definition.indicators.indices {
                        cells.append(.number(index.areas[area]?.standardised[place]))
                    }
                }
            }
            for index in indices { append(index, area, to: &cells) }
            if recipe.matrix != nil { cells.append(combined(area).map { .text($0) } ?? .empty) }
            table.write(cells)
        }
        return table.bytes
    }

    private var header: [String] {
        var names = ["key"]
        if recipe.detail == .steps {
            names += recipe.indices.flatMap(\.indicators).map { "z_\($0.name)" }
        }
        for (place, definition) in recipe.indices.enumerated() {
            let prefix = recipe.indices.count == 1 ? "" : "\(definition.name)_"
            switch recipe.detail {
            case .steps:
                names.append(place == 0 ? "sum" : "\(prefix)sum")
                if definition.second != nil { names.append("\(prefix)index") }
            case .result:
                names.append("\(prefix)score")
            }
            if !definition.classes.isEmpty { names.append("\(prefix)class") }
            if definition.quantiles != nil { names += ["\(prefix)rank", "\(prefix)\(definition.quantileName)"] }
        }
        return recipe.matrix == nil ? names : names + ["combined"]
    }

    private func append(_ index: ComputedIndex, _ area: Int, to cells: inout [TableCell]) {
        let (definition, steps) = (index.definition, index.areas[area])
        switch recipe.detail {
        case .steps:
            cells.append(.number(steps?.sum))
            if definition.second != nil { cells.append(.number(steps?.score)) }
        case .result:
            cells.append(.number(steps?.score))
        }
        if !definition.classes.isEmpty {
            cells.append(steps?.classPlace.map { .text(definition.classes[$0].label) } ?? .empty)
        }
        if definition.quantiles != nil {
            cells.append(steps.map { .integer($0.rank) } ?? .empty)
            cells.append(steps?.quantile.map { .integer($0) } ?? .empty)
        }
    }
}
