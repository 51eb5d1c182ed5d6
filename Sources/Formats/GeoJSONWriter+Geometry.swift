public import Planar

extension GeoJSONWriter {
    /// Writes one area's geometry: a Polygon, a MultiPolygon where it has several parts, null where it has none.
    ///
    /// - Complexity: O(*n*) for *n* vertices.
    public func writeGeometry(of area: Int, in areas: Areas, into out: inout OutputBuffer) {
        let parts = areas.parts(of: area)
        switch parts.count {
        case 0: out.write("null" as StaticString)
        case 1:
            out.write("{\"type\":\"Polygon\",\"coordinates\":" as StaticString)
            writePart(parts.lowerBound, of: areas, into: &out)
            out.write(byte: UInt8(ascii: "}"))
        default:
            out.write("{\"type\":\"MultiPolygon\",\"coordinates\":[" as StaticString)
            for part in parts {
                if part > parts.lowerBound { out.write(byte: UInt8(ascii: ",")) }
                writePart(part, of: areas, into: &out)
            }
            out.write("]}" as StaticString)
        }
    }

    private func writePart(_ part: Int, of areas: Areas, into out: inout OutputBuffer) {
        out.write(byte: UInt8(ascii: "["))
        let rings = areas.rings(ofPart: part)
        for ring in rings {
            if ring > rings.lowerBound { out.write(byte: UInt8(ascii: ",")) }
            let vertices = areas.vertices(ofRing: ring)
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
