/// How much an area may change before a repair is refused.
///
///     RepairLimit("1 %")   // .share(0.01)
///     RepairLimit("25")    // .squareMetres(25)
public enum RepairLimit: Sendable, Equatable {
    /// So many m².
    case squareMetres(Double)
    /// A share of the area's size.
    case share(Double)

    /// The usual limit: one per cent of an area.
    public static let usual = RepairLimit.share(0.01)

    /// Reads a number of m² or a percentage, with decimal point or comma; nil for anything else.
    public init?(_ text: String) {
        var digits = text.filter { $0 != " " && $0 != "\u{00A0}" }.replacing(",", with: ".")
        let isShare = digits.hasSuffix("%")
        if isShare { digits.removeLast() }
        guard let number = Double(digits), number.isFinite, number >= 0 else { return nil }
        self = isShare ? .share(number / 100) : .squareMetres(number)
    }

    private static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? number.description
    }

    /// Whether a change is within the limit.
    public func admits(_ row: RepairLedger.Row) -> Bool {
        switch self {
        case .squareMetres(let limit): abs(row.change) <= limit
        case .share(let share): abs(row.change) <= share * max(row.base, 0)
        }
    }

    /// The limit in words: `25 m²`, `1 %`.
    public var description: String {
        switch self {
        case .squareMetres(let limit): "\(RepairLimit.text(limit)) m²"
        case .share(let share): "\(RepairLimit.text((share * 1e8).rounded() / 1e6)) %"
        }
    }
}
