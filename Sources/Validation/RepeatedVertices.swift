import Planar

extension CoverageFault {
    /// The vertices that repeat the one before them, one fault for each area that has some.
    static func repeatedVertices(_ areas: Areas, threads: Int) -> [CoverageFault] {
        let size = areas.count / (threads * 8) + 1
        let batches = parallelMap((areas.count + size - 1) / size, threads: threads) { batch in
            var faults: [CoverageFault] = []
            for area in batch * size..<min(areas.count, batch * size + size) {
                if let fault = repeatedVertices(areas, area) { faults.append(fault) }
            }
            return faults
        }
        return batches.flatMap { $0 }
    }

    private static func repeatedVertices(_ areas: Areas, _ area: Int) -> CoverageFault? {
        let (x, y) = (areas.x.span, areas.y.span)
        var places = Lines()
        for ring in areas.rings(of: area) {
            let vertices = areas.vertices(ofRing: ring)
            guard let first = vertices.first else { continue }
            var (lastX, lastY) = (x[first], y[first])
            for vertex in vertices.dropFirst() {
                let (nextX, nextY) = (x[vertex], y[vertex])
                if nextX == lastX && nextY == lastY {
                    places.add(x: CollectionOfOne(nextX), y: CollectionOfOne(nextY))
                }
                (lastX, lastY) = (nextX, nextY)
            }
        }
        guard !places.x.isEmpty else { return nil }
        return CoverageFault(
            kind: .repeatedVertex, areas: [area], measure: Double(places.x.count), x: places.x[0], y: places.y[0],
            lines: places)
    }
}
