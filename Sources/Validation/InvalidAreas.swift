import Diagnostics
import Overlay
import Planar

/// The areas that are no valid polygons, and all areas with those repaired by structure.
///
/// An area of one ring whose edges touch only where they follow each other needs no more; all others are asked of
/// GEOS, which also gives the reason.
struct InvalidAreas: Sendable {
    /// What is wrong with each invalid area, by number.
    let faults: [CoverageFault]
    /// The areas, the invalid ones repaired.
    let repaired: Areas

    init(_ areas: Areas, threads: Int) throws(InputError) {
        let size = areas.count / (threads * 8) + 1
        let batches = parallelMap((areas.count + size - 1) / size, threads: threads) { batch in
            Self.doubtful(areas, batch * size..<min(areas.count, batch * size + size))
        }
        let doubtful = batches.flatMap { $0 }
        var builder = Areas.Builder()
        for area in doubtful {
            try Self.requirePositions(areas, area)
            builder.addArea(area, of: areas)
        }
        let reasons = try Overlay.validity(builder.finish(), threads: threads)
        var faults: [CoverageFault] = []
        for (place, area) in doubtful.enumerated() {
            guard let reason = reasons[place] else { continue }
            faults.append(
                CoverageFault(
                    kind: .invalidRing, areas: [area], measure: 1, x: reason.x, y: reason.y, detail: reason.reason))
        }
        self.faults = faults
        repaired = faults.isEmpty ? areas : try Self.repaired(areas, Set(faults.map { $0.areas[0] }))
    }

    /// The areas of a batch that are not valid at first sight.
    private static func doubtful(_ areas: Areas, _ batch: Range<Int>) -> [Int] {
        var found: [Int] = []
        var rings = StrictRings()
        let (x, y) = (areas.x.span, areas.y.span)
        for area in batch {
            let ring = areas.rings(of: area)
            guard !ring.isEmpty else { continue }
            let vertices = areas.vertices(ofRing: ring.lowerBound)
            guard ring.count == 1, vertices.count >= 4 else {
                found.append(area)
                continue
            }
            rings.removeAll()
            // Zero times what is not finite is not zero.
            var check = 0.0
            for vertex in vertices.dropLast() {
                check += 0 * x[vertex] + 0 * y[vertex]
                rings.add(Segment(ax: x[vertex], ay: y[vertex], bx: x[vertex + 1], by: y[vertex + 1]))
            }
            rings.closeRing()
            if check != 0 || rings.isTooShort || !rings.areStrict(sorted: false) { found.append(area) }
        }
        return found
    }

    private static func requirePositions(_ areas: Areas, _ area: Int) throws(InputError) {
        for vertex in areas.vertices(of: area) where !(areas.x[vertex].isFinite && areas.y[vertex].isFinite) {
            throw InputError(
                .invalidGeometry, "x \(areas.x[vertex]), y \(areas.y[vertex]) is not a position",
                remedy: "mend the boundary", at: Place(row: area + 1))
        }
    }

    private static func repaired(_ areas: Areas, _ invalid: Set<Int>) throws(InputError) -> Areas {
        var builder = Areas.Builder()
        builder.reserve(vertices: areas.x.count)
        for area in 0..<areas.count {
            if invalid.contains(area) {
                builder.addArea(0, of: try Overlay.repaired(areas, area: area))
            } else {
                builder.addArea(area, of: areas)
            }
        }
        return builder.finish()
    }
}
