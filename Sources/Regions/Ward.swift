public import Algebra

/// Ward's classes: from single areas upwards, always the two classes joined whose union raises the sum of squares within
/// classes least.
///
///     Ward.dendrogram(Matrix(rows: [[0], [1], [10], [11]])).partition(into: 2)?.classes  // [0, 0, 1, 1]
///
/// The cost of a merge is |*A*||*B*|/(|*A*| + |*B*|) · ‖*a* − *b*‖² with the means *a*, *b* (Ward, JASA 58, 1963). It is
/// found by chains of nearest neighbours (Murtagh, 1983), which need no table of distances; costs never fall from a merge
/// to the next. Of equally near classes the one with the smaller number comes first. Standardise first.
public enum Ward {
    /// The tree of all merges, in rising height.
    ///
    /// - Parameter matrix: One row for each area; finite numbers.
    /// - Complexity: O(*n*² *p*) time and O(*n p*) memory: 10,000 areas take seconds, 100,000 minutes.
    public static func dendrogram(_ matrix: Matrix) -> Dendrogram {
        let count = matrix.rows
        var clusters = Clusters(matrix)
        var active = Array(0..<count)
        var chain: [Int] = []
        var found: [(one: Int, other: Int, height: Double)] = []
        while active.count > 1 {
            if chain.isEmpty { chain = [active[0]] }
            while true {
                let top = chain[chain.count - 1]
                let before = chain.count > 1 ? chain[chain.count - 2] : -1
                // Never without a partner, also where all costs are beyond the range of numbers.
                var nearest = before < 0 ? active[active[0] == top ? 1 : 0] : before
                var least = clusters.cost(top, nearest)
                for other in active where other != top {
                    let cost = clusters.cost(top, other)
                    if cost < least { (nearest, least) = (other, cost) }
                }
                guard nearest == before else {
                    chain.append(nearest)
                    continue
                }
                chain.removeLast(2)
                found.append((min(top, before), max(top, before), least))
                clusters.join(max(top, before), into: min(top, before))
                active.removeAll { $0 == max(top, before) }
                break
            }
        }
        return numbered(found, leaves: count)
    }

    /// Brings merges into rising height. Each names an area of either side, so that rounding, which may put a merge
    /// before one that it rests on, cannot break the tree.
    private static func numbered(
        _ found: [(one: Int, other: Int, height: Double)], leaves: Int
    ) -> Dendrogram {
        let order = found.indices.sorted { (found[$0].height, $0) < (found[$1].height, $1) }
        var sets = DisjointSets(count: leaves)
        var nodes = Array(0..<leaves)
        var merges: [Dendrogram.Merge] = []
        for place in order {
            let (one, other) = (sets.root(of: found[place].one), sets.root(of: found[place].other))
            merges.append(
                Dendrogram.Merge(
                    one: min(nodes[one], nodes[other]), other: max(nodes[one], nodes[other]),
                    height: found[place].height))
            nodes[sets.join(one, other)] = leaves + merges.count - 1
        }
        return Dendrogram(leaves: leaves, merges: merges)
    }
}

/// Means and sizes of classes that grow.
struct Clusters {
    private(set) var means: Matrix
    private(set) var sizes: [Double]

    init(_ matrix: Matrix) {
        means = matrix
        sizes = Array(repeating: 1, count: matrix.rows)
    }

    /// By how much a union raises the sum of squares.
    @inline(__always)
    func cost(_ one: Int, _ other: Int) -> Double {
        sizes[one] * sizes[other] / (sizes[one] + sizes[other]) * Distance.squared(means, one, means, other)
    }

    /// Adds a class to another.
    mutating func join(_ other: Int, into one: Int) {
        let size = sizes[one] + sizes[other]
        for column in 0..<means.columns {
            let sum = sizes[one] * means[one, column] + sizes[other] * means[other, column]
            means[one, column] = sum / size
        }
        sizes[one] = size
    }
}
