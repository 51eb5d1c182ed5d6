public import Diagnostics
import Formats
public import Statistics

extension IndexRecipe {
    /// Computes the indices of a table of areas.
    ///
    ///     let result = try recipe.compute(
    ///         keys: ["a", "b", "c"],
    ///         columns: ["x": ([1, 2, 6], [.value, .value, .value])])
    ///     result.indices[0].areas[2]?.standardised  // [1.3887…]: (6 − 3) / √(14/3)
    ///
    /// An area that lacks one value of any of the recipe's indices, or is excluded, is in none of them, and its values
    /// have no part in means, deviations and ranks. Sums are taken in the order of keys, so the order of rows does not
    /// change a digit.
    ///
    /// - Parameters:
    ///   - keys: The areas' keys, each once.
    ///   - columns: By the names in ``columns``: values, anything where there is none, and what each of them is.
    ///   - excluding: Keys to leave out, beside those of the recipe.
    /// - Throws: `InputError` for a column that is not there, for a value above 10⁶⁰ or nearer to zero than 10⁻⁶⁰, for an
    ///   indicator (or a sum) that is the same in all areas where the method needs differences, and where no area has
    ///   all values.
    /// - Precondition: Columns are as long as there are keys, and values are finite.
    /// - Complexity: O(*k* *n* log *n* + *k*² *n*) for *n* areas and *k* indicators.
    public func compute(
        keys: [String], columns: [String: (values: [Double], states: [ValueState])],
        excluding: Set<String> = []
    ) throws(InputError) -> IndexResult {
        for name in self.columns where columns[name] == nil {
            throw InputError(
                .unknownName, "the recipe '\(self.name)' needs the column '\(name)'",
                remedy: "name the field that holds it, as in \(name)=FIELD")
        }
        let out = excluding.union(excluded)
        let memberships = keys.indices.map { area in
            out.contains(keys[area]) ? .excluded : membership(area, columns)
        }
        let order = TableWriter.byteOrder(of: keys).filter { memberships[$0] == .included }
        guard !order.isEmpty else {
            throw InputError(
                .invalidNumber, "no area has the values of all indicators (\(self.columns.joined(separator: ", ")))",
                remedy: "see which columns are empty, and what --missing and --exclude take away")
        }
        for name in self.columns {
            guard let values = columns[name]?.values else { continue }
            // Squares and products of such numbers leave the range of numbers.
            if let area = order.first(where: { values[$0] != 0 && !(1e-60...1e60).contains(abs(values[$0])) }) {
                throw InputError(
                    .invalidNumber, "the value \(values[area]) of '\(name)' in '\(keys[area])' is out of range",
                    remedy: "give it in another unit, or say with --missing that it means missing")
            }
        }
        var rows = [Int?](repeating: nil, count: keys.count)
        for (row, area) in order.enumerated() { rows[area] = row }
        var computed: [ComputedIndex] = []
        for definition in indices {
            let values = definition.indicators.map { indicator in order.map { indicator.value($0, columns) } }
            let fit = try IndexFit(definition, values: values)
            computed.append(
                ComputedIndex(
                    definition: definition, areas: rows.map { $0.map { fit.area($0) } }, fit: fit, rows: rows))
        }
        return IndexResult(recipe: self, keys: keys, memberships: memberships, indices: computed)
    }

    private func membership(
        _ area: Int, _ columns: [String: (values: [Double], states: [ValueState])]
    ) -> IndexMembership {
        var absent: [String] = []
        var state: ValueState?
        for name in self.columns {
            guard let column = columns[name], column.states[area] != .value else { continue }
            absent.append(name)
            state = min(state ?? column.states[area], column.states[area])
        }
        return state.map { .without(columns: absent, state: $0) } ?? .included
    }
}

extension IndexIndicator {
    /// An area's value, turned so that a high one means need.
    fileprivate func value(_ area: Int, _ columns: [String: (values: [Double], states: [ValueState])]) -> Double {
        let parts = source.columns.map { columns[$0]?.values[area] ?? 0 }
        let value = parts.count == 2 ? parts[1] - parts[0] : parts[0]
        precondition(value.isFinite, "values are finite")
        return polarity.sign * value
    }
}
