public import Diagnostics

/// Reads GeoJSON (RFC 7946, and the older drafts' `crs` member).
///
///     let text = #"{"type": "Point", "coordinates": [13.4, 52.5]}"#
///     let file = try GeoJSONReader.read(Array(text.utf8), file: "point.geojson")
///     file.geometry  // .points(x: [13.4], y: [52.5])
///
/// A FeatureCollection, one Feature or a bare geometry; members in any order; two or more ordinates per position, of
/// which the first two count; null geometries; a byte order mark. All features must be areas (Polygon, MultiPolygon,
/// GeometryCollection of these) or all points (Point, MultiPoint of one point). A top-level `id` becomes the field `id`
/// unless there is a property of that name. Without a `crs` member the system is CRS84.
public struct GeoJSONReader {
    var reader: JSONReader
    var geometries = GeometryCollector()
    private var attributes = AttributeCollector()
    /// Whether geometries are passed over, of whatever kind they are.
    let skipsGeometry: Bool
    /// The offset behind the last `}`.
    let textEnd: Int
    /// The features' top-level `id`s.
    private var identifiers: [String?] = []
    /// What these are; nil as long as there are none.
    private var identifierKind: FeatureFile.Kind?

    /// Reads GeoJSON from bytes.
    ///
    /// - Parameters:
    ///   - file: The name that messages give the text.
    ///   - attributesOnly: Reads no geometry; every feature is then an area without parts, whatever the file holds.
    /// - Throws: ``InputError`` where the text is no GeoJSON (with line and byte) or a geometry cannot be used (with
    ///   the feature's number).
    /// - Complexity: O(*n*) for *n* bytes.
    public static func read(
        _ bytes: [UInt8], file: String, attributesOnly: Bool = false
    ) throws(InputError) -> FeatureFile {
        var reader = GeoJSONReader(bytes, attributesOnly: attributesOnly)
        do {
            return try reader.document(file: file)
        } catch {
            throw error.inFile(file)
        }
    }

    private init(_ bytes: [UInt8], attributesOnly: Bool) {
        reader = JSONReader(bytes)
        skipsGeometry = attributesOnly
        textEnd = (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
        guard !attributesOnly else { return }
        // Room for positions of twenty bytes; what is not filled costs address space, not memory.
        geometries.reserve(bytes.count / 20)
    }

    private mutating func document(file: String) throws(InputError) -> FeatureFile {
        guard textEnd > 0, reader.bytes[textEnd - 1] == UInt8(ascii: "}") else {
            reader.position = reader.bytes.count
            throw reader.error("the text does not end with '}'", remedy: "is the file whole, and is it GeoJSON?")
        }
        let start = reader.position
        var system: DeclaredSystem? = .crs84
        var type = ""
        var hasFeatures = false
        try reader.enterObject()
        while let name = try reader.nextMember() {
            switch name {
            case "type": type = try reader.peek() == .string ? reader.string() : ""
            case "features":
                hasFeatures = true
                try features()
            case "crs": system = try declaredSystem()
            default: try reader.skipValue()
            }
        }
        try reader.finish()
        if !hasFeatures {
            reader.position = start
            switch type {
            case "Feature": try feature()
            case "FeatureCollection":
                throw reader.error("the FeatureCollection has no member 'features'")
            case "Topology":
                throw InputError(
                    .malformed, "the file is TopoJSON, which is not read", remedy: "convert it to GeoJSON first")
            case "Point", "MultiPoint", "Polygon", "MultiPolygon", "GeometryCollection", "LineString",
                "MultiLineString":
                attributes.beginFeature()
                try geometry()
                endFeature(identifier: nil)
            default:
                throw InputError(
                    .malformed, "the JSON is no GeoJSON: its 'type' is '\(type)'",
                    remedy: "a FeatureCollection, a Feature or a geometry is needed")
            }
        }
        return result(file: file, system: system)
    }

    private func result(file: String, system: DeclaredSystem?) -> FeatureFile {
        var (fields, columns, kinds) = attributes.finish()
        if identifiers.contains(where: { $0 != nil }), !fields.contains("id") {
            fields.insert("id", at: 0)
            columns.insert(identifiers, at: 0)
            kinds.insert(identifierKind ?? .text, at: 0)
        }
        return FeatureFile(
            file: file, geometry: geometries.finish(), fields: fields, columns: columns, declaredSystem: system,
            kinds: kinds)
    }

    private mutating func features() throws(InputError) {
        guard try reader.peek() == .array else { throw reader.unexpected("the array of features") }
        try reader.enterArray()
        while try reader.nextElement() { try feature() }
    }

    /// Reads one feature.
    private mutating func feature() throws(InputError) {
        var identifier: String?
        attributes.beginFeature()
        try reader.enterObject()
        while let name = try reader.nextMember() {
            switch name {
            case "geometry": try geometry()
            case "properties": try properties()
            case "id":
                let (value, kind) = try attribute()
                identifier = value
                if let kind { identifierKind = identifierKind?.merged(with: kind) ?? kind }
            case "type":
                let type = try reader.string()
                guard type == "Feature" else {
                    throw reader.error("feature \(geometries.feature) is of type '\(type)'")
                }
            default: try reader.skipValue()
            }
        }
        endFeature(identifier: identifier)
    }

    private mutating func endFeature(identifier: String?) {
        geometries.endFeature()
        attributes.endFeature()
        identifiers.append(identifier)
    }

    private mutating func properties() throws(InputError) {
        guard try reader.peek() == .object else { return try reader.null() }
        try reader.enterObject()
        while let name = try reader.nextMember() {
            let (value, kind) = try attribute()
            attributes.add(name, value, kind)
        }
    }

    /// An attribute's value as text, and what it is.
    private mutating func attribute() throws(InputError) -> (String?, FeatureFile.Kind?) {
        switch try reader.peek() {
        case .null:
            try reader.null()
            return (nil, nil)
        case .string: return (try reader.string(), .text)
        case .bool: return (try reader.bool() ? "true" : "false", .truth)
        case .number:
            let range = try reader.numberRange()
            let spelled = reader.bytes[range]
            let isWhole = spelled.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
            let text = AttributeText.number(spelled: spelled) ?? String(decoding: spelled, as: UTF8.self)
            return (text, isWhole ? .integer : .real)
        case .object, .array: return (try reader.text(), .nested)
        }
    }

    /// The old `crs` member; `null` says that none may be assumed.
    private mutating func declaredSystem() throws(InputError) -> DeclaredSystem? {
        let value = try reader.value()
        let properties = value["properties"]
        if let name = properties?["name"]?.string { return DeclaredSystem(name: name) }
        if let code = properties?["code"]?.number, let code = Int(exactly: code) { return .epsg(code) }
        return nil
    }
}
