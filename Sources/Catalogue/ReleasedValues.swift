public import Disclosure
public import Statistics

/// The values of a layer at one reference date.
///
/// They come out of the protection gate, as `ProtectedColumn`s, or out of a release file, which was written from
/// such columns; there is no other way to make them.
public struct ReleasedValues: Sendable, Equatable {
    /// A column of numbers, one per area, each with its state.
    public struct Column: Sendable, Equatable {
        /// The numbers; 0 where the state is not `value`.
        public let values: [Double]
        /// What each number is.
        public let states: [ValueState]

        /// Not public: only the gate and the reader of release files may make one.
        ///
        /// - Precondition: `values` and `states` are of one length.
        init(values: [Double], states: [ValueState]) {
            precondition(values.count == states.count, "values and states differ in length")
            self.values = values
            self.states = states
        }
    }

    /// The reference date (Stichtag), `YYYY-MM-DD`.
    public var date: String
    /// Where the counts come from: title and provider of each source, for the source line.
    public var source: String
    /// The numbers, one per area of the level; 0 where the state is not `value`.
    public let values: [Double]
    /// What each number is.
    public let states: [ValueState]
    /// Area → place of its category among the layer's, or −1; empty for a layer without categories.
    public let categories: [Int32]
    /// The further numbers, one column for each of the layer's details.
    public let details: [Column]

    /// Creates values from numbers that passed the protection gate.
    ///
    /// Where a value is suppressed its details are suppressed with it, whatever the columns say: what else is known of
    /// the area, the share of some of its residents or the bounds of an interval, would tell about the hidden number.
    ///
    /// - Parameters:
    ///   - column: The values.
    ///   - categories: Places among the layer's categories; an area whose state is not `value` is in none.
    ///   - details: One column for each of the layer's details.
    public init(
        date: String, source: String, column: ProtectedColumn, categories: ProtectedColumn? = nil,
        details: [ProtectedColumn] = []
    ) {
        self.init(
            date: date, source: source, values: column.values, states: column.states,
            categories: categories.map { zip($0.values, $0.states).map { $1 == .value ? Int32($0) : -1 } } ?? [],
            details: details.map { ReleasedValues.detail($0, beside: column) })
    }

    /// A column of details in which nothing stands beside a suppressed value.
    private static func detail(_ detail: ProtectedColumn, beside column: ProtectedColumn) -> Column {
        let isHidden = column.states.map { $0 == .suppressed }
        return Column(
            values: zip(detail.values, isHidden).map { $1 ? 0 : $0 },
            states: zip(detail.states, isHidden).map { $1 ? .suppressed : $0 })
    }

    /// Creates values as a release file holds them. Not public: only the reader of release files may.
    ///
    /// - Precondition: `values` and `states` are of one length.
    init(
        date: String, source: String, values: [Double], states: [ValueState], categories: [Int32] = [],
        details: [Column] = []
    ) {
        precondition(values.count == states.count, "values and states differ in length")
        self.date = date
        self.source = source
        self.values = values
        self.states = states
        self.categories = categories
        self.details = details
    }
}
