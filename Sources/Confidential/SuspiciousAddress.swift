/// An address that a person should look at: a job centre or a shelter at which hundreds are registered, say.
public struct SuspiciousAddress: Sendable, Hashable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// What the file calls the address; empty where it has no such column.
    public var label: String
    /// The variable that stands out.
    public var variable: String
    /// Its number.
    public var value: Double
    /// Why it is listed, in a sentence.
    public var reason: String

    /// Creates an entry.
    public init(line: Int, label: String, variable: String, value: Double, reason: String) {
        self.line = line
        self.label = label
        self.variable = variable
        self.value = value
        self.reason = reason
    }
}
