import Algebra

/// The links that join neighbouring areas most alike into trees, one for each part of the map.
struct SpanningForest: Sendable {
    /// For each area the areas that it is linked with, rising.
    private(set) var beside: [[Int]]

    /// The minimum spanning forest by dissimilarity; of links equally alike that of the smaller numbers first (Kruskal).
    ///
    /// - Complexity: O(*k* log *k*) for *k* links.
    init(_ contiguity: ContiguityGraph, _ matrix: Matrix, _ dissimilarity: Dissimilarity) {
        var links: [(cost: Double, one: Int, other: Int)] = []
        for one in 0..<contiguity.count {
            for other in contiguity.beside[one] where other > one {
                links.append((dissimilarity.between(one, other, in: matrix), one, other))
            }
        }
        links.sort { ($0.cost, $0.one, $0.other) < ($1.cost, $1.one, $1.other) }
        var sets = DisjointSets(count: contiguity.count)
        var beside = [[Int]](repeating: [], count: contiguity.count)
        for link in links where sets.root(of: link.one) != sets.root(of: link.other) {
            sets.join(link.one, link.other)
            beside[link.one].append(link.other)
            beside[link.other].append(link.one)
        }
        self.beside = beside.map { $0.sorted() }
    }

    /// Takes a link away.
    mutating func cut(_ one: Int, _ other: Int) {
        beside[one].removeAll { $0 == other }
        beside[other].removeAll { $0 == one }
    }

    /// The tree of an area, walked in depth: each area stands before those that hang on it.
    func tree(from root: Int) -> RootedTree {
        var order: [Int] = []
        var parents: [Int] = []
        var open: [(area: Int, parent: Int)] = [(root, -1)]
        while let (area, parent) = open.popLast() {
            let place = order.count
            order.append(area)
            parents.append(parent)
            for other in beside[area].reversed() where parent < 0 || other != order[parent] {
                open.append((other, place))
            }
        }
        var ends = Array(1...order.count)
        for place in stride(from: order.count - 1, to: 0, by: -1) {
            ends[parents[place]] = max(ends[parents[place]], ends[place])
        }
        return RootedTree(areas: order, parents: parents, ends: ends)
    }
}

/// A tree in the order of a walk in depth, in which what hangs on an area follows it directly.
struct RootedTree: Sendable {
    /// The areas in the order of the walk.
    let areas: [Int]
    /// Place → place of the area it hangs on; −1 for the root.
    let parents: [Int]
    /// Place → the place after the last that hangs on it.
    let ends: [Int]

    /// The areas that a cut above a place takes off.
    func branch(_ place: Int) -> ArraySlice<Int> { areas[place..<ends[place]] }

    /// The areas that stay.
    func rest(_ place: Int) -> [Int] { Array(areas[..<place]) + areas[ends[place]...] }

    /// For each place the sum of some number over its branch.
    func branchSums(_ values: [Double]) -> [Double] {
        var sums = areas.map { values[$0] }
        for place in stride(from: areas.count - 1, to: 0, by: -1) { sums[parents[place]] += sums[place] }
        return sums
    }
}
