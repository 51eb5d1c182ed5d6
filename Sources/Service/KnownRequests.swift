import Catalogue
import Hummingbird
import Synchronization

/// What requests turned out to mean, so that one that comes again needs no reading: a map of many tiles asks for the
/// same few thousand over and over.
///
/// Only headers and the key of the cached bytes are kept, so bytes still count once, against the cache's limit. What is
/// kept has a limit in bytes of its own, whatever clients send, and holds no release: one that was replaced is not kept
/// alive by the requests that it answered.
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

        /// About how many bytes it takes: its texts, which both sets of headers share, and a kilobyte around them.
        var byteCount: Int {
            fields.reduce(1024 + key.utf8.count) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count }
        }
    }

    private struct State {
        /// The id of the release that all requests in mind were answered from.
        var release = ""
        var meanings: [RequestLine: Meaning] = [:]
        /// About how many bytes they take.
        var byteCount = 0
    }

    private let state = Mutex(State())
    /// About how many bytes are kept. When there are more, all are forgotten: that is rare and cheap.
    private let capacity: Int

    init(capacity: Int = 16 << 20) { self.capacity = capacity }

    /// What a request means, if it has been answered from this release.
    func meaning(of line: RequestLine, in served: ServedRelease) -> Meaning? {
        state.withLock { state in state.release == served.release.id ? state.meanings[line] : nil }
    }

    /// Keeps a request in mind. What was answered from another release is forgotten.
    func keep(_ line: RequestLine, _ meaning: Meaning, in served: ServedRelease) {
        state.withLock { state in
            let byteCount = line.byteCount + meaning.byteCount
            if state.release != served.release.id || state.byteCount + byteCount > capacity {
                state.meanings.removeAll(keepingCapacity: true)
                state.byteCount = 0
                state.release = served.release.id
            }
            // A request that two asked at the same time is kept once, and weighs what it did.
            if state.meanings.updateValue(meaning, forKey: line) == nil { state.byteCount += byteCount }
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
