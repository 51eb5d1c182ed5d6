/// Collects attributes that come feature by feature with their names, as in GeoJSON, into columns.
///
/// Fields are in the order in which they were first met; a feature that lacks one has `nil` there; a name that occurs
/// twice in one feature counts with its last value.
struct AttributeCollector {
    private var fields: [String] = []
    private var columns: [[String?]] = []
    /// Field → what its values are so far; nil as long as there are none.
    private var kinds: [FeatureFile.Kind?] = []
    private var positions: [String: Int] = [:]
    private var count = 0
    /// The field expected next: features mostly name theirs in the same order.
    private var expected = 0

    mutating func beginFeature() { expected = 0 }

    /// Gives the open feature a value.
    mutating func add(_ name: String, _ value: String?, _ kind: FeatureFile.Kind?) {
        let field = position(of: name)
        if let kind { kinds[field] = kinds[field]?.merged(with: kind) ?? kind }
        expected = field + 1
        if columns[field].count > count { columns[field].removeLast() }
        if columns[field].count < count {
            columns[field].append(contentsOf: repeatElement(nil, count: count - columns[field].count))
        }
        columns[field].append(value)
    }

    mutating func endFeature() { count += 1 }

    /// The fields and their columns, filled up to one length, with their kinds.
    consuming func finish() -> (fields: [String], columns: [[String?]], kinds: [FeatureFile.Kind]) {
        for field in columns.indices {
            columns[field].append(contentsOf: repeatElement(nil, count: count - columns[field].count))
        }
        return (fields, columns, kinds.map { $0 ?? .text })
    }

    private mutating func position(of name: String) -> Int {
        if expected < fields.count, fields[expected] == name { return expected }
        if let known = positions[name] { return known }
        positions[name] = fields.count
        fields.append(name)
        columns.append([])
        kinds.append(nil)
        return fields.count - 1
    }
}
