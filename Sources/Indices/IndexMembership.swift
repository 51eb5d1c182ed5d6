public import Statistics

/// Whether an area is in the index, or why not. What is not in it has no part in means, deviations and ranks either.
public enum IndexMembership: Sendable, Equatable {
    /// It is in the index.
    case included
    /// It was left out by its key.
    case excluded
    /// It lacks the value of an indicator: the input columns without one, and what stands there instead. Where several
    /// differ it is the one to be told first: `suppressed` before `no-data` before `not-applicable`.
    case without(columns: [String], state: ValueState)

    /// The state of the area's cell in a layer: an area left out by its key is `not-applicable`.
    public var state: ValueState {
        switch self {
        case .included: .value
        case .excluded: .notApplicable
        case .without(_, let state): state
        }
    }
}
