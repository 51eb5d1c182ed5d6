import Planar
public import Statistics

/// A family-wise test of all areas at once: how often does *any* area of a shuffled map reach what this one has?
///
///     let p = LocalMoran(weights: weights).maximumT(values, MaximumT(permutations: 999, seed: 1))
///     // p[i] ≤ 0.05: in a map without pattern no area at all would get there 95 times of 100
///
/// All values are shuffled over the whole map, with every area in the same shuffle, and the largest |z| of each shuffled
/// map is kept; an area's p is the share of maps whose largest is at least its own |z|, (# + 1)/(R + 1). That controls
/// the family-wise error whatever the dependence between areas, which the shared draws of ``ConditionalPermutation``
/// cannot: they are no joint null. The single-step method of Westfall and Young: Resampling-based multiple testing
/// (1993), section 2.3.
///
/// The null is that the whole map has no pattern. Where part of it has, the p-values of the rest are somewhat too large.
public struct MaximumT: Sendable, Equatable {
    /// How many shuffled maps.
    public let permutations: Int
    /// The key of the random numbers.
    public let seed: UInt64
    /// The most threads to use, or nil for as many as the machine likes. The result does not depend on it.
    public let threads: Int?

    /// Creates the settings.
    ///
    /// - Precondition: There are permutations.
    public init(permutations: Int = 999, seed: UInt64 = 1, threads: Int? = nil) {
        precondition(permutations > 0, "a number of permutations")
        self.permutations = permutations
        self.seed = seed
        self.threads = threads
    }

    /// The most work that a test may be: permutations times areas and links, some seconds.
    public static let largestWork = 2_000_000_000

    /// Whether a map is small enough to be tested. 10 000 areas with six neighbours each allow 28 000 permutations.
    public func isFeasible(for weights: Neighbours) -> Bool {
        permutations.multipliedReportingOverflow(by: weights.count + weights.targets.count).partialValue
            <= Self.largestWork && permutations <= Self.largestWork
    }

    /// The p-values of areas by their scores in shuffled maps.
    ///
    /// - Parameters:
    ///   - order: All areas in an order that does not depend on their numbers.
    ///   - places: The observed map: area → place in the pool of values.
    ///   - score: |z| of an area of a map; nil where it has none.
    func pValues(
        order: [Int], places: [Int32], score: @Sendable (_ area: Int, _ places: [Int32]) -> Double?
    ) -> [Double?] {
        let count = places.count
        let chunks = min(permutations, 64)
        let maxima = parallelMap(chunks, threads: threads) { chunk in
            (permutations * chunk / chunks..<permutations * (chunk + 1) / chunks).map { permutation in
                let draws = ReferenceTable(
                    rows: permutation..<permutation + 1, width: count, population: count, seed: seed, threads: 1)
                var shuffled = places
                for (position, area) in order.enumerated() { shuffled[area] = draws.ids[position] }
                return (0..<count).reduce(0.0) { max($0, score($1, shuffled) ?? 0) }
            }
        }.flatMap { $0 }.sorted()
        return (0..<count).map { area in
            guard let own = score(area, places) else { return nil }
            // Equal but for rounding is a tie, and a tie counts.
            let below = maxima.partitioned { $0 >= own * (1 - 1e-9) }
            return Double(permutations - below + 1) / Double(permutations + 1)
        }
    }
}

extension Array {
    /// The first place at which a condition holds that holds from there on.
    fileprivate func partitioned(where holds: (Element) -> Bool) -> Int {
        var (first, end) = (0, count)
        while first < end {
            let middle = (first + end) / 2
            if holds(self[middle]) { end = middle } else { first = middle + 1 }
        }
        return first
    }
}
