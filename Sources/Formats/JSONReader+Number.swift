public import Diagnostics

extension JSONReader {
    /// Reads a number, exactly rounded.
    ///
    /// - Throws: ``InputError`` where none stands, where its form is not JSON's (`+1`, `01`, `.5`, `1.`), or where it
    ///   is too large for a `Double`.
    public mutating func number() throws(InputError) -> Double {
        let range = try numberRange()
        var cursor = range.lowerBound
        guard let value = DecimalScan.number(in: bytes.span, at: &cursor), cursor == range.upperBound else {
            throw error("a number is too large", at: range.lowerBound)
        }
        return value
    }

    /// Passes over a number and gives where it stood.
    mutating func numberRange() throws(InputError) -> Range<Int> {
        skipBlanks()
        let start = position
        if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
        let first = position
        try passDigits()
        if position - first > 1, bytes[first] == UInt8(ascii: "0") {
            throw error("a number starts with a zero too many", at: start)
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try passDigits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try passDigits()
        }
        return start..<position
    }

    private mutating func passDigits() throws(InputError) {
        let first = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
        guard position > first else { throw unexpected("a digit") }
    }
}
