public import Diagnostics

extension JSONReader {
    /// Reads a string, its escapes resolved.
    public mutating func string() throws(InputError) -> String {
        let start = try openQuote()
        let plain = plainEnd(from: start)
        guard plain < bytes.count else { throw error("a string has no end", at: start - 1) }
        if bytes[plain] == UInt8(ascii: "\"") {
            position = plain + 1
            return try utf8Text(start..<plain)
        }
        return try escapedString(from: start)
    }

    /// Passes over a string, its escapes checked.
    mutating func skipString() throws(InputError) {
        let start = try openQuote()
        let plain = plainEnd(from: start)
        if plain < bytes.count, bytes[plain] == UInt8(ascii: "\"") {
            position = plain + 1
        } else {
            _ = try escapedString(from: start)
        }
    }

    /// The text of a range of bytes. ASCII, which most is, needs no validation; that halves the time.
    private func utf8Text(_ range: Range<Int>) throws(InputError) -> String {
        let text: String? = bytes.withUnsafeBufferPointer { buffer in
            let part = UnsafeBufferPointer(rebasing: buffer[range])
            var seen: UInt8 = 0
            for byte in part { seen |= byte }
            return seen < 0x80 ? String(decoding: part, as: UTF8.self) : String(validating: part, as: UTF8.self)
        }
        guard let text else { throw notUTF8(range.lowerBound) }
        return text
    }

    private mutating func openQuote() throws(InputError) -> Int {
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw unexpected("a string") }
        return position + 1
    }

    /// The first byte from `start` that is not plain text: the closing mark, an escape, or a control character.
    private func plainEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            index += 1
        }
        return index
    }

    private mutating func escapedString(from start: Int) throws(InputError) -> String {
        var text: [UInt8] = []
        position = start
        while true {
            let end = plainEnd(from: position)
            text.append(contentsOf: bytes[position..<end])
            position = end
            guard position < bytes.count else { throw error("a string has no end", at: start - 1) }
            guard bytes[position] >= 0x20 else { throw error("a control character stands in a string") }
            position += 1
            if bytes[position - 1] == UInt8(ascii: "\"") { break }
            try escape(into: &text)
        }
        guard let string = String(validating: text, as: UTF8.self) else { throw notUTF8(start) }
        return string
    }

    /// Resolves the escape whose backslash has been passed.
    private mutating func escape(into text: inout [UInt8]) throws(InputError) {
        guard position < bytes.count else { throw error("a string has no end") }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            let unit = try codeUnit()
            var code = UInt32(unit)
            if (0xD800..<0xDC00).contains(unit), position + 1 < bytes.count,
                bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
            {
                position += 2
                let low = try codeUnit()
                guard (0xDC00..<0xE000).contains(low) else { throw error("half of a surrogate pair stands alone") }
                code = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
            }
            guard let scalar = UnicodeScalar(code) else { throw error("half of a surrogate pair stands alone") }
            text.append(contentsOf: String(Character(scalar)).utf8)
        default:
            position -= 1
            throw unexpected("one of \" \\ / b f n r t u after a backslash")
        }
    }

    /// Four hexadecimal digits.
    private mutating func codeUnit() throws(InputError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard position < bytes.count, let digit = Character(UnicodeScalar(bytes[position])).hexDigitValue else {
                throw unexpected("a hexadecimal digit")
            }
            value = value << 4 | UInt16(digit)
            position += 1
        }
        return value
    }
}
