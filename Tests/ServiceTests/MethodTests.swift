import Catalogue
import Foundation
import Hummingbird
import HummingbirdTesting
import Service
import Testing

/// Method sheets, and the pages of layers that have one.
@Suite("method sheets and pages of statistics")
struct MethodTests {
    private let asked: KleinraumServer
    private let path = layer("/method", ClusteredRelease.clusters)

    init() throws { asked = server(try ClusteredRelease.make()) }

    private func text(_ path: String) async throws -> String { try await ask(path, of: asked).text }

    @Test("the sheet is there in both languages for programs", arguments: ["de", "en"])
    func data(language: String) async throws {
        let response = try await ask("\(path)?f=json&lang=\(language)", of: asked)
        #expect(response.headers[.contentType] == "application/json")
        let object = try response.object()
        #expect(object["layer"] as? String == ClusteredRelease.clusters)
        #expect(object["kind"] as? String == "local-moran" && object["language"] as? String == language)
        let entries = try #require(object["entries"] as? [[String: String]])
        let isGerman = language == "de"
        #expect(
            entries == [
                [
                    "title": isGerman ? "Verfahren" : "Method",
                    "text": isGerman ? "Lokaler <Moran>-Index" : "Local <Moran> \"I\"",
                ], ["title": isGerman ? "Startwert" : "Seed", "text": "1"],
            ])
    }

    @Test("and as a page, which leads back to the layer")
    func page() async throws {
        let german = try await text(path + "?f=html")
        #expect(german.contains("<h1>SGB-II-Quote: Häufungen – Methodenblatt</h1>"))
        #expect(german.contains("<dt>Verfahren</dt><dd>Lokaler &lt;Moran&gt;-Index</dd>"))
        #expect(german.contains("<a href=\"../\(ClusteredRelease.clusters)\">"))
        let english = try await text(path + "?f=html&lang=en")
        #expect(english.contains("<html lang=\"en\">") && english.contains("<dt>Seed</dt><dd>1</dd>"))
        #expect(english.contains("<a href=\"../\(ClusteredRelease.clusters)?lang=en\">"))
        #expect(try await ask(path, headers: [.accept: "text/html"], of: asked).text == german)
    }

    @Test("a layer without a sheet, a layer that there is not, and a damaged sheet have none")
    func absent() async throws {
        #expect(try await ask(layer("/method"), of: asked).status == .notFound)
        #expect(try await ask(layer("/method", "none"), of: asked).status == .notFound)
        #expect(try await ask(path + "?f=csv", of: asked).status == .badRequest)
        #expect(try await ask(path + "?classes=3", of: asked).status == .badRequest)
        var release = try ClusteredRelease.make()
        release.documents[0].body = Array("[{}]".utf8)
        #expect(try await ask(path, of: server(release)).status == .notFound)
    }

    @Test("a layer is described by its sheet, and only one that has one")
    func links() async throws {
        func hrefs(_ id: String) async throws -> [String] {
            let links = try await ask(layer("?lang=en", id), of: asked).object()["links"] as? [[String: Any]] ?? []
            return links.filter { $0["rel"] as? String == "describedby" }.compactMap { $0["href"] as? String }
        }
        #expect(try await hrefs(ClusteredRelease.clusters).last == "http://localhost\(path)?lang=en")
        #expect(try await hrefs(InventedRelease.rate).count == 1)
    }

    @Test("a layer's page links the sheet, has a column for each detail, and no choice of classes for categories")
    func layerPage() async throws {
        let page = try await text(layer("?f=html", ClusteredRelease.clusters))
        #expect(page.contains("<a href=\"\(ClusteredRelease.clusters)/method\">Methodenblatt</a>"))
        #expect(page.contains("<th scope=\"col\" class=\"number\">p-Wert</th>"))
        #expect(page.contains(">hoch &amp; hoch (12,0\u{A0}%)</td><td class=\"number\">0,013</td>"))
        #expect(page.contains(">geheim gehalten</td><td class=\"number\"></td><td class=\"number\"></td>"))
        #expect(page.contains("name=\"datetime\"") && !page.contains("name=\"method\""))
        #expect(!page.contains("name=\"classes\""))
        #expect(page.contains("<th scope=\"col\">Kategorie</th>") && !page.contains("<th scope=\"col\">%</th>"))
        let plain = try await text(layer("?f=html"))
        #expect(plain.contains("name=\"method\"") && plain.contains("<th scope=\"col\">%</th>"))
        #expect(!plain.contains("Methodenblatt"))
        // What is wider than the window can be reached by keyboard.
        #expect(page.contains("class=\"scroll\" role=\"region\" aria-labelledby=\"values\" tabindex=\"0\""))
    }

    @Test("an area's page has its details")
    func areaPage() async throws {
        let page = try await text(layer("/items/01?f=html&lang=en", ClusteredRelease.clusters))
        #expect(page.contains("<dt>p-value</dt><dd>0.013</dd>"))
        #expect(page.contains("<dd>high &amp; high (12.0\u{A0}%)</dd>"))
        let hidden = try await text(layer("/items/02?f=html&lang=en", ClusteredRelease.clusters))
        #expect(!hidden.contains("p-value") && hidden.contains("<dd>suppressed</dd>"))
    }

    @Test("lists of layers have the indicators of a level before its statistics")
    func order() async throws {
        for (path, pattern) in [
            ("/collections?f=html", "row\"><a href=\"collections/"), ("/?f=html", "<h3><a href=\"collections/"),
        ] {
            let page = try await text(path)
            let ids = page.components(separatedBy: pattern).dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(
                ids.map(String.init) == [InventedRelease.residents, InventedRelease.rate, ClusteredRelease.clusters])
        }
        #expect(
            try await text("/collections?f=html").contains("\(ClusteredRelease.clusters)/method\">Methodenblatt</a>"))
    }

    @Test("the description of the interface says what a sheet is, and what categories do to method and classes")
    func described() async throws {
        let text = try await text("/api")
        #expect(text.contains("\"getMethod\"") && text.contains("#/components/schemas/method"))
        #expect(text.contains("No effect on layers with categories"))
    }
}
