import Planar

/// A walk around a ring, from its first vertex on, forwards or backwards.
struct RingWalk {
    /// The ring's vertices, the repeated last one included.
    let vertices: Range<Int>
    let isBackward: Bool

    /// How many steps lead once around.
    var count: Int { max(vertices.count - 1, 0) }

    /// The vertex after some steps, fewer than twice around.
    @inline(__always) func vertex(_ step: Int) -> Int {
        let rest = step < count ? step : step - count
        return isBackward ? vertices.upperBound - 1 - rest : vertices.lowerBound + rest
    }

    /// Which rings of areas must be walked backwards, for shells to turn left and holes right.
    static func backwardRings(of areas: Areas, threads: Int?) -> [Bool] {
        let parts = areas.partStarts.count - 1
        let batches = max(1, min(16, areas.x.count >> 16, parts))
        return parallelMap(batches, threads: threads) { batch in
            (parts * batch / batches..<parts * (batch + 1) / batches).flatMap { part in
                let rings = areas.rings(ofPart: part)
                return rings.map { ring in
                    let area = areas.signedArea(ofRing: ring)
                    return ring == rings.lowerBound ? area < 0 : area > 0
                }
            }
        }.flatMap { $0 }
    }
}
