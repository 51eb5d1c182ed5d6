/// The language of sentences about findings.
public enum FindingLanguage: String, Sendable, CaseIterable {
    /// German, as German offices write.
    case german = "de"
    /// English.
    case english = "en"

    /// One of two texts.
    func callAsFunction(_ german: String, _ english: String) -> String { self == .german ? german : english }

    /// A number with so many decimals as its size deserves: 0.0998 but 1,234.
    ///
    ///     FindingLanguage.german.number(1234.56)  // "1.235"
    func number(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        if value == value.rounded() { return fixed(value, decimals: 0) }
        let size = value.magnitude
        if size < 0.0001 { return exponent(value) }
        var text = fixed(value, decimals: size < 1 ? 4 : size < 100 ? 2 : size < 1000 ? 1 : 0)
        guard size < 1000 else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(",") || text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// A number with its unit; `vertices` and its like in the language's word.
    func measure(_ value: Double, unit: String) -> String {
        let word = self.unit(unit, isOne: value == 1)
        return word.isEmpty ? number(value) : "\(number(value)) \(word)"
    }

    /// A number with fixed decimals, grouped by threes.
    func fixed(_ value: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 0x1p63 else { return value.description }
        let digits = UInt64(scaled)
        var whole = String(digits / UInt64(scale))
        var groups: [Substring] = []
        while whole.utf8.count > 3 {
            groups.append(whole.suffix(3))
            whole = String(whole.dropLast(3))
        }
        var text = ([whole[...]] + groups.reversed()).joined(separator: self == .german ? "." : ",")
        if decimals > 0 {
            let fraction = String(digits % UInt64(scale))
            text += self == .german ? "," : "."
            text += String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
        }
        return value < 0 && digits > 0 ? "−" + text : text
    }

    /// `4,2·10⁻⁵`, for what is too small to be written out.
    private func exponent(_ value: Double) -> String {
        var exponent = 0
        var mantissa = value.magnitude
        while mantissa > 0, mantissa < 1, exponent < 300 {
            mantissa *= 10
            exponent += 1
        }
        mantissa = (mantissa * 10).rounded() / 10
        if mantissa >= 10 { (mantissa, exponent) = (1, exponent - 1) }
        if exponent <= 4 { return fixed(value, decimals: 4) }
        let digits = String(exponent).compactMap { FindingLanguage.superscripts[$0] }
        return "\(value < 0 ? "−" : "")\(number(mantissa))·10⁻\(String(digits))"
    }

    private static let superscripts: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]

    private func unit(_ unit: String, isOne: Bool) -> String {
        switch unit {
        case "vertices": self(isOne ? "Stützpunkt" : "Stützpunkte", isOne ? "vertex" : "vertices")
        case "addresses": self(isOne ? "Adresse" : "Adressen", isOne ? "address" : "addresses")
        case "areas": self(isOne ? "Fläche" : "Flächen", isOne ? "area" : "areas")
        case "parts": self(isOne ? "Teil" : "Teile", isOne ? "part" : "parts")
        case "rings": self(isOne ? "Ring" : "Ringe", isOne ? "ring" : "rings")
        case "days": self(isOne ? "Tag" : "Tage", isOne ? "day" : "days")
        default: unit
        }
    }
}
