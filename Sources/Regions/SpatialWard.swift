public import Algebra

/// Ward's classes that hang together on the map: always the two *neighbouring* classes joined whose union raises the sum
/// of squares within classes least.
///
///     let path = ContiguityGraph(Neighbours(starts: [0, 1, 3, 4], targets: [1, 0, 2, 1], weights: [1, 1, 1, 1]))
///     let tree = SpatialWard.dendrogram(Matrix(rows: [[0], [9], [0]]), contiguity: path)
///     tree.partition(into: 2)?.classes  // [0, 0, 1]: areas 0 and 2 are alike but apart
///
/// Merges come in the order in which they are made. With contiguity their costs may fall from one to the next. Of equally
/// cheap merges that of the smaller node numbers comes first. Parts of the map that do not touch are never joined:
/// ``Dendrogram/fewest`` says how many there are. Standardise first.
///
/// As scikit-learn's `AgglomerativeClustering(linkage="ward", connectivity=…)`, which spopt's `WardSpatial` is.
public enum SpatialWard {
    /// The trees of all merges.
    ///
    /// - Precondition: There is one row for each area.
    /// - Complexity: O(*k* log *k* · *p*) for *k* pairs of classes that become neighbours.
    public static func dendrogram(_ matrix: Matrix, contiguity: ContiguityGraph) -> Dendrogram {
        precondition(matrix.rows == contiguity.count, "one row for each area")
        let count = matrix.rows
        var clusters = Clusters(matrix)
        // Node → where its mean is kept, or nil when it has been joined to another.
        var places: [Int?] = Array(0..<count)
        var beside = contiguity.beside.map { Set($0) }
        var queue = MergeQueue()
        for area in 0..<count {
            for other in contiguity.beside[area] where other < area {
                queue.insert(MergeQueue.Pair(cost: clusters.cost(other, area), one: other, other: area))
            }
        }
        var merges: [Dendrogram.Merge] = []
        while let pair = queue.popFirst() {
            guard let one = places[pair.one], let other = places[pair.other] else { continue }
            let node = count + merges.count
            clusters.join(other, into: one)
            merges.append(Dendrogram.Merge(one: pair.one, other: pair.other, height: pair.cost))
            (places[pair.one], places[pair.other]) = (nil, nil)
            places.append(one)
            var around = beside[pair.one].union(beside[pair.other])
            around.subtract([pair.one, pair.other])
            (beside[pair.one], beside[pair.other]) = ([], [])
            // The order of a set is no matter: the queue orders by cost and number.
            for neighbour in around {
                guard let place = places[neighbour] else { continue }
                beside[neighbour].subtract([pair.one, pair.other])
                beside[neighbour].insert(node)
                queue.insert(MergeQueue.Pair(cost: clusters.cost(place, one), one: neighbour, other: node))
            }
            beside.append(around)
        }
        return Dendrogram(leaves: count, merges: merges)
    }

    /// The regions when merging ends at a number of them; nil where more parts of the map lie apart, or fewer areas are
    /// there.
    ///
    /// - Precondition: There is one row for each area.
    public static func divide(_ matrix: Matrix, contiguity: ContiguityGraph, regions: Int) -> RegionDivision? {
        dendrogram(matrix, contiguity: contiguity).partition(into: regions)
            .map { RegionDivision(of: $0, wanted: regions) }
    }
}

/// Merges that could be made, the cheapest first.
struct MergeQueue {
    /// Two nodes, the smaller number first.
    struct Pair {
        let cost: Double
        let one: Int
        let other: Int

        func isBefore(_ pair: Pair) -> Bool { (cost, one, other) < (pair.cost, pair.one, pair.other) }
    }

    /// A binary heap.
    private var heap: [Pair] = []

    mutating func insert(_ pair: Pair) {
        heap.append(pair)
        var place = heap.count - 1
        while place > 0, heap[place].isBefore(heap[(place - 1) / 2]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func popFirst() -> Pair? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
                if heap[child].isBefore(heap[least]) { least = child }
            }
            if least == place { return first }
            heap.swapAt(place, least)
            place = least
        }
    }
}
