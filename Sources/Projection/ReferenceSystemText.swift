/// The forms in which files and people name a reference system.
///
///     ReferenceSystemText("urn:ogc:def:crs:EPSG:6.9:25832")  // .code(25832)
enum ReferenceSystemText: Equatable {
    /// An EPSG code.
    case code(Int)
    /// Well-known text, for PROJ to read.
    case wellKnownText(String)
    /// None of the known forms; the text, cut to what a message can show.
    case unknown(String)

    /// What stands before the number in `EPSG:25832` and its relatives; a version may follow the last two kinds.
    private static let exactHeads: Set<String> = [
        "", "EPSG:", "EPSG::", "HTTP://WWW.OPENGIS.NET/GML/SRS/EPSG.XML#",
    ]
    private static let openHeads = [
        "URN:OGC:DEF:CRS:EPSG:", "URN:X-OGC:DEF:CRS:EPSG:", "HTTP://WWW.OPENGIS.NET/DEF/CRS/EPSG/",
        "HTTPS://WWW.OPENGIS.NET/DEF/CRS/EPSG/",
    ]
    /// CRS84 is WGS 84 in longitude and latitude, which is how this house reads EPSG:4326 anyway.
    private static let worldNames: Set<String> = [
        "CRS84", "OGC:CRS84", "URN:OGC:DEF:CRS:OGC:1.3:CRS84", "URN:OGC:DEF:CRS:OGC::CRS84",
        "HTTP://WWW.OPENGIS.NET/DEF/CRS/OGC/1.3/CRS84", "HTTPS://WWW.OPENGIS.NET/DEF/CRS/OGC/1.3/CRS84",
        "HTTP://WWW.OPENGIS.NET/DEF/CRS/OGC/0/CRS84", "HTTPS://WWW.OPENGIS.NET/DEF/CRS/OGC/0/CRS84",
    ]

    /// Recognises the form of a text.
    init(_ text: String) {
        let blanks: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" }
        var trimmed = text[...]
        while let first = trimmed.first, blanks(first) { trimmed.removeFirst() }
        while let last = trimmed.last, blanks(last) { trimmed.removeLast() }
        if trimmed.contains("[") {
            self = .wellKnownText(String(trimmed))
            return
        }
        let upper = trimmed.uppercased()
        if Self.worldNames.contains(upper) {
            self = .code(4326)
            return
        }
        let digits = upper.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
        let head = String(upper.dropLast(digits.count))
        let isKnown = Self.exactHeads.contains(head) || Self.openHeads.contains { Self.opens(head, with: $0) }
        if isKnown, let code = Int(String(digits)) {
            self = .code(code)
        } else {
            self = .unknown(String(trimmed.prefix(80)))
        }
    }

    /// Whether a head is an open one followed by a version (or none) and a separator.
    private static func opens(_ head: String, with open: String) -> Bool {
        guard head.hasPrefix(open), let last = head.last else { return false }
        return last == open.last && !head.dropFirst(open.count).dropLast().contains(last)
    }
}
