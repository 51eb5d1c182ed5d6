public import Coverage

/// Writes a coverage with its attributes as TopoJSON: shared borders once, as arcs.
///
///     var out = OutputBuffer()
///     let names = GeoJSONWriter.Column("name", .text(["Kalk", "Deutz"]))
///     TopoJSONWriter(name: "districts").write(coverage, ids: ["01", "02"], columns: [names], into: &out)
///     // {"type":"Topology","bbox":[…],"objects":{"districts":{"type":"GeometryCollection","geometries":[
///     // {"type":"Polygon","id":"01","properties":{"name":"Kalk"},"arcs":[[0,1]]},…
///     // ]}},"arcs":[[[0,0],[1,0]],…]}
///
/// The TopoJSON Format Specification, version 1.0 (github.com/topojson/topojson-specification). One geometry and one
/// arc a line, the same bytes for the same input; shells run counter-clockwise and holes clockwise; an area without
/// geometry has the type null. Coordinates are in the coverage's system, which the format cannot name.
public struct TopoJSONWriter: Sendable {
    /// The name of the one object.
    public var name: String
    /// How many different values a quantised coordinate can have, nil for coordinates as they are.
    ///
    /// Quantised arcs are delta-encoded whole numbers, with a `transform` back. No vertex is left out for that.
    public var quantization: Int?

    /// A writer.
    ///
    /// - Precondition: `quantization`, if any, is from 2 to 2³¹.
    public init(name: String = "areas", quantization: Int? = nil) {
        precondition(quantization.map { (2...1 << 31).contains($0) } ?? true, "quantization is from 2 to 2³¹")
        self.name = name
        self.quantization = quantization
    }

    /// Writes a coverage.
    ///
    /// - Parameter ids: The areas' ids, one per area; none if empty.
    /// - Precondition: Each column, and `ids` if not empty, has one value per area; coordinates are finite.
    /// - Complexity: O(*n*) for *n* vertices.
    public func write(
        _ coverage: Coverage, ids: [String] = [], columns: [GeoJSONWriter.Column] = [], into out: inout OutputBuffer
    ) {
        precondition(columns.allSatisfy { $0.count == coverage.count }, "a value per area")
        precondition(ids.isEmpty || ids.count == coverage.count, "an id per area")
        let transform = TopoJSONTransform(coverage, quantization: quantization)
        out.write("{\"type\":\"Topology\",")
        transform.write(into: &out)
        out.write("\"objects\":{")
        out.write(json: name)
        out.write(":{\"type\":\"GeometryCollection\",\"geometries\":[")
        for area in 0..<coverage.count {
            out.write(area == 0 ? "\n" : ",\n" as StaticString)
            writeGeometry(of: area, in: coverage, id: ids.isEmpty ? nil : ids[area], columns: columns, into: &out)
        }
        out.write("\n]}},\"arcs\":[")
        for arc in 0..<coverage.arcCount {
            out.write(arc == 0 ? "\n" : ",\n" as StaticString)
            transform.write(arc: arc, of: coverage, into: &out)
        }
        out.write("\n]}\n")
    }

    private func writeGeometry(
        of area: Int, in coverage: Coverage, id: String?, columns: [GeoJSONWriter.Column],
        into out: inout OutputBuffer
    ) {
        // A ring that was one place only has no arcs.
        let parts = coverage.parts(of: area).filter { part in
            coverage.rings(ofPart: part).first.map { !coverage.arcs(ofRing: $0).isEmpty } ?? false
        }
        out.write("{\"type\":")
        out.write(parts.isEmpty ? "null" : parts.count == 1 ? "\"Polygon\"" : "\"MultiPolygon\"" as StaticString)
        if let id {
            out.write(",\"id\":")
            out.write(json: id)
        }
        if !columns.isEmpty {
            out.write(",\"properties\":{")
            for (index, column) in columns.enumerated() {
                if index > 0 { out.write(byte: UInt8(ascii: ",")) }
                out.write(json: column.name)
                out.write(byte: UInt8(ascii: ":"))
                column.write(area, into: &out)
            }
            out.write(byte: UInt8(ascii: "}"))
        }
        if !parts.isEmpty {
            out.write(",\"arcs\":")
            if parts.count > 1 { out.write(byte: UInt8(ascii: "[")) }
            for (place, part) in parts.enumerated() {
                if place > 0 { out.write(byte: UInt8(ascii: ",")) }
                writeArcs(ofPart: part, in: coverage, into: &out)
            }
            if parts.count > 1 { out.write(byte: UInt8(ascii: "]")) }
        }
        out.write(byte: UInt8(ascii: "}"))
    }

    /// The rings of a part as lists of arcs; a complement means backwards here as there.
    private func writeArcs(ofPart part: Int, in coverage: Coverage, into out: inout OutputBuffer) {
        var ringSeparator = UInt8(ascii: "[")
        for ring in coverage.rings(ofPart: part) where !coverage.arcs(ofRing: ring).isEmpty {
            out.write(byte: ringSeparator)
            ringSeparator = UInt8(ascii: ",")
            out.write(byte: UInt8(ascii: "["))
            for (place, arc) in coverage.arcs(ofRing: ring).enumerated() {
                if place > 0 { out.write(byte: UInt8(ascii: ",")) }
                out.write(Int(arc))
            }
            out.write(byte: UInt8(ascii: "]"))
        }
        out.write(byte: UInt8(ascii: "]"))
    }
}
