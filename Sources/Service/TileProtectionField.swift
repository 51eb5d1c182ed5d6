import Hummingbird

/// The field of a tile's header that says what protection the values had: `Kleinraum-Protection`.
enum ProtectionField {
    /// A notice in ASCII: bytes beyond it, control characters and `%` are escaped as in URLs.
    static func value(_ notice: String) -> String {
        notice.utf8.allSatisfy(isPlain) ? notice : notice.unicodeScalars.map(escaped).joined()
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "%") }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let text = String(scalar)
        return text.utf8.allSatisfy(isPlain) ? text : PercentEncoding.encode(text)
    }
}

extension HTTPField.Name {
    static let protection = known("Kleinraum-Protection")

    private static func known(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is not a field name") }
        return name
    }
}
