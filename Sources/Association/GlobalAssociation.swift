import Statistics

/// What a global statistic of association says about a whole map.
///
///     let ring = Neighbours(starts: [0, 2, 4, 6, 8], targets: [1, 3, 0, 2, 1, 3, 0, 2], weights: Array(repeating: 1, count: 8))
///     let moran = try Moran.association(of: [1, 2, 3, 4], neighbours: ring).get()
///     moran.statistic  // -0.2
///     moran.expected   // -0.333…, that is -1 / (n - 1)
///
/// The expectation and both variances are those under the hypothesis of no association. `varianceNormal` holds where
/// values are independent draws from one normal distribution; `varianceRandomisation` is exact where the observed values
/// lie in a random order on the map, whatever their distribution. Both are conditional on nothing else. p-values are
/// two-sided throughout.
///
/// ## Conventions
/// - Areas without any link, in either direction, are islands: they say nothing about association and leave the sample,
///   so that *n*, the mean, the variance and the weights are all those of the same areas. (spdep with `adjust.n` takes the
///   islands out of *n* but leaves them in the mean; esda leaves them in both. Without islands all three are one. Local
///   statistics keep the islands' values, see ``LocalMoran``.)
/// - Links from an area to itself and links of weight zero are no links, except for ``Lee``.
/// - Below about 30 areas the normal approximation of the z-values is poor, and so is the power: ``LocalAssociation/fewAreas``.
public struct GlobalAssociation: Sendable, Equatable {
    /// The statistic.
    public let statistic: Double
    /// Its expectation without association.
    public let expected: Double
    /// Its variance where values are independent and normal; `nil` where none is known.
    public let varianceNormal: Double?
    /// Its variance over all orders of the observed values; `nil` where there are too few areas.
    public let varianceRandomisation: Double?
    /// The test by random orders of the values, where it was asked for.
    public let tails: TailProbabilities?
    /// How many areas are in the sample: those with a link.
    public let areas: Int
    /// How many areas were left out because they have no link.
    public let islands: Int

    /// Standard deviations above the expectation, under normality.
    public var zNormal: Double? { z(varianceNormal) }
    /// Standard deviations above the expectation, under randomisation.
    public var zRandomisation: Double? { z(varianceRandomisation) }
    /// The two-sided p-value of ``zNormal``.
    public var pNormal: Double? { zNormal.map { Normal.twoSided($0) } }
    /// The two-sided p-value of ``zRandomisation``.
    public var pRandomisation: Double? { zRandomisation.map { Normal.twoSided($0) } }

    private func z(_ variance: Double?) -> Double? {
        guard let variance, variance > 0 else { return nil }
        return (statistic - expected) / variance.squareRoot()
    }
}
