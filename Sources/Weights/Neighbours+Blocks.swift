public import Statistics

extension Neighbours {
    /// All that share a value are neighbours, such as the districts of one borough.
    ///
    ///     Neighbours.blocks([1, 2, 1, nil]).targets  // [2, 0]: the first and the third
    ///
    /// Who has no value, or one of its own, is an island. All weights are 1. Source: libpysal `block_weights`.
    ///
    /// - Complexity: O(*n* + *k*) for *k* links, which are as many as the squares of the blocks' sizes.
    public static func blocks<Value: Hashable>(_ values: [Value?]) -> Neighbours {
        var members: [Value: [Int32]] = [:]
        for (member, value) in values.enumerated() {
            if let value { members[value, default: []].append(Int32(member)) }
        }
        var starts = [0]
        var targets: [Int32] = []
        for (member, value) in values.enumerated() {
            // In the order of the members, not of the dictionary.
            if let value { targets += (members[value] ?? []).filter { $0 != Int32(member) } }
            starts.append(targets.count)
        }
        return Neighbours(starts: starts, targets: targets, weights: Array(repeating: 1, count: targets.count))
    }
}
