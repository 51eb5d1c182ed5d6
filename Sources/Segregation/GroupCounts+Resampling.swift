import Statistics

extension GroupCounts {
    /// Whether every count is a whole number of people, and all people together are fewer than 2⁵³, as drawing people at
    /// random needs.
    public var isWhole: Bool {
        sum < 0x1p53 && groups.allSatisfy { $0.allSatisfy { $0 == $0.rounded(.towardZero) } }
    }

    /// The same people on the same places, everybody's place drawn by lot: each unit keeps its number of people and each
    /// group its sum (a multivariate hypergeometric draw).
    func reallocated(using generator: inout SplitMix64) -> GroupCounts {
        var left = sums.map { Int($0) }
        var people = left.reduce(0, +)
        var drawn = groups
        for unit in 0..<count {
            var draws = Int(totals[unit])
            var pool = people
            people -= draws
            for group in groups.indices {
                let marked = left[group]
                let taken = ModeInversion.hypergeometric(people: pool, marked: marked, draws: draws, using: &generator)
                pool -= marked
                draws -= taken
                left[group] -= taken
                drawn[group][unit] = Double(taken)
            }
        }
        return GroupCounts(drawn)
    }

    /// As many people of each group again, each in a unit with the chance that the group's shares there give (a
    /// multinomial draw for each group).
    func resampled(using generator: inout SplitMix64) -> GroupCounts {
        GroupCounts(
            zip(groups, sums).map { group, sum in
                var (left, rest) = (Int(sum), sum)
                return group.map { count in
                    let chance = rest > 0 ? min(count / rest, 1) : 0
                    let taken = ModeInversion.binomial(trials: left, chance: chance, using: &generator)
                    left -= taken
                    rest -= count
                    return Double(taken)
                }
            })
    }
}
