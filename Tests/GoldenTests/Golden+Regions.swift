import Algebra
import Coverage
import Diagnostics
import Formats
import Planar
import Regions
import Statistics

extension GoldenCall {
    /// Regions of Mexico's states by their incomes.
    static let regions: [GoldenCall] = [
        // Raw dollars, absolute differences, no minimum: the defaults of spopt. Its labels are numbered by first members
        // (SciPy's connected components), as ours are.
        GoldenCall("mexico-skater") {
            let division = Skater.divide(
                try Mexico.incomes(), contiguity: try Mexico.contiguity(), regions: 5, dissimilarity: .manhattan)
            return division?.regions.classes.map(Double.init) ?? []
        },
        // The tree is computed; the labels are numbered by the rule of scikit-learn, which spopt prints.
        GoldenCall("mexico-ward") {
            let tree = SpatialWard.dendrogram(try Mexico.incomes(), contiguity: try Mexico.contiguity())
            return HeapNumbering.labels(of: tree, classes: 5).map(Double.init)
        },
    ]
}

/// The file of the rows above.
private enum Mexico {
    static let path = "\(GoldenFile.folder)/mexico/mexicojoin.shp"

    static func incomes() throws -> Matrix {
        let file = try FeatureFile.read(path: path)
        return Matrix(
            columns: try stride(from: 1950, through: 2000, by: 10).map { year in
                try file.column("PCGDP\(year)").map { Double($0 ?? "") ?? .nan }
            })
    }

    static func contiguity() throws -> ContiguityGraph {
        guard case .areas(let areas) = try FeatureFile.read(path: path).geometry else {
            return ContiguityGraph(Neighbours(starts: [0], targets: [], weights: []))
        }
        return ContiguityGraph(Contiguity.queen.neighbours(of: areas))
    }
}

/// How scikit-learn numbers the classes of a tree (`sklearn/cluster/_agglomerative.py`, `_hc_cut`): the topmost node is
/// split, again and again; the nodes stand in a binary heap with the largest first, and a class's number is its place in
/// the heap's array.
private enum HeapNumbering {
    static func labels(of tree: Dendrogram, classes: Int) -> [Int] {
        // Negative numbers, as Python's heap has the smallest first.
        var heap = [-(tree.leaves + tree.merges.count - 1)]
        for _ in 1..<classes {
            let merge = tree.merges[-heap[0] - tree.leaves]
            heap.append(-merge.one)
            rise(&heap, from: heap.count - 1)
            // heappushpop: the new item takes the top's place, unless it would be the top itself.
            if heap[0] < -merge.other {
                heap[0] = -merge.other
                sink(&heap)
            }
        }
        var labels = [Int](repeating: -1, count: tree.leaves)
        for (label, node) in heap.enumerated() {
            var open = [-node]
            while let node = open.popLast() {
                guard node >= tree.leaves else {
                    labels[node] = label
                    continue
                }
                open += [tree.merges[node - tree.leaves].one, tree.merges[node - tree.leaves].other]
            }
        }
        return labels
    }

    private static func rise(_ heap: inout [Int], from start: Int) {
        var place = start
        while place > 0, heap[place] < heap[(place - 1) / 2] {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Python's heap sinks the hole to a leaf along the smaller children and lets the item rise again.
    private static func sink(_ heap: inout [Int]) {
        var place = 0
        while 2 * place + 1 < heap.count {
            var child = 2 * place + 1
            if child + 1 < heap.count, heap[child] >= heap[child + 1] { child += 1 }
            heap.swapAt(place, child)
            place = child
        }
        rise(&heap, from: place)
    }
}
