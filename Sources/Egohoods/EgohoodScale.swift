/// How far a neighbourhood reaches: to so many persons, or to so many metres.
public enum EgohoodScale: Sendable, Hashable {
    /// The nearest persons, at least so many.
    case nearest(Int)
    /// Everybody at most so many metres away.
    case within(Double)
}
