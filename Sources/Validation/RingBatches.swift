import Planar

/// Rings in batches of about as many vertices each.
struct RingBatches: Sendable {
    private let starts: [Int]
    private let areas: Areas

    init(_ areas: Areas, count: Int) {
        var starts = [0]
        let size = areas.x.count / count + 1
        for ring in 0..<areas.ringStarts.count - 1
        where Int(areas.ringStarts[ring]) >= size * starts.count { starts.append(ring) }
        starts.append(areas.ringStarts.count - 1)
        self.starts = starts
        self.areas = areas
    }

    var count: Int { starts.count - 1 }

    subscript(batch: Int) -> Range<Int> { starts[batch]..<starts[batch + 1] }

    /// The vertices of a batch.
    func vertices(_ batch: Int) -> Range<Int> {
        Int(areas.ringStarts[starts[batch]])..<Int(areas.ringStarts[starts[batch + 1]])
    }
}

extension Areas {
    /// The ring of a vertex.
    func ring(ofVertex vertex: Int) -> Int { Self.index(of: vertex, in: ringStarts) }

    /// The area of a vertex.
    func area(ofVertex vertex: Int) -> Int {
        Self.index(of: Self.index(of: ring(ofVertex: vertex), in: partStarts), in: areaStarts)
    }

    /// The last member that starts at or before a place.
    private static func index(of place: Int, in starts: [Int32]) -> Int {
        let starts = starts.span
        var (low, high) = (0, starts.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= place { low = middle } else { high = middle }
        }
        return low
    }
}
