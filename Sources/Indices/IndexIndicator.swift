/// One indicator of a composite index: where its values come from, which way it counts, and how much.
///
/// In a recipe:
///
///     - {name: S1, title: {de: Arbeitslosigkeit, en: unemployment}, polarity: burden, weight: 1}
///     - {name: D1, change: {from: S1_2018, to: S1_2020}}
public struct IndexIndicator: Sendable, Equatable {
    /// Which way a high value counts.
    public enum Polarity: String, Sendable, CaseIterable {
        /// A high value is a burden: it raises the index.
        case burden
        /// A high value is a resource: it lowers the index. A rank that is 1 where need is greatest is one of these.
        case resource

        /// The factor that turns values so that a high one means need.
        var sign: Double { self == .burden ? 1 : -1 }
    }

    /// Where the values come from.
    public enum Source: Sendable, Equatable {
        /// From an input column.
        case column(String)
        /// From two columns, as the later value minus the earlier one: a dynamics indicator. Changes of shares are in
        /// percentage points, not in per cent.
        case change(from: String, to: String)

        /// The input columns, the later one of a change last.
        public var columns: [String] {
            switch self {
            case .column(let name): [name]
            case .change(let from, let to): [from, to]
            }
        }
    }

    /// The short name, as in `S1`; it names the column of standardised values (`z_S1`).
    public let name: String
    /// The name for people.
    public let title: IndexTitle
    /// Which way a high value counts; `burden` where the recipe is silent.
    public let polarity: Polarity
    /// The factor of the standardised value in the sum, above 0; 1 where the recipe is silent. Weights are used as
    /// they are given, not scaled to a sum of 1.
    public let weight: Double
    /// Where the values come from; the column of the indicator's name where the recipe is silent.
    public let source: Source
    /// What one case among a population of one would be: 100 for values in per cent, which is what a silent recipe
    /// means. Only explanations by cases use it.
    public let per: Double
}
