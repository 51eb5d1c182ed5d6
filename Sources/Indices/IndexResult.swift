/// What a recipe gives: for each area whether it is in, and its indices.
///
///     let result = try recipe.compute(keys: keys, columns: columns)
///     result.indices[0].areas[7]?.score  // nil where area 7 is not in the index
///     result.combined(7)                 // "2+/-"
public struct IndexResult: Sendable {
    /// The recipe.
    public let recipe: IndexRecipe
    /// The areas' keys, as they were given.
    public let keys: [String]
    /// For each area whether it is in, or why not.
    public let memberships: [IndexMembership]
    /// The indices, as the recipe lists them.
    public let indices: [ComputedIndex]

    /// How many areas are in.
    public var includedCount: Int { memberships.count { $0 == .included } }

    /// The joined class labels of an area; `nil` where it is not in the index or the recipe has no matrix.
    public func combined(_ area: Int) -> String? {
        guard let matrix = recipe.matrix, let row = label(matrix.rows, area), let column = label(matrix.columns, area)
        else { return nil }
        return row + column
    }

    private func label(_ index: Int, _ area: Int) -> String? {
        indices[index].areas[area]?.classPlace.map { recipe.indices[index].classes[$0].label }
    }
}

/// One index of all areas.
public struct ComputedIndex: Sendable {
    /// How it came about.
    public let definition: IndexDefinition
    /// Its values by area; `nil` for areas that are not in it.
    public let areas: [AreaIndex?]
    /// Means, deviations and ranks, for explanations.
    let fit: IndexFit
    /// For each area its row in the fit.
    let rows: [Int?]
}
