/// The encoding of a delimited text file.
///
/// Files in ISO-8859-1 are read as Windows-1252, of which it is a part as far as text goes: what is a control
/// character there is a dash or a quotation mark here, as in every web browser.
@frozen public enum DelimitedEncoding: UInt8, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// Windows-1252, the western European encoding of spreadsheets on Windows.
    case windows1252

    /// The encoding by name, as a user may write it: `utf-8`, `windows-1252`, `cp1252`, `iso-8859-1`, `latin1`.
    public init?(name: String) {
        switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
        case "utf8", "utf8bom", "utf8sig": self = .utf8
        case "windows1252", "cp1252", "ansi", "iso88591", "iso885915", "latin1": self = .windows1252
        default: return nil
        }
    }

    /// Decodes bytes; in UTF-8, what is invalid becomes U+FFFD (readers check before).
    public func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        switch self {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .windows1252:
            if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
            return String(
                decoding: bytes.map { DelimitedEncoding.windows1252Characters[Int($0)] }, as: UTF16.self)
        }
    }

    /// Decodes bytes without the blanks around them.
    @usableFromInline func trimmedText(_ bytes: UnsafeBufferPointer<UInt8>) -> String { text(trimmed(bytes)) }

    /// The bytes without the blanks, tabs, line ends and no-break blanks around them.
    @usableFromInline func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = bytes.count
        while start < end {
            if DelimitedEncoding.isBlank(bytes[start]) {
                start += 1
            } else if self == .windows1252, bytes[start] == 0xA0 {
                start += 1
            } else if self == .utf8, start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if DelimitedEncoding.isBlank(bytes[end - 1]) {
                end -= 1
            } else if self == .windows1252, bytes[end - 1] == 0xA0 {
                end -= 1
            } else if self == .utf8, end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// Blank, tab or line end.
    @inlinable @inline(__always) static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
    }

    /// Windows-1252 in UTF-16, all of it in the basic plane (WHATWG Encoding Standard, index windows-1252).
    static let windows1252Characters: [UInt16] = {
        var characters = (0..<256).map { UInt16($0) }
        let c1: [UInt16] = [
            0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
            0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
            0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
        ]
        characters.replaceSubrange(0x80..<0xA0, with: c1)
        return characters
    }()
}
