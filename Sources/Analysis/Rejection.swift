/// Why a row could not be used, and where it stands.
///
/// Rejections are part of the confidential ledger: they show a line number and a reason with
/// the offending value, which may be a coordinate.
public struct Rejection: Sendable, Hashable, Codable {
    /// The row's line in the file, from 1; in a file without lines, the feature's number from 1.
    public var line: Int
    /// The reason with the offending value.
    public var reason: String

    /// Creates a rejection.
    public init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }

    /// How many rejections a list keeps; the count is always whole.
    public static let listed = 1_000
}
