/// Writes tiles as Mapbox vector tiles, version 2.1, with one layer.
///
///     let bytes = VectorTile(layer: "districts").encode(pyramid.tile(at: address), features)
///
/// Ids are the areas' numbers from 1 on, and the same in all tiles and zooms; a null value is a missing attribute. An
/// area too small for polygons is a point with `collapsed: true`. A tile without areas has no layer and no byte.
///
/// Source: github.com/mapbox/vector-tile-spec, 2.1. Shells have a positive size in tile coordinates, holes a negative
/// one; keys and values stand in their lists once.
public struct VectorTile: Sendable {
    /// The media type of a vector tile.
    public static let mediaType = "application/vnd.mapbox-vector-tile"

    /// The layer's name.
    public let layer: String

    /// An encoder.
    public init(layer: String) { self.layer = layer }

    /// The tile's bytes, not compressed.
    ///
    /// - Precondition: `features` describe all areas of the tile's coverage.
    /// - Complexity: O(*n*) for the tile's vertices and attributes.
    public func encode(_ tile: TileGeometry, _ features: TileFeatures) -> [UInt8] {
        guard !tile.features.isEmpty else { return [] }
        let tags = features.tags
        var lists = TileLists(tags: tags)
        var (content, message, part) = (ProtocolBuffer(), ProtocolBuffer(), ProtocolBuffer())
        content.reserve(tile.pieces.points.count * 3 + tile.features.count * 40)
        content.field(15, varint: 2)
        content.field(1, text: layer)
        for (index, feature) in tile.features.enumerated() {
            message.clear()
            message.field(1, varint: UInt64(feature.area + 1))
            part.clear()
            for pair in tags.pairs[Int(tags.areaStarts[feature.area])..<Int(tags.areaStarts[feature.area + 1])] {
                part.varint(lists.key(Int(pair.key)))
                part.varint(lists.value(Int(pair.value)))
            }
            if feature.point != nil {
                part.varint(lists.key(tags.collapsedKey))
                part.varint(lists.value(0))
            }
            message.field(2, bytes: part.bytes)
            message.field(3, varint: feature.point == nil ? 3 : 1)
            part.clear()
            if let point = feature.point {
                part.move(to: point)
            } else {
                part.polygons(of: index, in: tile.pieces)
            }
            message.field(4, bytes: part.bytes)
            content.field(2, bytes: message.bytes)
        }
        for key in lists.keys { content.field(3, text: tags.keys[key]) }
        for value in lists.values { content.field(4, bytes: tags.bytes(ofValue: value)) }
        content.field(5, varint: UInt64(Lattice.extent))
        var out = ProtocolBuffer()
        out.reserve(content.bytes.count + 8)
        out.field(3, bytes: content.bytes)
        return out.bytes
    }
}

/// The keys and values of one tile, in the order in which it meets them.
private struct TileLists {
    private(set) var keys: [Int] = []
    private(set) var values: [Int] = []
    /// Layer's number → the tile's, counted from 1; 0 for those not met.
    private var keyPlaces: [Int32]
    private var valuePlaces: [Int32]

    init(tags: VectorTileTags) {
        keyPlaces = [Int32](repeating: 0, count: tags.keys.count)
        valuePlaces = [Int32](repeating: 0, count: tags.valueCount)
    }

    mutating func key(_ key: Int) -> UInt64 {
        if keyPlaces[key] == 0 {
            keys.append(key)
            keyPlaces[key] = Int32(keys.count)
        }
        return UInt64(keyPlaces[key] - 1)
    }

    mutating func value(_ value: Int) -> UInt64 {
        if valuePlaces[value] == 0 {
            values.append(value)
            valuePlaces[value] = Int32(values.count)
        }
        return UInt64(valuePlaces[value] - 1)
    }
}

/// Geometry: commands with a count, and steps from point to point with the sign in the lowest bit.
extension ProtocolBuffer {
    /// MoveTo, once.
    fileprivate mutating func move(to point: LatticePoint) {
        varint(1 << 3 | 1)
        step(point.x, point.y)
    }

    @inline(__always) private mutating func step(_ x: Int32, _ y: Int32) {
        varint(UInt64(UInt32(bitPattern: x << 1 ^ x >> 31)))
        varint(UInt64(UInt32(bitPattern: y << 1 ^ y >> 31)))
    }

    /// Each ring: MoveTo, LineTo for the other points, ClosePath.
    fileprivate mutating func polygons(of feature: Int, in pieces: AreaPieces) {
        var here = LatticePoint(x: 0, y: 0)
        let first = Int(pieces.partStarts[Int(pieces.areaStarts[feature])])
        let last = Int(pieces.partStarts[Int(pieces.areaStarts[feature + 1])])
        let points = pieces.points.span
        for ring in first..<last {
            let (start, end) = (Int(pieces.ringStarts[ring]), Int(pieces.ringStarts[ring + 1]))
            for index in start..<end {
                let point = points[index]
                if index == start { varint(1 << 3 | 1) }
                if index == start + 1 { varint(UInt64(end - start - 1) << 3 | 2) }
                step(point.x &- here.x, point.y &- here.y)
                here = point
            }
            varint(1 << 3 | 7)
        }
    }
}
