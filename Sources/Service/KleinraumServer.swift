public import Cartography
import Diagnostics
import Glibc
public import Hummingbird
public import Logging
import NIOCore

/// The HTTP service: maps, legends, tables and features of a release.
///
///     let server = KleinraumServer(configuration, releases: FixedReleaseSource(release), logger: logger)
///     try await server.run { port in print("listening on port \(port)") }
///
/// It sees releases and styles and nothing else; a `ReleaseWatch` lets a new release be taken up while it runs. `run`
/// returns after SIGTERM or SIGINT, when the requests at work are answered.
public struct KleinraumServer: Sendable {
    private let configuration: ServerConfiguration
    private let responder: ServiceResponder
    private let logger: Logger

    /// Creates a server and starts its drawing threads; it listens to nothing yet.
    ///
    /// - Parameters:
    ///   - configuration: Host, port, limits.
    ///   - releases: Where the release of the moment is found.
    ///   - styles: Styles by the names that indicators use; an indicator without one has the standard style.
    ///   - logger: Where the access log and failures go.
    public init(
        _ configuration: ServerConfiguration, releases: any ReleaseSource, styles: [String: Style] = [:],
        logger: Logger
    ) {
        self.configuration = configuration
        self.logger = logger
        // The boxes of the first release are worked out here, not on an event loop.
        let served = ServedReleases(releases)
        _ = served.current()
        let threads = configuration.computeThreads ?? max(1, System.coreCount - 1)
        self.responder = ServiceResponder(
            configuration: configuration, releases: served, styles: styles,
            edition: KleinraumServer.edition(
                [ProgramDigest.own ?? "", configuration.programVersion, configuration.libraries.digest], styles),
            cache: AnswerCache(capacity: configuration.cacheBytes),
            pool: ComputePool(threads: threads, limit: configuration.computeQueueLimit), logger: logger)
    }

    /// How many answers were drawn or written since the start, rather than taken from the cache or not sent at all.
    public var computedAnswers: Int { responder.pool.begun }

    /// The application for Hummingbird: to run, or to test in memory.
    ///
    /// - Parameter onListening: Told the port once connections are accepted; of use where the configured port is 0.
    public func application(
        onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            responder: responder,
            server: .http1(configuration: .init(idleTimeout: .seconds(Int64(configuration.idleSeconds)))),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: .maximum(
                    configuration.maximumConnections, logger: logger)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onListening(port) }
            },
            logger: logger)
    }

    /// Listens and answers until the process is asked to stop.
    ///
    /// - Throws: `InputError` when the address cannot be listened on.
    public func run(onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) async throws {
        do {
            try await application(onListening: onListening).runService()
        } catch let error as IOError where [EADDRINUSE, EADDRNOTAVAIL, EACCES].contains(error.errnoCode) {
            let address = "\(configuration.host):\(configuration.port)"
            throw InputError(
                .locked, "the server cannot listen on \(address): \(String(cString: strerror(error.errnoCode)))",
                remedy: "take another port, or 0 for any that is free")
        }
    }

    /// A digest of the program, the versions of program and libraries, and the styles: everything besides release and
    /// question that bytes depend on.
    private static func edition(_ versions: [String], _ styles: [String: Style]) -> String {
        let described = styles.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return EntityTag.hexadecimal(EntityTag.hash((versions + described).joined(separator: "\u{0}")))
    }
}
