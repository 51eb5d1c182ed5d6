import Diagnostics
import Foundation
import Hummingbird
import HummingbirdTesting
import Service
import Testing

@Suite("viewer pages")
struct ViewerTests {
    @Test(
        "a viewer page loads its library and its script from this server",
        arguments: [("leaflet", "leaflet.js"), ("maplibre", "maplibre-gl.js"), ("openlayers", "ol.js")])
    func page(library: String, file: String) async throws {
        let asked = try serverWithLibraries()
        let page = try await ask(layer("/viewer?library=\(library)"), of: asked)
        #expect(page.status == .ok && page.field("Content-Type") == "text/html; charset=utf-8")
        #expect(page.text.contains("src=\"../../assets/lib/\(file)\""))
        for match in page.text.matches(of: /(?:src|href)="..\/..\/(assets\/[^"]+)"/) {
            let asset = try await ask("/" + match.1, of: asked)
            #expect(asset.status == .ok, "\(match.1)")
        }
        let policy = try #require(page.field("Content-Security-Policy"))
        #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
        #expect(!policy.contains("script-src 'self' 'unsafe"))
        #expect(page.text.contains("threshold") || page.text.contains("Geheimhaltung"))
    }

    @Test("what a page is told are addresses of this release")
    func whatPageToldAddresses() async throws {
        let asked = try serverWithLibraries()
        let page = try await ask(layer("/viewer?classes=2&lang=en"), of: asked).text
        let told = try #require(page.firstMatch(of: /data-view="([^"]*)"/)?.1.replacing("&quot;", with: "\""))
        let view = try #require(try JSONSerialization.jsonObject(with: Data(told.utf8)) as? [String: Any])
        let tiles = try #require(view["geojson"] as? String)
        #expect(tiles.hasPrefix("../../releases/") && tiles.hasSuffix(".geojson?classes=2&amp;lang=en"))
        let path = tiles.dropFirst("../..".count).replacing("{z}", with: "10").replacing("{x}", with: "531")
            .replacing("{y}", with: "342").replacing("&amp;", with: "&")
        #expect(try await ask(String(path), of: asked).status == .ok)
        #expect(view["bounds"] as? [Double] == [7, 51, 7.07, 51.01])
        let colours = try await ask(layer("/legend.json?classes=2"), of: asked).object()["colours"] as? [String]
        #expect(view["colours"] as? [String] == colours)
    }

    @Test("a missing library is named, with what to do")
    func missingLibraryNamedWith() async throws {
        for path in [layer("/viewer"), "/assets/lib/leaflet.js"] {
            let answer = try await ask(path)
            #expect(answer.status == .notFound)
            let detail = try answer.problem()
            #expect(detail.contains("leaflet.") && detail.contains("--libraries"))
        }
        #expect(try await ask("/assets/lib/..%2F..%2Fetc%2Fpasswd").status == .notFound)
        #expect(try await ask("/assets/lib/other.js").status == .notFound)
        #expect(try await ask("/assets/nothing/leaflet.js").status == .notFound)
        #expect(try await ask(layer("/viewer?library=google"), of: try serverWithLibraries()).status == .badRequest)
        #expect(throws: InputError.self) { try ViewerLibraries(folder: "/nonexistent") }
    }

    @Test("an answer of 304 to a page keeps the page's policy")
    func answer304PageKeeps() async throws {
        let asked = try serverWithLibraries()
        let page = try await ask(layer("/viewer"), of: asked)
        let tag = try #require(page.headers[.eTag])
        let unchanged = try await ask(layer("/viewer"), headers: [.ifNoneMatch: tag], of: asked)
        #expect(unchanged.status == .notModified)
        #expect(unchanged.field("Content-Security-Policy") == page.field("Content-Security-Policy"))
    }

    /// A server with files in place of the libraries.
    private func serverWithLibraries() throws -> KleinraumServer {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        for name in ViewerLibraries.names { try Data("/* \(name) */".utf8).write(to: folder.appending(path: name)) }
        var configuration = ServerConfiguration()
        configuration.libraries = try ViewerLibraries(folder: folder.path)
        return server(configuration: configuration)
    }
}
