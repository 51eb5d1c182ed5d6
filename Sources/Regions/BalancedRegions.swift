public import Algebra

/// Regions of about the same population: contiguous, each as near to its share as the search finds, and as alike within
/// as that leaves room for.
///
///     let division = BalancedRegions.divide(matrix, contiguity: graph, regions: 8, sizes: residents)
///     division?.sums(residents)  // about the same
///
/// To divide into regions of equal population exactly is hard, and this is a heuristic in three steps:
/// 1. The tree of ``Skater``, so that areas which are alike tend to stay together, is halved again and again where the
///    parts come nearest to their shares of the people.
/// 2. Single areas at borders change sides while a region is farther than the `tolerance` from its share, each move
///    lowering Σ (*pᵣ* − *p̄*)²; no region falls apart or loses its last area.
/// 3. Single areas change sides to make regions more alike within, each move lowering the sum of squares, as long as no
///    region of the two leaves the tolerance, or comes farther from its share than it was.
///
/// Moves are listed in falling order of gain and made in this order, as far as each still has a gain when its turn comes;
/// then they are listed anew, until none is left.
///
/// The result is a local optimum: no single area can be moved for the better. Of equal moves the first by number comes first.
/// Parts of the map that lie apart have regions in proportion to their people, each one at least.
public enum BalancedRegions {
    /// Divides the map.
    ///
    /// - Parameters:
    ///   - matrix: One row for each area, standardised; finite numbers.
    ///   - contiguity: Which areas touch.
    ///   - regions: How many, parts of the map that lie apart included.
    ///   - sizes: What is to be equal, residents say.
    ///   - tolerance: How far from the mean a region may be, as part of it.
    /// - Returns: nil where more parts of the map lie apart than regions are wanted, fewer areas are there, or there are
    ///   no people.
    /// - Precondition: There is one row, and one size from 0, for each area; `tolerance` is not negative.
    /// - Complexity: O(*m k*) for *m* moves and *k* links at borders, some passes over the map in practice.
    public static func divide(
        _ matrix: Matrix, contiguity: ContiguityGraph, regions: Int, sizes: [Double], tolerance: Double = 0.1
    ) -> RegionDivision? {
        precondition(matrix.rows == contiguity.count && sizes.count == matrix.rows, "one row for each area")
        precondition(sizes.allSatisfy { $0 >= 0 } && tolerance >= 0, "sizes and a tolerance from 0")
        let components = contiguity.components
        let people = sizes.reduce(0, +)
        guard components.count <= regions, regions <= matrix.rows, people > 0 else { return nil }
        var forest = SpanningForest(contiguity, matrix, .euclidean)
        let parts = components.members
        let numbers = apportioned(
            regions, to: parts.map { $0.reduce(0) { $0 + sizes[$1] } }, limits: parts.map(\.count))
        var labels = [Int](repeating: -1, count: matrix.rows)
        var open = zip(parts, numbers).map { (root: $0[0], regions: $1) }
        var next = 0
        while let (root, wanted) = open.popLast() {
            let tree = forest.tree(from: root)
            guard wanted > 1, let cut = halving(tree, regions: wanted, sizes: sizes) else {
                for area in tree.areas { labels[area] = next }
                next += 1
                continue
            }
            forest.cut(tree.areas[tree.parents[cut.place]], tree.areas[cut.place])
            open.append((tree.areas[cut.place], cut.regions))
            open.append((root, wanted - cut.regions))
        }
        var exchange = BorderExchange(
            matrix: matrix, contiguity: contiguity, sizes: sizes, labels: labels,
            target: people / Double(regions), tolerance: tolerance)
        exchange.balance()
        exchange.smooth()
        return RegionDivision(labels: exchange.labels, wanted: regions, sizes: sizes, minimum: 0)
    }

    /// Regions for each part of the map: one each, and every further one where people per region are most.
    private static func apportioned(_ regions: Int, to people: [Double], limits: [Int]) -> [Int] {
        var numbers = people.map { _ in 1 }
        for _ in people.count..<max(regions, people.count) {
            let next = people.indices.filter { numbers[$0] < limits[$0] }
                .max { (people[$0] / Double(numbers[$0]), -$0) < (people[$1] / Double(numbers[$1]), -$1) }
            guard let next else { break }
            numbers[next] += 1
        }
        return numbers
    }

    /// The cut after which the shares of both parts are nearest to whole regions, those of about half of them preferred
    /// as far as they have enough areas.
    private static func halving(
        _ tree: RootedTree, regions: Int, sizes: [Double]
    ) -> (place: Int, regions: Int)? {
        let people = tree.branchSums(sizes)
        var best: (miss: Double, place: Int, regions: Int)?
        for place in tree.areas.indices.dropFirst() {
            let areas = tree.ends[place] - place
            for part in 1..<regions where areas >= part && tree.areas.count - areas >= regions - part {
                let share = people[0] * Double(part) / Double(regions)
                // A miss weighs by the regions it is spread over: a branch of one region has to fit best.
                let miss = abs(people[place] - share) / Double(min(part, regions - part))
                if best.map({ miss < $0.miss }) ?? true { best = (miss, place, part) }
            }
        }
        return best.map { ($0.place, $0.regions) }
    }
}
