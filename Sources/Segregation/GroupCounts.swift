/// Several groups counted by unit: what the multigroup indices of segregation are made of.
///
///     let city = GroupCounts([[60, 0], [20, 20], [0, 60]])
///     city.dissimilarity  // 0.5714…
///     city.firstAgainstRest.dissimilarity
///
/// Notation and indices after Reardon and Firebaugh, Measures of multigroup segregation, Sociological Methodology 32
/// (2002): *tᵢ* the people of unit *i*, *πᵢₖ* the share of group *k* there, *Πₖ* its share in the whole, *T* all people,
/// *I* = Σ *Πₖ*(1 − *Πₖ*) and *E* = −Σ *Πₖ* ln *Πₖ*. The groups exclude each other; their sum is taken as all people.
///
/// Units without people have no weight. An index is nil where fewer than two groups have people, or all but one are so
/// small that the share of that one rounds to 1. What is said of small
/// units at ``TwoGroups`` holds here too, the more the more groups there are.
public struct GroupCounts: Sendable, Equatable {
    /// The groups, each with a count for every unit.
    public let groups: [[Double]]
    /// All people of each unit.
    public let totals: [Double]
    /// All people of each group.
    public let sums: [Double]
    /// All people.
    public let sum: Double

    /// Creates counts from one column for each group.
    ///
    /// - Precondition: There is a group, all columns are of one length, and no count is negative or not a number.
    public init(_ groups: [[Double]]) {
        precondition(!groups.isEmpty && groups.allSatisfy { $0.count == groups[0].count }, "columns of one length")
        precondition(groups.allSatisfy { $0.allSatisfy { $0 >= 0 } }, "counts are not negative")
        self.groups = groups
        totals = groups[0].indices.map { unit in groups.reduce(0) { $0 + $1[unit] } }
        sums = groups.map { $0.reduce(0, +) }
        sum = sums.reduce(0, +)
    }

    /// How many units there are, empty ones included.
    public var count: Int { totals.count }

    /// The first group against the sum of all others.
    public var firstAgainstRest: TwoGroups {
        TwoGroups(
            group: groups[0],
            rest: (0..<count).map { unit in groups.dropFirst().reduce(0) { $0 + $1[unit] } })
    }

    /// The groups' shares in the whole.
    var shares: [Double] { sums.map { $0 / sum } }

    /// Whether at least two groups have people, and so none has all.
    var isDefined: Bool { sum > 0 && shares.allSatisfy { $0 < 1 } }

    /// The location quotient of each group in each unit: its share there over its share in the whole; group by group,
    /// nil in a unit without people and for a group without people.
    ///
    ///     GroupCounts([[30, 10], [10, 30]]).locationQuotients[0]  // [1.5, 0.5]
    ///
    /// 1 is the share of the whole, 2 twice as much. In small units it strays far: read it beside an interval.
    public var locationQuotients: [[Double?]] {
        zip(groups, sums).map { group, all in
            zip(group, totals).map { $1 > 0 && all > 0 ? $0 / $1 / (all / sum) : nil }
        }
    }
}
