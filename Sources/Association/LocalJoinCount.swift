public import Statistics

/// The local join count: how many neighbours of a marked area are marked, with its exact test.
///
///     let joins = LocalJoinCount(neighbours: neighbours).compute(isMarked)
///     joins.areas[0].statistic  // the marked neighbours of area 0 if it is marked itself, else 0
///     joins.areas[0].tails      // exact: hypergeometric
///
/// BBᵢ = xᵢ·Σⱼ xⱼ over the neighbours. Anselin and Li, Environment and Planning B 46 (2019). When marks are shuffled over
/// the other areas, the number among *k* neighbours is hypergeometric: *k* drawn from *n* − 1 of whom a known number is
/// marked. So no permutations are needed, and both tails hold the observed count itself.
///
/// Conventions:
/// - Neighbours count, weights do not: links have the weight 1 whatever it was. Links of an area to itself and of weight
///   0 are none.
/// - An area that is not marked has the statistic 0 in every shuffle: its p is 1.
/// - Significantly many joins are `high-high`, few are `high-low`: a mark by itself.
/// - Islands have no statistic, but their marks count among those that are shuffled.
public struct LocalJoinCount: Sendable {
    private let neighbours: Neighbours

    /// Prepares the statistic.
    public init(neighbours: Neighbours) {
        self.neighbours = neighbours.filtered { $0 != $1 && $2 != 0 }
    }

    /// The marked neighbours of each marked area.
    ///
    /// - Precondition: There is one mark for each area.
    /// - Complexity: O(*n* + *k*) for *k* links, and the sum of a hypergeometric tail for each area.
    public func compute(_ isMarked: [Bool]) -> LocalAssociation { compute(isMarked, around: isMarked) }

    /// The areas with one mark and their neighbours with another one.
    ///
    /// With marks that no area has both of, that is the bivariate join count; with marks for areas that have two
    /// properties at once, passed as both, the co-location join count.
    ///
    /// - Parameters:
    ///   - isMarked: Of the area itself.
    ///   - isOther: Of its neighbours; shuffled among all areas but the one itself.
    public func compute(_ isMarked: [Bool], around isOther: [Bool]) -> LocalAssociation {
        precondition(isMarked.count == neighbours.count && isOther.count == neighbours.count, "one mark for each area")
        let all = isOther.reduce(0) { $0 + ($1 ? 1 : 0) }
        let areas = isMarked.indices.map { area -> LocalStatistic in
            let (row, own) = (neighbours.row(of: area), isMarked[area] ? 1.0 : 0)
            guard !row.isEmpty else { return LocalStatistic(without: .island, value: own) }
            guard neighbours.count > 2 else { return LocalStatistic(without: .undefined, value: own) }
            let count = row.reduce(0) { $0 + (isOther[Int(neighbours.targets[$1])] ? 1 : 0) }
            guard isMarked[area] else {
                return LocalStatistic(
                    state: .defined, value: own, lag: Double(count), statistic: 0, expected: 0, variance: 0,
                    tails: TailProbabilities(greater: 1, less: 1), association: .notSignificant)
            }
            let chance = Hypergeometric(
                population: neighbours.count - 1, marked: all - (isOther[area] ? 1 : 0), drawn: row.count)
            let tails = TailProbabilities(greater: chance.upper(count), less: chance.cumulative(count))
            return LocalStatistic(
                state: .defined, value: own, lag: Double(count), statistic: Double(count), expected: chance.mean,
                variance: chance.variance, tails: tails,
                association: tails.greater < tails.less ? .highHigh : .highLow)
        }
        return LocalAssociation(areas: areas, permutations: 0)
    }
}
