import Hummingbird

/// An `Accept` or `Accept-Encoding` header: ranges with qualities (RFC 9110 §12.5).
struct AcceptHeader {
    private var ranges: [(range: String, quality: Double)] = []

    /// Reads a header; what is not understood is left aside.
    init(_ header: String) {
        for part in header.split(separator: ",") {
            let pieces = part.split(separator: ";").map { AcceptHeader.trim($0) }
            guard let range = pieces.first, !range.isEmpty else { continue }
            var quality = 1.0
            for piece in pieces.dropFirst() where piece.hasPrefix("q=") {
                quality = Double(piece.dropFirst(2)).map { min(max($0, 0), 1) } ?? 0
            }
            ranges.append((range, quality))
        }
    }

    /// How much a media type is wanted, 0 for not at all; the most specific range decides.
    func quality(ofMediaType type: String) -> Double {
        let family = type.prefix { $0 != "/" } + "/*"
        for candidate in [type, String(family), "*/*"] {
            if let match = ranges.first(where: { $0.range == candidate }) { return match.quality }
        }
        return 0
    }

    /// How much a coding is wanted, 0 for not at all.
    func quality(ofCoding coding: String) -> Double {
        for candidate in [coding, "*"] {
            if let match = ranges.first(where: { $0.range == candidate }) { return match.quality }
        }
        return 0
    }

    private static func trim(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text.lowercased().filter { $0 != " " }
    }
}

extension AcceptHeader {
    /// The representation to send: the one that `f` names, else the one most wanted, the first of equals.
    ///
    /// - Throws: A 400 for an `f` that the resource has not, a 406 where the header leaves nothing.
    static func choose(
        from offers: [Representation], accept: String?, format: String?
    ) throws(Problem) -> Representation {
        if let format {
            guard let offer = offers.first(where: { $0.name == format }) else {
                let names = offers.map(\.name).joined(separator: ", ")
                throw .badRequest("'\(format)' is no value for f; give one of \(names)")
            }
            return offer
        }
        guard let accept else { return offers[0] }
        let header = AcceptHeader(accept)
        var best: (offer: Representation, quality: Double)?
        for offer in offers {
            var quality = header.quality(ofMediaType: offer.mediaType)
            if !offer.alias.isEmpty { quality = max(quality, header.quality(ofMediaType: offer.alias)) }
            if quality > best?.quality ?? 0 { best = (offer, quality) }
        }
        guard let best else {
            let types = offers.map(\.mediaType).joined(separator: ", ")
            throw Problem(.notAcceptable, "this resource comes as \(types), which the Accept header excludes")
        }
        return best.offer
    }

    /// Whether an answer may be compressed with gzip.
    static func allowsGzip(_ acceptEncoding: String?) -> Bool {
        guard let acceptEncoding else { return false }
        return AcceptHeader(acceptEncoding).quality(ofCoding: "gzip") > 0
    }
}
