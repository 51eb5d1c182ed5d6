extension FeatureFile {
    /// What the values of an attribute are in the file; in ``columns`` all are text.
    public enum Kind: Sendable, Equatable {
        /// Text, dates, or values of several kinds.
        case text
        /// Whole numbers.
        case integer
        /// Numbers.
        case real
        /// `true` and `false`.
        case truth
        /// Objects and arrays of JSON.
        case nested

        /// The kind of a column that holds values of two kinds.
        func merged(with other: Kind) -> Kind {
            if self == other { return self }
            return [.integer, .real].contains(self) && [.integer, .real].contains(other) ? .real : .text
        }
    }

    /// The attributes with the types that the file gives them, for writers of JSON. A value that is not of its column's
    /// kind, as SQLite allows, is text.
    ///
    ///     // a column of kind .integer: "7" becomes 7; one of kind .text: "007" stays "007"
    ///     GeoJSONWriter().write(areas, columns: file.typedColumns, into: &out)
    public var typedColumns: [GeoJSONWriter.Column] {
        fields.indices.map { field in
            let kind = kinds.isEmpty ? Kind.text : kinds[field]
            guard kind != .text else { return GeoJSONWriter.Column(fields[field], .text(columns[field])) }
            return GeoJSONWriter.Column(
                fields[field], literals: columns[field].map { $0.map { FeatureFile.literal($0, kind) } })
        }
    }

    /// A value as JSON.
    private static func literal(_ value: String, _ kind: Kind) -> String {
        switch kind {
        case .nested: return value
        case .truth where value == "true" || value == "false": return value
        case .integer where isNumber(value): return value
        // The point keeps whole numbers among others apart from a column of whole numbers.
        case .real where isNumber(value):
            return value.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
                ? value + ".0" : value
        default:
            var out = OutputBuffer()
            out.write(json: value)
            return String(decoding: out.bytes, as: UTF8.self)
        }
    }

    /// Whether a text is a number as JSON spells it, and none of so many digits that readers would round it.
    private static func isNumber(_ value: String) -> Bool {
        var rest = value.utf8[...]
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        func digits() -> Int {
            let run = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(run)
            return run
        }
        let leadsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !leadsWithZero || whole == 1 else { return false }
        if rest.isEmpty { return whole <= 18 }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if let sign = rest.first, sign == UInt8(ascii: "e") || sign == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
