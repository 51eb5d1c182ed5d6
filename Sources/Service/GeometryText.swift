import Formats
import Planar

/// The geometries of a level as GeoJSON (RFC 7946), encoded once and copied into every answer.
///
/// Shells run anticlockwise and holes clockwise, whatever the input did. In a system whose first axis points north
/// each position is written north first.
struct GeometryText: Sendable {
    private let bytes: [UInt8]
    private let starts: [Int]

    private struct Axes {
        let decimals: Int
        let isNorthFirst: Bool
    }

    /// Encodes areas.
    ///
    /// - Complexity: O(*n*) for *n* vertices.
    init(_ areas: Areas, decimals: Int, isNorthFirst: Bool) {
        let axes = Axes(decimals: decimals, isNorthFirst: isNorthFirst)
        var out = OutputBuffer()
        out.reserve(areas.x.count * 24 + areas.count * 64)
        var starts = [0]
        starts.reserveCapacity(areas.count + 1)
        for area in 0..<areas.count {
            GeometryText.write(area, of: areas, axes, to: &out)
            starts.append(out.bytes.count)
        }
        self.bytes = out.bytes
        self.starts = starts
    }

    /// About how many bytes it takes.
    var byteCount: Int { bytes.count + starts.count * 8 }

    /// Writes the geometry of an area, or `null` where it has none.
    func write(_ area: Int, to out: inout OutputBuffer) {
        out.write(bytes: bytes[starts[area]..<starts[area + 1]])
    }

    private static func write(_ area: Int, of areas: Areas, _ axes: Axes, to out: inout OutputBuffer) {
        let parts = areas.parts(of: area)
        guard !parts.isEmpty else { return out.write("null" as StaticString) }
        let isMultiple = parts.count > 1
        out.write(
            isMultiple ? "{\"type\":\"MultiPolygon\",\"coordinates\":[" : "{\"type\":\"Polygon\",\"coordinates\":")
        for part in parts {
            if part > parts.lowerBound { out.write(byte: UInt8(ascii: ",")) }
            let rings = areas.rings(ofPart: part)
            out.write(byte: UInt8(ascii: "["))
            for ring in rings {
                if ring > rings.lowerBound { out.write(byte: UInt8(ascii: ",")) }
                write(ring: ring, isShell: ring == rings.lowerBound, of: areas, axes, to: &out)
            }
            out.write(byte: UInt8(ascii: "]"))
        }
        out.write(isMultiple ? "]}" : "}")
    }

    private static func write(
        ring: Int, isShell: Bool, of areas: Areas, _ axes: Axes, to out: inout OutputBuffer
    ) {
        let vertices = areas.vertices(ofRing: ring)
        let x = areas.x.span
        let y = areas.y.span
        // Relative to the first vertex, so that small rings far from the origin keep their sign.
        var doubleArea = 0.0
        let originX = x[vertices.lowerBound]
        let originY = y[vertices.lowerBound]
        for vertex in vertices.dropLast() {
            doubleArea +=
                (x[vertex] - originX) * (y[vertex + 1] - originY) - (x[vertex + 1] - originX) * (y[vertex] - originY)
        }
        let isReversed = (doubleArea > 0) != isShell
        out.write(byte: UInt8(ascii: "["))
        for step in 0..<vertices.count {
            let vertex = isReversed ? vertices.upperBound - 1 - step : vertices.lowerBound + step
            out.write(step == 0 ? "[" : ",[")
            out.write(axes.isNorthFirst ? y[vertex] : x[vertex], decimals: axes.decimals)
            out.write(byte: UInt8(ascii: ","))
            out.write(axes.isNorthFirst ? x[vertex] : y[vertex], decimals: axes.decimals)
            out.write(byte: UInt8(ascii: "]"))
        }
        out.write(byte: UInt8(ascii: "]"))
    }
}
