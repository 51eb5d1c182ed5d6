/// Reads decimal numbers out of bytes, exactly rounded, without making a `String` on the common path.
///
/// A number whose digits fit 2⁵³ and whose power of ten lies within ±22 is one exact multiplication or division away
/// (Clinger, How to read floating point numbers accurately, PLDI 1990); any other goes through the standard library.
///
///     let bytes = Array("12,50;".utf8)
///     var position = 0
///     DecimalScan.number(in: bytes.span, at: &position, decimalSign: UInt8(ascii: ","))  // 12.5, position 5
///
/// When not to use it: for text with thousands separators or signs of official statistics; the table reader knows
/// those.
public enum DecimalScan {
    /// Reads a number that starts at `position` and moves `position` behind it.
    ///
    /// Accepts an optional sign, digits with at most one decimal sign, and an exponent. Returns `nil`, with
    /// `position` unchanged, when no digit stands there; infinity and NaN are not numbers.
    ///
    /// - Complexity: O(*n*) for *n* digits.
    @inlinable public static func number(
        in bytes: Span<UInt8>, at position: inout Int, decimalSign: UInt8 = UInt8(ascii: ".")
    ) -> Double? {
        let start = position
        var index = position
        let end = bytes.count
        var isNegative = false
        if index < end {
            let sign = bytes[index]
            if sign == UInt8(ascii: "-") {
                isNegative = true
                index += 1
            } else if sign == UInt8(ascii: "+") {
                index += 1
            }
        }
        var mantissa: UInt64 = 0
        var digits = 0
        var exponent = 0
        let firstDigit = index
        while index < end {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit > 9 { break }
            mantissa = mantissa &* 10 &+ UInt64(digit)
            if mantissa != 0 { digits += 1 }
            index += 1
        }
        var seen = index - firstDigit
        if index < end, bytes[index] == decimalSign {
            let firstDecimal = index + 1
            var decimal = firstDecimal
            while decimal < end {
                let digit = bytes[decimal] &- UInt8(ascii: "0")
                if digit > 9 { break }
                mantissa = mantissa &* 10 &+ UInt64(digit)
                if mantissa != 0 { digits += 1 }
                decimal += 1
            }
            let count = decimal - firstDecimal
            if seen + count > 0 {
                seen += count
                exponent = -count
                index = decimal
            }
        }
        guard seen > 0 else { return nil }
        if index + 1 < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
            exponent += scanExponent(in: bytes, at: &index)
        }
        position = index
        if digits <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
            let magnitude =
                exponent < 0
                ? Double(mantissa) / powersOfTen[-exponent] : Double(mantissa) * powersOfTen[exponent]
            return isNegative ? -magnitude : magnitude
        }
        return slow(bytes, start..<index, decimalSign: decimalSign)
    }

    /// Reads `e+12` where it stands, if it does.
    @usableFromInline static func scanExponent(in bytes: Span<UInt8>, at index: inout Int) -> Int {
        var cursor = index + 1
        var isNegative = false
        if bytes[cursor] == UInt8(ascii: "-") || bytes[cursor] == UInt8(ascii: "+") {
            isNegative = bytes[cursor] == UInt8(ascii: "-")
            cursor += 1
        }
        let first = cursor
        var value = 0
        while cursor < bytes.count {
            let digit = bytes[cursor] &- UInt8(ascii: "0")
            if digit > 9 { break }
            value = min(value * 10 + Int(digit), 100_000)
            cursor += 1
        }
        guard cursor > first else { return 0 }
        index = cursor
        return isNegative ? -value : value
    }

    /// The standard library's exact reading, for long mantissas and large exponents.
    @usableFromInline static func slow(_ bytes: Span<UInt8>, _ range: Range<Int>, decimalSign: UInt8) -> Double? {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for index in range { text.append(bytes[index] == decimalSign ? UInt8(ascii: ".") : bytes[index]) }
        guard let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite else { return nil }
        return number
    }

    @usableFromInline static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
