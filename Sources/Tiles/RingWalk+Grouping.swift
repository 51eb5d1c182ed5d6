extension RingWalk {
    /// Gives each hole to its shell: that of its own walk, or else the smallest around it.
    func group(into pieces: inout AreaPieces) {
        let shells = rings.indices.filter { rings[$0].size > 0 }
        guard let only = shells.first else { return }
        let holes = rings.indices.filter { rings[$0].size < 0 }
        guard shells.count > 1 else {
            pieces.addRing(points[rings[only].points])
            for hole in holes { pieces.addRing(points[rings[hole].points]) }
            return pieces.closePart()
        }
        let owners = holes.map { hole in
            shells.first { rings[$0].walk == rings[hole].walk }
                ?? shells.filter { holds($0, hole) }.min { rings[$0].size < rings[$1].size }
        }
        for shell in shells {
            pieces.addRing(points[rings[shell].points])
            for (hole, owner) in zip(holes, owners) where owner == shell { pieces.addRing(points[rings[hole].points]) }
            pieces.closePart()
        }
    }

    /// Whether a ring surrounds another that touches it in points at most.
    private func holds(_ shell: Int, _ hole: Int) -> Bool {
        guard rings[shell].size > -rings[hole].size else { return false }
        for point in points[rings[hole].points] {
            let side = PointInRing.side(of: point, in: points[rings[shell].points])
            if side != 0 { return side > 0 }
        }
        return false
    }
}
