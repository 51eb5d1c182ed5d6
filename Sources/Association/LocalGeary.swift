import Planar
public import Statistics

/// The local Geary: how much an area differs from its neighbours, in one variable or in several together.
///
///     let result = LocalGeary(weights: neighbours.rowStandardised).compute(values)
///     result.areas[0].statistic  // small: like its neighbours; large: unlike them
///     result.classes()           // high-high, low-low, positive, negative, not significant, island
///
/// cᵢ = Σⱼ wᵢⱼ(zᵢ − zⱼ)², for several variables the mean of their cᵢ. Anselin, Geographical Analysis 27 (1995) and 51
/// (2019), equation 14. It sees what the local Moran does not: areas alike at the mean, and likeness in many variables.
///
/// Conventions:
/// - Values are standardised by their standard deviation with divisor *n* − 1, as in spdep and GeoDa; esda takes *n*.
/// - Expectation and variance are conditional on the area's own values, exactly: (zᵢ − zⱼ)² is a value of the other area
///   like any, and the weighted sum of values drawn without replacement has the moments of ``LocalMoran``'s.
/// - Islands have no statistic, but their values count in means and permutations, see ``LocalMoran``.
/// - Like areas are `high-high` where area and neighbours are above the mean, `low-low` where both are below, and
///   `positive` else; with several variables always `positive`. Unlike areas are `negative`.
public struct LocalGeary: Sendable {
    let weights: Neighbours
    let divisor: Divisor
    let test: ConditionalPermutation

    /// Prepares the statistic.
    ///
    /// - Parameters:
    ///   - weights: In the style wanted, usually row-standardised.
    ///   - divisor: By what the variances are divided.
    ///   - test: The permutation test; ``ConditionalPermutation/none`` for moments only.
    public init(
        weights: Neighbours, divisor: Divisor = .nMinusOne, test: ConditionalPermutation = ConditionalPermutation()
    ) {
        self.weights = weights
        self.divisor = divisor
        self.test = test
    }

    /// The statistic of each area in one variable.
    ///
    /// - Precondition: There is one finite value for each area.
    /// - Complexity: O(*nR* + *k*) for *n* areas with *k* links and *R* permutations where the weights in each row are
    ///   equal, O(*kR*) else; O(*n*) memory.
    public func compute(_ values: [Double]) -> LocalAssociation { compute(variables: [values]) }

    /// The statistic of each area in several variables together. Value and lag of the result are the first one's.
    ///
    /// - Precondition: There is a variable, and each has one finite value for each area.
    public func compute(variables: [[Double]]) -> LocalAssociation {
        precondition(!variables.isEmpty, "a variable")
        precondition(variables.allSatisfy { $0.count == weights.count }, "one value for each area")
        let pool = ValuePool(variables)
        let rows = ArrangedRows(weights, pool: pool, threads: test.threads)
        let deviations = pool.columns.compactMap(PoolDeviations.init)
        guard weights.count > 2, deviations.count == variables.count else { return .undefined(variables[0], rows) }
        let space = GearySpace(deviations, divisor: divisor)
        let counts = test.scoreCounts(
            space.scores, coefficients: pool.places.flatMap(space.coefficients), pool, rows)
        return .collect(weights.count, test) { area in
            let value = variables[0][area]
            guard rows.cardinality(of: area) > 0 else { return LocalStatistic(without: .island, value: value) }
            let place = Int(pool.places[area])
            let (sum, squares) = rows.sums(of: area)
            let moments = space.others(of: place).lagMoments(weights: sum, squares: squares)
            var statistic = 0.0
            for link in rows.row(of: area) {
                statistic += rows.weights[link] * space.difference(place, Int(rows.places[link]))
            }
            let tails = test.tails(counts[area], sign: 1)
            let isAlike = tails.map { $0.less < $0.greater } ?? (statistic < moments.expected)
            let own = deviations[0].deviations[place]
            let lag = deviations[0].sign(of: rows.lag(of: area, deviations[0].deviations), weights: sum)
            let quadrant: LocalClass = own > 0 && lag > 0 ? .highHigh : own < 0 && lag < 0 ? .lowLow : .positive
            return LocalStatistic(
                state: .defined, value: value, lag: rows.lag(of: area, pool.columns[0]), statistic: statistic,
                expected: moments.expected, variance: moments.variance, tails: tails,
                association: !isAlike ? .negative : variables.count == 1 ? quadrant : .positive)
        }
    }
}
