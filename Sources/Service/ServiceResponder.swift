import Cartography
import Catalogue
import Formats
import Hummingbird
import Logging

/// What happens to a request: route, checks, parameters, ETag, cache, drawing threads, answer.
///
/// Nothing here draws or encodes: an answer that is not known goes to the drawing threads, and the event loops only
/// hand bytes over.
struct ServiceResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let configuration: ServerConfiguration
    let releases: ServedReleases
    let styles: [String: Style]
    /// A digest of what distinguishes this program and its styles from another version's.
    let edition: String
    let cache: AnswerCache
    let pool: ComputePool
    let logger: Logger
    let known = KnownRequests()

    /// Answers a request; every failure becomes problem details.
    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let start = ContinuousClock.now
        let line = RequestLine(request, trustsForwardedHeaders: configuration.trustsForwardedHeaders)
        if let line, let (response, route) = again(line, request.headers) {
            AccessLog(logger: logger).record(request.method, route, response, since: start)
            return response
        }
        let route = Route(path: request.uri.path)
        var reply: Reply
        do {
            reply = try await answer(request, route: route)
        } catch let problem as Problem {
            reply = Reply(response: .problem(problem))
        } catch {
            logger.error("\(route?.pattern ?? "-") failed: \(error)")
            reply = Reply(response: .problem(.internal))
        }
        var response = reply.response
        response.headers.addSecurity(page: response.headers[.contentType]?.hasPrefix("text/html") ?? false)
        allowOrigin(of: request, in: &response.headers)
        if let line, let route, let key = reply.key, let served = reply.served {
            known.keep(line, KnownRequests.Meaning(fields: response.headers, route: route, key: key), in: served)
        }
        if reply.isUnchanged { response = .notModified(response.headers) }
        if request.method == .head { response = response.createHeadResponse() }
        AccessLog(logger: logger).record(request.method, route, response, since: start)
        return response
    }

    /// The answer to a request that was answered before from this release, if its bytes are still there.
    private func again(_ line: RequestLine, _ headers: HTTPFields) -> (Response, Route)? {
        guard let served = releases.current(), let meaning = known.meaning(of: line, in: served) else { return nil }
        if let condition = headers[.ifNoneMatch], EntityTag.matches(condition, meaning.tag) {
            return (Response(status: .notModified, headers: meaning.unchangedFields), meaning.route)
        }
        guard let answer = cache.known(meaning.key) else { return nil }
        let body = ResponseBody(byteBuffer: answer.body)
        return (Response(status: .ok, headers: meaning.fields, body: body), meaning.route)
    }

    /// An answer before the headers that all answers have.
    private struct Reply {
        var response: Response
        /// Whether the client has the body already; the response then has none, but all headers.
        var isUnchanged = false
        /// The key of the bytes; `nil` for what is not to be kept in mind.
        var key: String?
        /// The release that was asked.
        var served: ServedRelease?
    }

    private func answer(_ request: Request, route: Route?) async throws -> Reply {
        let query = request.head.path.flatMap { path in path.firstIndex(of: "?").map { path[path.index(after: $0)...] }
        }
        guard query?.utf8.count ?? 0 <= configuration.maximumQueryLength else {
            throw Problem(.uriTooLong, "the query is longer than \(configuration.maximumQueryLength) bytes")
        }
        guard let route else { throw Problem.notFound("there is nothing at this path; / lists what there is") }
        if request.method == .options { return Reply(response: .preflight) }
        guard request.method == .get || request.method == .head else {
            throw Problem(
                .methodNotAllowed, "this server is read-only; use GET or HEAD", allowedMethods: Response.methods)
        }
        let parameters = try QueryParameters(String(query ?? ""), allowed: route.parameters)
        let headers = request.headers
        let representation = try AcceptHeader.choose(
            from: route.representations, accept: headers[.accept], format: parameters["f"])
        let base = try BaseURL.resolve(request.head, configuration: configuration)
        switch route {
        case .health: return Reply(response: health())
        case .favicon:
            return try await send(.favicon, representation, headers)
        case .stylesheet(let name):
            guard name == Stylesheet.name else { throw Problem.notFound("there is no such stylesheet any more") }
            return try await send(.stylesheet, representation, headers)
        case .portrayed(.asset(let folder, let file)):
            let asset = try AssetDocument(folder: folder, file: file, libraries: configuration.libraries)
            return try await send(asset, representation, headers, release: "", language: nil)
        default: break
        }
        guard let served = releases.current() else { throw Problem.noRelease }
        try admit(request, to: served)
        let language = try parameters.word("lang", of: Language.allCases.map(\.rawValue)).flatMap(Language.init)
        let inquiry = Inquiry(
            served: served, parameters: parameters, representation: representation, language: language ?? .german,
            base: base, styles: styles, edition: edition,
            libraries: configuration.libraries)
        var reply = try await send(
            try route.document(for: inquiry), representation, headers, release: served.release.id,
            language: inquiry.language)
        reply.served = served
        return reply
    }

    /// `/health` without a release is a failure that a supervisor can see.
    private func health() -> Response {
        let release = releases.current()?.release.id
        var out = OutputBuffer()
        out.write(release == nil ? "{\"status\":\"no release\",\"release\":null}\n" : "{\"status\":\"ok\",\"release\":")
        if let release {
            out.write(json: release)
            out.write("}\n")
        }
        return Response(
            status: release == nil ? .serviceUnavailable : .ok,
            headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: out.bytes)))
    }

    /// Keeps a release that is for this machine only from leaving it, also when it was taken up after the start, and
    /// also from pages of other sites that know how to make a browser ask this server (DNS rebinding).
    private func admit(_ request: Request, to served: ServedRelease) throws(Problem) {
        let release = served.release
        let allowed = configuration.allowsThresholdOnly
        guard mayListen(host: configuration.host, release: release, allowed: allowed) else {
            logger.error(
                "release \(release.id) may not leave this machine, and this server listens on \(configuration.host)")
            throw .noRelease
        }
        guard !allowed, configuration.baseURL == nil, LoopbackRule.confines(release),
            let authority = request.head.authority, !LoopbackRule.isLoopback(authority: authority)
        else { return }
        throw Problem(.misdirectedRequest, "this release is served to this machine only; ask for localhost")
    }

    private func send(
        _ document: FixedDocument, _ representation: Representation, _ headers: HTTPFields
    ) async throws -> Reply {
        var reply = try await send(document as any Document, representation, headers, release: "", language: nil)
        reply.response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return reply
    }

    private func send(
        _ document: any Document, _ representation: Representation, _ headers: HTTPFields, release: String,
        language: Language?
    ) async throws -> Reply {
        let isCompressed = AcceptHeader.allowsGzip(headers[.acceptEncoding])
        let question = document.question + "\u{0}" + representation.contentType
        var fields = HTTPFields()
        let tag = EntityTag.tag(
            release: release, edition: edition, question: question, isCompressed: isCompressed)
        fields[.eTag] = tag
        fields[.cacheControl] = "public, max-age=60"
        fields[.vary] = "Accept, Accept-Encoding"
        for field in document.fields { fields[field.name] = field.value }
        fields[.contentType] = representation.contentType
        if let language { fields[.contentLanguage] = language.rawValue }
        if isCompressed { fields[.contentEncoding] = "gzip" }
        let key = "\(release)\u{0}\(isCompressed ? "gzip" : "")\u{0}\(question)"
        if let condition = headers[.ifNoneMatch], EntityTag.matches(condition, tag) {
            return Reply(response: Response(status: .ok, headers: fields), isUnchanged: true, key: key)
        }
        let answer = try await cache.answer(key) { [cache, pool] in
            let plain = isCompressed ? cache.known("\(release)\u{0}\u{0}\(question)") : nil
            return try await pool.run {
                let bytes = try plain.map { Array($0.body.readableBytesView) } ?? document.bytes()
                guard isCompressed else { return Answer(body: ByteBuffer(bytes: bytes)) }
                // The best ratio for pages and small maps, a quick one where the best would take seconds.
                let level = document.compressionLevel ?? (bytes.count < 1 << 20 ? 6 : 3)
                return Answer(body: ByteBuffer(bytes: Gzip.compressed(bytes, level: level)))
            }
        }
        let response = Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: answer.body))
        return Reply(response: response, key: key)
    }

    /// Lets pages of other sites read the answers, except where a release is for this machine only: then only pages
    /// that this machine served.
    private func allowOrigin(of request: Request, in headers: inout HTTPFields) {
        let release = releases.current()?.release
        let isConfined = release.map(LoopbackRule.confines) ?? false
        if !isConfined || configuration.allowsThresholdOnly {
            headers[.accessControlAllowOrigin] = "*"
        } else {
            headers[.vary] = headers[.vary].map { $0 + ", Origin" } ?? "Origin"
            guard let origin = request.headers[.origin], LoopbackRule.isLoopback(origin: origin) else { return }
            headers[.accessControlAllowOrigin] = origin
        }
        headers[.accessControlExposeHeaders] = Response.exposedFields
    }
}
