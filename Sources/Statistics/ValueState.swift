/// What stands in a cell of a table: a value, or the reason why there is none.
///
/// Zero is a value. The three other states are three different things from the table to the legend, and a map shows
/// each by its own sign.
public enum ValueState: UInt8, Sendable, CaseIterable, Comparable {
    /// There is a number, which may be zero.
    case value = 0
    /// There is a number and it is secret.
    case suppressed = 1
    /// Nobody knows the number, or not yet.
    case noData = 2
    /// There can be no number: nothing to divide by, say.
    case notApplicable = 3

    /// The state's name in files and answers: `value`, `suppressed`, `no-data`, `not-applicable`.
    public var name: String {
        switch self {
        case .value: "value"
        case .suppressed: "suppressed"
        case .noData: "no-data"
        case .notApplicable: "not-applicable"
        }
    }

    /// The state of a name as ``name`` writes it.
    public init?(name: String) {
        guard let state = ValueState.allCases.first(where: { $0.name == name }) else { return nil }
        self = state
    }

    /// In the order of the raw values.
    public static func < (one: ValueState, other: ValueState) -> Bool { one.rawValue < other.rawValue }
}
