import Hummingbird
import Synchronization

/// What requests turned out to mean, so that one that comes again needs no reading: a map of many tiles asks for the
/// same few thousand over and over.
///
/// Only headers and the key of the cached bytes are kept, so bytes still count once, against the cache's limit.
final class KnownRequests: Sendable {
    /// A request that has been answered.
    struct Meaning: Sendable {
        /// The headers of the answer.
        let fields: HTTPFields
        /// Those of the answer to a client that has the body.
        let unchangedFields: HTTPFields
        /// The ETag.
        let tag: String
        /// What the access log calls it.
        let route: Route
        /// The key of the bytes.
        let key: String

        init(fields: HTTPFields, route: Route, key: String) {
            self.fields = fields
            unchangedFields = Response.notModified(fields).headers
            tag = fields[.eTag] ?? ""
            self.route = route
            self.key = key
        }
    }

    private struct State {
        /// The release that all requests in mind were answered from.
        var served: ServedRelease?
        var meanings: [RequestLine: Meaning] = [:]
    }

    private let state = Mutex(State())
    /// How many are kept, about a kilobyte each. When there are more, all are forgotten: that is rare and cheap.
    private let limit: Int

    init(limit: Int = 8192) { self.limit = limit }

    /// What a request means, if it has been answered from this release.
    func meaning(of line: RequestLine, in served: ServedRelease) -> Meaning? {
        state.withLock { state in state.served === served ? state.meanings[line] : nil }
    }

    /// Keeps a request in mind. What was answered from another release is forgotten, and that release let go.
    func keep(_ line: RequestLine, _ meaning: Meaning, in served: ServedRelease) {
        state.withLock { state in
            if state.served !== served || state.meanings.count >= limit {
                state.meanings.removeAll(keepingCapacity: true)
                state.served = served
            }
            state.meanings[line] = meaning
        }
    }
}

extension Response {
    /// The answer to a client that has the body: the headers of that body without those that describe it.
    static func notModified(_ fields: HTTPFields) -> Response {
        var fields = fields
        for name in [HTTPField.Name.contentType, .contentLanguage, .contentEncoding] { fields[name] = nil }
        return Response(status: .notModified, headers: fields)
    }
}
