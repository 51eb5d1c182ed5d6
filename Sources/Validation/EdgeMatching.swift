import Planar

/// The edges of areas put in pairs: each edge with one that another ring walks the other way, if there is one.
///
/// An edge is named by its first vertex, and runs with its area's ground to its left whichever way the ring is stored.
/// Coordinates are compared exactly. What is left without a partner is the outer border, the shores of lakes, and every
/// place where borders do not fit; the number of areas that cover a point changes only across such edges.
///
/// Neighbours share their border vertex for vertex, so a few edges are looked up in a table and the pairs are followed
/// from there, one ring forwards and the other backwards. The edges for the table are chosen by their coordinates, one
/// in eight, and thus the same ones from both sides; what that misses is looked up at the end.
///
/// - Complexity: O(*n*) on average.
struct EdgeMatching: Sendable {
    /// The edges without a partner, rising.
    let unmatched: [Int32]
    /// Ring → whether its ground is to its left as it is stored.
    let groundLeft: [Bool]

    init(_ areas: Areas, threads: Int) {
        let groundLeft = areas.ringsWithGroundLeft(threads: threads)
        self.groundLeft = groundLeft
        let batches = RingBatches(areas, count: threads * 4)
        let sampled = parallelMap(batches.count, threads: threads) { batch in
            Self.sample(areas, rings: batches[batch])
        }
        var table = EdgeTable(capacity: sampled.reduce(0) { $0 + $1.count })
        for edges in sampled {
            for edge in edges { table.insert(edge.hash, edge.edge) }
        }
        let runs = EdgeRuns(areas: areas, groundLeft: groundLeft, table: table)
        let followed = parallelMap(batches.count, threads: threads) { runs.partners(rings: batches[$0]) }
        let partners = followed.flatMap { $0 }
        // Where three edges coincide, two may name the same partner: only mutual pairs count.
        let single = parallelMap(batches.count, threads: threads) { batch in
            runs.single(partners, batches.vertices(batch))
        }
        unmatched = Self.matchedAtLast(single.flatMap { $0 }, runs: runs)
    }

    /// The edges of some rings that belong in the table.
    private static func sample(_ areas: Areas, rings: Range<Int>) -> [(hash: UInt64, edge: Int32)] {
        var edges: [(hash: UInt64, edge: Int32)] = []
        let (x, y) = (areas.x.span, areas.y.span)
        for ring in rings {
            let vertices = areas.vertices(ofRing: ring)
            guard let first = vertices.first else { continue }
            var last = EdgeTable.hash(x[first], y[first])
            for vertex in vertices.dropFirst() {
                let this = EdgeTable.hash(x[vertex], y[vertex])
                let hash = EdgeTable.hash(last, this)
                if hash >> 61 == 0 && last != this { edges.append((hash, Int32(truncatingIfNeeded: vertex - 1))) }
                last = this
            }
        }
        return edges
    }

    /// What is left of some edges after each has taken the first free partner among them.
    private static func matchedAtLast(_ edges: [EdgeRuns.Single], runs: EdgeRuns) -> [Int32] {
        // The table holds places in `edges`.
        var table = EdgeTable(capacity: edges.count)
        var isTaken = [Bool](repeating: false, count: edges.count)
        for (place, edge) in edges.enumerated() {
            let partner = table.first(edge.hash) { other in
                !isTaken[Int(other)]
                    && runs.areOpposite(
                        Int(edge.edge), Int(edge.ring), Int(edges[Int(other)].edge), Int(edges[Int(other)].ring))
            }
            if let partner {
                isTaken[Int(partner)] = true
                isTaken[place] = true
            } else {
                table.insert(edge.hash, Int32(truncatingIfNeeded: place))
            }
        }
        return edges.indices.compactMap { isTaken[$0] ? nil : edges[$0].edge }
    }
}
