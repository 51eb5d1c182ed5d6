import Catalogue
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Service
import Testing

@Suite("conditional requests and the cache")
struct ConditionalTests {
    @Test("If-None-Match is answered with 304, ETag, Cache-Control and Vary, without any work")
    func notModified() async throws {
        let first = server()
        for path in [
            "/", "/collections", layer(), layer("/items"), layer("/map"), layer("/sheet.svg"),
            layer("/legend.json"), layer("/table.csv"),
        ] {
            for encoding in ["identity", "gzip"] {
                let full = try await ask(path, headers: [.acceptEncoding: encoding], of: first)
                let tag = try #require(full.headers[.eTag])
                #expect(tag.hasPrefix("\"abababab") && tag.hasSuffix("\""))
                // A server that has answered nothing yet: the tag follows from the question alone.
                let fresh = server()
                for condition in [tag, "\"other\", W/\(tag)", "*"] {
                    let headers: HTTPFields = [.acceptEncoding: encoding, .ifNoneMatch: condition]
                    let response = try await ask(path, headers: headers, of: fresh)
                    #expect(response.status == .notModified)
                    #expect(response.headers[.eTag] == tag)
                    #expect(response.headers[.cacheControl] == full.headers[.cacheControl])
                    #expect(response.headers[.vary] == full.headers[.vary])
                    #expect(response.body.readableBytes == 0)
                }
                #expect(fresh.computedAnswers == 0)
                let other = try await ask(
                    path, headers: [.acceptEncoding: encoding, .ifNoneMatch: "\"other\""], of: fresh)
                #expect(other.status == .ok)
            }
        }
    }

    @Test("the tag changes with release, question, form, version and host, and with nothing else")
    func tags() async throws {
        func tag(_ path: String, _ asked: KleinraumServer = server(), _ headers: HTTPFields = [:]) async throws
            -> String?
        {
            try await ask(path, headers: headers, of: asked).headers[.eTag]
        }
        let items = try await tag(layer("/items"))
        #expect(try await tag(layer("/items")) == items)
        #expect(try await tag(layer("/items?limit=3&lang=en")) == tag(layer("/items?lang=en&limit=3")))
        var newer = ServerConfiguration()
        newer.programVersion = "2"
        var based = ServerConfiguration()
        based.baseURL = "https://atlas.example"
        let others = [
            try await tag(layer("/items"), server(InventedRelease.make(id: String(repeating: "cd", count: 32)))),
            try await tag(layer("/items?limit=3")), try await tag(layer("/items"), server(configuration: newer)),
            try await tag(layer("/items"), server(configuration: based)),
            try await tag(layer("/items"), server(), [.acceptEncoding: "gzip"]),
        ]
        #expect(!others.contains(items) && Set(others).count == others.count)
        #expect(try await tag(layer()) != tag(layer("?f=html")))
    }

    @Test("the same question is computed once, whoever asks and however often, also at the same time")
    func singleFlight() async throws {
        let asked = server()
        try await asked.application().test(.router) { client in
            try await withThrowingTaskGroup(of: TestResponse.self) { group in
                for _ in 0..<40 {
                    group.addTask { try await client.execute(uri: layer("/map"), method: .get) }
                }
                for try await response in group { #expect(response.status == .ok) }
            }
        }
        #expect(asked.computedAnswers == 1)
        _ = try await ask(layer("/map?lang=de"), of: asked)
        #expect(asked.computedAnswers == 1)
        _ = try await ask(layer("/map?lang=en"), of: asked)
        #expect(asked.computedAnswers == 2)
    }

    @Test("a request with long headers is answered as any other, time and again")
    func longHeaders() async throws {
        let asked = server()
        let accept = "application/geo+json" + String(repeating: ", text/x-unknown;q=0.1", count: 700)
        var tags: Set<String?> = []
        for _ in 0..<3 {
            let response = try await ask(layer("/items"), headers: [.accept: accept], of: asked)
            #expect(response.status == .ok && response.headers[.contentType] == "application/geo+json")
            tags.insert(response.headers[.eTag])
        }
        #expect(tags.count == 1 && asked.computedAnswers == 1)
    }

    @Test("a cache without room answers all the same")
    func smallCache() async throws {
        var configuration = ServerConfiguration()
        configuration.cacheBytes = 8000
        let asked = server(configuration: configuration)
        for round in 0..<3 {
            for path in [layer("/legend.json"), layer("/items"), layer("/items/01"), layer("/items/02"), layer("/map")]
            {
                let response = try await ask(path + "?classes=\(round + 2)", of: asked)
                #expect(response.status == .ok && response.body.readableBytes > 0)
            }
        }
    }

    @Test("a new release is taken up without a restart")
    func newRelease() async throws {
        let source = SwitchableSource(InventedRelease.make())
        let logger = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
        let asked = KleinraumServer(ServerConfiguration(), releases: source, logger: logger)
        let old = try await ask(layer("/items"), of: asked).headers[.eTag]
        var next = InventedRelease.make(id: String(repeating: "cd", count: 32))
        next.layers.removeFirst()
        source.publish(next)
        let new = try await ask(layer("/items"), of: asked)
        #expect(new.headers[.eTag] != old)
        #expect(try await ask("/health", of: asked).object()["release"] as? String == next.id)
        #expect(try await ask(layer("/items", InventedRelease.residents), of: asked).status == .notFound)
    }

    @Test("when all threads are busy and the queue is full, the answer is 503 with Retry-After")
    func busy() async throws {
        var configuration = ServerConfiguration()
        configuration.computeQueueLimit = 0
        let response = try await ask(layer("/map"), of: server(configuration: configuration))
        #expect(response.status == .serviceUnavailable)
        #expect(response.headers[.retryAfter] == "2")
        _ = try response.problem()
        #expect(try await ask("/health", of: server(configuration: configuration)).status == .ok)
    }
}
