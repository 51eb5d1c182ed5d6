public import Planar

/// What one tile holds: the areas of its window, cut exactly on the lattice.
///
///     let tile = pyramid.tile(at: TileAddress(zoom: 12, column: 2131, row: 1371))
///     tile.features.map(\.area)  // the areas' numbers, rising
///
/// Coordinates count lattice steps from the tile's upper left corner, y downwards: the tile is 0...4096, its window
/// -64...4160.
public struct TileGeometry: Sendable, Equatable {
    /// An area in a tile.
    public struct Feature: Hashable, Sendable {
        /// The area's number.
        public let area: Int
        /// Whether the window cuts something off.
        public let isClipped: Bool
        /// Where the area is, if it is too small for polygons at this zoom.
        public let point: LatticePoint?
    }

    /// The tile's place.
    public let address: TileAddress
    /// The areas, in rising order; none is left out.
    public let features: [Feature]
    /// Feature → polygons; none for a point.
    let pieces: AreaPieces

    /// The polygons of all features in the tile's coordinates; rings repeat their first vertex, shells have a positive
    /// size in these coordinates, whose y runs downwards.
    public var areas: Areas {
        var builder = Areas.Builder()
        for feature in features.indices {
            for part in Int(pieces.areaStarts[feature])..<Int(pieces.areaStarts[feature + 1]) {
                for ring in Int(pieces.partStarts[part])..<Int(pieces.partStarts[part + 1]) {
                    for point in pieces.points[Int(pieces.ringStarts[ring])..<Int(pieces.ringStarts[ring + 1])] {
                        builder.addVertex(x: Double(point.x), y: Double(point.y))
                    }
                    builder.closeRing()
                }
                builder.closePart()
            }
            builder.closeArea()
        }
        return builder.finish()
    }

    /// A tile without areas.
    static func empty(_ address: TileAddress) -> TileGeometry {
        TileGeometry(address: address, features: [], pieces: AreaPieces())
    }
}

extension SnappedCoverage {
    /// The areas of a tile of this zoom, in order.
    ///
    /// - Complexity: O(*n*) for the vertices of the areas whose boxes meet the window.
    public func tile(column: Int, row: Int) -> TileGeometry {
        let address = TileAddress(zoom: lattice.zoom, column: column, row: row)
        guard let corner = lattice.corner(of: address) else { return .empty(address) }
        var window = TileWindow(corner: corner)
        var features: [TileGeometry.Feature] = []
        var found = AreaPieces()
        for candidate in index.candidates(near: corner) {
            let area = Int(candidate)
            if let point = point(of: area) {
                guard window.holds(point) else { continue }
                let place = LatticePoint(x: point.x - corner.x, y: point.y - corner.y)
                features.append(TileGeometry.Feature(area: area, isClipped: false, point: place))
            } else {
                guard window.meets(boxes[area]) else { continue }
                let isWhole = window.holds(boxes[area])
                if isWhole { found.addArea(area, of: pieces) } else { window.clip(area, of: pieces, into: &found) }
                guard found.hasParts else { continue }
                features.append(TileGeometry.Feature(area: area, isClipped: !isWhole, point: nil))
            }
            found.closeArea()
        }
        found.move(left: corner.x, up: corner.y)
        return TileGeometry(address: address, features: features, pieces: found)
    }
}

extension AreaPieces {
    /// Moves all points.
    mutating func move(left: Int32, up: Int32) {
        for index in points.indices {
            points[index].x -= left
            points[index].y -= up
        }
    }
}
