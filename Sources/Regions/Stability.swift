public import Algebra
import Statistics

/// How firm a typology is: whether its classes come back when the areas are drawn anew.
///
///     let firm = Stability(of: types, in: matrix, resamples: 100, seed: 1) { sample, seed in
///         KMeans.partition(sample, classes: 5, seed: seed)
///     }
///     firm.jaccard            // for each class, 0.9 say
///     firm.adjustedRandIndex  // for the whole
///
/// Bootstrap of areas with replacement, each sample classified anew; of each original class, restricted to the areas that
/// were drawn, the best Jaccard similarity with a new class is taken, and the mean over the samples. Hennig, Cluster-wise
/// assessment of cluster stability, Computational Statistics & Data Analysis 52 (2007): above 0.85 firm, 0.6 to 0.75 a
/// pattern whose borders are not to be trusted, below 0.6 do not use. The adjusted Rand index is over the same areas.
public struct Stability: Sendable, Equatable {
    /// For each class the mean Jaccard similarity; nil where no sample drew an area of it.
    public let jaccard: [Double?]
    /// The mean adjusted Rand index of the partitions.
    public let adjustedRandIndex: Double

    /// Draws the samples and classifies them.
    ///
    /// - Parameters:
    ///   - partition: The original classes.
    ///   - matrix: The rows that were classified.
    ///   - resamples: How many samples, 1 or more.
    ///   - seed: The same seed gives the same samples.
    ///   - classify: From the rows of a sample and a seed of its own to a partition of the rows.
    /// - Precondition: There is one row for each area, and at least one.
    public init(
        of partition: Partition, in matrix: Matrix, resamples: Int, seed: UInt64,
        classify: (_ sample: Matrix, _ seed: UInt64) -> Partition
    ) {
        precondition(matrix.rows == partition.classes.count && matrix.rows > 0, "one row for each area")
        precondition(resamples > 0, "a sample at least")
        var generator = SplitMix64(seed: seed)
        var sums = [Double](repeating: 0, count: partition.count)
        var times = [Int](repeating: 0, count: partition.count)
        var agreement = 0.0
        for _ in 0..<resamples {
            let drawn = (0..<matrix.rows).map { _ in generator.below(matrix.rows) }.sorted()
            let found = classify(Matrix(rows: drawn.map(matrix.row)), generator.next())
            // An area that was drawn several times has one class, as equal rows have, and counts once.
            let places = drawn.indices.filter { $0 == 0 || drawn[$0] != drawn[$0 - 1] }
            let labels = places.map { partition.classes[drawn[$0]] }
            let here = Partition(labels)
            let there = Partition(places.map { found.classes[$0] })
            agreement += here.adjustedRandIndex(with: there)
            let best = here.bestJaccard(in: there)
            for (number, members) in here.members.enumerated() {
                let label = labels[members[0]]
                sums[label] += best[number]
                times[label] += 1
            }
        }
        jaccard = zip(sums, times).map { $1 > 0 ? $0 / Double($1) : nil }
        adjustedRandIndex = agreement / Double(resamples)
    }
}
