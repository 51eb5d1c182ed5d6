import Algebra

/// The search for the cut of a tree that makes its parts most alike within.
struct CutSearch {
    let matrix: Matrix
    let sizes: [Double]
    let minimum: Double
    let dissimilarity: Dissimilarity

    /// A link to take away.
    struct Cut {
        let parent: Int
        let child: Int
        /// By how much the sum of dissimilarity falls.
        let gain: Double
    }

    /// The best cut that leaves both parts their minimum; of equal ones that of the smaller area numbers.
    func best(in tree: RootedTree) -> Cut? {
        let branchSizes = tree.branchSums(sizes)
        let gains = gains(
            of: tree,
            isAllowed: { place in
                branchSizes[place] >= minimum && branchSizes[0] - branchSizes[place] >= minimum
            })
        var best: Cut?
        for place in tree.areas.indices.dropFirst() {
            guard let gain = gains[place] else { continue }
            let (parent, child) = (tree.areas[tree.parents[place]], tree.areas[place])
            if let best {
                let ends = (min(parent, child), max(parent, child))
                let bestEnds = (min(best.parent, best.child), max(best.parent, best.child))
                guard gain > best.gain || (gain == best.gain && ends < bestEnds) else { continue }
            }
            best = Cut(parent: parent, child: child, gain: gain)
        }
        return best
    }

    /// For each place by how much the cut above it lowers the sum; nil where it is not allowed.
    private func gains(of tree: RootedTree, isAllowed: (Int) -> Bool) -> [Double?] {
        var gains = [Double?](repeating: nil, count: tree.areas.count)
        switch dissimilarity {
        case .euclidean:
            // The gain is that of a merge by Ward turned round: |A||B|/(|A|+|B|) ‖a − b‖².
            let sums = (0..<matrix.columns).map { tree.branchSums(matrix.column($0)) }
            let counts = tree.branchSums(Array(repeating: 1, count: matrix.rows))
            for place in tree.areas.indices.dropFirst() where isAllowed(place) {
                let (count, others) = (counts[place], counts[0] - counts[place])
                let squares = sums.reduce(0.0) { squares, column in
                    let difference = column[place] / count - (column[0] - column[place]) / others
                    return squares + difference * difference
                }
                gains[place] = count * others / counts[0] * squares
            }
        case .manhattan:
            let whole = dissimilarity.within(tree.areas, of: matrix)
            for place in tree.areas.indices.dropFirst() where isAllowed(place) {
                gains[place] =
                    whole - dissimilarity.within(tree.branch(place), of: matrix)
                    - dissimilarity.within(tree.rest(place), of: matrix)
            }
        }
        return gains
    }
}
