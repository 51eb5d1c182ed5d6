public import Planar

/// All areas on the lattice of one zoom: a valid coverage whose neighbours share identical vertices.
///
/// No edge crosses another or a line along which tiles are cut, so tiles are exact cuttings of it. An area that is too
/// small for the lattice has no polygon left; it stays as a flagged point.
///
///     let snapped = pyramid.snapped(zoom: 12)
///     snapped.areas.area(of: 3)  // in the system's unit
public struct SnappedCoverage: Sendable {
    /// The lattice.
    public let lattice: Lattice
    /// The polygons; empty for collapsed areas and areas without geometry.
    let pieces: AreaPieces
    /// Area → its box on the lattice; the point for a collapsed area, nothing for one without geometry.
    let boxes: [LatticeBox]
    /// Area → whether its geometry has gone, and `boxes` has a point instead.
    let collapsed: [Bool]
    /// Which areas come near a tile.
    let index: TileIndex

    /// How many areas there are.
    public var count: Int { boxes.count }

    /// Whether nothing is left of an area's polygons at this zoom, so that it stays as a point.
    package func isCollapsed(_ area: Int) -> Bool { collapsed[area] }

    /// The place of a collapsed area: its label point's; nil for any other.
    public func point(of area: Int) -> LatticePoint? {
        collapsed[area] ? LatticePoint(x: boxes[area].minX, y: boxes[area].minY) : nil
    }

    /// The polygons in lattice coordinates, y downwards; exact. Rings repeat their first vertex, shells run clockwise to
    /// the eye.
    package var latticeAreas: Areas { areas { (Double($0.x), Double($0.y)) } }

    /// The polygons in the matrix set's system, shells clockwise to the eye.
    public var areas: Areas { areas { (lattice.x(of: $0), lattice.y(of: $0)) } }

    /// The memory that the polygons and their index take: 8 bytes a vertex of each ring, and some 30 an area.
    public var byteCount: Int {
        pieces.points.count * 8 + (pieces.ringStarts.count + pieces.partStarts.count + pieces.areaStarts.count) * 4
            + boxes.count * 17 + index.byteCount
    }

    private func areas(_ place: (LatticePoint) -> (x: Double, y: Double)) -> Areas {
        var builder = Areas.Builder()
        builder.reserve(vertices: pieces.points.count + pieces.ringStarts.count)
        for area in 0..<count {
            for part in Int(pieces.areaStarts[area])..<Int(pieces.areaStarts[area + 1]) {
                for ring in Int(pieces.partStarts[part])..<Int(pieces.partStarts[part + 1]) {
                    for point in Int(pieces.ringStarts[ring])..<Int(pieces.ringStarts[ring + 1]) {
                        let (x, y) = place(pieces.points[point])
                        builder.addVertex(x: x, y: y)
                    }
                    builder.closeRing()
                }
                builder.closePart()
            }
            builder.closeArea()
        }
        return builder.finish()
    }
}

/// A rectangle of lattice points, closed on all sides.
struct LatticeBox: Hashable, Sendable, BitwiseCopyable {
    var minX = Int32.max
    var minY = Int32.max
    var maxX = Int32.min
    var maxY = Int32.min

    var isEmpty: Bool { minX > maxX }

    @inline(__always) mutating func add(_ point: LatticePoint) {
        minX = min(minX, point.x)
        minY = min(minY, point.y)
        maxX = max(maxX, point.x)
        maxY = max(maxY, point.y)
    }
}
