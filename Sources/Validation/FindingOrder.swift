/// The order of findings in every report: by severity, kind, keys and place, so that the same input gives the same list.
enum FindingOrder {
    /// Whether a key stands before another by its bytes.
    static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// Whether a finding stands before another.
    static func precedes(_ one: Finding, _ other: Finding) -> Bool {
        if one.severity != other.severity { return rank(one.severity) < rank(other.severity) }
        if one.kind != other.kind { return one.kind.rank < other.kind.rank }
        if let order = order(one.keys, other.keys) { return order }
        if let order = order(one.details, other.details) { return order }
        // NaN, no place, comes last.
        for (left, right) in [(one.metric.x, other.metric.x), (one.metric.y, other.metric.y)] {
            if left < right { return true }
            if right < left { return false }
            if left.isNaN != right.isNaN { return right.isNaN }
        }
        return one.measure > other.measure
    }

    private static func order(_ one: [String], _ other: [String]) -> Bool? {
        for (left, right) in zip(one, other) {
            if precedes(left, right) { return true }
            if precedes(right, left) { return false }
        }
        return one.count == other.count ? nil : one.count < other.count
    }

    private static func rank(_ severity: FindingSeverity) -> Int {
        FindingSeverity.allCases.firstIndex(of: severity) ?? 0
    }
}
