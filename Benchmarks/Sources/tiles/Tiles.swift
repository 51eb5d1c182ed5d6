import Coverage
import Diagnostics
import Formats
import Planar
import Statistics
import Tiles

/// All vector tiles of a layer, from a file in longitudes and latitudes: the counterpart of `peers/tiles.py`.
///
/// `tiles AREAS.geojson KEY NAME FIRST LAST [GZIPLEVEL]` writes one line per stage and one per zoom to standard output:
/// seconds, tiles, bytes, and the slowest and the middle cold tile.
@main struct Tiles {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 6, let first = Int(arguments[4]), let last = Int(arguments[5]) else {
            preconditionFailure("tiles AREAS KEY NAME FIRST LAST [GZIPLEVEL]")
        }
        let level = arguments.count > 6 ? Int(arguments[6]) ?? 6 : 6
        let clock = ContinuousClock()
        var stages: [(String, Duration)] = []
        func timed<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
            let start = clock.now
            let value = try body()
            stages.append((name, clock.now - start))
            return value
        }
        let file = try timed("read") { try FeatureFile.read(path: arguments[1]) }
        guard case .areas(let areas) = file.geometry else { preconditionFailure("areas are needed") }
        let codes = try file.keys(arguments[2])
        let names = try file.column(arguments[3])
        let (x, y) = timed("project") { project(areas) }
        let layer = Areas(
            x: x, y: y, ringStarts: areas.ringStarts, partStarts: areas.partStarts, areaStarts: areas.areaStarts)
        let coverage = timed("coverage") { Coverage(layer) }
        let simplification = timed("rank") { Simplification(coverage) }
        let features = timed("attributes") {
            TileFeatures(codes: codes, columns: [GeoJSONWriter.Column("name", .text(names))])
        }
        let pyramid = TilePyramid(simplification, matrixSet: .webMercatorQuad)
        let encoder = VectorTile(layer: "areas")
        var report: [String] = []
        var (tiles, plain, packed) = (0, 0, 0)
        var (snapping, encoding, gzip) = (Duration.zero, Duration.zero, Duration.zero)
        for zoom in first...last {
            let start = clock.now
            let snapped = pyramid.snapped(zoom: zoom)
            let snappedAt = clock.now
            let addresses = pyramid.limits(zoom: zoom)?.addresses ?? []
            let encoded = parallelMap(addresses.count) { index in
                encoder.encode(snapped.tile(column: addresses[index].column, row: addresses[index].row), features)
            }
            let encodedAt = clock.now
            let sizes = parallelMap(encoded.count) { index in
                encoded[index].isEmpty ? 0 : Gzip.compressed(encoded[index], level: level).count
            }
            let packedAt = clock.now
            snapping += snappedAt - start
            encoding += encodedAt - snappedAt
            gzip += packedAt - encodedAt
            let filled = encoded.count { !$0.isEmpty }
            let bytes = encoded.reduce(0) { $0 + $1.count }
            (tiles, plain, packed) = (tiles + filled, plain + bytes, packed + sizes.reduce(0, +))
            var cold: [Duration] = []
            for address in addresses {
                let began = clock.now
                let bytes = encoder.encode(pyramid.tile(at: address), features)
                let ended = clock.now
                if !bytes.isEmpty { cold.append(ended - began) }
            }
            cold.sort()
            report.append(
                "zoom \(zoom): snap \(snappedAt - start), \(filled) tiles in \(encodedAt - snappedAt), gzip "
                    + "\(packedAt - encodedAt), \(bytes) bytes, cold max \(cold.last ?? .zero), median "
                    + "\(cold.isEmpty ? .zero : cold[cold.count / 2]), kept \(snapped.byteCount) bytes")
        }
        for (name, duration) in stages { print("\(name) \(duration)") }
        for line in report { print(line) }
        let before = stages.dropFirst().reduce(Duration.zero) { $0 + $1.1 }
        let work = before + snapping + encoding
        print("snapping \(snapping), cutting and encoding \(encoding), gzip \(gzip)")
        print("\(tiles) tiles, \(plain) bytes, \(packed) bytes with gzip \(level)")
        print("without reading \(work), with gzip \(work + gzip), with reading too \(work + gzip + stages[0].1)")
    }

    /// Longitudes and latitudes on web maps' Mercator.
    static func project(_ areas: Areas) -> (x: [Double], y: [Double]) {
        let size = 1 << 16
        let batches = parallelMap((areas.x.count + size - 1) / size) { batch in
            let vertices = batch * size..<min((batch + 1) * size, areas.x.count)
            return (
                vertices.map { SphericalMercator.x(longitude: areas.x[$0]) },
                vertices.map { SphericalMercator.y(latitude: areas.y[$0]) }
            )
        }
        return (batches.flatMap(\.0), batches.flatMap(\.1))
    }
}
