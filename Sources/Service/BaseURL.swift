import Hummingbird

/// What absolute links begin with, without a slash at the end: configured, told by a trusted proxy, or the request's
/// own host, in this order. The scheme is never guessed: without a configuration or a proxy it is `http`, which is what
/// this server speaks.
enum BaseURL {
    /// The base URL for a request.
    ///
    /// - Throws: A 400 where the host is none.
    static func resolve(_ head: HTTPRequest, configuration: ServerConfiguration) throws(Problem) -> String {
        if let configured = configuration.baseURL {
            return configured.hasSuffix("/") ? String(configured.dropLast()) : configured
        }
        var scheme = "http"
        var authority = head.authority ?? "\(configuration.host):\(configuration.port)"
        if configuration.trustsForwardedHeaders {
            let forwarded = forwarded(head.headerFields)
            if let told = forwarded["proto"] { scheme = told.lowercased() }
            if let told = forwarded["host"] { authority = told }
        }
        guard scheme == "http" || scheme == "https" else {
            throw .badRequest("the proxy says the scheme is '\(scheme)'; it must be http or https")
        }
        guard isAuthority(authority) else { throw .badRequest("the Host header is not a host name with a port") }
        return "\(scheme)://\(authority)"
    }

    /// Whether text is `name`, `name:port`, `[address]` or `[address]:port`, and no longer than a host can be.
    static func isAuthority(_ text: String) -> Bool {
        guard text.utf8.count <= 260 else { return false }
        var rest = Substring(text)
        if rest.hasPrefix("[") {
            guard let end = rest.firstIndex(of: "]") else { return false }
            let address = rest[rest.index(after: rest.startIndex)..<end]
            guard !address.isEmpty, address.utf8.allSatisfy({ isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E }) else {
                return false
            }
            rest = rest[rest.index(after: end)...]
        } else {
            let name = rest.prefix { $0 != ":" }
            guard !name.isEmpty, name.utf8.allSatisfy({ isNameByte($0) }) else { return false }
            rest = rest[name.endIndex...]
        }
        if rest.isEmpty { return true }
        guard rest.first == ":", let port = Int(rest.dropFirst()), (0...65535).contains(port) else { return false }
        return rest.dropFirst().utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Scheme and host from `Forwarded` (RFC 7239), else from `X-Forwarded-Proto` and `X-Forwarded-Host`; of several
    /// proxies the first, which the client spoke to.
    private static func forwarded(_ headers: HTTPFields) -> [String: String] {
        var found: [String: String] = [:]
        if let header = headers[.forwarded], let first = header.split(separator: ",").first {
            for pair in first.split(separator: ";") {
                let halves = pair.split(separator: "=", maxSplits: 1)
                guard halves.count == 2 else { continue }
                let name = halves[0].filter { $0 != " " }.lowercased()
                found[name] = halves[1].filter { $0 != "\"" && $0 != " " }
            }
            return found
        }
        for (name, field) in [("proto", HTTPField.Name.forwardedProto), ("host", HTTPField.Name.forwardedHost)] {
            if let value = headers[field]?.split(separator: ",").first { found[name] = value.filter { $0 != " " } }
        }
        return found
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
            || byte == 0x2E || byte == 0x5F
    }
}
