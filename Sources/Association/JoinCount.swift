import Statistics

/// How many joins there are between areas of certain classes, and how many chance would make.
///
///     let counts = try JoinCounts.count(classes: [0, 0, 1, 1], of: 2, neighbours: path).get()
///     counts.pairs[1].count     // 1: one join of classes 0 and 1
///     counts.pairs[1].expected  // 2
public struct JoinCount: Sendable, Equatable {
    /// The weight of the joins; with binary weights their number, each join counted once.
    public let count: Double
    /// Its expectation when the classes lie in a random order on the map.
    public let expected: Double
    /// Its variance over all those orders; `nil` where there are too few areas.
    public let variance: Double?
    /// The test by random orders, where it was asked for.
    public let tails: TailProbabilities?

    /// Standard deviations above the expectation; `nil` where the count cannot vary.
    public var z: Double? {
        guard let variance, variance > 0 else { return nil }
        return (count - expected) / variance.squareRoot()
    }

    /// The two-sided p-value of ``z``, an approximation that rare classes need the permutation test instead of.
    public var p: Double? { z.map { Normal.twoSided($0) } }
}
