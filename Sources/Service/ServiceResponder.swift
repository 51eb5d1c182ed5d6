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
    /// What distinguishes this program and its styles from another version's.
    let edition: String
    let cache: AnswerCache
    let pool: ComputePool
    let logger: Logger

    /// Answers a request; every failure becomes problem details.
    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let start = ContinuousClock.now
        let route = Route(path: request.uri.path)
        var response: Response
        do {
            response = try await answer(request, route: route)
        } catch let problem as Problem {
            response = .problem(problem)
        } catch {
            logger.error("\(route?.pattern ?? "-") failed: \(error)")
            response = .problem(.internal)
        }
        response.headers.addSecurity(page: response.headers[.contentType]?.hasPrefix("text/html") ?? false)
        allowOrigin(of: request, in: &response.headers)
        if request.method == .head { response = response.createHeadResponse() }
        AccessLog(logger: logger).record(request.method, route, response, since: start)
        return response
    }

    private func answer(_ request: Request, route: Route?) async throws -> Response {
        let query = request.head.path.flatMap { path in path.firstIndex(of: "?").map { path[path.index(after: $0)...] }
        }
        guard query?.utf8.count ?? 0 <= configuration.maximumQueryLength else {
            throw Problem(.uriTooLong, "the query is longer than \(configuration.maximumQueryLength) bytes")
        }
        guard let route else { throw Problem.notFound("there is nothing at this path; / lists what there is") }
        if request.method == .options { return .preflight }
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
        case .health: return health()
        case .favicon:
            return try await send(.favicon, representation, headers)
        case .stylesheet(let name):
            guard name == Stylesheet.name else { throw Problem.notFound("there is no such stylesheet any more") }
            return try await send(.stylesheet, representation, headers)
        default: break
        }
        guard let served = releases.current() else { throw Problem.noRelease }
        try admit(request, to: served)
        let language = try parameters.word("lang", of: Language.allCases.map(\.rawValue)).flatMap(Language.init)
        let inquiry = Inquiry(
            served: served, parameters: parameters, representation: representation, language: language ?? .german,
            base: base, styles: styles)
        return try await send(
            try route.document(for: inquiry), representation, headers, release: served.release.id,
            language: inquiry.language)
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
    ) async throws -> Response {
        var response = try await send(document as any Document, representation, headers, release: "", language: nil)
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }

    private func send(
        _ document: any Document, _ representation: Representation, _ headers: HTTPFields, release: String,
        language: Language?
    ) async throws -> Response {
        let isCompressed = AcceptHeader.allowsGzip(headers[.acceptEncoding])
        let question = document.question + "\u{0}" + representation.contentType
        var fields = HTTPFields()
        let tag = EntityTag.tag(
            release: release, edition: edition, question: question, isCompressed: isCompressed)
        fields[.eTag] = tag
        fields[.cacheControl] = "public, max-age=60"
        fields[.vary] = "Accept, Accept-Encoding"
        if let condition = headers[.ifNoneMatch], EntityTag.matches(condition, tag) {
            return Response(status: .notModified, headers: fields)
        }
        let key = "\(release)\u{0}\(isCompressed ? "gzip" : "")\u{0}\(question)"
        let answer = try await cache.answer(key) { [cache, pool] in
            let plain = isCompressed ? cache.known("\(release)\u{0}\u{0}\(question)") : nil
            return try await pool.run {
                let bytes = try plain.map { Array($0.body.readableBytesView) } ?? document.bytes()
                guard isCompressed else { return Answer(body: ByteBuffer(bytes: bytes)) }
                // The best ratio for pages and small maps, a quick one where the best would take seconds.
                let level = bytes.count < 1 << 20 ? 6 : 3
                return Answer(body: ByteBuffer(bytes: Gzip.compressed(bytes, level: level)))
            }
        }
        fields[.contentType] = representation.contentType
        if let language { fields[.contentLanguage] = language.rawValue }
        if isCompressed { fields[.contentEncoding] = "gzip" }
        return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: answer.body))
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
        headers[.accessControlExposeHeaders] = "ETag, Content-Language"
    }
}
