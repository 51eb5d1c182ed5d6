/// Where a lattice point lies with respect to a ring.
enum PointInRing {
    /// 1 inside, 0 on the ring, -1 outside; exact.
    static func side(of point: LatticePoint, in ring: ArraySlice<LatticePoint>) -> Int {
        guard var previous = ring.last else { return -1 }
        var isInside = false
        for vertex in ring {
            if vertex == point { return 0 }
            let side = cross(previous, vertex, point)
            if side == 0 {
                let isBeside =
                    (min(previous.x, vertex.x)...max(previous.x, vertex.x)).contains(point.x)
                    && (min(previous.y, vertex.y)...max(previous.y, vertex.y)).contains(point.y)
                if isBeside { return 0 }
            }
            if (previous.y > point.y) != (vertex.y > point.y), (side > 0) == (vertex.y > previous.y) {
                isInside.toggle()
            }
            previous = vertex
        }
        return isInside ? 1 : -1
    }
}
