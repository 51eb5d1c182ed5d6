public import Statistics

/// Join counts of a map of classes: for every two classes, how many neighbouring areas have the one and the other.
///
///     let path = Neighbours(starts: [0, 1, 3, 5, 6], targets: [1, 0, 2, 1, 3, 2], weights: Array(repeating: 1, count: 6))
///     let counts = try JoinCounts.count(classes: [0, 0, 1, 1], of: 2, neighbours: path).get()
///     counts.pairs.map(\.count)  // [1, 1, 1]: 0 beside 0, 0 beside 1, 1 beside 1
///     counts.different.count     // 1
///
/// A join of *i* and *j* counts ½ (wᵢⱼ + wⱼᵢ), so that with binary symmetric weights each border counts once. Expectation
/// and variance are those of non-free sampling: the numbers of areas in each class are given, and every order of them on
/// the map is equally likely. Cliff and Ord: Spatial Processes (1981), p. 20; Upton and Fingleton: Spatial Data Analysis by
/// Example (1985), p. 158. They hold for asymmetric weights, too. Islands leave the sample with their classes. (spdep's
/// `joincount.multi` keeps an island in the numbers of the classes and leaves it out of *n*; its variance of all different
/// joins then is not that of the only pair of two classes, as it has to be.)
public struct JoinCounts: Sendable, Equatable {
    /// How many classes there are.
    public let classes: Int
    /// For every two classes, the second at least the first: (0, 0), (0, 1), …, (1, 1), (1, 2), …
    public let pairs: [JoinCount]
    /// All joins between areas of different classes, J_tot.
    public let different: JoinCount
    /// How many areas are in the sample: those with a link.
    public let areas: Int
    /// How many areas were left out because they have no link.
    public let islands: Int

    /// The place in ``pairs`` of two classes, in either order.
    public func place(_ one: Int, _ other: Int) -> Int {
        let (first, second) = (min(one, other), max(one, other))
        return first * classes - first * (first - 1) / 2 + second - first
    }

    /// For two classes, whether the two ends of a join have to do with each other: χ² of the table of both ends with Yates'
    /// correction, one degree of freedom, and its p-value; `nil` for other numbers of classes or where one is absent.
    ///
    /// esda reports it. Joins that share an area are not independent, so its p-value is too small; ``JoinCount/z`` and the
    /// permutation test are not.
    public var endsChiSquare: (statistic: Double, p: Double)? {
        guard classes == 2 else { return nil }
        let (low, mixed, high) = (pairs[0].count, pairs[1].count / 2, pairs[2].count)
        let all = low + 2 * mixed + high
        let margins = (low + mixed) * (high + mixed)
        guard margins > 0 else { return nil }
        let deviation = max(0, (low * high - mixed * mixed).magnitude - all / 2)
        let statistic = all * deviation * deviation / (margins * margins)
        return (statistic, ChiSquare.upper(statistic, degrees: 1))
    }

    /// Counts the joins, with their moments and, if asked for, their permutation tests.
    ///
    /// - Parameters:
    ///   - classes: The class of each area, in `0 ..< count`.
    ///   - count: How many classes there are; some may be empty.
    ///   - neighbours: The weights, usually binary.
    ///   - permutations: How many random maps to compare with; none by default.
    /// - Returns: The counts, or why there are none: all areas in one class, fewer than three areas with a link.
    /// - Complexity: O(*n* + *k* + *c*²) for *k* links and *c* classes, times *R* for *R* permutations.
    public static func count(
        classes: [Int], of count: Int, neighbours: Neighbours, permutations: GlobalPermutations? = nil
    ) -> Result<JoinCounts, UndefinedAssociation> {
        precondition(classes.allSatisfy { $0 >= 0 && $0 < count }, "classes are numbered from 0")
        let sample = GlobalSample(neighbours)
        precondition(classes.count == sample.count + sample.islands, "one class for each area")
        guard sample.count > 2 else { return .failure(.tooFewAreas) }
        let colours = sample.members.map { classes[$0] }
        guard colours.contains(where: { $0 != colours[0] }) else { return .failure(.constant) }
        let sums = sample.neighbours.sums
        guard sums.s0 > 0 else { return .failure(.noWeight) }
        let table = JoinTable(classes: count, pairs: GlobalPairs(sample.neighbours))
        let counts = table.counts(colours)
        let tails = permutations.map { table.tails(colours, counts, weight: sums.s0, $0) }
        let moments = table.moments(colours, sums)
        let joins = counts.indices.map { place in
            JoinCount(
                count: counts[place], expected: moments[place].expected / 2,
                variance: sample.count > 3 ? moments[place].variance / 4 : nil, tails: tails?[place])
        }
        return .success(
            JoinCounts(
                classes: count, pairs: joins.dropLast(), different: joins[joins.count - 1], areas: sample.count,
                islands: sample.islands))
    }

    private init(classes: Int, pairs: [JoinCount], different: JoinCount, areas: Int, islands: Int) {
        (self.classes, self.pairs, self.different) = (classes, pairs, different)
        (self.areas, self.islands) = (areas, islands)
    }
}
