import Planar

/// An area's border as it follows from the faces that it owns: shells with their holes, valid by construction.
///
/// Rings keep to the wedge that the area owns at each vertex, and a ring that comes back to a vertex is split there, so
/// that no ring touches itself.
struct RepairOutline {
    /// Parts; each has its shell, counter-clockwise, and then its holes, clockwise.
    private(set) var parts: [[[Int32]]] = []

    /// Traces the border of one member.
    ///
    /// - Parameter halves: The half-edges that have the member on their left and not on their right.
    init(along halves: [Int32], in faces: RepairFaces) {
        let border = Set(halves)
        var seen: Set<Int32> = []
        var loops: [(walk: [Int32], origin: Int)] = []
        var origin = 0
        for first in halves where !seen.contains(first) {
            var walk: [Int32] = []
            var walker = first
            repeat {
                seen.insert(walker)
                walk.append(faces.start(walker))
                walker = faces.next(walker)
                while !border.contains(walker) { walker = faces.clockwise[Int(walker)] }
            } while walker != first
            for loop in RepairOutline.split(walk) { loops.append((loop, origin)) }
            origin += 1
        }
        assemble(loops, faces.vertices)
    }

    /// A walk cut at every vertex that it passes more than once.
    static func split(_ walk: [Int32]) -> [[Int32]] {
        var loops: [[Int32]] = []
        var open: [Int32] = []
        var places: [Int32: Int] = [:]
        for vertex in walk {
            if let place = places[vertex] {
                let loop = Array(open[place...])
                for passed in loop { places[passed] = nil }
                open.removeSubrange(place...)
                if loop.count > 2 { loops.append(loop) }
            }
            places[vertex] = open.count
            open.append(vertex)
        }
        if open.count > 2 { loops.append(open) }
        return loops
    }

    private mutating func assemble(_ loops: [(walk: [Int32], origin: Int)], _ vertices: RepairVertices) {
        let areas = loops.map { vertices.twiceArea($0.walk) }
        var partOf: [Int: Int] = [:]
        for (index, loop) in loops.enumerated() where areas[index] > 0 {
            partOf[index] = parts.count
            parts.append([loop.walk])
        }
        for (index, loop) in loops.enumerated() where areas[index] <= 0 {
            let shells = loops.indices.filter { areas[$0] > 0 }
            // A hole that touches its shell was one walk with it.
            let kin = shells.filter { loops[$0].origin == loop.origin }
            let around = kin.isEmpty ? shells.filter { contains(loops[$0].walk, loop.walk, vertices) } : kin
            guard let shell = around.min(by: { areas[$0] < areas[$1] }), let part = partOf[shell] else { continue }
            parts[part].append(loop.walk)
        }
    }

    /// Whether a walk lies in another that it does not cross: the first vertex decides that is not on the other.
    private func contains(_ outer: [Int32], _ inner: [Int32], _ vertices: RepairVertices) -> Bool {
        let border = Set(outer)
        guard let vertex = inner.first(where: { !border.contains($0) }) else { return true }
        let (x, y) = (vertices.x[Int(vertex)], vertices.y[Int(vertex)])
        var isInside = false
        RepairArrangement.forEachEdge(of: outer) { start, end in
            let isRising = vertices.y[Int(start)] <= y && vertices.y[Int(end)] > y
            guard isRising || (vertices.y[Int(end)] <= y && vertices.y[Int(start)] > y) else { return }
            let side = Orientation.side(
                ax: vertices.x[Int(start)], ay: vertices.y[Int(start)], bx: vertices.x[Int(end)],
                by: vertices.y[Int(end)], px: x, py: y)
            if (side > 0) == isRising { isInside.toggle() }
        }
        return isInside
    }
}
