import Diagnostics
import Overlay
import Planar

/// Finds the ground that areas enclose without covering it.
enum GapSearch {
    /// The holes of the union of all areas, each an area of its own.
    ///
    /// Only areas with unmatched edges are united. A hole of their union is no hole of the whole where the other areas
    /// fill it; since those are matched all round, they fill all of it or nothing.
    static func holes(_ areas: Areas, boxes: PackedBoxes, border: UnmatchedBorder) throws(InputError) -> Areas {
        let members = border.areas
        let holes = try Overlay.holes(inUnionOf: members, of: areas)
        let isMember = Set(members)
        var builder = Areas.Builder()
        for hole in 0..<holes.count {
            guard let place = holes.labelPoint(of: hole) else { continue }
            let isFilled = boxes.meeting(PackedBoxes.sides(ax: place.x, ay: place.y, bx: place.x, by: place.y))
                .contains { !isMember.contains($0) && areas.holds($0, x: place.x, y: place.y) }
            if !isFilled { builder.addArea(hole, of: holes) }
        }
        return builder.finish()
    }

    /// The areas along the rim of a hole, rising.
    ///
    /// Each stretch of the rim lies on some unmatched edges: those within a micrometre of its middle, for a computed
    /// vertex of the rim is rounded, or the nearest.
    static func areas(around hole: Int, of holes: Areas, border: UnmatchedBorder, edges: PackedBoxes) -> [Int] {
        var found: Set<Int> = []
        for ring in holes.rings(of: hole) {
            for vertex in holes.vertices(ofRing: ring).dropLast() {
                let stretch = holes.segment(vertex)
                let (x, y) = ((stretch.ax + stretch.bx) / 2, (stretch.ay + stretch.by) / 2)
                // A stretch of a few micrometres at a corner would name those who only touch the corner.
                let (dx, dy) = (stretch.bx - stretch.ax, stretch.by - stretch.ay)
                let reach = min(rounding, (dx * dx + dy * dy).squareRoot() / 4)
                found.formUnion(owners(x: x, y: y, within: reach, border: border, edges: edges))
            }
        }
        return found.sorted()
    }

    /// How far a computed vertex may lie from where it belongs, in metres.
    static let rounding = 1e-6

    private static func owners(
        x: Double, y: Double, within reach: Double, border: UnmatchedBorder, edges: PackedBoxes
    ) -> [Int] {
        // Farther off only where a union had to move vertices to be possible at all.
        for distance in [1e-5, 1e-3, 0.1] {
            let near = edges.meeting(PackedBoxes.sides(x: x, y: y, reach: distance)).map {
                (square: border.segments[$0].distance(x: x, y: y).square, owner: border.owners[$0])
            }
            guard let nearest = near.map(\.square).min(), nearest <= distance * distance else { continue }
            let limit = max(nearest * 4, reach * reach)
            return near.filter { $0.square <= limit }.map(\.owner)
        }
        return []
    }
}

extension PackedBoxes {
    /// The sides of a square around a point.
    static func sides(x: Double, y: Double, reach: Double) -> Sides {
        sides(ax: x - reach, ay: y - reach, bx: x + reach, by: y + reach)
    }
}
