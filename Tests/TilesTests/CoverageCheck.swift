import Overlay
import Planar
import Testing
import Tiles

/// A directed edge on a lattice, with the area to its one side.
struct LatticeEdge: Hashable {
    let fromX: Double, fromY: Double, toX: Double, toY: Double

    var reversed: LatticeEdge { LatticeEdge(fromX: toX, fromY: toY, toX: fromX, toY: fromY) }

    /// All edges of an area.
    static func of(_ area: Int, in areas: Areas) -> [LatticeEdge] {
        areas.rings(of: area).flatMap { ring in
            areas.vertices(ofRing: ring).dropLast().map {
                LatticeEdge(fromX: areas.x[$0], fromY: areas.y[$0], toX: areas.x[$0 + 1], toY: areas.y[$0 + 1])
            }
        }
    }
}

/// What makes a snapped coverage valid.
enum CoverageCheck {
    /// Expects valid areas whose edges are walked once, whose neighbours' edges run against each other, and whose sizes
    /// add up to that of their union.
    static func expectValid(_ snapped: SnappedCoverage, _ comment: Comment) throws {
        let areas = snapped.latticeAreas
        let faults = try Overlay.validity(areas)
        #expect(faults.isEmpty, "\(comment): \(faults.sorted { $0.key < $1.key }.prefix(3))")
        var seen: Set<LatticeEdge> = []
        var isRepeated = false
        for area in 0..<areas.count {
            for edge in LatticeEdge.of(area, in: areas) {
                if !seen.insert(edge).inserted { isRepeated = true }
                if edge.fromX == edge.toX && edge.fromY == edge.toY { isRepeated = true }
            }
        }
        #expect(!isRepeated, "\(comment): an edge has two areas on one side")
        // What overlaps or crosses is missing from the union; the union's border is what has no counterpart.
        let union = try Overlay.dissolve(areas, groups: [Int](repeating: 0, count: areas.count), groupCount: 1)
        let sum = (0..<areas.count).reduce(0) { $0 + areas.area(of: $1) }
        #expect((union.area(of: 0) - sum).magnitude <= sum * 1e-12, "\(comment): \(union.area(of: 0)) of \(sum)")
        let outline = LatticeEdge.of(0, in: union)
        let single = seen.filter { !seen.contains($0.reversed) }
        let length = outline.reduce(0) { $0 + distance($1) }
        #expect((single.reduce(0) { $0 + distance($1) } - length).magnitude <= length * 1e-9, "\(comment): outline")
    }

    private static func distance(_ edge: LatticeEdge) -> Double {
        let (width, height) = (edge.toX - edge.fromX, edge.toY - edge.fromY)
        return (width * width + height * height).squareRoot()
    }

    /// The size of what a window holds of an area: Sutherland and Hodgman's clipping in its plainest form, whose
    /// overlapping edges do not matter for the size.
    static func size(of area: Int, in areas: Areas, window: Box) -> Double {
        var doubled = 0.0
        for ring in areas.rings(of: area) {
            var points = areas.vertices(ofRing: ring).dropLast().map { (areas.x[$0], areas.y[$0]) }
            let sides: [((Double, Double)) -> Double] = [
                { $0.0 - window.minX }, { window.maxX - $0.0 }, { $0.1 - window.minY }, { window.maxY - $0.1 },
            ]
            for side in sides {
                guard var previous = points.last else { break }
                var kept: [(Double, Double)] = []
                for point in points {
                    let (before, here) = (side(previous), side(point))
                    if (before < 0 && here > 0) || (before > 0 && here < 0) {
                        let share = before / (before - here)
                        kept.append(
                            (previous.0 + share * (point.0 - previous.0), previous.1 + share * (point.1 - previous.1)))
                    }
                    if here >= 0 { kept.append(point) }
                    previous = point
                }
                points = kept
            }
            for (index, point) in points.enumerated() {
                let next = points[(index + 1) % points.count]
                doubled +=
                    (point.0 - window.minX) * (next.1 - window.minY)
                    - (next.0 - window.minX) * (point.1 - window.minY)
            }
        }
        return doubled / 2
    }
}
