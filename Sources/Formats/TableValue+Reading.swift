extension TableValue {
    /// Reads a cell in full: trimmed, signs, remarks, thousands, exponent. The plain numbers of a large file do not
    /// come here; `DelimitedRow` reads them on the spot.
    init(reading bytes: UnsafeBufferPointer<UInt8>, decimalSign: UInt8, encoding: DelimitedEncoding) {
        // What cannot be a number must not cost the time of one, and 64 bytes hold any.
        guard bytes.count <= TableValue.longestCell || encoding.trimmed(bytes).count <= TableValue.longestCell else {
            self = .unreadable
            return
        }
        let trimmed = encoding.trimmed(bytes)
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * TableValue.longestCell) { plain in
            let count = TableValue.simplify(trimmed, encoding, into: plain)
            return TableValue(simplified: UnsafeBufferPointer(rebasing: plain[..<count]), decimalSign: decimalSign)
        }
    }

    private static let longestCell = 64

    /// Reads a cell that has only ASCII left.
    private init(simplified text: UnsafeBufferPointer<UInt8>, decimalSign: UInt8) {
        if let sign = TableValue.sign(text) {
            self = .sign(sign)
            return
        }
        var text = text
        var remark: Sign?
        if text.count > 2, text[0] == UInt8(ascii: "("), text[text.count - 1] == UInt8(ascii: ")") {
            text = TableValue.trimmed(UnsafeBufferPointer(rebasing: text[1..<(text.count - 1)]))
            remark = .limited
        }
        if let last = text.last, let suffix = TableValue.remark(last) {
            text = TableValue.trimmed(UnsafeBufferPointer(rebasing: text.dropLast()))
            remark = remark ?? suffix
        }
        guard let number = TableValue.number(text, decimalSign: decimalSign) else {
            self = .unreadable
            return
        }
        self = remark.map { .number(number, remark: $0) } ?? .number(number)
    }

    private static func sign(_ text: UnsafeBufferPointer<UInt8>) -> Sign? {
        switch text.count {
        case 0: return .missing
        case 1: break
        case 2 where text[0] == UInt8(ascii: "(") && text[1] == UInt8(ascii: ")"): return .limited
        case 2, 3: return text.allSatisfy { $0 == UInt8(ascii: ".") } ? .later : nil
        default: return nil
        }
        return switch text[0] {
        case UInt8(ascii: "-"): .nothing
        case UInt8(ascii: "."): .secret
        case UInt8(ascii: "*"): .starred
        case UInt8(ascii: "/"): .unreliable
        case UInt8(ascii: "x"), UInt8(ascii: "X"): .notApplicable
        default: nil
        }
    }

    private static func remark(_ letter: UInt8) -> Sign? {
        switch letter {
        case UInt8(ascii: "p"): .preliminary
        case UInt8(ascii: "r"): .revised
        case UInt8(ascii: "s"): .estimated
        default: nil
        }
    }

    /// A number with optional sign, whole groups of thousands, decimals and exponent, and nothing else.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, decimalSign: UInt8) -> Double? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { cleaned in
            var count = 0
            var group = 0  // digits since the last thousands separator
            var separator: UInt8 = 0
            var isWhole = true
            for byte in text {
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    group += 1
                    cleaned[count] = byte
                    count += 1
                case decimalSign, UInt8(ascii: "e"), UInt8(ascii: "E"):
                    guard separator == 0 || !isWhole || group == 3 else { return nil }
                    isWhole = false
                    cleaned[count] = byte
                    count += 1
                case UInt8(ascii: "-"), UInt8(ascii: "+"):
                    cleaned[count] = byte
                    count += 1
                default:
                    // The first group has one to three digits, every other one three, all with the same separator.
                    guard isThousandsSeparator(byte, decimalSign), isWhole else { return nil }
                    guard separator == 0 ? (1...3).contains(group) : separator == byte && group == 3 else { return nil }
                    separator = byte
                    group = 0
                }
            }
            guard separator == 0 || !isWhole || group == 3 else { return nil }
            var position = 0
            let number = DecimalScan.number(
                in: UnsafeBufferPointer(rebasing: cleaned[..<count]).span, at: &position, decimalSign: decimalSign)
            return position == count ? number : nil
        }
    }

    private static func isThousandsSeparator(_ byte: UInt8, _ decimalSign: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "'"): true
        case UInt8(ascii: "."), UInt8(ascii: ","): byte != decimalSign
        default: false
        }
    }

    private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        DelimitedEncoding.windows1252.trimmed(text)
    }
}

extension TableValue {
    /// Writes a cell in ASCII: all blanks as blanks, all dashes as `-`, dots of all kinds as points, apostrophes as
    /// apostrophes; any other character becomes a byte that no number contains. At most three bytes a character.
    fileprivate static func simplify(
        _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: DelimitedEncoding, into out: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var count = 0
        func put(_ byte: UInt8) {
            guard count < out.count else { return }
            out[count] = byte
            count += 1
        }
        func put(_ character: UInt32) {
            switch character {
            case 0..<0x80: put(UInt8(character))
            case 0xA0, 0x2007, 0x2009, 0x202F: put(UInt8(ascii: " "))
            case 0x2012, 0x2013, 0x2014, 0x2212: put(UInt8(ascii: "-"))
            case 0x2018, 0x2019, 0xB4: put(UInt8(ascii: "'"))
            case 0x2022, 0xB7: put(UInt8(ascii: "."))
            case 0x2026: for _ in 0..<3 { put(UInt8(ascii: ".")) }
            default: put(UInt8(ascii: "?"))
            }
        }
        switch encoding {
        case .utf8:
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { put(scalar.value) }
        case .windows1252:
            for byte in bytes { put(UInt32(DelimitedEncoding.windows1252Characters[Int(byte)])) }
        }
        return count
    }
}
