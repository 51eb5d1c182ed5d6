import Coverage

/// Puts areas together from snapped arcs, one after the other.
///
/// An area that meets no point twice has the rings it had. For any other the rings are found anew.
struct AreaAssembly: Sendable {
    private let coverage: Coverage
    private let arcs: ArcPoints
    /// Point's number → the last area that met it, counted from 1.
    private var marks: [Int32]

    /// The areas so far.
    private(set) var pieces = AreaPieces()
    /// Their boxes; empty where nothing is left.
    private(set) var boxes: [LatticeBox] = []

    init(_ coverage: Coverage, _ arcs: ArcPoints) {
        self.coverage = coverage
        self.arcs = arcs
        marks = [Int32](repeating: 0, count: arcs.pixels.points.count)
    }

    /// Adds the next area.
    mutating func add(_ area: Int) {
        let first = pieces.points.count
        if !addAsItWas(area) {
            pieces.reopenArea()
            addByWalking(area)
        }
        pieces.closeArea()
        var box = LatticeBox()
        for point in pieces.points[first...] { box.add(point) }
        boxes.append(box)
    }

    /// Adds the area's own rings; false where it meets a point twice or a shell has gone.
    private mutating func addAsItWas(_ area: Int) -> Bool {
        let mark = Int32(area + 1)
        let (coverage, arcs) = (coverage, arcs)
        let (points, numbers) = (arcs.pixels.points.span, arcs.numbers.span)
        for part in Int(coverage.areaStarts[area])..<Int(coverage.areaStarts[area + 1]) {
            let rings = Int(coverage.partStarts[part])..<Int(coverage.partStarts[part + 1])
            for ring in rings {
                let first = pieces.points.count
                var previous: Int32 = -1
                // Backwards, because y runs downwards on the lattice.
                let uses = coverage.ringArcs[Int(coverage.ringStarts[ring])..<Int(coverage.ringStarts[ring + 1])]
                for use in uses.reversed() {
                    let arc = Int(use < 0 ? ~use : use)
                    let (low, high) = (Int(arcs.starts[arc]), Int(arcs.starts[arc + 1]))
                    // The arc's last point is the next arc's first.
                    for step in 0..<high - low - 1 {
                        let number = numbers[use < 0 ? low + step : high - 1 - step]
                        guard number != previous else { continue }
                        previous = number
                        guard marks[Int(number)] != mark else { return false }
                        marks[Int(number)] = mark
                        pieces.points.append(points[Int(number)])
                    }
                }
                if pieces.points.count - first > 2 {
                    pieces.closeRing()
                } else {
                    pieces.points.removeSubrange(first...)
                    // Its holes have gone with it, or lie elsewhere now.
                    if ring == rings.lowerBound && rings.count > 1 { return false }
                }
            }
            pieces.closePart()
        }
        return true
    }

    private mutating func addByWalking(_ area: Int) {
        var walk = RingWalk()
        let (coverage, arcs) = (coverage, arcs)
        let points = arcs.pixels.points.span
        let rings =
            Int(
                coverage.partStarts[Int(coverage.areaStarts[area])])..<Int(
                coverage.partStarts[Int(coverage.areaStarts[area + 1])])
        for use in coverage.ringArcs[
            Int(coverage.ringStarts[rings.lowerBound])..<Int(coverage.ringStarts[rings.upperBound])]
        {
            let arc = Int(use < 0 ? ~use : use)
            for place in Int(arcs.starts[arc]) + 1..<Int(arcs.starts[arc + 1]) {
                let (one, other) = (points[Int(arcs.numbers[place - 1])], points[Int(arcs.numbers[place])])
                if use < 0 { walk.add(one, other) } else { walk.add(other, one) }
            }
        }
        walk.polygons(into: &pieces)
    }
}
