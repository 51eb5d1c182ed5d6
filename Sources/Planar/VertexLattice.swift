/// A square lattice that vertices are moved to before drawing: fewer vertices, short numbers, no gaps.
///
///     let lattice = VertexLattice(cell: 10, originX: 355_000, originY: 5_690_000)
///     let drawn = lattice.snapped(areas)       // coordinates in metres, on the lattice
///     let numbered = lattice.numbered(areas)   // the same as whole columns and rows
///
/// A vertex that two areas share moves to the same lattice point in both, so neighbours stay closed. Not for analysis:
/// areas narrower than a cell collapse.
public struct VertexLattice: Sendable, Hashable {
    /// The distance of lattice points, in the coordinates' unit.
    public let cell: Double
    /// The easting of column 0.
    public let originX: Double
    /// The northing of row 0.
    public let originY: Double

    /// Creates a lattice.
    ///
    /// - Precondition: `cell` is positive and finite.
    public init(cell: Double, originX: Double, originY: Double) {
        precondition(cell > 0 && cell.isFinite, "the cell must be positive")
        self.cell = cell
        self.originX = originX
        self.originY = originY
    }

    /// The nearest column and row of a point; a point half-way goes to the right and up.
    ///
    /// - Precondition: The point is finite and within two thousand million cells of the origin.
    public func position(x: Double, y: Double) -> (column: Int32, row: Int32) {
        (Int32(((x - originX) / cell + 0.5).rounded(.down)), Int32(((y - originY) / cell + 0.5).rounded(.down)))
    }

    /// The areas on the lattice, in the coordinates' unit; see ``numbered(_:)``.
    public func snapped(_ areas: Areas) -> Areas {
        let numbered = numbered(areas)
        return Areas(
            x: numbered.x.map { originX + $0 * cell }, y: numbered.y.map { originY + $0 * cell },
            ringStarts: numbered.ringStarts, partStarts: numbered.partStarts, areaStarts: numbered.areaStarts)
    }

    /// The areas on the lattice, as whole columns (x) and rows (y).
    ///
    /// Repeated vertices are dropped, and so is a vertex on the straight line between its neighbours where every ring
    /// through it has the same two neighbours. A ring that is left with no extent is dropped, with its holes if it is
    /// a shell; but of an area that would vanish a square of one cell stays, at its largest ring.
    ///
    /// - Complexity: O(*n*) expected.
    public func numbered(_ areas: Areas) -> Areas {
        let snapped = SnappedRings(areas, lattice: self)
        let straight = StraightVertices(snapped)
        var builder = Areas.Builder()
        for area in 0..<areas.count {
            var isEmpty = true
            for part in areas.parts(of: area) {
                let rings = areas.rings(ofPart: part)
                guard snapped.hasExtent(rings.lowerBound) else { continue }
                isEmpty = false
                for ring in rings where snapped.hasExtent(ring) {
                    for vertex in snapped.vertices(of: ring) where !straight.mayGo(vertex) {
                        builder.addVertex(x: Double(snapped.columns[vertex]), y: Double(snapped.rows[vertex]))
                    }
                    builder.closeRing()
                }
                builder.closePart()
            }
            if isEmpty, let (column, row) = snapped.placeOfLargestRing(of: area, in: areas) {
                let (x, y) = (Double(column), Double(row))
                builder.addRing(x: [x, x + 1, x + 1, x, x], y: [y, y, y + 1, y + 1, y])
                builder.closePart()
            }
            builder.closeArea()
        }
        return builder.finish()
    }
}

/// The rings of areas on a lattice, without repeated vertices and without the closing one.
private struct SnappedRings {
    var columns: [Int32] = []
    var rows: [Int32] = []
    var starts: [Int32] = [0]
    var extent: [Bool] = []
    let lattice: VertexLattice

    init(_ areas: Areas, lattice: VertexLattice) {
        self.lattice = lattice
        columns.reserveCapacity(areas.x.count)
        rows.reserveCapacity(areas.x.count)
        for ring in 0..<areas.ringStarts.count - 1 {
            let start = columns.count
            for vertex in areas.vertices(ofRing: ring) {
                let (column, row) = lattice.position(x: areas.x[vertex], y: areas.y[vertex])
                let last = columns.count - 1
                if last >= start, columns[last] == column, rows[last] == row { continue }
                columns.append(column)
                rows.append(row)
            }
            while columns.count - start > 1, columns[columns.count - 1] == columns[start],
                rows[rows.count - 1] == rows[start]
            {
                columns.removeLast()
                rows.removeLast()
            }
            starts.append(Int32(columns.count))
            extent.append(doubledArea(start..<columns.count) != 0)
        }
    }

    func vertices(of ring: Int) -> Range<Int> { Int(starts[ring])..<Int(starts[ring + 1]) }

    /// Whether anything is left of a ring.
    func hasExtent(_ ring: Int) -> Bool { extent[ring] }

    /// The shoelace formula on whole numbers: exact up to 67 million cells across.
    private func doubledArea(_ vertices: Range<Int>) -> Double {
        guard vertices.count > 2 else { return 0 }
        let (originX, originY) = (Double(columns[vertices.lowerBound]), Double(rows[vertices.lowerBound]))
        var doubled = 0.0
        var (previousX, previousY) = (0.0, 0.0)
        for vertex in vertices.dropFirst() {
            let (nextX, nextY) = (Double(columns[vertex]) - originX, Double(rows[vertex]) - originY)
            doubled += previousX * nextY - nextX * previousY
            (previousX, previousY) = (nextX, nextY)
        }
        return doubled
    }

    /// The cell in the middle of the largest shell of an area; nil without geometry.
    func placeOfLargestRing(of area: Int, in areas: Areas) -> (column: Int32, row: Int32)? {
        var largest: Range<Int>?
        var size = -1.0
        for part in areas.parts(of: area) {
            let shell = areas.rings(ofPart: part).lowerBound
            let shellSize = abs(areas.signedArea(ofRing: shell))
            if shellSize > size { (largest, size) = (areas.vertices(ofRing: shell), shellSize) }
        }
        guard let largest else { return nil }
        var box = Box.empty
        for vertex in largest { box.add(x: areas.x[vertex], y: areas.y[vertex]) }
        // Half a cell down and left: the square's middle, not its corner, is nearest to the middle of the ring.
        let half = lattice.cell / 2
        return lattice.position(x: (box.minX + box.maxX) / 2 - half, y: (box.minY + box.maxY) / 2 - half)
    }
}

/// Which vertices lie on a straight line with the same two neighbours in every ring that has them.
///
/// Dropping such a vertex takes it from all rings at once, so that both sides of a seam stay the same edge.
/// A hash table with open addressing over the candidates only.
private struct StraightVertices {
    private var gone: [Bool]

    /// A lattice point and its neighbours, the lesser first; a candidate is vetoed by other neighbours.
    private struct Candidate {
        var point, lesser, greater: Int64
        var isVetoed = false
    }

    init(_ snapped: SnappedRings) {
        gone = [Bool](repeating: false, count: snapped.columns.count)
        var candidates: [Candidate] = []
        Self.visit(snapped) { _, candidate, isStraight in
            if isStraight { candidates.append(candidate) }
        }
        guard !candidates.isEmpty else { return }
        var bits = 4
        while 1 << bits < candidates.count * 2 { bits += 1 }
        let mask = 1 << bits - 1
        var slots = [Int32](repeating: -1, count: mask + 1)
        func slot(of point: Int64) -> Int {
            var slot = Int(
                truncatingIfNeeded: (UInt64(bitPattern: point) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
            while slots[slot] >= 0, candidates[Int(slots[slot])].point != point { slot = (slot + 1) & mask }
            return slot
        }
        for index in candidates.indices {
            let slot = slot(of: candidates[index].point)
            if slots[slot] < 0 { slots[slot] = Int32(index) }
        }
        var held = [Int32](repeating: -1, count: gone.count)
        Self.visit(snapped) { vertex, candidate, _ in
            let index = slots[slot(of: candidate.point)]
            held[vertex] = index
            guard index >= 0 else { return }
            let known = candidates[Int(index)]
            if known.lesser != candidate.lesser || known.greater != candidate.greater {
                candidates[Int(index)].isVetoed = true
            }
        }
        for vertex in held.indices where held[vertex] >= 0 {
            gone[vertex] = !candidates[Int(held[vertex])].isVetoed
        }
    }

    /// Whether a vertex may be dropped.
    func mayGo(_ vertex: Int) -> Bool { gone[vertex] }

    /// Calls a function for every vertex of every ring with an extent.
    private static func visit(_ snapped: SnappedRings, _ body: (Int, Candidate, Bool) -> Void) {
        for ring in snapped.extent.indices where snapped.extent[ring] {
            let vertices = snapped.vertices(of: ring)
            var previous = vertices.upperBound - 1
            for vertex in vertices {
                let next = vertex + 1 == vertices.upperBound ? vertices.lowerBound : vertex + 1
                let inX = Int64(snapped.columns[vertex]) - Int64(snapped.columns[previous])
                let inY = Int64(snapped.rows[vertex]) - Int64(snapped.rows[previous])
                let outX = Int64(snapped.columns[next]) - Int64(snapped.columns[vertex])
                let outY = Int64(snapped.rows[next]) - Int64(snapped.rows[vertex])
                // Differences have 33 bits at most: compared as full products, which cannot overflow.
                let isParallel = inX.multipliedFullWidth(by: outY) == inY.multipliedFullWidth(by: outX)
                let isOnward = inX.signum() == outX.signum() && inY.signum() == outY.signum()
                let (before, after) = (key(previous, snapped), key(next, snapped))
                body(
                    vertex,
                    Candidate(point: key(vertex, snapped), lesser: min(before, after), greater: max(before, after)),
                    isParallel && isOnward)
                previous = vertex
            }
        }
    }

    private static func key(_ vertex: Int, _ snapped: SnappedRings) -> Int64 {
        Int64(snapped.columns[vertex]) << 32 | Int64(UInt32(bitPattern: snapped.rows[vertex]))
    }
}
