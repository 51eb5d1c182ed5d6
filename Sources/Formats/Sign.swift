public import Statistics

/// A sign that stands in a table of official statistics in place of a number, or beside one.
///
/// The signs are those of the German statistical offices and of the Federal Employment Agency. Each means something
/// else, and a map shows at least three of the meanings apart, so none of them may become a zero or a hole by accident.
///
/// | in the table | sign | state |
/// |---|---|---|
/// | `-` `–` `—` | ``nothing``: exactly nothing | value, 0 |
/// | `0` | none: a number, less than half the smallest unit | value, 0 |
/// | `.` `•` `·` | ``secret``: unknown or secret | suppressed |
/// | `*` | ``starred``: below the Employment Agency's threshold | suppressed |
/// | `/` | ``unreliable``: not reliable enough to be printed | no data |
/// | `…` `...` `..` | ``later``: comes later | no data |
/// | `x` `X` | ``notApplicable``: crossed out, cannot be | not applicable |
/// | `(12)` | ``limited``: reliable with limits | value; without a number, no data |
/// | `12p` `12r` `12s` | ``preliminary``, ``revised``, ``estimated`` | value |
/// | an empty cell | ``missing`` | no data |
/// | what the user named | ``declaredMissing`` | no data |
/// | anything else | ``unreadable`` | none: the row must be rejected |
@frozen public enum Sign: UInt8, Sendable, CaseIterable {
    /// `-`: exactly nothing; the value is zero.
    case nothing = 1
    /// `.`: the number is unknown or has to be kept secret.
    case secret
    /// `*`: the Employment Agency's star for small numbers.
    case starred
    /// `/`: not reliable enough.
    case unreliable
    /// `…`: the number comes later.
    case later
    /// `x`: a number would make no sense here.
    case notApplicable
    /// `(12)`: the number is reliable with limits only.
    case limited
    /// `12p`: preliminary number.
    case preliminary
    /// `12r`: revised number.
    case revised
    /// `12s`: estimated number.
    case estimated
    /// An empty cell.
    case missing
    /// A value of which the user said that it means missing, such as -9999.
    case declaredMissing
    /// None of the above and no number either.
    case unreadable

    /// The state that the sign alone, without a number beside it, gives a cell; `nil` for ``unreadable``, which is a
    /// fault and not a state.
    public var state: ValueState? {
        switch self {
        case .nothing: .value
        case .secret, .starred: .suppressed
        case .notApplicable: .notApplicable
        case .unreliable, .later, .limited, .preliminary, .revised, .estimated, .missing, .declaredMissing: .noData
        case .unreadable: nil
        }
    }

    /// The sign as statistical offices print it; empty where there is none to print.
    public var symbol: String {
        switch self {
        case .nothing: "-"
        case .secret: "."
        case .starred: "*"
        case .unreliable: "/"
        case .later: "..."
        case .notApplicable: "x"
        case .limited: "()"
        case .preliminary: "p"
        case .revised: "r"
        case .estimated: "s"
        case .missing, .declaredMissing, .unreadable: ""
        }
    }
}
