public import Catalogue

/// Whether a server may listen on a host with a release.
///
/// A release that only a threshold protects can give hidden values away to whoever compares its cells. Until the joint
/// gate exists, such a release is for the machine it was built on: it is served on loopback only, unless the operator
/// allowed more.
///
///     mayListen(host: "127.0.0.1", release: release, allowed: false)  // true
///     mayListen(host: "0.0.0.0", release: release, allowed: false)    // false for "threshold only: …"
///
/// The server asks again for every release that it takes up while running.
public func mayListen(host: String, release: Release, allowed: Bool) -> Bool {
    allowed || LoopbackRule.isLoopback(host: host) || !LoopbackRule.confines(release)
}

/// What "on this machine only" means.
enum LoopbackRule {
    /// Whether a release says that a threshold is all the protection it had.
    static func confines(_ release: Release) -> Bool {
        release.header.protectionNotice.lowercased().contains("threshold only")
    }

    /// Whether a host name or address is the machine itself: `localhost`, `127.0.0.0/8`, `::1`.
    static func isLoopback(host: String) -> Bool {
        let name = host.lowercased()
        if name == "localhost" || name == "::1" || name == "[::1]" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether an authority (`host` or `host:port`) names the machine itself.
    static func isLoopback(authority: String) -> Bool { isLoopback(host: hostName(ofAuthority: authority)) }

    /// Whether an `Origin` header names a page that this machine served.
    static func isLoopback(origin: String) -> Bool {
        for scheme in ["http://", "https://"] where origin.hasPrefix(scheme) {
            return isLoopback(authority: String(origin.dropFirst(scheme.count)))
        }
        return false
    }

    private static func hostName(ofAuthority authority: String) -> String {
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return String(authority[...end]) }
        return String(authority.prefix { $0 != ":" })
    }
}
