/// What is written into one cell of a table.
public enum TableCell: Sendable, Equatable {
    /// Text as it is; keys too.
    case text(String)
    /// A number in its shortest form that reads back as the same number. One that is not finite becomes an empty cell.
    case number(Double)
    /// A whole number.
    case integer(Int)
    /// Nothing.
    case empty

    /// A number where there is one.
    public static func number(_ number: Double?) -> TableCell { number.map { .number($0) } ?? .empty }
}

extension TableCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
}
