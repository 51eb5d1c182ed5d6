import Planar

/// The borders of an arrangement's members after owners have changed.
///
/// Only what has to change does: a member whose faces stay keeps its rings, in their order and from their first vertex
/// on, with vertices inserted; of a member whose faces change, vertices are its own old ones, those of the faces that
/// changed hands, and those to be inserted. No vertex moves.
struct RepairDrawing {
    let assignment: RepairAssignment
    /// The vertices around faces that changed.
    private let corners: Set<Int32>

    private var arrangement: RepairArrangement { assignment.arrangement }

    init(_ assignment: RepairAssignment) {
        self.assignment = assignment
        var corners: Set<Int32> = []
        for face in assignment.changed {
            for half in assignment.border(of: face) { corners.insert(assignment.arrangement.faces.start(half)) }
        }
        self.corners = corners
    }

    /// What a member is to look like.
    enum Shape {
        /// The same rings, in the same order, with vertices inserted.
        case threaded([[Int32]])
        /// Other rings: parts, each a shell and its holes.
        case traced([[[Int32]]])
    }

    /// Member → its rings, where they are not what they were.
    func redrawn() -> [Int32: Shape] {
        var moved: Set<Int32> = []
        for face in assignment.changed {
            moved.formUnion(
                Set(arrangement.owners[Int(face)]).symmetricDifference(assignment.owners[Int(face)]))
        }
        var halves: [Int32: [Int32]] = [:]
        for half in 0..<Int32(arrangement.faces.cycleOf.count) {
            let (here, there) = (assignment.owners(leftOf: half), assignment.owners(leftOf: half ^ 1))
            for member in here where moved.contains(member) && !there.contains(member) {
                halves[member, default: []].append(half)
            }
        }
        var drawn: [Int32: Shape] = [:]
        for member in 0..<Int32(arrangement.members.count) {
            if moved.contains(member) {
                let outline = RepairOutline(along: halves[member] ?? [], in: arrangement.faces)
                drawn[member] = .traced(ordered(outline.parts, member))
            } else if let rings = threaded(member) {
                drawn[member] = .threaded(rings)
            }
        }
        return drawn
    }

    /// Whether a member gets a vertex that lies on its border.
    private func keeps(_ vertex: Int32, _ member: Int32) -> Bool {
        corners.contains(vertex) || arrangement.holders[Int(vertex)].contains(member)
            || assignment.inserted.contains(.init(member: member, vertex: vertex))
    }

    /// A member's own rings with vertices inserted; nil where there are none to insert.
    private func threaded(_ member: Int32) -> [[Int32]]? {
        var isThreaded = false
        var rings: [[Int32]] = []
        for walk in arrangement.rings[Int(member)] {
            var ring: [Int32] = []
            RepairArrangement.forEachEdge(of: walk) { start, end in
                ring.append(start)
                for vertex in arrangement.noding.chain(from: start, to: end).dropFirst()
                where corners.contains(vertex) || assignment.inserted.contains(.init(member: member, vertex: vertex)) {
                    ring.append(vertex)
                    isThreaded = true
                }
            }
            rings.append(ring)
        }
        return isThreaded ? rings : nil
    }

    /// Traced parts as the area had them: the ring with its first old vertex first, each ring from that vertex on.
    private func ordered(_ parts: [[[Int32]]], _ member: Int32) -> [[[Int32]]] {
        var places: [Int32: Int] = [:]
        for vertex in arrangement.rings[Int(member)].joined() where places[vertex] == nil {
            places[vertex] = places.count
        }
        func place(_ ring: [Int32]) -> Int { ring.reduce(Int.max) { min($0, places[$1] ?? .max) } }
        return parts.map { part in
            let rings = part.map { ring -> [Int32] in
                let kept = ring.filter { keeps($0, member) }
                let first = kept.indices.min { (places[kept[$0]] ?? .max, $0) < (places[kept[$1]] ?? .max, $1) } ?? 0
                return Array(kept[first...] + kept[..<first])
            }
            return Array(rings.prefix(1)) + rings.dropFirst().sorted { place($0) < place($1) }
        }
        .sorted { place($0[0]) < place($1[0]) }
    }
}
