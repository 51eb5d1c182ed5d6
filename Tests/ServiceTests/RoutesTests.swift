import Catalogue
import Foundation
import Hummingbird
import HummingbirdTesting
import Service
import Testing

@Suite("routes")
struct RoutesTests {
    static let all = [
        "/", "/health", "/favicon.ico", "/favicon.svg", "/conformance", "/api", "/api.html", "/collections", layer(),
        layer("/items"), layer("/items/01"), layer("/queryables"), layer("/schema"),
        layer("/map"), layer("/sheet.svg"), layer("/legend.json"), layer("/table.csv"),
    ]

    @Test("every route answers without a query, and HEAD says the same without a body", arguments: all)
    func headEqualsGet(path: String) async throws {
        let asked = server()
        let get = try await ask(path, of: asked)
        #expect(get.status == .ok)
        #expect(get.body.readableBytes > 0)
        let head = try await ask(path, .head, of: asked)
        #expect(head.status == .ok)
        #expect(head.body.readableBytes == 0)
        #expect(head.headers == get.headers)
        #expect(get.headers[.contentLength] == String(get.body.readableBytes))
        #expect(get.headers[.server] == nil)
        #expect(get.field("X-Content-Type-Options") == "nosniff")
        #expect(get.field("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
    }

    @Test("other methods are refused with Allow", arguments: ["PUT", "POST", "DELETE", "PATCH", "TRACE", "FOO"])
    func otherMethods(name: String) async throws {
        let method = try #require(HTTPRequest.Method(name))
        for path in [layer("/items"), "/health", "/"] {
            let response = try await ask(path, method)
            #expect(response.status == .methodNotAllowed)
            #expect(response.headers[.allow] == "GET, HEAD, OPTIONS")
            #expect(try response.problem().contains("read-only"))
        }
    }

    @Test("a preflight is answered, and every answer may be read by pages that this machine served")
    func crossOrigin() async throws {
        let origin: HTTPFields = [.origin: "http://localhost:5173"]
        let preflight = try await ask(layer("/items"), .options, headers: origin)
        #expect(preflight.status == .noContent)
        #expect(preflight.headers[.accessControlAllowMethods] == "GET, HEAD, OPTIONS")
        #expect(preflight.headers[.accessControlAllowOrigin] == "http://localhost:5173")
        for path in RoutesTests.all + ["/nothing", layer("/items?foo=1")] {
            let response = try await ask(path, headers: origin)
            #expect(response.headers[.accessControlAllowOrigin] == "http://localhost:5173")
        }
    }

    @Test("scripts of other sites may read every field that an answer has besides those of every browser")
    func exposedFields() async throws {
        let origin: HTTPFields = [.origin: "http://localhost:5173"]
        let safe = ["cache-control", "content-language", "content-length", "content-type"]
        // What concerns the connection and the browser, and not what was asked.
        let others = [
            "access-control-allow-origin", "access-control-expose-headers", "content-security-policy", "date",
            "referrer-policy", "server", "vary", "x-content-type-options",
        ]
        for path in RoutesTests.all + ["/nothing", layer("/items?crs=http://www.opengis.net/def/crs/EPSG/0/3857")] {
            let response = try await ask(path, headers: origin)
            let exposed = (response.headers[.accessControlExposeHeaders] ?? "").lowercased().split(separator: ", ")
            for field in response.headers where !safe.contains(field.name.canonicalName) {
                let name = field.name.canonicalName
                #expect(others.contains(name) || exposed.contains(Substring(name)), "\(path): \(name)")
            }
        }
    }

    @Test("a jointly protected release may be read by pages of any site; a threshold-only one by this machine's")
    func confinedOrigin() async throws {
        let elsewhere: HTTPFields = [.origin: "https://elsewhere.example"]
        let confined = try await ask(layer("/items"), headers: elsewhere)
        #expect(confined.headers[.accessControlAllowOrigin] == nil)
        #expect(confined.headers[.vary]?.contains("Origin") == true)
        let open = server(InventedRelease.make(notice: "joint protection"))
        #expect(try await ask(layer("/items"), headers: elsewhere, of: open).headers[.accessControlAllowOrigin] == "*")
        var configuration = ServerConfiguration()
        configuration.allowsThresholdOnly = true
        let allowed = server(configuration: configuration)
        #expect(
            try await ask(layer("/items"), headers: elsewhere, of: allowed).headers[.accessControlAllowOrigin] == "*")
    }

    @Test(
        "what does not exist is a 404",
        arguments: [
            "/nothing", "/collections/none", "/collections/none/map", layer("/nothing"), layer("/items/01/x"),
            "/collections/", "//", "/assets/old.css", layer("/%FF"),
        ])
    func notFound(path: String) async throws {
        let response = try await ask(path)
        #expect(response.status == .notFound)
        _ = try response.problem()
    }

    @Test("an unknown parameter is refused by name with those that are known", arguments: all)
    func unknownParameter(path: String) async throws {
        let response = try await ask(path + "?shade=red")
        #expect(response.status == .badRequest)
        let detail = try response.problem()
        #expect(detail.contains("'shade'") && detail.contains("allowed here:"))
    }

    @Test("a parameter given twice and a broken escape are refused")
    func brokenQueries() async throws {
        #expect(try await ask(layer("/map?classes=3&classes=4")).status == .badRequest)
        #expect(try await ask(layer("/map?lang=%F")).status == .badRequest)
        #expect(try await ask(layer("/map?lang=%FF")).status == .badRequest)
    }

    @Test(
        "values out of range are refused",
        arguments: [
            "classes=0", "width=31", "width=5000", "classes=10", "classes=x", "method=magic", "method=fixed:3,x",
            "lang=fr", "f=gif",
            "method=fixed:1,2,3,4,5,6,7,8,9,10,11",
        ])
    func invalidValues(query: String) async throws {
        let response = try await ask(layer("/map?" + query))
        #expect(response.status == .badRequest)
        #expect(try response.problem().contains(query.prefix { $0 != "=" }))
        #expect(try await ask(layer("/sheet.svg?paper=a9")).status == .badRequest)
    }

    @Test("health says which release is served, and fails without one")
    func health() async throws {
        let response = try await ask("/health")
        #expect(try response.object()["status"] as? String == "ok")
        #expect(try response.object()["release"] as? String == InventedRelease.make().id)
        let empty = server(nil)
        #expect(try await ask("/health", of: empty).status == .serviceUnavailable)
        let page = try await ask("/", of: empty)
        #expect(page.status == .serviceUnavailable)
        #expect(page.headers[.retryAfter] != nil)
    }

    @Test("collections describe each layer with extent, dates, provenance and links")
    func collections() async throws {
        let object = try await ask("/collections").object()
        let collections = try #require(object["collections"] as? [[String: Any]])
        #expect(collections.compactMap { $0["id"] as? String } == [InventedRelease.residents, InventedRelease.rate])
        let one = try await ask(layer()).object()
        #expect(one["dates"] as? [String] == ["2019-12-31", "2023-12-31"])
        #expect(one["title"] as? String == collections[1]["title"] as? String)
        let spatial = (one["extent"] as? [String: Any])?["spatial"] as? [String: Any]
        #expect(spatial?["bbox"] as? [[Double]] == [[7, 51, 7.07, 51.01]])
        let links = try #require(one["links"] as? [[String: Any]])
        for path in ["", "/items", "/map", "/sheet.svg", "/legend.json", "/table.csv"] {
            #expect(links.contains { $0["href"] as? String == "http://localhost" + layer(path) })
        }
    }

    @Test("the table has one row per area, quoted where needed, with date, state and notice in each")
    func table() async throws {
        let response = try await ask(layer("/table.csv"))
        #expect(response.headers[.contentType]?.hasPrefix("text/csv") == true)
        let lines = response.text.split(separator: "\r\n")
        #expect(lines.count == 7)
        #expect(lines[0].hasPrefix("key,name,date,indicator,value,unit,state,class,label"))
        #expect(lines[1].hasPrefix("01,\"Südost & \"\"Mitte\"\"\",2023-12-31,sgb2_rate,12,%,value,"))
        #expect(lines[2].contains("2023-12-31,sgb2_rate,,%,suppressed,,geheim gehalten,"))
        #expect(lines[5].hasPrefix("05/ü,\"Null, Komma\",2023-12-31,sgb2_rate,0,%,value,0,\"0,0\u{A0}%\","))
        #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",threshold only: hidden values may be derivable") })
    }
}
