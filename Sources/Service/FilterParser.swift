/// Reads filters in the text form of CQL2 (OGC 21-065r2, annex B) by recursive descent.
///
///     try FilterParser.parse("value > 20 AND name LIKE 'Süd%'", system: .crs84, properties: Queryable.all(of: layer))
///
/// Comparisons, `LIKE`, `BETWEEN`, `IN`, `IS NULL`, `AND`, `OR`, `NOT`, parentheses, and `S_INTERSECTS` with any
/// geometry. Types are checked here: what is left when a filter was read can be evaluated.
struct FilterParser {
    /// The longest filter, in characters.
    static let maximumLength = 4096
    /// How deep parentheses and `NOT` may be nested.
    static let maximumDepth = 32
    /// How many positions the geometries of a filter may have together; a box counts as the four of its corners.
    static let maximumPositions = 500

    var tokens: FilterTokens
    /// The system of coordinates in the filter.
    let system: OfferedSystem
    /// What there is to ask for.
    let properties: [Queryable]
    private var depth = 0
    /// How many positions there have been so far.
    var positions = 0

    private init(_ filter: String, system: OfferedSystem, properties: [Queryable]) throws(Problem) {
        tokens = try FilterTokens(filter)
        self.system = system
        self.properties = properties
    }

    /// Reads a filter.
    ///
    /// - Throws: A 400 that says what is wrong and where.
    static func parse(
        _ filter: String, system: OfferedSystem, properties: [Queryable]
    ) throws(Problem) -> FilterExpression {
        guard filter.unicodeScalars.count <= maximumLength else {
            throw .badRequest("the filter is longer than \(maximumLength) characters")
        }
        var parser = try FilterParser(filter, system: system, properties: properties)
        let expression = try parser.disjunction()
        guard parser.tokens.next.kind == .end else {
            throw parser.tokens.problem("AND, OR or the end was expected, not \(parser.tokens.next.phrase)")
        }
        return expression
    }

    private mutating func disjunction() throws(Problem) -> FilterExpression {
        var parts = [try conjunction()]
        while tokens.take(keyword: "OR") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(Problem) -> FilterExpression {
        var parts = [try factor()]
        while tokens.take(keyword: "AND") { parts.append(try factor()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func factor() throws(Problem) -> FilterExpression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= FilterParser.maximumDepth else {
            throw tokens.problem("the filter is nested deeper than \(FilterParser.maximumDepth)")
        }
        if tokens.take(keyword: "NOT") { return .not(try factor()) }
        if tokens.take(sign: "(") {
            let expression = try disjunction()
            try tokens.expect(sign: ")")
            return expression
        }
        return try predicate()
    }
}
