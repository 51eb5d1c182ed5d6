import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Service
import Testing

@Suite("how long tiles are kept, and by whom")
struct TileCachingTests {
    private let alias = "/tiles/\(InventedRelease.rate)/7/66/42"
    private let ogc = layer("/tiles/WebMercatorQuad/7/42/66")

    @Test("a lasting address may be kept for good, another for a minute")
    func lastingAddressMayBe() async throws {
        let lasting = try await ask(try await lastingAddress() + "/7/66/42.mvt")
        #expect(lasting.field("Cache-Control") == "public, max-age=31536000, immutable")
        for path in [alias + ".mvt", ogc] {
            let cacheControl = try #require(try await ask(path).field("Cache-Control"))
            #expect(cacheControl.hasPrefix("public, max-age=60, stale-while-revalidate="))
        }
    }

    @Test("the lasting address of another release or program is not there")
    func lastingAddressAnotherRelease() async throws {
        let path = try await lastingAddress() + "/7/66/42.mvt"
        let next = server(InventedRelease.make(id: String(repeating: "cd", count: 32)))
        let answer = try await ask(path, of: next)
        #expect(answer.status == .notFound)
        #expect(try answer.problem().contains("tilejson.json"))
        var configuration = ServerConfiguration()
        configuration.programVersion = "another"
        #expect(try await ask(path, of: server(configuration: configuration)).status == .notFound)
    }

    @Test("other bytes of the program are another edition, whatever the version")
    func programBytes() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func digest(_ text: String) throws -> String? {
            let file = folder.appending(path: "program")
            try Data(text.utf8).write(to: file)
            return ProgramDigest.digest(ofFile: file.path)
        }
        // FIPS 180-2, appendix B.1.
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(try digest("abc") == known)
        #expect(try digest("abd") != known)
        #expect(ProgramDigest.digest(ofFile: folder.path + "/none") == nil)
        #expect(ProgramDigest.digest(ofFile: "/proc/self/exe")?.count == 64)
    }

    @Test("a tile that the client has is not worked on, and one known is not worked on twice")
    func tileClientNotWorked() async throws {
        let asked = server()
        for headers in [HTTPFields(), [.acceptEncoding: "gzip"]] {
            let first = try await ask(alias + ".geojson", headers: headers, of: asked)
            let tag = try #require(first.headers[.eTag])
            let computed = asked.computedAnswers
            var conditional = headers
            conditional[.ifNoneMatch] = tag
            for _ in 0..<2 {
                let unchanged = try await ask(alias + ".geojson", headers: conditional, of: asked)
                #expect(unchanged.status == .notModified && unchanged.body.readableBytes == 0)
                for name in ["ETag", "Cache-Control", "Vary"] { #expect(unchanged.field(name) == first.field(name)) }
                #expect(unchanged.field("Content-Type") == nil && unchanged.field("Content-Encoding") == nil)
                let again = try await ask(alias + ".geojson", headers: headers, of: asked)
                #expect(again.status == .ok && again.body == first.body && again.headers == first.headers)
            }
            #expect(asked.computedAnswers == computed)
        }
        // On a server that never made the tile, too.
        let fresh = server()
        let tag = try #require(try await ask(alias + ".geojson").headers[.eTag])
        #expect(try await ask(alias + ".geojson", headers: [.ifNoneMatch: tag], of: fresh).status == .notModified)
        #expect(fresh.computedAnswers == 0)
        let whole = try await ask(alias + ".geojson", of: fresh)
        #expect(whole.status == .ok && whole.field("Content-Type") == "application/geo+json")
    }

    @Test("a request that was answered before is answered from the new release")
    func requestWasAnsweredBefore() async throws {
        let source = SwitchableSource(InventedRelease.make())
        let asked = KleinraumServer(ServerConfiguration(), releases: source, logger: .init(label: "tiles"))
        let first = try await ask(alias + ".mvt", of: asked)
        _ = try await ask(alias + ".mvt", of: asked)
        source.publish(InventedRelease.make(id: String(repeating: "cd", count: 32)))
        let second = try await ask(alias + ".mvt", of: asked)
        #expect(first.headers[.eTag] != second.headers[.eTag])
    }

    @Test("a known request is only the same request")
    func knownRequestOnlySame() async throws {
        let asked = server()
        let first = try await ask(ogc, of: asked)
        let other = try await ask(ogc, headers: [.accept: "application/geo+json"], of: asked)
        let packed = try await ask(ogc, headers: [.acceptEncoding: "gzip"], of: asked)
        #expect(first.headers[.contentType] != other.headers[.contentType])
        #expect(packed.headers[.contentEncoding] == "gzip" && first.headers[.contentEncoding] == nil)
        let head = try await ask(ogc, .head, of: asked)
        #expect(head.body.readableBytes == 0 && head.headers[.eTag] == first.headers[.eTag])
        #expect(try await ask(ogc, .post, of: asked).status == .methodNotAllowed)
    }
}

/// The start of the addresses that TileJSON names.
func lastingAddress() async throws -> String {
    let document = try await ask(layer("/tilejson.json")).object()
    let template = try #require((document["tiles"] as? [String])?.first)
    let end = try #require(template.range(of: "/{z}/{x}/{y}.mvt"))
    let start = try #require(template.range(of: "/releases/"))
    return String(template[start.lowerBound..<end.lowerBound])
}
