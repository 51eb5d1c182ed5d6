import Hummingbird

extension Response {
    /// The methods that every resource knows.
    static let methods = "GET, HEAD, OPTIONS"

    /// The fields that scripts of other sites may read besides those that every browser lets them read.
    static let exposedFields =
        "Allow, Content-Bbox, Content-Crs, Content-Datetime, Content-Language, ETag, Kleinraum-Protection, Link, "
        + "Retry-After"

    /// The answer to `OPTIONS`, a preflight of a browser or not.
    static var preflight: Response {
        Response(
            status: .noContent,
            headers: [
                .allow: methods, .accessControlAllowMethods: methods,
                .accessControlAllowHeaders: "Accept, Accept-Language, If-None-Match", .accessControlMaxAge: "86400",
            ])
    }

    /// Problem details (RFC 9457), never kept by a cache.
    static func problem(_ problem: Problem) -> Response {
        var headers: HTTPFields = [.contentType: "application/problem+json", .cacheControl: "no-store"]
        if let seconds = problem.retryAfter { headers[.retryAfter] = String(seconds) }
        headers[.allow] = problem.allowedMethods
        return Response(
            status: problem.status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: problem.json)))
    }
}

extension HTTPFields {
    /// Adds what keeps an answer from being taken for something else. Pages load their own pictures and stylesheet and
    /// nothing from elsewhere; drawings bring their style with them. Neither runs scripts: the pages that do, those of the
    /// map libraries, bring a policy of their own.
    mutating func addSecurity(page isPage: Bool) {
        self[.contentTypeOptions] = "nosniff"
        self[.referrerPolicy] = "no-referrer"
        guard self[.contentSecurityPolicy] == nil else { return }
        self[.contentSecurityPolicy] =
            isPage
            ? "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'"
            : "default-src 'none'; style-src 'unsafe-inline'"
    }
}
