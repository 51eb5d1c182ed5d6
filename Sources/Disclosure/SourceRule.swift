/// What a source of counts demands of everything that is published from it.
public struct SourceRule: Sendable, Hashable, Codable {
    /// Counts above zero and below this are secret: 3 for most registers, 10 for the employment agency's small areas.
    public var threshold: Double
    /// The share of an area's rows that may lack a value before the area's sum counts as unknown.
    public var toleratedMissing: Double

    /// Creates a rule.
    public init(threshold: Double, toleratedMissing: Double = 0) {
        self.threshold = threshold
        self.toleratedMissing = toleratedMissing
    }
}
