public import Planar

/// Writes areas or points with their attributes as a GeoJSON FeatureCollection (RFC 7946).
///
///     var out = OutputBuffer()
///     let name = GeoJSONWriter.Column("name", .text(["Kalk"]))
///     GeoJSONWriter(decimals: 1).write(square, columns: [name], into: &out)
///     // {"type":"FeatureCollection","features":[
///     // {"type":"Feature","properties":{"name":"Kalk"},"geometry":{"type":"Polygon","coordinates":[[[0,0],…]]}}
///     // ]}
///
/// One feature a line, shells counter-clockwise and holes clockwise however the areas wind, the same bytes for the same
/// input. Coordinates are rounded to `decimals`, if any; no vertex is left out for that.
public struct GeoJSONWriter: Sendable {
    /// A property of all features.
    public struct Column: Sendable {
        /// The values, one per feature; `nil` becomes null.
        public enum Values: Sendable {
            /// Strings.
            case text([String?])
            /// Numbers in shortest round-trip form; one that is not finite becomes null.
            case numbers([Double?])
            /// Whole numbers.
            case integers([Int?])
        }

        /// The property's name.
        public let name: String
        /// The features' values.
        public let values: Values
        /// Whether the values are JSON already.
        let isLiteral: Bool

        /// Creates a column.
        public init(_ name: String, _ values: Values) {
            self.name = name
            self.values = values
            isLiteral = false
        }

        /// Creates a column of values that are JSON already: `7`, `true`, `[1, 2]`.
        init(_ name: String, literals: [String?]) {
            self.name = name
            values = .text(literals)
            isLiteral = true
        }

        /// How many values there are.
        public var count: Int {
            switch values {
            case .text(let values): values.count
            case .numbers(let values): values.count
            case .integers(let values): values.count
            }
        }
    }

    /// Decimals of the coordinates; 7 are about a centimetre in degrees, 2 a centimetre in metres. With nil they are
    /// written in the shortest form that reads back as the same number.
    public var decimals: Int?
    /// The system to be stated. CRS84 needs no statement; any other goes into the old `crs` member, which RFC 7946 no
    /// longer has, but which desktop programs read.
    public var system: DeclaredSystem

    /// A writer.
    ///
    /// - Precondition: `decimals` is nil or in 0...12.
    public init(decimals: Int? = 7, system: DeclaredSystem = .crs84) {
        precondition(decimals.map((0...12).contains) ?? true, "decimals are in 0...12")
        self.decimals = decimals
        self.system = system
    }

    /// Writes areas; one without parts has the geometry null.
    ///
    /// - Parameter ids: The features' top-level ids, one per area; none if empty.
    /// - Precondition: Each column, and `ids` if not empty, has one value per area.
    public func write(_ areas: Areas, ids: [String] = [], columns: [Column], into out: inout OutputBuffer) {
        write(count: areas.count, ids: ids, columns: columns, into: &out) { area, out in
            writeGeometry(of: area, in: areas, into: &out)
        }
    }

    /// Writes points; one with NaN has the geometry null.
    ///
    /// - Precondition: `x`, `y`, each column, and `ids` if not empty, are of one length.
    public func write(
        x: [Double], y: [Double], ids: [String] = [], columns: [Column], into out: inout OutputBuffer
    ) {
        precondition(x.count == y.count, "x and y differ in length")
        write(count: x.count, ids: ids, columns: columns, into: &out) { point, out in
            guard x[point].isFinite, y[point].isFinite else { return out.write("null" as StaticString) }
            out.write("{\"type\":\"Point\",\"coordinates\":" as StaticString)
            writePosition(x[point], y[point], into: &out)
            out.write(byte: UInt8(ascii: "}"))
        }
    }

    private func write(
        count: Int, ids: [String], columns: [Column], into out: inout OutputBuffer,
        geometry: (Int, inout OutputBuffer) -> Void
    ) {
        precondition(columns.allSatisfy { $0.count == count }, "a value per feature")
        precondition(ids.isEmpty || ids.count == count, "an id per feature")
        out.write("{\"type\":\"FeatureCollection\"," as StaticString)
        writeSystem(into: &out)
        out.write("\"features\":[" as StaticString)
        for feature in 0..<count {
            out.write(feature == 0 ? "\n" : ",\n" as StaticString)
            out.write("{\"type\":\"Feature\"," as StaticString)
            if !ids.isEmpty {
                out.write("\"id\":" as StaticString)
                out.write(json: ids[feature])
                out.write(byte: UInt8(ascii: ","))
            }
            out.write("\"properties\":{" as StaticString)
            for (index, column) in columns.enumerated() {
                if index > 0 { out.write(byte: UInt8(ascii: ",")) }
                out.write(json: column.name)
                out.write(byte: UInt8(ascii: ":"))
                column.write(feature, into: &out)
            }
            out.write("},\"geometry\":" as StaticString)
            geometry(feature, &out)
            out.write(byte: UInt8(ascii: "}"))
        }
        out.write("\n]}\n" as StaticString)
    }

    private func writeSystem(into out: inout OutputBuffer) {
        let name: String
        switch system {
        case .crs84: return
        case .epsg(let code): name = "urn:ogc:def:crs:EPSG::\(code)"
        case .wkt(let text): name = text
        }
        out.write("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":" as StaticString)
        out.write(json: name)
        out.write("}}," as StaticString)
    }
}

extension GeoJSONWriter.Column {
    /// Writes one feature's value.
    public func write(_ feature: Int, into out: inout OutputBuffer) {
        switch values {
        case .text(let values):
            if let text = values[feature] { return isLiteral ? out.write(text) : out.write(json: text) }
        case .numbers(let values):
            if let number = values[feature], number.isFinite { return out.write(number) }
        case .integers(let values):
            if let number = values[feature] { return out.write(number) }
        }
        out.write("null" as StaticString)
    }
}
