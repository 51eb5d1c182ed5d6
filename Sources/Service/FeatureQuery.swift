import Catalogue
import Formats
import Statistics

/// Which areas of a layer are asked for, which of them at a time, and in which system: the parameters of `/items`,
/// read and checked before anything is looked up.
struct FeatureQuery: Sendable {
    /// The longest page; a longer one that is asked for is cut to it.
    static let maximumLimit = 10_000
    /// The longest text that a queryable is compared with, in characters.
    static let maximumTextLength = 200
    /// The one filter language.
    static let filterLanguage = "cql2-text"
    /// The parameters, besides those that say how a layer is drawn.
    static let parameterNames =
        ["bbox", "bbox-crs", "crs", "filter", "filter-crs", "filter-lang", "limit", "offset"]
        + Queryable.attributes.map(\.rawValue)

    /// How many areas a page has at most.
    let limit: Int
    /// How many areas come before the page.
    let offset: Int
    /// The system of the answer's coordinates.
    let system: OfferedSystem
    /// The box that areas have to touch.
    let box: BoundingBox?
    /// What has to be true of them, queryables as parameters included.
    let filter: FilterExpression?

    /// Reads the parameters.
    ///
    /// As a parameter `category` may be given for any layer, because one description holds for all of them; where a layer
    /// has no categories, no area has the one asked for.
    ///
    /// - Throws: A 400 for a value that cannot be, and for a filter with a property that the layer has not.
    init(_ parameters: QueryParameters, of layer: ReleasedLayer) throws(Problem) {
        let maximum = FeatureQuery.maximumLimit
        limit = try parameters.integer("limit", from: 1, clampedTo: maximum) ?? maximum
        offset = try parameters.integer("offset", from: 0, clampedTo: Int(Int32.max)) ?? 0
        system = try parameters.system("crs")
        box = try BoundingBox(parameters)
        var conditions: [FilterExpression] = []
        let filterSystem = try parameters.system("filter-crs")
        _ = try parameters.word("filter-lang", of: [FeatureQuery.filterLanguage])
        if let text = parameters["filter"] {
            let properties = Queryable.all(of: layer)
            conditions.append(try FilterParser.parse(text, system: filterSystem, properties: properties))
        }
        for property in Queryable.attributes {
            guard let value = try FeatureQuery.value(of: property, parameters) else { continue }
            conditions.append(.compared(.property(property), .equal, .literal(value)))
        }
        filter = conditions.isEmpty ? nil : conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    /// The value that a queryable has to have, if it is given as a parameter.
    private static func value(
        of property: Queryable, _ parameters: QueryParameters
    ) throws(Problem) -> FilterValue? {
        let name = property.rawValue
        guard let text = parameters[name] else { return nil }
        switch property {
        case .value:
            guard let number = DecimalScan.number(of: text) else {
                throw .badRequest("'\(text)' is no value for \(name); give a number")
            }
            return .number(number)
        case .class:
            guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
                throw .badRequest("'\(text)' is no value for \(name); give a whole number from 0 on")
            }
            return .number(Double(text) ?? .infinity)
        case .date:
            guard text.utf8.count == 10, let day = DateInterval.day(text) else {
                throw .badRequest("'\(text)' is no value for \(name); give a date such as 2023-12-31")
            }
            return .day(day)
        case .state:
            return try parameters.word(name, of: ValueState.allCases.map(\.name)).map(FilterValue.text)
        case .colour:
            guard text.utf8.count == 7, text.first == "#", text.dropFirst().utf8.allSatisfy(FeatureQuery.isLowerHex)
            else { throw .badRequest("'\(text)' is no value for \(name); give a colour such as #08306b") }
            return .text(text)
        case .key, .name, .label, .category, .geometry:
            guard text.unicodeScalars.count <= maximumTextLength else {
                throw .badRequest("the value for \(name) is longer than \(maximumTextLength) characters")
            }
            return .text(text)
        }
    }

    private static func isLowerHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}
