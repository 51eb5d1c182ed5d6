import ArgumentParser
import Catalogue
import Diagnostics
import Foundation
import Logging
import Project
import Service

/// Where and how a server listens, for `serve` and `demo`.
struct Listening: ParsableArguments {
    @Option(help: "The host name or address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 picks a free one.")
    var port = 8080

    @Option(help: "What absolute links begin with, e.g. https://atlas.example/stadt.")
    var baseUrl: String?

    @Flag(help: "Believe Forwarded and X-Forwarded-* headers; only behind a proxy that sets them.")
    var trustProxy = false

    @Flag(help: "Serve a release that only a threshold protects beyond this machine, too.")
    var allowThresholdOnly = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port takes 0 to 65535") }
        guard let baseUrl else { return }
        guard let url = URL(string: baseUrl), url.scheme == "http" || url.scheme == "https", url.host != nil else {
            throw ValidationError("--base-url takes a URL such as https://atlas.example/stadt, not '\(baseUrl)'")
        }
    }

    /// Serves the releases of a project folder until the process is asked to stop.
    func serve(_ folder: String, libraries: ViewerLibraries = ViewerLibraries()) async throws {
        let releases = ReleaseFolder(ProjectBuild.releases(of: folder))
        if let release = try releases.current(),
            !mayListen(host: host, release: release, allowed: allowThresholdOnly)
        {
            throw InputError(
                .project, "the release says '\(release.header.protectionNotice)' and may not be served on \(host)",
                remedy: "listen on 127.0.0.1, or take the responsibility with --allow-threshold-only")
        }
        var configuration = ServerConfiguration()
        configuration.host = host
        configuration.port = port
        configuration.baseURL = baseUrl
        configuration.trustsForwardedHeaders = trustProxy
        configuration.allowsThresholdOnly = allowThresholdOnly
        configuration.libraries = libraries
        configuration.programVersion = Kleinraum.version
        let logger = Logger(label: "kleinraum") { _ in StandardErrorLog() }
        let server = KleinraumServer(
            configuration, releases: ReleaseWatch(releases) { logger.info("\($0)") },
            styles: try Served.styles(of: folder), logger: logger)
        let shownHost = host.contains(":") ? "[\(host)]" : host
        try await server.run { port in Message.write("listening on http://\(shownHost):\(port)/") }
    }
}
