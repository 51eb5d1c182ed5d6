import Planar

/// What is to be said about the shape of each area by itself, beside the validity of its rings.
struct ShapeCheck {
    let layer: CheckedLayer
    /// Below this many m² an area is tiny.
    let tiny: Double
    /// The areas on the plane, invalid ones repaired by structure: the loops of a bow tie cancel out, its ground does not.
    let mended: Areas

    /// Areas without geometry, at impossible places, or of no size.
    func findings() -> [Finding] {
        var findings: [Finding] = []
        let misplaced = Set(layer.misplaced.map(\.area))
        for (area, reason, coordinates) in layer.misplaced {
            findings.append(finding(.outsideAreaOfUse, area, measure: 1, details: [reason, coordinates]))
        }
        for area in 0..<layer.count {
            if layer.areas.parts(of: area).isEmpty {
                findings.append(finding(.emptyGeometry, area, measure: 1))
            } else if !misplaced.contains(area) {
                let size = mended.area(of: area)
                if size < tiny { findings.append(finding(.tinyArea, area, measure: max(size, 0))) }
            }
        }
        return findings
    }

    /// What is worth knowing: several parts, islands, spikes, rings that turn the other way.
    func remarks() -> [Finding] {
        var findings: [Finding] = []
        let touching = touchingAreas()
        let turns = (0..<layer.count).map { odd(in: $0) }
        for area in 0..<layer.count {
            let parts = layer.metric.parts(of: area).count
            if parts > 1 { findings.append(finding(.multipart, area, measure: Double(parts))) }
            if parts > 0 && !touching[area] && layer.count > 1 {
                findings.append(finding(.island, area, measure: 1))
            }
            if let spikes = spikes(of: area) { findings.append(spikes) }
            if turns[area] > 0 {
                findings.append(
                    Finding(
                        .orientation, keys: [layer.keys[area]], names: [layer.names[area]],
                        measure: Double(turns[area]), metric: layer.shape(of: area),
                        repair: ProposedRepair(action: .orientRings, isSafe: true, squareMetres: 0)))
            }
        }
        return findings
    }

    private func finding(_ kind: FindingKind, _ area: Int, measure: Double, details: [String] = []) -> Finding {
        Finding(
            kind, keys: [layer.keys[area]], names: [layer.names[area]], measure: measure,
            metric: layer.shape(of: area), details: details)
    }

    /// How many rings do not turn as RFC 7946 or, shells clockwise, as the Shapefile does: an area whose rings all
    /// follow one of the two has none.
    private func odd(in area: Int) -> Int {
        var (left, right) = (0, 0)
        for part in layer.metric.parts(of: area) {
            let rings = layer.metric.rings(ofPart: part)
            for ring in rings {
                let turnsLeft = layer.metric.signedArea(ofRing: ring) > 0
                if turnsLeft == (ring == rings.lowerBound) { left += 1 } else { right += 1 }
            }
        }
        return min(left, right)
    }

    /// Vertices at which the border turns back by all but one degree, with legs of more than a metre.
    private func spikes(of area: Int) -> Finding? {
        let (x, y) = (layer.metric.x, layer.metric.y)
        let limit = 0.99984769515639127  // cos 1°
        var lines = CoverageFault.Lines()
        for ring in layer.metric.rings(of: area) {
            let vertices = layer.metric.vertices(ofRing: ring)
            guard vertices.count > 3 else { continue }
            for vertex in vertices.dropLast() {
                let before = vertex == vertices.lowerBound ? vertices.upperBound - 2 : vertex - 1
                let (oneX, oneY) = (x[before] - x[vertex], y[before] - y[vertex])
                let (otherX, otherY) = (x[vertex + 1] - x[vertex], y[vertex + 1] - y[vertex])
                let one = (oneX * oneX + oneY * oneY).squareRoot()
                let other = (otherX * otherX + otherY * otherY).squareRoot()
                guard one > 1, other > 1, oneX * otherX + oneY * otherY > limit * one * other else { continue }
                lines.add(x: [x[before], x[vertex], x[vertex + 1]], y: [y[before], y[vertex], y[vertex + 1]])
            }
        }
        guard lines.starts.count > 1 else { return nil }
        return Finding(
            .spike, keys: [layer.keys[area]], names: [layer.names[area]], measure: Double(lines.starts.count - 1),
            metric: FindingShape(x: lines.x[1], y: lines.y[1], lines: lines))
    }

    /// Whether each area shares a vertex with another one.
    private func touchingAreas() -> [Bool] {
        var owner: [VertexPlace: Int32] = [:]
        owner.reserveCapacity(layer.metric.x.count / 2)
        var touching = [Bool](repeating: false, count: layer.count)
        for area in 0..<layer.count {
            for vertex in layer.metric.vertices(of: area) {
                let place = VertexPlace(layer.metric.x[vertex], layer.metric.y[vertex])
                if let other = owner[place] {
                    if Int(other) != area {
                        touching[area] = true
                        touching[Int(other)] = true
                    }
                } else {
                    owner[place] = Int32(area)
                }
            }
        }
        return touching
    }
}

/// A vertex by the bits of its coordinates: the same vertex of two areas is one place.
struct VertexPlace: Hashable {
    private let x: UInt64
    private let y: UInt64

    /// The place of coordinates; both zeros are one.
    init(_ x: Double, _ y: Double) {
        self.x = (x + 0).bitPattern
        self.y = (y + 0).bitPattern
    }
}
