public import Planar

extension GeoJSONWriter {
    /// Writes one area's geometry: a Polygon, a MultiPolygon where it has several parts, null where it has none.
    ///
    /// A ring without vertices is not written, nor is a part whose shell has none: simplification leaves such where a
    /// ring was one place only.
    ///
    /// - Complexity: O(*n*) for *n* vertices.
    public func writeGeometry(of area: Int, in areas: Areas, into out: inout OutputBuffer) {
        var isFirst = true
        let parts = areas.parts(of: area)
        let count = parts.count { hasShell($0, of: areas) }
        switch count {
        case 0: out.write("null" as StaticString)
        case 1: out.write("{\"type\":\"Polygon\",\"coordinates\":" as StaticString)
        default: out.write("{\"type\":\"MultiPolygon\",\"coordinates\":[" as StaticString)
        }
        for part in parts where hasShell(part, of: areas) {
            if !isFirst { out.write(byte: UInt8(ascii: ",")) }
            isFirst = false
            writePart(part, of: areas, into: &out)
        }
        if count > 1 { out.write(byte: UInt8(ascii: "]")) }
        if count > 0 { out.write(byte: UInt8(ascii: "}")) }
    }

    private func hasShell(_ part: Int, of areas: Areas) -> Bool {
        areas.rings(ofPart: part).first.map { !areas.vertices(ofRing: $0).isEmpty } ?? false
    }

    private func writePart(_ part: Int, of areas: Areas, into out: inout OutputBuffer) {
        out.write(byte: UInt8(ascii: "["))
        let rings = areas.rings(ofPart: part)
        for ring in rings {
            let vertices = areas.vertices(ofRing: ring)
            if vertices.isEmpty { continue }
            if ring > rings.lowerBound { out.write(byte: UInt8(ascii: ",")) }
            let isCounterClockwise = RingWinding.twiceArea(areas.x, areas.y, vertices) > 0
            // RFC 7946, 3.1.6: shells counter-clockwise, holes clockwise.
            if isCounterClockwise == (ring == rings.lowerBound) {
                writeRing(vertices, of: areas, into: &out)
            } else {
                writeRing(vertices.reversed(), of: areas, into: &out)
            }
        }
        out.write(byte: UInt8(ascii: "]"))
    }

    private func writeRing(_ vertices: some Sequence<Int>, of areas: Areas, into out: inout OutputBuffer) {
        var separator = UInt8(ascii: "[")
        for vertex in vertices {
            out.write(byte: separator)
            writePosition(areas.x[vertex], areas.y[vertex], into: &out)
            separator = UInt8(ascii: ",")
        }
        out.write(byte: UInt8(ascii: "]"))
    }

    func writePosition(_ x: Double, _ y: Double, into out: inout OutputBuffer) {
        out.write(byte: UInt8(ascii: "["))
        writeCoordinate(x, into: &out)
        out.write(byte: UInt8(ascii: ","))
        writeCoordinate(y, into: &out)
        out.write(byte: UInt8(ascii: "]"))
    }

    private func writeCoordinate(_ coordinate: Double, into out: inout OutputBuffer) {
        if let decimals {
            out.write(coordinate, decimals: decimals)
        } else {
            out.write(coordinate)
        }
    }
}
