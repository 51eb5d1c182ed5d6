import Catalogue
import Foundation
import Hummingbird
import HummingbirdTesting
import Service
import Testing

/// The invented and the located release's servers, for tests with arguments.
enum KleinraumServerBox: Sendable {
    case invented, located

    var server: KleinraumServer {
        switch self {
        case .invented: ServiceTests.server()
        case .located: ServiceTests.server(LocatedRelease.make())
        }
    }
}

/// Requests as real clients send them, recorded with GDAL 3.6.2, GDAL 3.12.4 (pyogrio 0.13) and OWSLib 0.35.
@Suite("requests of real clients")
struct ClientRequestTests {
    private let gdal: HTTPFields = [.accept: "application/geo+json, application/json", .acceptEncoding: "gzip"]
    private let located = server(LocatedRelease.make())

    @Test("GDAL 3.6 sniffs ten items, reads the description, and asks with a bbox of 17 digits")
    func gdal36() async throws {
        for path in ["/collections", "/", "/api"] {
            #expect(try await ask(path, headers: gdal, of: located).status == .ok)
        }
        let sniffed = try await ask(layer("/items?limit=10"), headers: gdal, of: located)
        #expect(sniffed.headers[.contentType] == "application/geo+json")
        let box = "6.9859999999999998,51.434000000000005,6.9900000000000002,51.439999999999998"
        let response = try await ask(
            layer("/items?limit=10&bbox=\(box)"), headers: [.accept: "application/geo+json, application/json"],
            of: located)
        #expect(try response.features().compactMap { $0["id"] as? String } == ["01"])
    }

    @Test("GDAL 3.12 reads the schema, takes the storage system by itself, and sends its URI as it is")
    func gdal312() async throws {
        let collection = try await ask(layer(), of: located)
        let schema = try #require(try collection.link("describedby"))
        #expect(schema["type"] as? String == "application/schema+json")
        let described = try await ask(
            layer("/schema"), headers: [.accept: "application/schema+json"], of: located)
        #expect(described.headers[.contentType] == "application/schema+json")
        let storage = try #require(try collection.object()["storageCrs"] as? String)
        #expect(storage == "http://www.opengis.net/def/crs/EPSG/0/25832")
        var path = layer("/items?limit=1&crs=\(storage)&bbox=360100,5700100,361900,5700200&bbox-crs=\(storage)")
        var easts: [Double] = []
        while true {
            let response = try await ask(
                path, headers: [.accept: "application/geo+json, application/json"], of: located)
            #expect(response.field("Content-Crs") == "<\(storage)>")
            for feature in try response.features() {
                let geometry = try #require(feature["geometry"] as? [String: Any])
                easts.append(try #require((geometry["coordinates"] as? [[[Double]]])?[0][0][0]))
            }
            guard let next = try response.link("next")?["href"] as? String else { break }
            path = String(next.dropFirst("http://localhost".count))
        }
        #expect(easts == [360_000, 361_000])
    }

    @Test("OWSLib accepts anything and gets documents, with commas escaped")
    func owslib() async throws {
        let any: HTTPFields = [.accept: "*/*", .userAgent: "OWSLib 0.35.0"]
        for path in [
            "/", "/conformance", "/collections", layer(), layer("/queryables"), layer("/items"), "/api",
            layer("/items?bbox=6.986%2C51.434%2C6.99%2C51.44&limit=3"), layer("/items/01"),
        ] {
            let response = try await ask(path, headers: any, of: located)
            #expect(response.status == .ok)
            #expect(response.headers[.contentType]?.contains("json") == true, "\(path)")
        }
    }

    @Test("a browser gets pages from the same addresses")
    func browsers() async throws {
        let browser: HTTPFields = [.accept: NegotiationTests.browser]
        for path in ["/", "/conformance", "/collections", layer(), layer("/items"), layer("/items/01"), "/api"] {
            let response = try await ask(path, headers: browser, of: located)
            #expect(response.headers[.contentType]?.hasPrefix("text/html") == true, "\(path)")
        }
    }

    @Test("findings are handed on as released, and linked where there are some")
    func findings() async throws {
        let body = Array(#"{"type":"FeatureCollection","features":[]}"#.utf8)
        let release = LocatedRelease.make(documents: [
            ReleasedDocument(
                name: "findings/gliederung.geojson", mediaType: "application/geo+json", body: body)
        ])
        let asked = server(release)
        let response = try await ask("/collections/gliederung/findings", of: asked)
        #expect(response.headers[.contentType] == "application/geo+json")
        #expect(Array(response.body.readableBytesView) == body)
        for path in ["/collections", layer()] {
            let href = try await ask(path, of: asked).link("related")?["href"] as? String
            #expect(href == "http://localhost/collections/gliederung/findings")
        }
        #expect(try await ask("/collections/gliederung/findings").status == .notFound)
        #expect(try await ask("/collections/other/findings", of: asked).status == .notFound)
        #expect(try await ask("/collections").link("related") == nil)
    }
}
