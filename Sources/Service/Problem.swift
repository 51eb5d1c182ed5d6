import Formats
import Hummingbird

/// Why a request is not answered, as RFC 9457 problem details.
///
/// What it says is about the request alone; nothing from inside the server goes into it.
struct Problem: Error {
    /// The status.
    var status: HTTPResponse.Status
    /// What is wrong with this request, in a sentence with the remedy.
    var detail: String
    /// Seconds after which another try makes sense.
    var retryAfter: Int?
    /// The methods that the resource knows, for 405.
    var allowedMethods: String?

    init(_ status: HTTPResponse.Status, _ detail: String, retryAfter: Int? = nil, allowedMethods: String? = nil) {
        self.status = status
        self.detail = detail
        self.retryAfter = retryAfter
        self.allowedMethods = allowedMethods
    }

    /// The request is malformed or asks for what cannot be.
    static func badRequest(_ detail: String) -> Problem { Problem(.badRequest, detail) }

    /// There is no such thing.
    static func notFound(_ detail: String) -> Problem { Problem(.notFound, detail) }

    /// All threads are busy and the queue is full.
    static let busy = Problem(.serviceUnavailable, "the server has too much to draw; try again shortly", retryAfter: 2)

    /// The server has nothing to serve.
    static let noRelease = Problem(.serviceUnavailable, "there is no release to serve yet", retryAfter: 10)

    /// Something failed inside; the log knows more.
    static let `internal` = Problem(.internalServerError, "the answer could not be made; the server's log says why")

    /// The body, `application/problem+json`.
    var json: [UInt8] {
        var out = OutputBuffer()
        out.write("{\"type\":\"about:blank\",\"title\":")
        out.write(json: status.reasonPhrase)
        out.write(",\"status\":")
        out.write(status.code)
        out.write(",\"detail\":")
        out.write(json: detail)
        out.write("}\n")
        return out.bytes
    }
}
