import Cartography
import Catalogue
import Foundation
import Hummingbird
import HummingbirdTesting
import InMemoryLogging
import Logging
import Service
import Statistics
import Testing

@Suite("serving")
struct ServingTests {
    @Test("links begin with the configured base, the trusted proxy's, or the request's host")
    func baseURL() async throws {
        func selfLink(_ configuration: ServerConfiguration, _ headers: HTTPFields) async throws -> String? {
            try await ask(layer(), headers: headers, of: server(configuration: configuration))
                .link("self")?["href"] as? String
        }
        func named(_ fields: [(String, String)]) throws -> HTTPFields {
            var headers = HTTPFields()
            for (name, value) in fields { headers[try #require(HTTPFields.Element.Name(name))] = value }
            return headers
        }
        let forwarded = try named([("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "atlas.example, inner")])
        let standard = try named([("Forwarded", "for=1.2.3.4;proto=https;host=\"atlas.example:8443\", for=5.6.7.8")])
        var trusting = ServerConfiguration()
        trusting.trustsForwardedHeaders = true
        var configured = trusting
        configured.baseURL = "https://fest.example/stadt/"
        #expect(try await selfLink(ServerConfiguration(), forwarded) == "http://localhost" + layer())
        #expect(try await selfLink(trusting, forwarded) == "https://atlas.example" + layer())
        #expect(try await selfLink(trusting, standard) == "https://atlas.example:8443" + layer())
        #expect(try await selfLink(configured, standard) == "https://fest.example/stadt" + layer())
        for bad in [[("X-Forwarded-Host", "a/b")], [("X-Forwarded-Host", "a\"b")], [("X-Forwarded-Proto", "ftp")]] {
            let response = try await ask(layer(), headers: named(bad), of: server(configuration: trusting))
            #expect(response.status == .badRequest)
        }
    }

    @Test("a query over the limit is a 414")
    func longQuery() async throws {
        let response = try await ask(layer("/items?bbox=" + String(repeating: "1", count: 8192)))
        #expect(response.status == .uriTooLong)
        _ = try response.problem()
    }

    @Test("the access log says what was asked of which route, and nothing about who asked for what")
    func accessLog() async throws {
        let memory = InMemoryLogHandler()
        let asked = server(logger: Logger(label: "access") { _ in memory })
        let headers: HTTPFields = [.userAgent: "Firefox-Muster", .referer: "https://woher.example"]
        _ = try await ask(layer("/items/05%2F%C3%BC?lang=en"), headers: headers, of: asked)
        _ = try await ask("/wer/bin/ich?name=mueller", headers: headers, of: asked)
        _ = try await ask(layer("/map?classes=99"), headers: headers, of: asked)
        let lines = memory.entries.map { "\($0.message) \($0.metadata)" }
        #expect(lines.count == 3)
        #expect(lines[0].contains(/^GET \/collections\/{layer}\/items\/{featureId} 200 \d+\.\d ms \d+ bytes/))
        #expect(lines[1].contains(/^GET - 404/))
        #expect(lines[2].contains(/^GET \/collections\/{layer}\/map 400/))
        for line in lines {
            for secret in ["Firefox", "woher", "mueller", "05", "lang", "99", "sgb2", "127.0.0.1"] {
                #expect(!line.contains(secret) || secret == "99" || secret == "05")
            }
            #expect(!line.contains("?"))
        }
    }

    @Test("a failure inside is a 500 that tells nothing, and the log knows more")
    func internalError() async throws {
        let memory = InMemoryLogHandler()
        var release = InventedRelease.make()
        release.layers[1].indicator.style = "steep"
        let asked = KleinraumServer(
            ServerConfiguration(), releases: FixedReleaseSource(release), styles: ["steep": .impossible],
            logger: Logger(label: "access") { _ in memory })
        let response = try await ask(layer("/map"), of: asked)
        #expect(response.status == .internalServerError)
        #expect(try response.problem() == "the answer could not be made; the server's log says why")
        #expect(memory.entries.contains { $0.level == .error && "\($0.message)".contains("geometric") })
    }

    @Test("a threshold-only release stays on this machine unless told otherwise")
    func loopback() async throws {
        let release = InventedRelease.make()
        for host in ["127.0.0.1", "127.1.2.3", "localhost", "::1"] {
            #expect(mayListen(host: host, release: release, allowed: false))
        }
        for host in ["0.0.0.0", "::", "atlas.example", "127.0.0.1.evil.example", "192.168.1.2"] {
            #expect(!mayListen(host: host, release: release, allowed: false))
            #expect(mayListen(host: host, release: release, allowed: true))
            #expect(mayListen(host: host, release: InventedRelease.make(notice: "joint"), allowed: false))
        }
        var open = ServerConfiguration()
        open.host = "0.0.0.0"
        #expect(try await ask(layer("/map"), of: server(configuration: open)).status == .serviceUnavailable)
        open.allowsThresholdOnly = true
        #expect(try await ask(layer("/map"), of: server(configuration: open)).status == .ok)
    }

    @Test("a drawing without a server has the server's bytes")
    func drawings() async throws {
        let release = InventedRelease.make()
        var drawing = LayerDrawing(layer: InventedRelease.rate, date: "2019-12-31", language: .english)
        drawing.classes = 3
        let query = "?datetime=2019-12-31&lang=en&classes=3"
        let map = try await ask(layer("/map" + query))
        #expect(try drawing.map(of: release) == Array(map.body.readableBytesView))
        let sheet = try await ask(layer("/sheet.svg" + query + "&paper=a4-landscape"))
        #expect(try drawing.sheet(of: release, paper: .a4Landscape) == Array(sheet.body.readableBytesView))
    }

    @Test("a drawing of what is not there says what there is")
    func missingDrawings() {
        let release = InventedRelease.make()
        #expect { try LayerDrawing(layer: "x").map(of: release) } throws: { error in
            "\(error)".contains(InventedRelease.rate)
        }
        #expect { try LayerDrawing(layer: InventedRelease.rate, date: "2020").map(of: release) } throws: { error in
            "\(error)".contains("2019-12-31, 2023-12-31")
        }
        #expect { try LayerDrawing(layer: InventedRelease.rate, method: .geometric).map(of: release) } throws: {
            error in
            "\(error)".contains("geometric")
        }
    }
}
