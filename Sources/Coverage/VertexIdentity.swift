import Planar

/// Which vertices of some areas are the same place: for each vertex the first one with equal coordinates.
///
/// A flat open addressing table by coordinates finds them. Two rings that share a border walk the same vertices, mostly
/// in opposite directions, so after one vertex was found the next is looked for at its neighbours there before the
/// table is asked: about one vertex in two never touches the table.
struct VertexIdentity {
    /// Vertex → the first vertex at the same place, itself where there is none before it.
    let first: [Int32]

    /// Finds the equal vertices of areas.
    ///
    /// - Precondition: Rings are closed and repeat no vertex.
    /// - Complexity: O(*n*) expected.
    init(_ areas: Areas) {
        let (x, y) = (areas.x, areas.y)
        let starts = areas.ringStarts
        first = [Int32](unsafeUninitializedCapacity: x.count) { first, initialized in
            x.withUnsafeBufferPointer { x in
                y.withUnsafeBufferPointer { y in
                    let table = VertexTable(x: x, y: y)
                    defer { table.deallocate() }
                    for ring in 0..<starts.count - 1 {
                        Self.identify(
                            Int(starts[ring])..<Int(starts[ring + 1]), x: x, y: y, first: first, table: table)
                    }
                }
            }
            initialized = x.count
        }
    }

    @inline(__always) private static func identify(
        _ ring: Range<Int>, x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
        first: UnsafeMutableBufferPointer<Int32>, table: VertexTable
    ) {
        guard !ring.isEmpty else { return }
        /// Where the other ring was met last, −1 for nowhere.
        var partner = -1
        for vertex in ring.lowerBound..<ring.upperBound - 1 {
            let (vertexX, vertexY) = (x[vertex], y[vertex])
            if partner > 0, x[partner - 1] == vertexX, y[partner - 1] == vertexY {
                partner -= 1
            } else if partner >= 0, partner + 1 < vertex, x[partner + 1] == vertexX, y[partner + 1] == vertexY {
                partner += 1
            } else {
                let found = table.insert(vertex)
                guard found < vertex else {
                    partner = -1
                    first[vertex] = Int32(truncatingIfNeeded: vertex)
                    continue
                }
                partner = found
            }
            first[vertex] = first[partner]
        }
        first[ring.upperBound - 1] = first[ring.lowerBound]
    }
}
