import Formats
import Glibc

/// Writes tiles as GeoJSON: a FeatureCollection in CRS84, whatever the tiles' system, after RFC 7946 and OGC API Tiles'
/// class `geojson`.
///
///     let bytes = GeoJSONTile().encode(pyramid.tile(at: address), features, matrixSet: .webMercatorQuad)
///
/// Ids are the areas' keys, which the property `key` repeats. `clipped` says whether the tile's window cuts something off
/// an area, and an area too small for polygons is a point with `collapsed: true`. A tile without areas is an empty
/// collection. Coordinates have as many decimals as keep the lattice's points apart, and never more than 7.
public struct GeoJSONTile: Sendable {
    /// The media type of GeoJSON.
    public static let mediaType = "application/geo+json"

    /// Takes eastings and northings of the matrix set's system to longitudes and latitudes, all points at once and in
    /// place.
    public typealias Transformation = (_ x: inout [Double], _ y: inout [Double]) -> Void

    /// An encoder.
    public init() {}

    /// The decimals of a zoom's coordinates: the fewest whose rounding lets one tell the lattice's points.
    ///
    /// - Parameter latitude: Where the layer is; Web Mercator's steps are shorter towards the poles.
    public static func decimals(matrixSet: TileMatrixSet, zoom: Int, latitude: Double) -> Int {
        let step = matrixSet.matrices[zoom].tileSize / Double(Lattice.extent)
        let isMercator = matrixSet.epsg == 3857
        let degrees = step / SphericalMercator.halfWidth * 180
        let smallest = isMercator ? degrees * SphericalMercator.groundMetres(latitude: latitude) : degrees
        return min(7, max(0, Int((-log10(smallest)).rounded(.up))))
    }

    /// The tile's bytes, not compressed.
    ///
    /// - Parameter transformation: Not needed for Web Mercator, whose formulas are at hand.
    /// - Precondition: `features` describe all areas of the tile's coverage; the matrix set is the tile's, and another
    ///   than Web Mercator comes with a transformation.
    /// - Complexity: O(*n*) for the tile's vertices and attributes.
    public func encode(
        _ tile: TileGeometry, _ features: TileFeatures, matrixSet: TileMatrixSet,
        transformation: Transformation? = nil
    ) -> [UInt8] {
        var out = OutputBuffer()
        out.reserve(tile.pieces.points.count * 20 + tile.features.count * 200 + 64)
        out.write("{\"type\":\"FeatureCollection\",\"features\":[" as StaticString)
        var places = TilePlaces(tile, matrixSet, transformation)
        for (index, feature) in tile.features.enumerated() {
            out.write(index == 0 ? "\n" : ",\n" as StaticString)
            out.write("{\"type\":\"Feature\",\"id\":" as StaticString)
            out.write(json: features.codes[feature.area])
            out.write(",\"properties\":{\"key\":" as StaticString)
            out.write(json: features.codes[feature.area])
            for column in features.columns {
                out.write(byte: UInt8(ascii: ","))
                out.write(json: column.name)
                out.write(byte: UInt8(ascii: ":"))
                out.write(column, feature.area)
            }
            out.write(",\"clipped\":" as StaticString)
            out.write(feature.isClipped ? "true" : "false" as StaticString)
            if feature.point != nil { out.write(",\"collapsed\":true" as StaticString) }
            out.write("},\"geometry\":" as StaticString)
            places.writeNextGeometry(of: tile, into: &out)
            out.write(byte: UInt8(ascii: "}"))
        }
        out.write(tile.features.isEmpty ? "]}\n" : "\n]}\n" as StaticString)
        return out.bytes
    }
}

extension OutputBuffer {
    /// Writes one value of a column.
    fileprivate mutating func write(_ column: GeoJSONWriter.Column, _ area: Int) {
        switch column.values {
        case .text(let values):
            if let text = values[area] { return write(json: text) }
        case .numbers(let values):
            if let number = values[area], number.isFinite { return write(number) }
        case .integers(let values):
            if let integer = values[area] { return write(integer) }
        }
        write("null" as StaticString)
    }
}
