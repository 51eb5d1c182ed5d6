/// Strong ETags, made from the release and the question before anything is drawn.
enum EntityTag {
    /// The tag of one question's answer in one coding.
    ///
    /// The bytes of an answer follow from the release, the program and its styles, and the question, so these make the
    /// tag, and nothing that is not public.
    static func tag(release: String, edition: String, question: String, isCompressed: Bool) -> String {
        let digest = hexadecimal(hash(edition + "\u{0}" + question))
        return "\"\(release.prefix(16))-\(digest)\(isCompressed ? "-gzip" : "")\""
    }

    /// Whether an `If-None-Match` header names a tag; weak tags match as strong ones do (RFC 9110 §13.1.2).
    static func matches(_ header: String, _ tag: String) -> Bool {
        // What browsers send: the one tag, as they were given it.
        if header == tag { return true }
        for part in header.split(separator: ",") {
            var candidate = part.filter { $0 != " " && $0 != "\t" }
            if candidate == "*" { return true }
            if candidate.hasPrefix("W/") { candidate.removeFirst(2) }
            if candidate == tag { return true }
        }
        return false
    }

    /// FNV-1a, 64 bits: the same on every machine and in every run. It names versions of one URL; it guards nothing.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// Sixteen digits.
    static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
