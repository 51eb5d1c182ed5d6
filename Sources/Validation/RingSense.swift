import Planar

extension Areas {
    /// Whether each ring has its area's ground to its left: true for shells that run counter-clockwise and holes that
    /// run clockwise.
    ///
    /// Decided exactly at the lowest of the leftmost vertices, where a simple ring turns the way that it runs.
    func ringsWithGroundLeft(threads: Int = 1) -> [Bool] {
        let count = partStarts.count - 1
        let size = count / (threads * 4) + 1
        let batches = parallelMap((count + size - 1) / size, threads: threads) { batch in
            (batch * size..<min(count, batch * size + size)).flatMap { part in
                let rings = rings(ofPart: part)
                return rings.map { isCounterClockwise(vertices(ofRing: $0)) == ($0 == rings.lowerBound) }
            }
        }
        return batches.flatMap { $0 }
    }

    private func isCounterClockwise(_ vertices: Range<Int>) -> Bool {
        let (x, y) = (x.span, y.span)
        guard vertices.count > 2 else { return true }
        let last = vertices.upperBound - 1
        var corner = vertices.lowerBound
        for vertex in vertices where x[vertex] < x[corner] || (x[vertex] == x[corner] && y[vertex] < y[corner]) {
            corner = vertex
        }
        // The nearest vertices elsewhere; the ring's last vertex repeats its first.
        func neighbour(_ step: Int) -> Int {
            var vertex = corner
            for _ in vertices {
                vertex += step
                if vertex > last { vertex = vertices.lowerBound + 1 }
                if vertex < vertices.lowerBound { vertex = last - 1 }
                if x[vertex] != x[corner] || y[vertex] != y[corner] { break }
            }
            return vertex
        }
        let (before, after) = (neighbour(-1), neighbour(1))
        return Orientation.side(
            ax: x[before], ay: y[before], bx: x[corner], by: y[corner], px: x[after], py: y[after]) > 0
    }
}
