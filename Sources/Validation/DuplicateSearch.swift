import Planar

/// Finds areas that are the same polygon, wherever their rings begin and whichever way they run.
enum DuplicateSearch {
    /// The pairs of areas with the same shape, each rising, in order.
    ///
    /// Two areas are the same when they have the same edges. A hash that does not depend on the edges' order chooses
    /// who is compared.
    ///
    /// - Complexity: O(*n*), and O(*n* log *n*) in the vertices of those that are the same.
    static func pairs(_ areas: Areas, groundLeft: [Bool]) -> [(Int, Int)] {
        var byHash: [UInt64: [Int]] = [:]
        var pairs: [(Int, Int)] = []
        for area in 0..<areas.count where !areas.vertices(of: area).isEmpty {
            let hash = hash(of: area, areas)
            for earlier in byHash[hash, default: []]
            where edges(of: earlier, areas, groundLeft) == edges(of: area, areas, groundLeft) {
                pairs.append((earlier, area))
            }
            byHash[hash, default: []].append(area)
        }
        pairs.sort { $0 < $1 }
        return pairs
    }

    /// The sum of the hashes of an area's edges.
    private static func hash(of area: Int, _ areas: Areas) -> UInt64 {
        var sum: UInt64 = 0
        for ring in areas.rings(of: area) {
            let vertices = areas.vertices(ofRing: ring)
            guard let first = vertices.first else { continue }
            var last = EdgeTable.hash(areas.x[first], areas.y[first])
            for vertex in vertices.dropFirst() {
                let this = EdgeTable.hash(areas.x[vertex], areas.y[vertex])
                if this != last { sum &+= EdgeTable.hash(last, this) }
                last = this
            }
        }
        return sum
    }

    /// The edges of an area with the ground to their left, in an order of their own.
    private static func edges(of area: Int, _ areas: Areas, _ groundLeft: [Bool]) -> [SIMD4<Double>] {
        var edges: [SIMD4<Double>] = []
        for ring in areas.rings(of: area) {
            for vertex in areas.vertices(ofRing: ring).dropLast() {
                let raw = areas.segment(vertex)
                let segment = groundLeft[ring] ? raw : raw.reversed
                guard segment.ax != segment.bx || segment.ay != segment.by else { continue }
                edges.append(SIMD4(segment.ax, segment.ay, segment.bx, segment.by))
            }
        }
        return edges.sorted { one, other in
            for place in 0..<4 where one[place] != other[place] { return one[place] < other[place] }
            return false
        }
    }
}
