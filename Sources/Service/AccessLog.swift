import Hummingbird
import Logging

/// One line per request that identifies nobody: method, route, status, milliseconds, bytes.
///
/// No address, no user agent, no referrer, no query and no path as it was sent: a path can hold a key, and a key can
/// be what somebody is looking for.
struct AccessLog: Sendable {
    let logger: Logger

    /// Writes the line of an answer.
    func record(
        _ method: HTTPRequest.Method, _ route: Route?, _ response: Response, since start: ContinuousClock.Instant
    ) {
        let elapsed = (ContinuousClock.now - start).components
        let tenths = elapsed.seconds * 10_000 + elapsed.attoseconds / 100_000_000_000_000
        let bytes = response.body.contentLength ?? 0
        logger.info(
            "\(AccessLog.known(method)) \(route?.pattern ?? "-") \(response.status.code) \(tenths / 10).\(tenths % 10) ms \(bytes) bytes"
        )
    }

    /// A method's name; anything a client made up is one word.
    private static func known(_ method: HTTPRequest.Method) -> String {
        switch method {
        case .get, .head, .options, .post, .put, .delete, .patch, .trace, .connect: method.rawValue
        default: "OTHER"
        }
    }
}
