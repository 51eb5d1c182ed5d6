import Planar

/// All visits of rings to the same place, chained in a circle, and the area of each.
struct PlaceVisits: Sendable {
    /// Vertex → the first vertex at the same place.
    private let first: [Int32]
    /// First vertex of a place → its latest visit → the one before it → … → the first vertex. The closing vertex of a
    /// ring is no visit; there stands the last visit of the next ring.
    private let next: [Int32]
    /// Vertex → area; −1 for closing vertices.
    private let area: [Int32]
    /// The last visit of the first ring.
    private let lastOfFirstRing: Int

    /// Chains the visits of areas.
    ///
    /// - Precondition: Rings are closed and repeat no vertex.
    init(_ areas: Areas, _ identity: VertexIdentity) {
        let places = identity.first
        var (next, area): ([Int32], [Int32]) = ([], [])
        var lastOfFirstRing = -1
        next = [Int32](unsafeUninitializedCapacity: places.count) { next, nextCount in
            area = [Int32](unsafeUninitializedCapacity: places.count) { area, areaCount in
                places.withUnsafeBufferPointer { places in
                    for number in 0..<areas.count {
                        for ring in areas.rings(of: number) {
                            let vertices = areas.vertices(ofRing: ring)
                            guard !vertices.isEmpty else { continue }
                            if vertices.lowerBound == 0 {
                                lastOfFirstRing = vertices.upperBound - 2
                            } else {
                                next[vertices.lowerBound - 1] = Int32(vertices.upperBound - 2)
                            }
                            for vertex in vertices.dropLast() {
                                area[vertex] = Int32(truncatingIfNeeded: number)
                                let place = Int(places[vertex])
                                let visit = Int32(truncatingIfNeeded: vertex)
                                if place == vertex {
                                    next[vertex] = visit
                                } else {
                                    next[vertex] = next[place]
                                    next[place] = visit
                                }
                            }
                            area[vertices.upperBound - 1] = -1
                            next[vertices.upperBound - 1] = -1
                        }
                    }
                }
                areaCount = places.count
            }
            nextCount = places.count
        }
        first = places
        self.next = next
        self.area = area
        self.lastOfFirstRing = lastOfFirstRing
    }

    /// The rows of consecutive areas.
    func rows(of range: Range<Int>, in areas: Areas) -> BorderRows {
        var rows = BorderRows(areas: areas.count)
        let (x, y) = (areas.x.span, areas.y.span)
        let (first, next, area) = (first.span, next.span, area.span)
        for number in range {
            for ring in areas.rings(of: number) {
                var before: Int32 = -1
                for visit in areas.vertices(ofRing: ring).dropLast() {
                    let place = Int(first[visit])
                    let (second, isSpike) = (first[visit + 1], before == first[visit + 1])
                    before = Int32(truncatingIfNeeded: place)
                    // Earlier visits only: each pair is met at the later of its visits.
                    guard place < visit else { continue }
                    var length = -1.0
                    // The area whose edge this was found to be; visits of an area follow each other in the circle.
                    // At the tip of a spike it is this very area's, which has just walked it the other way.
                    var counted: Int32 = isSpike ? Int32(number) : -1
                    var other = Int(next[place])
                    while true {
                        if other < visit {
                            let neighbour = area[other]
                            let pair = neighbour < number ? rows.touch(neighbour) : -1
                            if counted != neighbour, counted != number,
                                first[other + 1] == second
                                    || first[visitBefore(other, next: next, area: area)] == second
                            {
                                counted = neighbour
                                if pair >= 0 {
                                    if length < 0 {
                                        let (width, height) = (x[visit + 1] - x[visit], y[visit + 1] - y[visit])
                                        length = (width * width + height * height).squareRoot()
                                    }
                                    rows.add(length, at: pair)
                                }
                            }
                        }
                        if other == place { break }
                        other = Int(next[other])
                    }
                }
            }
            rows.close()
        }
        return rows
    }

    /// The visit before another in its ring.
    @inline(__always) private func visitBefore(_ visit: Int, next: Span<Int32>, area: Span<Int32>) -> Int {
        guard visit > 0 else { return lastOfFirstRing }
        return area[visit - 1] < 0 ? Int(next[visit - 1]) : visit - 1
    }
}
