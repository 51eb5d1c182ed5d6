import Cartography
import Catalogue
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Service
import Statistics
import Synchronization
import Testing

/// A server of the invented release.
func server(
    _ release: Release? = InventedRelease.make(), configuration: ServerConfiguration = ServerConfiguration(),
    logger: Logger = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
) -> KleinraumServer {
    KleinraumServer(configuration, releases: SwitchableSource(release), logger: logger)
}

/// Asks a server one question, in memory.
func ask(
    _ uri: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:], of asked: KleinraumServer? = nil
) async throws -> TestResponse {
    let asked = asked ?? server()
    return try await asked.application().test(.router) { client in
        try await client.execute(uri: uri, method: method, headers: headers)
    }
}

/// The path of a layer's resource.
func layer(_ path: String = "", _ id: String = InventedRelease.rate) -> String { "/collections/\(id)\(path)" }

/// A source whose release can be replaced.
final class SwitchableSource: ReleaseSource {
    private let release: Mutex<Release?>

    init(_ release: Release?) { self.release = Mutex(release) }

    func current() -> Release? { release.withLock { $0 } }

    func publish(_ new: Release) { release.withLock { $0 = new } }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    /// A header field by its name.
    func field(_ name: String) -> String? { HTTPFields.Element.Name(name).flatMap { headers[$0] } }

    /// The body as a JSON object.
    func object() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(body.readableBytesView))
        return try #require(value as? [String: Any])
    }

    /// The problem's detail, after checking that the rest of it is as RFC 9457 wants it.
    func problem() throws -> String {
        #expect(headers[.contentType] == "application/problem+json")
        #expect(headers[.cacheControl] == "no-store")
        let object = try object()
        #expect(object["type"] as? String == "about:blank")
        #expect(object["status"] as? Int == status.code)
        #expect(object["title"] as? String == status.reasonPhrase)
        return try #require(object["detail"] as? String)
    }

    /// The features of a collection.
    func features() throws -> [[String: Any]] { try #require(try object()["features"] as? [[String: Any]]) }

    /// The link of a relation.
    func link(_ relation: String) throws -> [String: Any]? {
        let links = try #require(try object()["links"] as? [[String: Any]])
        return links.first { $0["rel"] as? String == relation }
    }
}

extension Style {
    /// A style that cannot work on a zero.
    static let impossible = Style(name: "steep", palette: .all[0], method: .geometric, classes: 4)
}
