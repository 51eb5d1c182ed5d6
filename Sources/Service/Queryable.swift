import Catalogue
import Statistics

/// A property of released areas that can be asked for: in features, in filters, and as a parameter of its own.
enum Queryable: String, CaseIterable, Sendable {
    case key, name, date, value, state, `class`, colour, label, category, geometry

    /// What can be compared with it.
    enum Kind: Sendable, Hashable {
        case text, number, day, boolean, shape

        /// The kind for messages, with its article.
        var phrase: String {
            switch self {
            case .text: "a text such as 'abc'"
            case .number: "a number"
            case .day: "a date such as DATE('2023-12-31')"
            case .boolean: "a truth value"
            case .shape: "a geometry"
            }
        }
    }

    /// All that have a value in the attribute table, in the order of a feature's properties.
    static let attributes = allCases.filter { $0 != .geometry }

    /// Those that the areas of a layer have: `category` only where the layer has categories.
    static func all(of layer: ReleasedLayer) -> [Queryable] {
        layer.categories.isEmpty ? allCases.filter { $0 != .category } : allCases
    }

    /// The kind of its values.
    var kind: Kind {
        switch self {
        case .key, .name, .state, .colour, .label, .category: .text
        case .value, .class: .number
        case .date: .day
        case .geometry: .shape
        }
    }

    /// What it is, for schemas.
    var title: String {
        switch self {
        case .key: "Key of the area"
        case .name: "Name of the area"
        case .date: "Reference date"
        case .value: "Value; null where the state is not 'value'"
        case .state: "State of the value"
        case .class: "Class, counted from 0; null where there is no value"
        case .colour: "Colour on the map"
        case .label: "Value with its unit, or its state, in words"
        case .category: "Category; null where there is no value"
        case .geometry: "Area"
        }
    }

    /// The type as JSON Schema, without braces. As a parameter or in a filter it is never null.
    func schema(isNullable: Bool) -> String {
        switch self {
        case .key, .name, .label: #""type":"string""#
        case .category: isNullable ? #""type":["string","null"]"# : #""type":"string""#
        case .colour: #""type":"string","pattern":"^#[0-9a-f]{6}$""#
        case .date: #""type":"string","format":"date""#
        case .value: isNullable ? #""type":["number","null"]"# : #""type":"number""#
        case .class: isNullable ? #""type":["integer","null"],"minimum":0"# : #""type":"integer","minimum":0"#
        case .state:
            "\"type\":\"string\",\"enum\":["
                + ValueState.allCases.map { "\"\($0.name)\"" }.joined(separator: ",") + "]"
        case .geometry: #""format":"geometry-polygon-any""#
        }
    }
}
