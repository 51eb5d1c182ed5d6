import Planar
public import Statistics

/// Getis and Ord's Gi and Gi*: whether high or low values lie together around an area.
///
///     let hot = LocalGetisOrd(weights: neighbours.binary, includingSelf: .rowMaximum).compute(values)
///     hot.areas[0].z     // what is mapped: above 0 hot, below 0 cold
///     hot.classes()      // hot spot, cold spot, not significant, island
///
/// Gi = Σⱼ wᵢⱼxⱼ / Σⱼxⱼ over the others, j ≠ i; Gi* takes the area itself in, in both sums. Expectation and variance
/// are those of Ord and Getis, Geographical Analysis 27 (1995), table 1: for Gi the same as conditional ones, with
/// x̄(i) and s(i) of the others; for Gi* those of a shuffle of all areas.
///
/// Conventions:
/// - z does not depend on whether rows are standardised: the variance takes the weights' squares as they are,
///   s²·((n − 1)·S₁ᵢ − Wᵢ²)/(n − 2) for Gi. (esda uses row sums only, which is right for binary weights only.)
/// - Variances are divided by *n*, as spdep does; Getis and Ord (1996) print values with *n* − 1.
/// - The permutation test leaves the area's own value in its place, for Gi* too.
/// - Hot and cold go by the sign of z, not by that of the value.
/// - The statistic itself makes sense for amounts from zero only: where the values do not sum to more than zero there is
///   none, but still a test.
/// - Islands have neither Gi nor Gi*, but their values count in the sums. Links of an area to itself in the weights are
///   left out; the self-weight of Gi* is ``SelfWeight``.
public struct LocalGetisOrd: Sendable {
    /// The weight of an area in its own Gi*.
    public enum SelfWeight: Sendable, Equatable {
        /// None: that is Gi.
        case none
        /// The largest weight in the area's row: 1 for binary weights, and what 1 becomes when rows are standardised
        /// after the area has joined its neighbours (GeoDa).
        case rowMaximum
        /// A weight of one's own, on the scale of the weights given.
        case fixed(Double)
    }

    let weights: Neighbours
    let selfWeight: SelfWeight
    let standardisesRows: Bool
    let divisor: Divisor
    let test: ConditionalPermutation

    /// Prepares the statistic.
    ///
    /// - Parameters:
    ///   - weights: Binary or any others.
    ///   - selfWeight: The weight of the area itself; none for Gi.
    ///   - standardisesRows: Whether each row is divided by its sum, the area's own weight included.
    ///   - divisor: By what the variance of the values is divided.
    ///   - test: The permutation test; ``ConditionalPermutation/none`` for moments only.
    public init(
        weights: Neighbours, includingSelf selfWeight: SelfWeight = .none, standardisesRows: Bool = false,
        divisor: Divisor = .n, test: ConditionalPermutation = ConditionalPermutation()
    ) {
        self.weights = weights
        self.selfWeight = selfWeight
        self.standardisesRows = standardisesRows
        self.divisor = divisor
        self.test = test
    }

    /// The statistic of each area.
    ///
    /// - Precondition: There is one finite value for each area.
    /// - Complexity: As of ``LocalMoran``.
    public func compute(_ values: [Double]) -> LocalAssociation {
        precondition(values.count == weights.count, "one value for each area")
        let pool = ValuePool([values])
        let rows = ArrangedRows(weights, pool: pool, threads: test.threads)
        guard values.count > 2, let all = PoolDeviations(pool.columns[0]) else { return .undefined(values, rows) }
        let counts = test.lagCounts(pool, rows)
        return .collect(values.count, test) { area in
            guard rows.cardinality(of: area) > 0 else { return LocalStatistic(without: .island, value: values[area]) }
            return statistic(of: area, values[area], pool, rows, all, counts[area])
        }
    }

    private func statistic(
        of area: Int, _ value: Double, _ pool: ValuePool, _ rows: ArrangedRows, _ all: PoolDeviations,
        _ counts: TailCounts
    ) -> LocalStatistic {
        let count = Double(pool.count)
        let deviation = all.deviations[Int(pool.places[area])]
        var (sum, squares) = rows.sums(of: area)
        var (lag, lagDeviation) = (rows.lag(of: area, pool.columns[0]), rows.lag(of: area, all.deviations))
        var moments: (expected: Double, variance: Double)
        var total = all.mean * count
        if let own = ownWeight(largest: rows.weights[rows.starts[area]]) {
            sum += own
            squares += own * own
            lag += own * value
            lagDeviation += own * deviation
            moments = OtherValues.everyone(squares: all.variance * count, count: pool.count)
                .lagMoments(weights: sum, squares: squares)
            if divisor == .nMinusOne { moments.variance *= count / (count - 1) }
        } else {
            let others = OtherValues(
                sum: 0, squares: all.variance * count, count: pool.count, without: deviation)
            moments = others.lagMoments(weights: sum, squares: squares)
            if divisor == .nMinusOne { moments.variance *= (count - 1) / (count - 2) }
            total -= value
        }
        let scale = standardisesRows ? 1 / sum : 1
        let departure = all.sign(of: lagDeviation - moments.expected, weights: sum)
        let hasStatistic = total > 0
        let offset = all.mean * sum
        return LocalStatistic(
            state: .defined, value: value, lag: lag * scale,
            statistic: hasStatistic ? lag * scale / total : nil,
            expected: hasStatistic ? (moments.expected + offset) * scale / total : nil,
            variance: hasStatistic ? moments.variance * scale * scale / (total * total) : nil,
            z: moments.variance > 0 ? (lagDeviation - moments.expected) / moments.variance.squareRoot() : nil,
            tails: test.tails(counts, sign: 1),
            association: departure == 0 ? .atMean : departure > 0 ? .hotSpot : .coldSpot)
    }

    /// An area's weight in its own lag, by the largest of its neighbours'; nil for Gi.
    func ownWeight(largest: Double) -> Double? {
        switch selfWeight {
        case .none: nil
        case .rowMaximum: largest
        case .fixed(let weight): weight
        }
    }
}
