/// A stretch of border between two vertices, whichever way it is walked.
struct RepairEdge: Hashable, Comparable {
    /// The end with the smaller number.
    let low: Int32
    /// The end with the larger number.
    let high: Int32

    init(_ one: Int32, _ other: Int32) {
        low = min(one, other)
        high = max(one, other)
    }

    static func < (one: RepairEdge, other: RepairEdge) -> Bool { (one.low, one.high) < (other.low, other.high) }
}
