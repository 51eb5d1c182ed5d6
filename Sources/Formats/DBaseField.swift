/// A field of a dBase table, and how its bytes become text.
struct DBaseField {
    /// A field's text is not of the table's encoding.
    struct WrongEncoding: Error {}

    let name: ArraySlice<UInt8>
    let type: UInt8
    /// From the start of the row.
    let offset: Int
    let length: Int
    /// How many digits stand behind the point.
    let decimals: Int

    /// What the values are.
    var kind: FeatureFile.Kind {
        switch type {
        case UInt8(ascii: "N"), UInt8(ascii: "F"): decimals == 0 ? .integer : .real
        case UInt8(ascii: "I"): .integer
        case UInt8(ascii: "O"): .real
        case UInt8(ascii: "L"): .truth
        default: .text
        }
    }

    /// The value of a row.
    func value(_ bytes: ArraySlice<UInt8>, _ encoding: DBaseEncoding) throws(WrongEncoding) -> String? {
        switch type {
        case UInt8(ascii: "N"), UInt8(ascii: "F"):
            let text = DBaseField.trimmed(bytes)
            if text.isEmpty || text.allSatisfy({ $0 == UInt8(ascii: "*") }) { return nil }
            return AttributeText.number(spelled: text) ?? String(decoding: text, as: UTF8.self)
        case UInt8(ascii: "L"):
            switch bytes.first {
            case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Y"), UInt8(ascii: "y"): return "true"
            case UInt8(ascii: "F"), UInt8(ascii: "f"), UInt8(ascii: "N"), UInt8(ascii: "n"): return "false"
            default: return nil
            }
        case UInt8(ascii: "D"):
            let text = DBaseField.trimmed(bytes)
            if text.allSatisfy({ $0 == UInt8(ascii: "0") }) { return nil }
            let digits = String(decoding: text, as: UTF8.self)
            guard text.count == 8, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return digits }
            return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
        case UInt8(ascii: "I") where length == 4:
            var cursor = ByteCursor(Array(bytes))
            return cursor.int32().map { String($0) }
        case UInt8(ascii: "O") where length == 8:
            var cursor = ByteCursor(Array(bytes))
            return cursor.double().map { AttributeText.number($0) }
        case UInt8(ascii: "M"), UInt8(ascii: "B"), UInt8(ascii: "G"), UInt8(ascii: "P"): return nil
        default:
            let end = bytes.lastIndex { $0 != 0x20 && $0 != 0 }.map { $0 + 1 } ?? bytes.startIndex
            guard end > bytes.startIndex else { return nil }
            guard let text = encoding.decode(bytes[..<end].prefix { $0 != 0 }) else { throw WrongEncoding() }
            return text.isEmpty ? nil : text
        }
    }

    /// The bytes without blanks and zero bytes around them.
    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.drop { $0 <= 0x20 }
        return start.lastIndex { $0 > 0x20 }.map { start[...$0] } ?? []
    }
}
