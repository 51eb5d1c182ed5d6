import Hummingbird

/// Everything in a GET request that an answer depends on besides the release, of at most a kilobyte.
struct RequestLine: Hashable, Sendable {
    /// Path and query as they were sent.
    private let target: String
    private let authority: String?
    private let accept: String?
    private let acceptEncoding: String?
    private let origin: String?
    /// What a trusted proxy says about scheme and host.
    private let forwarded: [String]
    /// How many bytes its texts have.
    let byteCount: Int

    /// The most bytes that the texts of a request may have to be kept in mind: clients choose them.
    static let maximumByteCount = 1024

    /// The line of a request; `nil` where it is not a GET, or longer than ``maximumByteCount``.
    init?(_ request: Request, trustsForwardedHeaders: Bool) {
        guard request.method == .get, let target = request.head.path else { return nil }
        let headers = request.headers
        self.target = target
        authority = request.head.authority
        accept = headers[.accept]
        acceptEncoding = headers[.acceptEncoding]
        origin = headers[.origin]
        forwarded =
            trustsForwardedHeaders
            ? [headers[.forwarded] ?? "", headers[.forwardedProto] ?? "", headers[.forwardedHost] ?? ""] : []
        let texts = [target, authority ?? "", accept ?? "", acceptEncoding ?? "", origin ?? ""] + forwarded
        byteCount = texts.reduce(0) { $0 + $1.utf8.count }
        guard byteCount <= RequestLine.maximumByteCount else { return nil }
    }
}
