/// Numbers as readers of a language expect them.
///
///     NumberFormat(.german).text(1234.5, decimals: 1)   // "1.234,5"
///     NumberFormat(.english).text(-1234.5, decimals: 0)  // "−1,235"
///
/// Rounded half away from zero, with all decimals shown and a real minus sign; never "−0".
public struct NumberFormat: Sendable {
    /// The language whose signs are used.
    public let language: Language

    /// The format of a language.
    public init(_ language: Language) { self.language = language }

    /// A number with fixed decimals.
    ///
    /// - Precondition: The number is finite and `decimals` is in 0...12.
    public func text(_ number: Double, decimals: Int) -> String {
        precondition(number.isFinite && (0...12).contains(decimals), "a finite number with up to 12 decimals")
        let scale = (0..<decimals).reduce(1 as UInt64) { power, _ in power * 10 }
        let scaled = (number.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero)
        // Beyond 2⁶³ units of the last decimal a Double has no decimals to show.
        guard scaled < 0x1p63 else { return "\(number)" }
        let digits = UInt64(scaled)
        var text = grouped(digits / scale)
        if decimals > 0 {
            let fraction = String(digits % scale)
            text += language == .german ? "," : "."
            text += String(repeating: "0", count: decimals - fraction.count) + fraction
        }
        return number < 0 && digits > 0 ? "−" + text : text
    }

    /// A whole number.
    public func text(_ number: Int) -> String {
        (number < 0 ? "−" : "") + grouped(UInt64(number.magnitude))
    }

    private func grouped(_ number: UInt64) -> String {
        let separator = language == .german ? "." : ","
        var rest = number
        var groups: [String] = []
        while rest >= 1000 {
            let digits = String(rest % 1000)
            groups.append(String(repeating: "0", count: 3 - digits.count) + digits)
            rest /= 1000
        }
        groups.append(String(rest))
        return groups.reversed().joined(separator: separator)
    }
}
