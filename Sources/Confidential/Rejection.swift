/// A row of a file that could not be used.
public struct Rejection: Sendable, Hashable {
    /// How many rejections of a batch are kept; the ledger counts all.
    public static let limit = 1_000

    /// The line of the file, counted from 1.
    public var line: Int
    /// The field at fault; empty where it is the row as a whole.
    public var field: String
    /// What is wrong, in a sentence.
    public var reason: String

    /// Creates a rejection.
    public init(line: Int, field: String, reason: String) {
        self.line = line
        self.field = field
        self.reason = reason
    }
}
