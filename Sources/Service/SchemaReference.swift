/// The schemas that several answers share, in `#/components/schemas`.
enum SchemaReference {
    static let landing = reference("landingPage")
    static let conformance = reference("conformance")
    static let collections = reference("collections")
    static let collection = reference("collection")
    static let schema = reference("propertySchema")
    static let features = reference("featureCollection")
    static let feature = reference("feature")
    static let health = reference("health")
    static let method = reference("method")
    static let problem = reference("problem")
    static let link = reference("link")

    /// All schemas by name, as JSON.
    static let all: [(name: String, schema: String)] = [
        ("link", linkSchema), ("links", array(of: link)), ("landingPage", landingSchema),
        ("conformance", object(required: ["conformsTo"], [("conformsTo", strings)])), ("extent", extentSchema),
        ("collection", collectionSchema), ("collections", collectionsSchema), ("propertySchema", propertiesSchema),
        ("geometry", geometrySchema), ("feature", featureSchema), ("featureCollection", featuresSchema),
        (
            "health",
            object(required: ["status"], [("status", string), ("release", #"{"type":"string","nullable":true}"#)])
        ),
        ("method", methodSchema),
        (
            "problem",
            object(
                required: ["title", "status", "detail"],
                [("type", string), ("title", string), ("status", #"{"type":"integer"}"#), ("detail", string)])
        ),
    ]

    private static let linkSchema = object(
        required: ["href", "rel"],
        [
            ("href", string), ("rel", string), ("type", string), ("title", string),
            ("templated", #"{"type":"boolean"}"#),
        ])
    private static let landingSchema = object(
        required: ["title", "links"],
        [
            ("title", string), ("description", string), ("publisher", string), ("licence", string),
            ("protectionNotice", string), ("release", string), ("links", links),
        ])
    private static let box = """
        {"type":"array","minItems":1,"items":{"type":"array","minItems":4,"maxItems":6,"items":{"type":"number"}}}
        """
    private static let interval = """
        {"type":"array","minItems":1,"items":{"type":"array","minItems":2,"maxItems":2,\
        "items":{"type":"string","format":"date-time","nullable":true}}}
        """
    private static let extentSchema = object(
        required: [],
        [
            ("spatial", object(required: ["bbox"], [("bbox", box), ("crs", string)])),
            ("temporal", object(required: ["interval"], [("interval", interval)])),
        ])
    private static let collectionSchema = object(
        required: ["id", "links", "crs", "extent"],
        [
            ("id", string), ("title", string), ("description", string), ("links", links),
            ("extent", reference("extent")), ("itemType", string), ("crs", strings), ("storageCrs", string),
            ("dates", #"{"type":"array","items":{"type":"string","format":"date"}}"#),
            ("areas", #"{"type":"integer"}"#),
        ])
    private static let collectionsSchema = object(
        required: ["links", "collections"],
        [("links", links), ("crs", strings), ("collections", array(of: collection))])
    private static let propertiesSchema = object(
        required: ["$schema", "$id", "type", "properties"],
        [("$schema", string), ("$id", string), ("type", string), ("properties", #"{"type":"object"}"#)])
    private static let geometrySchema = """
        {"type":"object","nullable":true,"required":["type","coordinates"],"properties":{"type":{"type":"string",\
        "enum":["Polygon","MultiPolygon"]},"coordinates":{"type":"array","items":{}}}}
        """
    private static let featureSchema = object(
        required: ["type", "id", "geometry", "properties"],
        [
            ("type", #"{"type":"string","enum":["Feature"]}"#), ("id", string), ("geometry", reference("geometry")),
            ("place", reference("geometry")), ("properties", properties), ("links", links),
        ])
    private static let featuresSchema = object(
        required: ["type", "features", "links", "numberMatched", "numberReturned"],
        [
            ("type", #"{"type":"string","enum":["FeatureCollection"]}"#), ("features", array(of: feature)),
            ("links", links), ("numberMatched", count), ("numberReturned", count),
        ])

    private static let methodSchema = object(
        required: ["layer", "title", "kind", "language", "entries"],
        [
            ("layer", string), ("title", string), ("kind", string), ("language", string),
            ("entries", array(of: object(required: ["title", "text"], [("title", string), ("text", string)]))),
        ])

    private static let string = #"{"type":"string"}"#
    private static let strings = #"{"type":"array","items":{"type":"string"}}"#
    private static let count = #"{"type":"integer","minimum":0}"#
    private static let links = reference("links")

    /// The properties of a feature.
    private static let properties = object(
        required: Queryable.attributes.filter { $0 != .category }.map(\.rawValue),
        Queryable.attributes.map { property in
            // OpenAPI 3.0 has no type null.
            let isNullable = property == .value || property == .class || property == .category
            return (
                property.rawValue, "{\(property.schema(isNullable: false))\(isNullable ? ",\"nullable\":true" : "")}"
            )
        })

    /// The schema of an array.
    static func array(of items: String) -> String { "{\"type\":\"array\",\"items\":\(items)}" }

    /// A reference to a schema.
    static func reference(_ name: String) -> String { "{\"$ref\":\"#/components/schemas/\(name)\"}" }

    /// The schema of an object.
    static func object(required: [String], _ properties: [(String, String)]) -> String {
        let list = required.map { "\"\($0)\"" }.joined(separator: ",")
        let members = properties.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
        return "{\"type\":\"object\"" + (required.isEmpty ? "" : ",\"required\":[\(list)]")
            + ",\"properties\":{\(members)}}"
    }
}
