import Planar

/// Follows pairs of edges along two rings; see `EdgeMatching`.
struct EdgeRuns: Sendable {
    /// Stands for a partner where none has been found.
    static let none: Int32 = -1
    /// Stands where a vertex begins no edge: the last of a ring, or one that is repeated.
    static let noEdge: Int32 = -2

    let areas: Areas
    let groundLeft: [Bool]
    let table: EdgeTable

    /// The hash of an edge.
    func hash(of edge: Int) -> UInt64 {
        EdgeTable.hash(
            EdgeTable.hash(areas.x[edge], areas.y[edge]), EdgeTable.hash(areas.x[edge + 1], areas.y[edge + 1]))
    }

    /// Whether two edges of two rings have the same ends and their ground on different sides.
    @inline(__always) func areOpposite(_ one: Int, _ ring: Int, _ other: Int, _ otherRing: Int) -> Bool {
        let (x, y) = (areas.x.span, areas.y.span)
        let turn = groundLeft[ring] == groundLeft[otherRing] ? 1 : 0
        return x[one] == x[other + turn] && y[one] == y[other + turn] && x[one + 1] == x[other + 1 - turn]
            && y[one + 1] == y[other + 1 - turn]
    }

    /// The partner of each vertex's edge, for the vertices of some rings: a pair's other edge, `none` or `noEdge`.
    func partners(rings: Range<Int>) -> [Int32] {
        let first = Int(areas.ringStarts[rings.lowerBound])
        let count = Int(areas.ringStarts[rings.upperBound]) - first
        return [Int32](unsafeUninitializedCapacity: count) { partners, filled in
            for ring in rings { follow(ring, partners, first) }
            filled = count
        }
    }

    /// An edge without a partner, with its hash and its ring.
    struct Single: Sendable {
        var hash: UInt64
        var edge, ring: Int32
    }

    /// The edges of some vertices that are in no mutual pair.
    func single(_ partners: [Int32], _ vertices: Range<Int>) -> [Single] {
        var found: [Single] = []
        guard let first = vertices.first else { return found }
        let partners = partners.span
        var ring = areas.ring(ofVertex: first)
        for edge in vertices {
            let partner = partners[edge]
            guard partner != Self.noEdge else { continue }
            if partner >= 0 && Int(partners[Int(partner)]) == edge { continue }
            while Int(areas.ringStarts[ring + 1]) <= edge { ring += 1 }
            found.append(
                Single(
                    hash: hash(of: edge), edge: Int32(truncatingIfNeeded: edge),
                    ring: Int32(truncatingIfNeeded: ring)))
        }
        return found
    }

    private func follow(_ ring: Int, _ partners: UnsafeMutableBufferPointer<Int32>, _ offset: Int) {
        let vertices = areas.vertices(ofRing: ring)
        guard let last = vertices.last else { return }
        partners[last - offset] = Self.noEdge
        var run = Run()
        for edge in vertices.lowerBound..<last {
            if areas.x[edge] == areas.x[edge + 1] && areas.y[edge] == areas.y[edge + 1] {
                partners[edge - offset] = Self.noEdge
                continue
            }
            run.advance(edge, ring, self)
            if run.partner == Self.none { run.lookUp(edge, ring, self) }
            partners[edge - offset] = run.partner
        }
        // Once more around, forwards from the last edge, and backwards from wherever a run began.
        for edge in vertices.lowerBound..<last where partners[edge - offset] != Self.noEdge {
            guard partners[edge - offset] == Self.none, run.partner != Self.none else { break }
            run.advance(edge, ring, self)
            partners[edge - offset] = run.partner
        }
        run = Run()
        for round in 0...1 {
            for edge in (vertices.lowerBound..<last).reversed() where partners[edge - offset] != Self.noEdge {
                if partners[edge - offset] == Self.none {
                    run.retreat(edge, ring, self)
                    partners[edge - offset] = run.partner
                } else if round == 0 {
                    run.adopt(partners[edge - offset], ring, self)
                } else {
                    break
                }
            }
        }
    }

    /// A pair of edges and the way to the next.
    private struct Run {
        var partner = EdgeRuns.none
        private var partnerRing = -1
        private var bounds = 0..<0
        private var isOpposed = true

        /// Takes the partner that the table knows, if any.
        mutating func lookUp(_ edge: Int, _ ring: Int, _ runs: EdgeRuns) {
            let hash = runs.hash(of: edge)
            guard hash >> 61 == 0 else { return }
            let found = runs.table.first(hash) { other in
                Int(other) != edge
                    && runs.areOpposite(edge, ring, Int(other), runs.areas.ring(ofVertex: Int(other)))
            }
            if let found { adopt(found, ring, runs) }
        }

        /// Takes up a run at a known pair.
        mutating func adopt(_ other: Int32, _ ring: Int, _ runs: EdgeRuns) {
            partner = other
            if !bounds.contains(Int(other)) {
                partnerRing = runs.areas.ring(ofVertex: Int(other))
                bounds = runs.areas.vertices(ofRing: partnerRing).dropLast()
            }
            isOpposed = runs.groundLeft[ring] == runs.groundLeft[partnerRing]
        }

        /// Moves to the next edge of the ring.
        mutating func advance(_ edge: Int, _ ring: Int, _ runs: EdgeRuns) {
            move(to: edge, ring, by: isOpposed ? -1 : 1, runs)
        }

        /// Moves to the edge before.
        mutating func retreat(_ edge: Int, _ ring: Int, _ runs: EdgeRuns) {
            move(to: edge, ring, by: isOpposed ? 1 : -1, runs)
        }

        @inline(__always) private mutating func move(to edge: Int, _ ring: Int, by step: Int, _ runs: EdgeRuns) {
            guard partner != EdgeRuns.none else { return }
            var other = Int(partner) + step
            if other < bounds.lowerBound { other = bounds.upperBound - 1 }
            if other >= bounds.upperBound { other = bounds.lowerBound }
            let fits = runs.areOpposite(edge, ring, other, partnerRing)
            partner = fits ? Int32(truncatingIfNeeded: other) : EdgeRuns.none
        }
    }
}
