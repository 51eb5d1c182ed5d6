/// How attributes become text: keys stay as they are written, whole numbers have no decimal point.
///
///     AttributeText.number(7.0)  // "7"
///     AttributeText.number(0.1)  // "0.1"
enum AttributeText {
    /// A number: whole ones without a point, others in their shortest form that reads back as the same number.
    static func number(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        return value.description
    }

    /// A number as a file spells it. Digits alone are kept, so that long identifiers lose nothing; leading zeros
    /// and a plus sign of a *numeric* attribute mean nothing and go. `nil` where it is no number.
    static func number(spelled text: ArraySlice<UInt8>) -> String? {
        let first = text.first
        let isNegative = first == UInt8(ascii: "-")
        let digits = isNegative || first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
        guard !digits.isEmpty else { return nil }
        if digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
            let significant = digits.drop { $0 == UInt8(ascii: "0") }
            if significant.isEmpty { return "0" }
            return (isNegative ? "-" : "") + String(decoding: significant, as: UTF8.self)
        }
        var length = 0
        let span = text.span
        guard let value = DecimalScan.number(in: span, at: &length), length == span.count else { return nil }
        return number(value)
    }
}
