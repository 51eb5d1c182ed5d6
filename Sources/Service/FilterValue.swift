/// A value in a filter: a literal, or what an area has as a property.
enum FilterValue: Hashable, Sendable {
    case text(String)
    case number(Double)
    /// `YYYY-MM-DD`.
    case day(String)
    case boolean(Bool)
    case null

    /// The kind, `nil` for null, which goes with every kind.
    var kind: Queryable.Kind? {
        switch self {
        case .text: .text
        case .number: .number
        case .day: .day
        case .boolean: .boolean
        case .null: nil
        }
    }

    /// Which of two values comes first: -1, 0 or 1; `nil` where one is null, and nobody knows.
    ///
    /// Texts are compared by their code points, so that upper case comes before lower case and no locale matters.
    func order(_ other: FilterValue) -> Int? {
        switch (self, other) {
        case (.number(let one), .number(let two)): one < two ? -1 : one > two ? 1 : 0
        case (.text(let one), .text(let two)), (.day(let one), .day(let two)):
            one.unicodeScalars.lexicographicallyPrecedes(two.unicodeScalars)
                ? -1 : two.unicodeScalars.lexicographicallyPrecedes(one.unicodeScalars) ? 1 : 0
        case (.boolean(let one), .boolean(let two)): one == two ? 0 : one ? 1 : -1
        default: nil
        }
    }
}
