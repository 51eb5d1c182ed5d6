import Formats
import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@Suite("negotiation")
struct NegotiationTests {
    static let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"

    @Test("a browser gets pages where there are pages, and the first form elsewhere")
    func browsers() async throws {
        let accept: HTTPFields = [.accept: NegotiationTests.browser]
        for (path, type) in [
            ("/", "text/html"), (layer(), "text/html"), ("/collections", "text/html"),
            (layer("/items"), "text/html"), (layer("/legend.json"), "application/json"),
            (layer("/map"), "image/svg+xml"),
            (layer("/table.csv"), "text/csv"),
        ] {
            let response = try await ask(path, headers: accept)
            #expect(response.status == .ok)
            #expect(response.headers[.contentType]?.hasPrefix(type) == true, "\(path)")
            #expect(response.headers[.vary]?.hasPrefix("Accept, Accept-Encoding") == true)
        }
    }

    @Test("programs get documents: by default, by Accept with qualities, and by f")
    func programs() async throws {
        for (path, accept, type) in [
            (layer(), nil, "application/json"), (layer(), "*/*", "application/json"),
            ("/", "application/json", "application/json"),
            ("/", "text/html;q=0.5, application/json", "application/json"),
            ("/", "application/*", "application/json"), ("/", "text/html;q=0, */*;q=0.1", "application/json"),
            (layer("/items"), "application/json", "application/geo+json"),
            (layer("/items"), "application/geo+json, application/json;q=0.5", "application/geo+json"),
            (layer("/map"), "image/avif,image/webp,image/*,*/*;q=0.8", "image/svg+xml"),
            ("/?f=json", NegotiationTests.browser, "application/json"), (layer("?f=html"), "*/*", "text/html"),
        ] {
            let response = try await ask(path, headers: accept.map { [.accept: $0] } ?? [:])
            #expect(response.status == .ok, "\(path) \(accept ?? "")")
            #expect(response.headers[.contentType]?.hasPrefix(type) == true, "\(path) \(accept ?? "")")
        }
    }

    @Test("an Accept header that leaves nothing is a 406 that says what there is")
    func notAcceptable() async throws {
        for (path, accept) in [
            (layer("/map"), "image/png"), (layer("/items"), "text/plain"), ("/", "text/plain"), ("/", "*/*;q=0"),
            (layer("/map"), "image/svg+xml;q=0, image/*"),
        ] {
            let response = try await ask(path, headers: [.accept: accept])
            #expect(response.status == .notAcceptable, "\(path) \(accept)")
            _ = try response.problem()
        }
    }

    @Test("gzip is sent where it is accepted, and holds the same bytes")
    func compression() async throws {
        let asked = server()
        for path in ["/", layer("/items"), layer("/map"), layer("/table.csv")] {
            let plain = try await ask(path, of: asked)
            let packed = try await ask(path, headers: [.acceptEncoding: "br, gzip;q=0.8"], of: asked)
            #expect(plain.headers[.contentEncoding] == nil)
            #expect(packed.headers[.contentEncoding] == "gzip")
            #expect(packed.headers[.eTag] != plain.headers[.eTag])
            #expect(try Gzip.decompressed(Array(packed.body.readableBytesView)) == Array(plain.body.readableBytesView))
            let refused = try await ask(path, headers: [.acceptEncoding: "gzip;q=0, identity"], of: asked)
            #expect(refused.headers[.contentEncoding] == nil)
        }
    }

    @Test("languages are German unless asked for English")
    func languages() async throws {
        let german = try await ask(layer("/table.csv"))
        let english = try await ask(layer("/table.csv?lang=en"))
        #expect(german.headers[.contentLanguage] == "de")
        #expect(english.headers[.contentLanguage] == "en")
        #expect(german.text.contains("40,0") && english.text.contains("40.0"))
    }
}
