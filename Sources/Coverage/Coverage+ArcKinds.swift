extension Coverage {
    /// What an arc must keep, however coarse the scale: the raw value is how many vertices besides the nodes.
    enum ArcKind: Int8 {
        /// A line between two nodes that may become straight.
        case line = 0
        /// A line between two nodes beside another that may become straight: it keeps a corner, or their ring would
        /// collapse.
        case bow = 1
        /// A ring that begins and ends at a node: it keeps two corners besides.
        case loop = 2
        /// A ring that meets no node: it keeps three corners, whichever they are.
        case free = 3

        /// How many vertices besides the nodes stay.
        var fewestCorners: Int32 { Int32(rawValue) }
    }

    /// The kind of each arc.
    ///
    /// Of the arcs between the same two nodes, the one with the fewest vertices may become straight.
    ///
    /// - Complexity: O(*n*) for *n* arcs, as long as few of them meet at any node.
    func arcKinds() -> [ArcKind] {
        var kinds = [ArcKind](repeating: .line, count: arcCount)
        var ends = [Int32](repeating: 0, count: nodeCount)
        var starts = [Int](repeating: 0, count: nodeCount + 1)
        for arc in 0..<arcCount {
            let (from, to) = nodes(of: arc)
            ends[from] += 1
            ends[to] += 1
            if from != to { starts[min(from, to) + 1] += 1 }
        }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        var lines = [Int](repeating: 0, count: starts[nodeCount])
        var filled = starts
        for arc in 0..<arcCount {
            let (from, to) = nodes(of: arc)
            if from == to {
                kinds[arc] = ends[from] == 2 ? .free : .loop
            } else {
                lines[filled[min(from, to)]] = arc
                filled[min(from, to)] += 1
            }
        }
        for node in 0..<nodeCount where starts[node + 1] - starts[node] > 1 {
            // By the other node, then by length; the sort is of a handful.
            let beside = lines[starts[node]..<starts[node + 1]].map { arc in
                (other: nodes(of: arc).from + nodes(of: arc).to, length: vertices(ofArc: arc).count, arc: arc)
            }.sorted { $0 < $1 }
            for (shorter, longer) in zip(beside, beside.dropFirst()) where shorter.other == longer.other {
                kinds[longer.arc] = .bow
            }
        }
        return kinds
    }

    private func nodes(of arc: Int) -> (from: Int, to: Int) {
        (Int(arcNodes[2 * arc]), Int(arcNodes[2 * arc + 1]))
    }
}
