import Diagnostics

/// The encodings of text in `.dbf` tables.
enum DBaseEncoding: Equatable {
    case utf8
    case windows1252
    case latin9
    case codePage437
    case codePage850

    /// Reads the name in a `.cpg` file: `UTF-8`, `1252`, `ISO 88591`, `ANSI 1252`, `65001`, …; `nil` where unknown.
    init?(name: String) {
        let letters = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch letters {
        case "utf8", "65001", "cp65001": self = .utf8
        // Windows-1252 is ISO 8859-1 with characters in place of control codes, and is what is meant by it.
        case "1252", "cp1252", "ansi1252", "windows1252", "ansi", "iso88591", "88591", "latin1", "l1", "28591":
            self = .windows1252
        case "iso885915", "885915", "latin9", "28605": self = .latin9
        case "437", "cp437", "ibm437", "oem437", "oem": self = .codePage437
        case "850", "cp850", "ibm850", "oem850": self = .codePage850
        default: return nil
        }
    }

    /// The encoding that the table's language driver byte names; `nil` where it names none or an unknown one.
    init?(languageDriver: UInt8) {
        switch languageDriver {
        // US, and the national variants of code page 437
        case 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B: self = .codePage437
        case 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37: self = .codePage850
        case 0x03, 0x57, 0x58, 0x59: self = .windows1252
        default: return nil
        }
    }

    /// The text; `nil` where the bytes are not of this encoding. A UTF-8 character cut by the field's end is dropped.
    func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        switch self {
        case .utf8:
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            guard let lead = bytes.suffix(3).lastIndex(where: { $0 >= 0xC0 }) else { return nil }
            let tail = bytes.endIndex - lead
            guard tail < (bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2),
                bytes[(lead + 1)...].allSatisfy({ $0 & 0xC0 == 0x80 })
            else { return nil }
            return String(validating: bytes[..<lead], as: UTF8.self)
        default:
            if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
            let upper = self.upperHalf
            var text = String.UnicodeScalarView()
            for byte in bytes { text.append(byte < 0x80 ? UnicodeScalar(byte) : upper[Int(byte) - 0x80]) }
            return String(text)
        }
    }

    /// What the bytes from 0x80 mean.
    private var upperHalf: [UnicodeScalar] {
        switch self {
        case .utf8: []
        case .windows1252: DBaseEncoding.upperHalf1252
        case .latin9: DBaseEncoding.upperHalfLatin9
        case .codePage437: DBaseEncoding.upperHalf437
        case .codePage850: DBaseEncoding.upperHalf850
        }
    }

    private static let upperHalf1252: [UnicodeScalar] = {
        // The five bytes without a character keep their control code, as web browsers have it.
        let start = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
        return Array(start.unicodeScalars) + (0xA0...0xFF).map { UnicodeScalar(UInt8($0)) }
    }()

    private static let upperHalfLatin9: [UnicodeScalar] = (0x80...0xFF).map { byte in
        switch byte {
        case 0xA4: "€"
        case 0xA6: "Š"
        case 0xA8: "š"
        case 0xB4: "Ž"
        case 0xB8: "ž"
        case 0xBC: "Œ"
        case 0xBD: "œ"
        case 0xBE: "Ÿ"
        default: UnicodeScalar(UInt8(byte))
        }
    }

    private static let upperHalf437: [UnicodeScalar] = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
        αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
        """.unicodeScalars)

    private static let upperHalf850: [UnicodeScalar] = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
        ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
        """.unicodeScalars)
}
