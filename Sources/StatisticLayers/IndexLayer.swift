import Catalogue
public import Diagnostics
public import Disclosure
public import Indices
public import Statistics

/// A composite index of a level as a layer: one of its indices with classes, or the matrix of two.
///
///     let layer = IndexLayer(recipe, keys: level.keys, inputs: inputs, part: .index(0))
///
/// The value is the index after its second standardisation, of a matrix that of its rows; the category is the class. The
/// details explain it: the sum, each indicator's standardised number, and how far the class limit is.
public struct IndexLayer: LayerStatistic {
    /// What of a recipe a layer shows.
    public enum Part: Sendable, Equatable {
        /// One of the recipe's indices, by its place.
        case index(Int)
        /// The matrix of two of them.
        case matrix
    }

    /// Where an input column of the recipe comes from.
    public struct Input: Sendable, Equatable {
        /// The column's name in the recipe.
        public var column: String
        /// The operand with its numbers.
        public var operand: Int
        /// The operand that is taken away from it, for a change over time.
        public var earlier: Int?

        /// Creates an input.
        public init(column: String, operand: Int, earlier: Int? = nil) {
            self.column = column
            self.operand = operand
            self.earlier = earlier
        }
    }

    /// The recipe.
    public let recipe: IndexRecipe
    /// The keys of the level's areas.
    public let keys: [String]
    /// One for each column that the recipe needs.
    public let inputs: [Input]
    /// What is shown.
    public let part: Part
    /// Keys of areas that are left out, besides those of the recipe.
    public let excluded: Set<String>

    /// Prepares a layer.
    public init(
        _ recipe: IndexRecipe, keys: [String], inputs: [Input], part: Part, excluded: Set<String> = []
    ) {
        self.recipe = recipe
        self.keys = keys
        self.inputs = inputs
        self.part = part
        self.excluded = excluded
    }

    /// The classes, and the numbers behind them.
    public var columns: LayerColumns {
        switch part {
        case .matrix:
            guard let matrix = recipe.matrix else { return LayerColumns() }
            let (rows, columns) = (recipe.indices[matrix.rows].classes, recipe.indices[matrix.columns].classes)
            let colours = ClassColours.matrix(rows: rows.count, columns: columns.count)
            return LayerColumns(
                categories: recipe.combinedClasses.enumerated().map { place, combined in
                    let (row, column) = (rows[combined.row], columns[combined.column])
                    return ReleasedCategory(
                        id: combined.label,
                        german: Self.title(
                            combined.label, [row.title.german, column.title.german], of: [row, column]),
                        english: Self.title(
                            combined.label, [row.title.english, column.title.english], of: [row, column]),
                        colour: colours[place])
                })
        case .index(let place):
            let definition = recipe.indices[place]
            return LayerColumns(categories: categories(of: definition, at: place), details: details(of: definition))
        }
    }

    private func categories(of definition: IndexDefinition, at place: Int) -> [ReleasedCategory] {
        let count = definition.classes.isEmpty ? definition.quantiles ?? 0 : definition.classes.count
        let isChange = recipe.matrix.map { $0.columns == place } ?? false
        var colours = isChange ? ClassColours.diverging(count) : ClassColours.rising(count)
        // Classes rise with need; of quantiles the first is the greatest need.
        if definition.classes.isEmpty { colours.reverse() }
        return (0..<count).map { group in
            let label = definition.groupLabel(group)
            guard !definition.classes.isEmpty else {
                return ReleasedCategory(id: label, german: label, english: label, colour: colours[group])
            }
            let title = definition.classes[group].title
            return ReleasedCategory(
                id: label, german: Self.title(label, [title.german], of: [definition.classes[group]]),
                english: Self.title(label, [title.english], of: [definition.classes[group]]),
                colour: colours[group])
        }
    }

    /// A label with the titles of its classes; the label alone where the recipe gives no titles.
    private static func title(_ label: String, _ titles: [String], of classes: [IndexClass]) -> String {
        let words = zip(titles, classes).filter { $0 != $1.label }.map(\.0)
        return words.isEmpty ? label : "\(label) \(words.joined(separator: ", "))"
    }

    private func details(of definition: IndexDefinition) -> [ReleasedDetail] {
        [ReleasedDetail(id: "sum", german: "Summe", english: "Sum", decimals: 3)]
            + definition.indicators.map {
                ReleasedDetail(
                    id: "z_\($0.name)", german: "\($0.title.german), standardisiert",
                    english: "\($0.title.english), standardised", decimals: 3)
            }
            + [
                ReleasedDetail(
                    id: "limit_distance", german: "Abstand zur Klassengrenze", english: "Distance to the class limit",
                    decimals: 3)
            ]
    }

    /// Index, category, and for one index sum, standardised numbers and the distance to the nearest class limit.
    public func results(
        of operands: [ProtectedColumn]
    ) throws(InputError) -> [(values: [Double], states: [ValueState])] {
        let result = try computed(from: operands)
        func column(_ number: (Int) -> Double?) -> (values: [Double], states: [ValueState]) {
            var states = result.memberships.map(\.state)
            let values = keys.indices.map { area -> Double in
                guard states[area] == .value else { return 0 }
                if let number = number(area) { return number }
                states[area] = .notApplicable
                return 0
            }
            return (values, states)
        }
        switch part {
        case .matrix:
            guard let matrix = recipe.matrix else { return [] }
            let labels = recipe.combinedClasses.map(\.label)
            return [
                column { result.indices[matrix.rows].areas[$0]?.score },
                column { area in result.combined(area).flatMap { labels.firstIndex(of: $0) }.map(Double.init) },
            ]
        case .index(let place):
            let areas = result.indices[place].areas
            let definition = recipe.indices[place]
            var distances = [Double?](repeating: nil, count: keys.count)
            for explanation in result.explanations(draws: 0) where explanation.index == place {
                distances[explanation.area] = explanation.distance
            }
            var columns = [column { areas[$0]?.score }]
            if !self.columns.categories.isEmpty {
                columns.append(
                    column { areas[$0].flatMap { $0.classPlace ?? $0.quantile.map { $0 - 1 } }.map(Double.init) })
            }
            columns.append(column { areas[$0]?.sum })
            for indicator in definition.indicators.indices {
                columns.append(column { areas[$0]?.standardised[indicator] })
            }
            columns.append(column { distances[$0] })
            return columns
        }
    }

    func computed(from operands: [ProtectedColumn]) throws(InputError) -> IndexResult {
        var columns: [String: (values: [Double], states: [ValueState])] = [:]
        for input in inputs {
            let now = operands[input.operand]
            guard let earlier = input.earlier.map({ operands[$0] }) else {
                columns[input.column] = (now.values, now.states)
                continue
            }
            let sample = LayerSample([now, earlier])
            columns[input.column] = sample.column(
                zip(sample.values(of: 0), sample.values(of: 1)).map { $0 - $1 })
        }
        return try recipe.compute(keys: keys, columns: columns, excluding: excluded)
    }
}
