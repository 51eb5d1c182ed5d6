import Planar

/// Which places are nodes: those where not all rings have the same two neighbours, and the tips of spikes.
struct NodeMarks {
    /// First vertex of a place → whether it is a node; meaningless elsewhere.
    let isNode: [Bool]

    /// Marks the nodes of areas.
    ///
    /// - Precondition: Rings are closed and repeat no vertex.
    /// - Complexity: O(*n*).
    init(_ areas: Areas, _ identity: VertexIdentity) {
        let starts = areas.ringStarts
        isNode = [Bool](unsafeUninitializedCapacity: areas.x.count) { isNode, initialized in
            isNode.initialize(repeating: false)
            initialized = areas.x.count
            // The neighbours of each place as its first ring has them, the smaller one first.
            withUnsafeTemporaryAllocation(of: SIMD2<Int32>.self, capacity: areas.x.count) { known in
                identity.first.withUnsafeBufferPointer { first in
                    for ring in 0..<starts.count - 1 {
                        let (start, end) = (Int(starts[ring]), Int(starts[ring + 1]))
                        guard start < end else { continue }
                        var before = first[end - 2]
                        for vertex in start..<end - 1 {
                            let after = first[vertex + 1]
                            let neighbours = SIMD2(min(before, after), max(before, after))
                            let place = Int(first[vertex])
                            if place == vertex {
                                known[place] = neighbours
                                if before == after { isNode[place] = true }
                            } else if known[place] != neighbours {
                                isNode[place] = true
                            }
                            before = first[vertex]
                        }
                    }
                }
            }
        }
    }
}
