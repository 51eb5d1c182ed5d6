public import Disclosure
public import Statistics

/// The values of a layer at one reference date.
///
/// They come out of the protection gate, as a `ProtectedColumn`, or out of a release file, which was written from
/// such columns; there is no other way to make them.
public struct ReleasedValues: Sendable, Equatable {
    /// The reference date (Stichtag), `YYYY-MM-DD`.
    public var date: String
    /// Where the counts come from: title and provider of each source, for the source line.
    public var source: String
    /// The numbers, one per area of the level; 0 where the state is not `value`.
    public let values: [Double]
    /// What each number is.
    public let states: [ValueState]

    /// Creates values from numbers that passed the protection gate.
    public init(date: String, source: String, column: ProtectedColumn) {
        self.init(date: date, source: source, values: column.values, states: column.states)
    }

    /// Creates values as a release file holds them. Not public: only the reader of release files may.
    ///
    /// - Precondition: `values` and `states` are of one length.
    init(date: String, source: String, values: [Double], states: [ValueState]) {
        precondition(values.count == states.count, "values and states differ in length")
        self.date = date
        self.source = source
        self.values = values
        self.states = states
    }
}
