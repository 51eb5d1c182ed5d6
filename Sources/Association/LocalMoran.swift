import Planar
public import Statistics

/// Local Moran's I: whether an area is like its neighbours, as part of Moran's I of the map.
///
///     let result = LocalMoran(weights: neighbours.rowStandardised).compute(values)
///     result.areas[0].statistic  // I of the first area
///     result.classes()           // high-high, low-low, high-low, low-high, not significant, island
///
/// Iᵢ = zᵢ·Σⱼ wᵢⱼzⱼ / m₂ with deviations z from the mean and their variance m₂. Anselin, Geographical Analysis 27 (1995).
///
/// Conventions:
/// - m₂ is divided by *n* (Anselin; spdep's default), so that Σ Iᵢ = S₀·I. ``Divisor/nMinusOne`` gives GeoDa's numbers;
///   esda's are (n − 1)/n of those with *n*.
/// - Expectation and variance are conditional on zᵢ: Sokal, Oden and Thomson (1998), A7 and A8; spdep's default.
/// - Islands have no statistic, but their values are values of the map: they count in the mean, in *n* and in the
///   permutations, as in esda and spdep. Take them out of the sample beforehand where they should not.
/// - Links of an area to itself are left out.
/// - An area just at the mean has I = 0 however its neighbours are shuffled: all permutations are ties and p is 1.
///
/// Raw rates of unequal populations make noise of small areas look like pattern: for them take the local Moran of
/// ``StandardisedRates``. The bivariate one mixes what neighbours do with what two variables do in the same place.
public struct LocalMoran: Sendable {
    let weights: Neighbours
    let divisor: Divisor
    let test: ConditionalPermutation

    /// Prepares the statistic.
    ///
    /// - Parameters:
    ///   - weights: In the style wanted, usually row-standardised.
    ///   - divisor: By what the variance is divided.
    ///   - test: The permutation test; ``ConditionalPermutation/none`` for moments only.
    public init(
        weights: Neighbours, divisor: Divisor = .n, test: ConditionalPermutation = ConditionalPermutation()
    ) {
        self.weights = weights
        self.divisor = divisor
        self.test = test
    }

    /// The statistic of each area.
    ///
    /// - Precondition: There is one finite value for each area.
    /// - Complexity: O(*n* log *R* + *k* + *RK*) for *n* areas with *k* links, at most *K* each, and *R* permutations,
    ///   where the weights in each row are equal; O(*kR*) else.
    public func compute(_ values: [Double]) -> LocalAssociation { compute(values, lagged: values) }

    /// The bivariate statistic: one variable of an area with another one of its neighbours.
    ///
    /// Iᵢ = z(x)ᵢ·Σⱼ wᵢⱼz(y)ⱼ, both divided by their standard deviations; y is shuffled. It says nothing of x and y in
    /// the same area, whose correlation it carries along: where that matters, take Lee's L.
    ///
    /// - Precondition: Both variables have one finite value for each area.
    public func compute(_ values: [Double], lagged other: [Double]) -> LocalAssociation {
        precondition(values.count == weights.count, "one value for each area")
        let pool = ValuePool([other])
        let own = values == other ? pool : ValuePool([values])
        let rows = ArrangedRows(weights, pool: pool, threads: test.threads)
        guard values.count > 2, let x = PoolDeviations(own.columns[0]), let y = PoolDeviations(pool.columns[0]) else {
            return .undefined(values, rows)
        }
        let counts = test.lagCounts(pool, rows)
        let scale = divisor.count(of: values.count) / Double(values.count) / (x.variance * y.variance).squareRoot()
        return .collect(values.count, test) { area in
            guard rows.cardinality(of: area) > 0 else { return LocalStatistic(without: .island, value: values[area]) }
            let deviation = x.deviations[Int(own.places[area])]
            let lag = rows.lag(of: area, y.deviations)
            let (sum, squares) = rows.sums(of: area)
            let others = OtherValues(
                sum: 0, squares: y.variance * Double(values.count), count: values.count,
                without: y.deviations[Int(pool.places[area])])
            let moments = others.lagMoments(weights: sum, squares: squares)
            let factor = deviation * scale
            return LocalStatistic(
                state: .defined, value: values[area], lag: rows.lag(of: area, pool.columns[0]),
                statistic: factor * lag + 0, expected: factor * moments.expected + 0,
                variance: factor * factor * moments.variance,
                tails: test.tails(counts[area], sign: deviation),
                association: Self.quadrant(deviation, y.sign(of: lag, weights: sum)))
        }
    }

    /// The quadrant of a deviation and the sign of the neighbours' one.
    private static func quadrant(_ deviation: Double, _ lag: Double) -> LocalClass {
        if deviation == 0 || lag == 0 { return .atMean }
        if deviation > 0 { return lag > 0 ? .highHigh : .highLow }
        return lag > 0 ? .lowHigh : .lowLow
    }
}
