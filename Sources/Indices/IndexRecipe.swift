/// A composite index as data: which indicators, how they are made comparable, added up and cut into classes.
///
/// Three official ones are compiled in; others are written in YAML:
///
///     let recipe = try IndexRecipe(yaml: """
///         name: need
///         indices:
///           - name: need
///             standardisation: z
///             indicators:
///               - {name: unemployed, title: {de: Arbeitslose, en: unemployed}, weight: 2}
///               - {name: income, polarity: resource}
///             second: z
///             classes:
///               - {label: low, below: -1}
///               - {label: medium, through: 1}
///               - {label: high}
///         """)
///     recipe.columns  // ["unemployed", "income"]
///
/// **All that a recipe may hold.** `name`; `title` (a text, or `{de:, en:}`, as everywhere); `source`, the publication
/// it follows; `indices`, a list; `matrix: [status, dynamics]`, two of the indices whose class labels are joined;
/// `exclude`, keys of areas to leave out; `missing`, values that mean missing in this recipe's data; `areas`, how many
/// areas the published index has; `output: steps` (the default) or `result`.
/// An index has `name`, `title`, `indicators`, `standardisation` (``IndexStandardisation``), `second`, `classes`
/// (``IndexClass``), `quantiles`. An indicator has `name`, `title`, `polarity`, `weight`, `change`, `per`
/// (``IndexIndicator``).
///
/// **Dynamics over years.** An index of changes is an index whose indicators have `change: {from:, to:}`, or whose
/// columns are changes already, beside the index of the state; `matrix` combines the two.
///
/// When not to use it: a difference of two index values of different years says nothing, since each year is
/// standardised by itself; standardise changes instead.
public struct IndexRecipe: Sendable, Equatable {
    /// What the table of results shows.
    public enum Detail: String, Sendable, CaseIterable {
        /// Every step: standardised values, sums, indices, classes.
        case steps
        /// Scores, classes, ranks and quantiles only.
        case result
    }

    /// The short name, as in `berlin-mss-2021`.
    public let name: String
    /// The name for people.
    public let title: IndexTitle
    /// The publication that the recipe follows; empty where there is none.
    public let source: String
    /// The indices, at least one; all are computed over the same areas.
    public let indices: [IndexDefinition]
    /// The places of the two indices whose classes are combined; `nil` where none are.
    public let matrix: Matrix?
    /// The keys of areas to leave out before anything is computed.
    public let excluded: [String]
    /// Values that mean missing in the data the recipe is for, such as `-9999`.
    public let missing: [String]
    /// How many areas the published index has; a table with another number gives other values. `nil` where unknown.
    public let areas: Int?
    /// What the table of results shows.
    public let detail: Detail

    /// Two indices whose classes are combined, such as status × dynamics.
    public struct Matrix: Sendable, Equatable {
        /// The place of the index whose label comes first.
        public let rows: Int
        /// The place of the other.
        public let columns: Int
    }

    /// The names of the input columns, each once, in the order of the indicators.
    public var columns: [String] {
        var names: [String] = []
        for indicator in indices.flatMap(\.indicators) {
            for name in indicator.source.columns where !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// A cell of the matrix of two indices, as a legend lists them.
    public struct CombinedClass: Sendable, Equatable {
        /// The two labels joined, as in `2+/-`.
        public let label: String
        /// The class of the first index, from 0.
        public let row: Int
        /// The class of the second, from 0.
        public let column: Int
    }

    /// All cells of the matrix, row by row; empty where the recipe has none.
    ///
    ///     try IndexRecipe.preset("berlin-mss-2021").combinedClasses.map(\.label)  // ["1+", "1+/-", "1-", "2+", …]
    public var combinedClasses: [CombinedClass] {
        guard let matrix else { return [] }
        let (rows, columns) = (indices[matrix.rows].classes, indices[matrix.columns].classes)
        return rows.indices.flatMap { row in
            columns.indices.map { column in
                CombinedClass(label: rows[row].label + columns[column].label, row: row, column: column)
            }
        }
    }
}
