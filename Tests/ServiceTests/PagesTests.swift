import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@Suite("pages")
struct PagesTests {
    @Test("the first page shows every layer with a map, unit, date and links, all relative")
    func landing() async throws {
        let page = try await ask("/?f=html").text
        for id in [InventedRelease.rate, InventedRelease.residents] {
            for path in ["", "/items", "/map", "/sheet.svg", "/table.csv", "/legend.json"] {
                #expect(page.contains("href=\"collections/\(id)\(path)\""))
            }
            #expect(page.contains("<img src=\"collections/\(id)/map?width=320\""))
        }
        #expect(page.contains("<html lang=\"de\">"))
        #expect(page.contains("31.12.2019, 31.12.2023"))
        #expect(page.contains("Einheit: Personen"))
        #expect(page.contains("threshold only: hidden values may be derivable"))
        #expect(page.contains("dl-de/by-2-0") && page.contains("Melderegister &amp; BA"))
        #expect(page.contains("1 Wert geheim gehalten"))
        #expect(!page.contains("http://") && !page.contains("<script"))
    }

    @Test("English pages stay English by their links")
    func english() async throws {
        let page = try await ask("/?f=html&lang=en").text
        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.contains("collections/\(InventedRelease.rate)/map?lang=en&amp;width=320"))
        #expect(page.contains("31 December 2023") && page.contains("1 value suppressed"))
        let one = try await ask(layer("?f=html&lang=en&classes=3")).text
        #expect(one.contains("href=\"../?lang=en\""))
        #expect(one.contains("src=\"\(InventedRelease.rate)/map?classes=3&amp;lang=en\""))
        #expect(one.contains("href=\"\(InventedRelease.rate)?classes=3\""))
    }

    @Test("a layer's page has the map, its legend, a form, and every value in words")
    func layerPage() async throws {
        let page = try await ask(layer("?f=html&method=equal&classes=2&datetime=2023-12-31")).text
        #expect(page.contains("<option value=\"2023-12-31\" selected>31.12.2023</option>"))
        #expect(page.contains("<option value=\"equal\" selected>"))
        #expect(page.contains("<option value=\"2\" selected>"))
        #expect(page.contains(">geheim gehalten<") && page.contains(">keine Daten<"))
        #expect(page.contains("12,0\u{A0}%") && page.contains("0,0\u{A0}%"))
        // What the form sends where nothing was chosen.
        #expect(try await ask(layer("?f=html&datetime=2019-12-31&method=&classes=")).status == .ok)
    }

    @Test("names that look like markup are text in every form")
    func escaping() async throws {
        let browser: HTTPFields = [.accept: "text/html"]
        for path in ["/", layer()] {
            let page = try await ask(path, headers: browser).text
            #expect(!page.contains("<script") && !page.contains("<Musterstadt>") && !page.contains("<\"A"))
            #expect(page.contains("Atlas &lt;Musterstadt&gt;"))
        }
        for path in ["/map", "/sheet.svg"] {
            let drawing = try await ask(layer(path)).text
            #expect(!drawing.contains("<script"))
        }
        let table = try await ask(layer("?f=html")).text
        #expect(table.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        let object = try await ask(layer("/nothing<script>")).problem()
        #expect(!object.isEmpty)
    }

    @Test("the stylesheet that pages name is there, and may be kept for good")
    func stylesheet() async throws {
        let page = try await ask("/?f=html").text
        let name = try #require(page.firstMatch(of: /href="(assets\/page-[0-9a-f]+\.css)"/)?.output.1)
        let response = try await ask("/" + name)
        #expect(response.headers[.contentType] == "text/css; charset=utf-8")
        #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(try await ask(layer("?f=html")).text.contains("href=\"../\(name)\""))
    }
}
