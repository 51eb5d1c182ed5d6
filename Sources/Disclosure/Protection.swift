/// The one gate between confidential counts and anything that leaves the office.
///
/// A protection takes the whole problem at once and answers with protected tables; it never sees one cell alone. It
/// can only be implemented in this module, because only this module can make a ``ProtectedColumn``.
public protocol Protection: Sendable {
    /// Protects all tables of a problem together.
    func protect(_ problem: ProtectionProblem) -> ProtectedTables
}

/// What a protection answers: the tables in the order they were asked for, and how far to trust them.
public struct ProtectedTables: Sendable {
    /// A protected column for each table of the problem, in its order.
    public let columns: [ProtectedColumn]
    /// What every output has to say about the protection.
    public let notice: String

    init(columns: [ProtectedColumn], notice: String) {
        self.columns = columns
        self.notice = notice
    }
}
