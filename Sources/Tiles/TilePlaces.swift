import Formats
import Planar

/// The longitudes and latitudes of a tile's points, ready to be written.
struct TilePlaces {
    private let decimals: Int
    private var longitudes: [Double] = []
    private var latitudes: [Double] = []
    /// Whether longitudes depend on the column only and latitudes on the row only, from -64 on.
    private let isSeparable: Bool
    /// How many features were written, and how many of them as points.
    private var written = (features: 0, points: 0)

    /// - Precondition: There is a transformation unless the matrix set is Web Mercator's.
    init(_ tile: TileGeometry, _ matrixSet: TileMatrixSet, _ transformation: GeoJSONTile.Transformation?) {
        precondition(
            transformation != nil || matrixSet.epsg == 3857 || tile.features.isEmpty, "a transformation is needed")
        let box = matrixSet.box(of: tile.address)
        let step = matrixSet.matrices[tile.address.zoom].tileSize / Double(Lattice.extent)
        isSeparable = transformation == nil
        if let transformation {
            longitudes = tile.pieces.points.map { box.minX + Double($0.x) * step }
            latitudes = tile.pieces.points.map { box.maxY - Double($0.y) * step }
            // Points of collapsed areas stand behind those of the polygons.
            for point in tile.features.compactMap(\.point) {
                longitudes.append(box.minX + Double(point.x) * step)
                latitudes.append(box.maxY - Double(point.y) * step)
            }
            transformation(&longitudes, &latitudes)
        } else {
            let (low, high) = (-Lattice.buffer, Lattice.extent + Lattice.buffer)
            let points = tile.pieces.points
            let few = points.count < 2 * (high - low)
            var isUsed = [Bool](repeating: !few, count: high - low + 1)
            if few {
                for point in points { isUsed[Int(point.y) - low] = true }
                for point in tile.features.compactMap(\.point) { isUsed[Int(point.y) - low] = true }
            }
            longitudes = (low...high).map { SphericalMercator.longitude(x: box.minX + Double($0) * step) }
            latitudes = (low...high).map { row in
                isUsed[row - low] ? SphericalMercator.latitude(y: box.maxY - Double(row) * step) : 0
            }
        }
        let middle = isSeparable ? SphericalMercator.latitude(y: (box.minY + box.maxY) / 2) : 0
        decimals = GeoJSONTile.decimals(matrixSet: matrixSet, zoom: tile.address.zoom, latitude: middle)
    }

    /// Writes the geometry of the tile's next feature: right-hand rule, so the rings of the lattice, whose y runs
    /// downwards, go backwards.
    mutating func writeNextGeometry(of tile: TileGeometry, into out: inout OutputBuffer) {
        let pieces = tile.pieces
        let feature = written.features
        written.features += 1
        if let point = tile.features[feature].point {
            out.write("{\"type\":\"Point\",\"coordinates\":" as StaticString)
            write(point, number: pieces.points.count + written.points, into: &out)
            written.points += 1
            return out.write(byte: UInt8(ascii: "}"))
        }
        let parts = Int(pieces.areaStarts[feature])..<Int(pieces.areaStarts[feature + 1])
        out.write(
            parts.count == 1
                ? "{\"type\":\"Polygon\",\"coordinates\":" : "{\"type\":\"MultiPolygon\",\"coordinates\":[")
        for part in parts {
            if part > parts.lowerBound { out.write(byte: UInt8(ascii: ",")) }
            out.write(byte: UInt8(ascii: "["))
            let rings = Int(pieces.partStarts[part])..<Int(pieces.partStarts[part + 1])
            for ring in rings {
                out.write(ring > rings.lowerBound ? ",[" : "[" as StaticString)
                let points = Int(pieces.ringStarts[ring])..<Int(pieces.ringStarts[ring + 1])
                for number in points.reversed() {
                    write(pieces.points[number], number: number, into: &out)
                    out.write(byte: UInt8(ascii: ","))
                }
                let last = points.upperBound - 1
                write(pieces.points[last], number: last, into: &out)
                out.write(byte: UInt8(ascii: "]"))
            }
            out.write(byte: UInt8(ascii: "]"))
        }
        out.write(parts.count == 1 ? "}" : "]}" as StaticString)
    }

    private func write(_ point: LatticePoint, number: Int, into out: inout OutputBuffer) {
        let column = isSeparable ? Int(point.x) + Lattice.buffer : number
        let row = isSeparable ? Int(point.y) + Lattice.buffer : number
        out.write(byte: UInt8(ascii: "["))
        out.write(longitudes[column], decimals: decimals)
        out.write(byte: UInt8(ascii: ","))
        out.write(latitudes[row], decimals: decimals)
        out.write(byte: UInt8(ascii: "]"))
    }
}
