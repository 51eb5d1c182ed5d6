extension ParameterDescription {
    /// `limit`. No maximum is declared: more than the server gives is cut, not refused.
    static let limit = ParameterDescription(
        "limit", "How many areas a page has at most; more than \(FeatureQuery.maximumLimit) count as that many.",
        schema: #"{"type":"integer","minimum":1,"default":\#(FeatureQuery.maximumLimit)}"#, example: "10")
    /// `offset`.
    static let offset = ParameterDescription(
        "offset", "How many areas come before the page.", schema: #"{"type":"integer","minimum":0,"default":0}"#)
    /// `bbox`, as abstract test 14 of OGC API - Features Part 1 wants it described.
    static let box = ParameterDescription(
        "bbox",
        "Only areas that share a point with this box: four numbers, or six with heights, in the order of the axes of "
            + "`bbox-crs`.",
        schema: """
            {"type":"array","oneOf":[{"minItems":4,"maxItems":4},{"minItems":6,"maxItems":6}],\
            "items":{"type":"number"}}
            """, isList: true)
    /// `bbox-crs`.
    static let boxSystem = system("bbox-crs", "The reference system of `bbox`; CRS84 unless given.")
    /// `crs`.
    static let coordinateSystem = system("crs", "The reference system of the answer; CRS84 unless given.")
    /// `filter-crs`.
    static let filterSystem = system("filter-crs", "The reference system of coordinates in `filter`.")
    /// `filter-lang`.
    static let filterLanguage = ParameterDescription.words(
        "filter-lang", [FeatureQuery.filterLanguage], "The language of `filter`.")
    /// `filter`.
    static let filter = ParameterDescription(
        "filter",
        "Only areas of which this is true, in CQL2 text: comparisons, `LIKE`, `BETWEEN`, `IN`, `IS NULL`, "
            + "`S_INTERSECTS` with `BBOX` or any well-known text, `AND`, `OR`, `NOT`, parentheses. All geometries together "
            + "have at most \(FilterParser.maximumPositions) positions. The pattern is for "
            + "programs that check or make requests: it has the usual filters, with parentheses one deep; the server "
            + "reads deeper ones and all geometries as well.",
        schema:
            "{\"type\":\"string\",\"maxLength\":\(FilterParser.maximumLength),\"pattern\":\"\(FilterPattern.text)\"}")
    /// A queryable as a parameter.
    static func queryable(_ property: Queryable) -> ParameterDescription {
        let isFree = property.kind == .text && property != .state && property != .colour
        let whose = property == .category ? " No area of a layer without categories has one." : ""
        let length = isFree ? ",\"maxLength\":\(FeatureQuery.maximumTextLength)" : ""
        return ParameterDescription(
            property.rawValue, "Only areas with exactly this. \(property.title).\(whose)",
            schema: "{\(property.schema(isNullable: false))\(length)}")
    }

    private static func system(_ name: String, _ description: String) -> ParameterDescription {
        let uris = OfferedSystem.all.map { "\"\($0.uri)\"" }.joined(separator: ",")
        return ParameterDescription(
            name, description,
            schema:
                "{\"type\":\"string\",\"format\":\"uri\",\"enum\":[\(uris)],\"default\":\"\(OfferedSystem.crs84.uri)\"}"
        )
    }
}

/// The usual filters as a regular expression, ready to stand in a JSON string.
enum FilterPattern {
    /// The expression.
    static let text: String = {
        let number = "-?[0-9]{1,9}([.][0-9]{1,9})?"
        let word = "'[^'\\\\\\\\]*'"
        let day = "DATE[(]'[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])'[)]"
        let sign = " ?(=|<>|<|<=|>|>=) ?"
        let texts = "(key|name|state|label|colour)"
        let numbers = "(value|class)"
        let predicates = [
            "\(numbers)\(sign)\(number)", "\(texts)\(sign)\(word)",
            "\(texts) (NOT )?LIKE \(word)", "\(numbers) (NOT )?BETWEEN \(number) AND \(number)",
            "\(numbers) (NOT )?IN [(]\(number)(,\(number))*[)]", "\(texts) (NOT )?IN [(]\(word)(,\(word))*[)]",
            "(key|name|date|value|state|class|colour|label|geometry) IS (NOT )?NULL",
            "date\(sign)\(day)",
            "TRUE", "true", "FALSE", "false",
            "S_INTERSECTS[(]geometry,BBOX[(]\(number)(,\(number)){3}[)][)]",
        ]
        let predicate = "(NOT )?(\(predicates.joined(separator: "|")))"
        let inner = "(NOT )?[(]\(predicate)( (AND|OR) \(predicate))*[)]"
        return "^(\(predicate)|\(inner))( (AND|OR) (\(predicate)|\(inner)))*$"
    }()
}
