extension Partition {
    /// How far two partitions agree beyond chance: the adjusted Rand index, 1 for equal ones, around 0 for unrelated.
    ///
    ///     Partition([0, 0, 1, 1]).adjustedRandIndex(with: Partition([5, 5, 9, 9]))  // 1
    ///
    /// Hubert and Arabie, Comparing partitions, Journal of Classification 2 (1985). 1 also where both have one class, or
    /// both only classes of one.
    ///
    /// - Precondition: Both are of the same areas.
    /// - Complexity: O(*n* + *k* *l*) for *k* and *l* classes.
    public func adjustedRandIndex(with other: Partition) -> Double {
        precondition(classes.count == other.classes.count, "partitions of the same areas")
        func pairs(_ counts: [Int]) -> Double { counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 } }
        let together = pairs(common(with: other).flatMap { $0 })
        let (here, there) = (pairs(members.map(\.count)), pairs(other.members.map(\.count)))
        let all = pairs([classes.count])
        guard all > 0 else { return 1 }
        let expected = here * there / all
        let most = (here + there) / 2
        return most == expected ? 1 : (together - expected) / (most - expected)
    }

    /// For each class the best Jaccard similarity that a class of another partition has with it: the areas in both over
    /// the areas in either.
    ///
    /// - Precondition: Both are of the same areas.
    public func bestJaccard(in other: Partition) -> [Double] {
        precondition(classes.count == other.classes.count, "partitions of the same areas")
        let (here, there) = (members.map(\.count), other.members.map(\.count))
        return common(with: other).enumerated().map { number, row in
            row.enumerated().map { Double($1) / Double(here[number] + there[$0] - $1) }.max() ?? 0
        }
    }

    /// How many areas a class of this and one of the other share.
    private func common(with other: Partition) -> [[Int]] {
        var common = [[Int]](repeating: Array(repeating: 0, count: other.count), count: count)
        for (one, two) in zip(classes, other.classes) { common[one][two] += 1 }
        return common
    }
}
