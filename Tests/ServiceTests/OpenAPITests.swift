import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

/// The class oas30 of OGC API - Features Part 1, and that nothing is missing from the document.
@Suite("OpenAPI document")
struct OpenAPITests {
    private func document() async throws -> [String: Any] { try await ask("/api").object() }

    private func operations(_ document: [String: Any]) throws -> [(path: String, get: [String: Any])] {
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        return try paths.sorted { $0.key < $1.key }.map { ($0.key, try #require($0.value["get"] as? [String: Any])) }
    }

    private func parameters(_ get: [String: Any]) throws -> [[String: Any]] {
        try #require(get["parameters"] as? [[String: Any]])
    }

    private func parameter(_ name: String, of path: String) async throws -> [String: Any] {
        let get = try #require(try operations(await document()).first { $0.path == path }?.get)
        return try #require(try parameters(get).first { $0["name"] as? String == name })
    }

    @Test("completeness: every route is described, with unique operation ids and the parameters of its path")
    func completeness() async throws {
        let operations = try operations(await document())
        let ids = operations.compactMap { $0.get["operationId"] as? String }
        #expect(Set(ids).count == operations.count)
        for (path, get) in operations {
            let named = path.matches(of: /\{([^}]+)\}/).map { String($0.output.1) }
            let described = try parameters(get).filter { $0["in"] as? String == "path" }
            #expect(Set(described.compactMap { $0["name"] as? String }) == Set(named), "\(path)")
            #expect(described.allSatisfy { $0["required"] as? Bool == true })
        }
        let paths = Set(operations.map { $0.path })
        for path in [
            "/", "/conformance", "/api", "/health", "/collections", "/collections/{collectionId}",
            "/collections/{collectionId}/items", "/collections/{collectionId}/items/{featureId}",
            "/collections/{collectionId}/queryables", "/collections/{collectionId}/schema",
            "/collections/{collectionId}/map", "/collections/{collectionId}/sheet.svg",
            "/collections/{collectionId}/legend.json", "/collections/{collectionId}/table.csv",
        ] {
            #expect(paths.contains(path), "\(path)")
        }
    }

    @Test("the parameters that a path describes are those that it takes, with nothing left out")
    func sameParameters() async throws {
        for (path, get) in try operations(await document()) where !path.contains("{z}") && !path.contains("{tile") {
            let concrete = path.replacingOccurrences(of: "{collectionId}", with: InventedRelease.rate)
                .replacingOccurrences(of: "{featureId}", with: "01")
            guard !concrete.contains("{"), path != "/health" else { continue }
            let described = try parameters(get).filter { $0["in"] as? String == "query" }
            let names = Set(described.compactMap { $0["name"] as? String })
            let refusal = try await ask(concrete + "?nonsense=1").problem()
            let allowed = try #require(refusal.firstMatch(of: /allowed here: (.+)$/)?.output.1)
            let taken = allowed == "none" ? [] : Set(allowed.split(separator: ", ").map(String.init))
            #expect(names == taken, "\(path)")
        }
    }

    @Test("every reference in the document leads to something in it")
    func references() async throws {
        let response = try await ask("/api")
        let document = try response.object()
        let components = try #require(document["components"] as? [String: [String: Any]])
        for match in response.text.matches(of: /"#\/components\/(\w+)\/(\w+)"/) {
            #expect(components[String(match.output.1)]?[String(match.output.2)] != nil, "\(match.output.0)")
        }
    }

    @Test("exception codes: 400, 404 and 500 are described with problem details")
    func failures() async throws {
        for (path, get) in try operations(await document()) {
            let responses = try #require(get["responses"] as? [String: Any])
            for code in ["200", "400", "405", "406", "500", "503"] {
                #expect(responses[code] != nil, "\(path) \(code)")
            }
            if path.contains("{") { #expect(responses["404"] != nil, "\(path)") }
        }
    }

    @Test("abstract test 14: bbox is an array of four or six numbers, form, not exploded")
    func box() async throws {
        let box = try await parameter("bbox", of: "/collections/{collectionId}/items")
        #expect(box["in"] as? String == "query" && box["required"] as? Bool == false)
        #expect(box["style"] as? String == "form" && box["explode"] as? Bool == false)
        let schema = try #require(box["schema"] as? [String: Any])
        #expect(schema["type"] as? String == "array")
        #expect((schema["items"] as? [String: String]) == ["type": "number"])
        #expect(
            (schema["oneOf"] as? [[String: Int]]) == [
                ["minItems": 4, "maxItems": 4], ["minItems": 6, "maxItems": 6],
            ])
    }

    @Test("abstract tests 16, 18: limit is an integer from 1 on, datetime a string")
    func limitAndDatetime() async throws {
        let limit = try await parameter("limit", of: "/collections/{collectionId}/items")
        let schema = try #require(limit["schema"] as? [String: Any])
        #expect(schema["type"] as? String == "integer" && schema["minimum"] as? Int == 1)
        #expect(schema["default"] as? Int == 10_000)
        let datetime = try await parameter("datetime", of: "/collections/{collectionId}/items")
        #expect((datetime["schema"] as? [String: Any])?["type"] as? String == "string")
    }

    @Test("the pattern of datetime matches exactly what is read")
    func datetimePattern() async throws {
        let datetime = try await parameter("datetime", of: "/collections/{collectionId}/items")
        let pattern = try #require((datetime["schema"] as? [String: Any])?["pattern"] as? String)
        let expression = try Regex(pattern)
        for value in [
            "2023-12-31", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2023-13-01", "2023-04-31",
            "2023-12-31T10:00:00Z",
            "2023-12-31T24:00:00Z", "2023-12-31T10:00:00.25+01:00", "2023-12-31T10:00:00", "../2023-12-31",
            "2023-12-31/", "/",
            "../..", "..", "", "a/b", "2023-12-31/2019-12-31", "2023-12-31/../2024-01-01", "31.12.2023",
        ] {
            let escaped = try #require(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let isRead = try await ask(layer("/items?datetime=\(escaped)")).status == .ok
            #expect((value.wholeMatch(of: expression) != nil) == isRead, "\(value)")
        }
    }

    @Test("what the pattern of filter matches is read")
    func filterPattern() async throws {
        let filter = try await parameter("filter", of: "/collections/{collectionId}/items")
        let pattern = try #require((filter["schema"] as? [String: Any])?["pattern"] as? String)
        let expression = try Regex(pattern)
        for (value, isMatched) in [
            ("value > 3", true), ("value>3 AND name LIKE 'S%'", true),
            ("NOT (value = 1 OR state = 'no-data') AND key = '01'", true),
            ("S_INTERSECTS(geometry,BBOX(1,2,3,4))", true), ("date >= DATE('2023-01-01')", true),
            ("geometry IS NOT NULL", true),
            ("class IN (1,2)", true), ("value >", false), ("foo = 3", false), ("value = 'x'", false),
        ] {
            #expect((value.wholeMatch(of: expression) != nil) == isMatched, "\(value)")
            let escaped = try #require(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            #expect((try await ask(layer("/items?filter=\(escaped)")).status == .ok) == isMatched, "\(value)")
        }
    }

    @Test("the page shows every operation of the document, in both languages, without anything from elsewhere")
    func page() async throws {
        let ids = try operations(await document()).compactMap { $0.get["operationId"] as? String }
        for language in ["de", "en"] {
            let page = try await ask("/api.html?lang=\(language)").text
            for id in ids { #expect(page.contains("id=\"\(id)\"")) }
            #expect(!page.contains("<script") && !page.contains("https://"))
        }
    }
}
