import Formats
import Planar

/// Findings in the forms that other programs read.
enum FindingFormat {
    /// Decimals of degrees in output: micrometres, since overlaps may be that narrow.
    static let degreeDecimals = 11
    /// Decimals of metres.
    static let metreDecimals = 6

    /// A number without grouping, with a decimal point.
    static func plain(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "" }
        var out = OutputBuffer()
        out.write(value, decimals: decimals)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    /// A shape as GeoJSON: its ground, else its lines or points, else its place, else null.
    static func write(_ shape: FindingShape, decimals: Int, into out: inout OutputBuffer) {
        if shape.ground.count > 0, !shape.ground.parts(of: 0).isEmpty {
            return GeoJSONWriter(decimals: decimals).writeGeometry(of: 0, in: shape.ground, into: &out)
        }
        let lines = shape.lines
        guard lines.starts.count > 1 else {
            guard shape.x.isFinite, shape.y.isFinite else { return out.write("null" as StaticString) }
            out.write("{\"type\":\"Point\",\"coordinates\":" as StaticString)
            writePosition(shape.x, shape.y, decimals: decimals, into: &out)
            return out.write("}" as StaticString)
        }
        // One kind for all: a single point among lines would need a collection.
        let arePoints = (1..<lines.starts.count).allSatisfy { lines.starts[$0] - lines.starts[$0 - 1] == 1 }
        out.write(arePoints ? "{\"type\":\"MultiPoint\"" : "{\"type\":\"MultiLineString\"")
        out.write(",\"coordinates\":[" as StaticString)
        var isFirst = true
        for line in 1..<lines.starts.count {
            let vertices = Int(lines.starts[line - 1])..<Int(lines.starts[line])
            if !arePoints && vertices.count < 2 { continue }
            if !isFirst { out.write("," as StaticString) }
            isFirst = false
            if !arePoints { out.write("[" as StaticString) }
            for vertex in vertices {
                if vertex > vertices.lowerBound { out.write("," as StaticString) }
                writePosition(lines.x[vertex], lines.y[vertex], decimals: decimals, into: &out)
            }
            if !arePoints { out.write("]" as StaticString) }
        }
        out.write("]}" as StaticString)
    }

    /// A position, `[x,y]`.
    static func writePosition(_ x: Double, _ y: Double, decimals: Int, into out: inout OutputBuffer) {
        out.write("[" as StaticString)
        out.write(x, decimals: decimals)
        out.write("," as StaticString)
        out.write(y, decimals: decimals)
        out.write("]" as StaticString)
    }

    /// Texts as a JSON array.
    static func write(_ texts: [String], into out: inout OutputBuffer) {
        out.write("[" as StaticString)
        for (index, text) in texts.enumerated() {
            if index > 0 { out.write("," as StaticString) }
            out.write(json: text)
        }
        out.write("]" as StaticString)
    }

    /// The name and the colon of a JSON member, after a comma.
    static func name(_ name: String, into out: inout OutputBuffer) {
        out.write(",\"\(name)\":")
    }
}
