import Statistics

/// What the OpenAPI document says about one parameter.
///
/// A value that the schema allows is never answered with 400, and one that it forbids always is: programs that try
/// the interface by its description hold the server to both.
struct ParameterDescription: Sendable {
    /// Where a parameter stands.
    enum Location: String, Sendable {
        case path, query
    }

    /// The name.
    let name: String
    /// Where it stands. Parameters of paths are required, those of queries never are.
    let location: Location
    /// What it does.
    let description: String
    /// Its schema, written as JSON.
    let schema: String
    /// `explode` is false and `style` form: a list is one value with commas.
    var isList: Bool
    /// A value that has an answer, as JSON; empty for none. A layer's or area's is filled in from the release.
    var example: String

    init(
        _ name: String, in location: Location = .query, _ description: String, schema: String, isList: Bool = false,
        example: String = ""
    ) {
        self.name = name
        self.location = location
        self.description = description
        self.schema = schema
        self.isList = isList
        self.example = example
    }

    /// A parameter of the query with one of several words.
    static func words(_ name: String, _ words: [String], _ description: String) -> ParameterDescription {
        let list = words.map { "\"\($0)\"" }.joined(separator: ",")
        return ParameterDescription(name, description, schema: "{\"type\":\"string\",\"enum\":[\(list)]}")
    }

    /// A whole number in the query.
    static func integer(
        _ name: String, _ range: ClosedRange<Int>, standard: Int? = nil, _ description: String
    ) -> ParameterDescription {
        let standard = standard.map { ",\"default\":\($0)" } ?? ""
        let bounds = "\"minimum\":\(range.lowerBound),\"maximum\":\(range.upperBound)"
        return ParameterDescription(name, description, schema: "{\"type\":\"integer\",\(bounds)\(standard)}")
    }

    /// `f`, for the names of some representations.
    static func format(_ forms: [Representation]) -> ParameterDescription {
        .words("f", forms.map(\.name), "The form of the answer; without it the Accept header decides.")
    }

    /// The id of a layer, in a path.
    static let collection = ParameterDescription(
        "collectionId", in: .path, "The id of a layer: division, level and indicator.", schema: #"{"type":"string"}"#,
        example: "collection")
    /// The key of an area, in a path.
    static let feature = ParameterDescription(
        "featureId", in: .path, "The key of an area.", schema: #"{"type":"string"}"#, example: "feature")
    /// `lang`.
    static let language = ParameterDescription.words(
        "lang", ["de", "en"], "The language of labels and titles; German unless asked otherwise.")
    /// `classes`; empty, as a form sends it where nothing was chosen, it is as if it were not there.
    static let classes = ParameterDescription(
        "classes",
        "How many classes; as the style says unless given. Layers with categories have their classes already: there it "
            + "has no effect.",
        schema: """
            {"anyOf":[{"type":"integer","minimum":\(RenderingChoice.classCounts.lowerBound),\
            "maximum":\(RenderingChoice.classCounts.upperBound)},{"type":"string","enum":[""]}]}
            """)
    /// `method`.
    static let method = ParameterDescription(
        "method",
        "How class limits are found; as the style says unless given. `fixed:` gives limits, in any order. No effect on "
            + "layers with categories, whose legend says `categories`.",
        schema: """
            {"type":"string","pattern":"^(|\(RenderingChoice.methodNames.joined(separator: "|"))\
            |fixed:-?[0-9]{1,9}([.][0-9]{1,9})?(,-?[0-9]{1,9}([.][0-9]{1,9})?){0,9})$"}
            """)
    /// `datetime`.
    static let datetime = ParameterDescription(
        "datetime", "A day or an interval of days, open on one side where it says `..`; the newest date in it counts.",
        schema: "{\"type\":\"string\",\"pattern\":\"\(DateInterval.pattern)\"}")
    /// What all drawn resources share.
    static let drawn: [ParameterDescription] = [.datetime, .method, .classes, .language]
}
