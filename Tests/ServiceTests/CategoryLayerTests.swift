import Foundation
import Hummingbird
import HummingbirdTesting
import Service
import Testing

/// What is served of a layer whose areas fall into kinds and have further numbers.
@Suite("layers with categories and details")
struct CategoryLayerTests {
    private let asked: KleinraumServer

    init() throws { asked = server(try ClusteredRelease.make()) }

    private func answer(_ path: String) async throws -> TestResponse {
        try await ask(layer(path, ClusteredRelease.clusters), of: asked)
    }

    private func keys(_ query: String) async throws -> [String] {
        let escaped = try #require(query.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed))
        return try await answer("/items?" + escaped).features().compactMap { $0["id"] as? String }
    }

    @Test("features have the category and the details, null where there is none", arguments: ["", "?f=jsonfg"])
    func features(form: String) async throws {
        let all = try await answer("/items" + form).features().compactMap { $0["properties"] as? [String: Any] }
        let categories: [String?] = ["high-high", nil, nil, nil, "not \"significant\"", "island"]
        #expect(all.map { $0["category"] as? String } == categories)
        #expect(all.map { $0["p"] as? Double } == [0.0125, nil, nil, nil, 0.25, nil])
        #expect(all.map { $0["lag"] as? Double } == [40, nil, nil, nil, 12, nil])
        for name in ["category", "p", "lag"] { #expect(all.allSatisfy { $0[name] != nil }, "\(name)") }
        #expect(all.map { $0["class"] as? Int } == [0, nil, nil, nil, 2, 3])
        #expect(all[0]["colour"] as? String == "#ca0020" && all[0]["label"] as? String == "hoch & hoch (12,0\u{A0}%)")
        // An island has a value and says that it is one.
        #expect(all[5]["value"] as? Double == 40 && all[5]["state"] as? String == "value")
        let one = try #require(try await answer("/items/01" + form).object()["properties"] as? [String: Any])
        #expect(one as NSDictionary == all[0] as NSDictionary)
        // Layers without categories have none of it.
        let plain = try await ask(layer("/items"), of: asked).features()
        #expect((plain[0]["properties"] as? [String: Any])?["category"] == nil)
    }

    @Test(
        "nothing of a suppressed area's details is served in any form",
        arguments: [
            "", "?f=html", "?f=html&lang=en", "/items", "/items?f=csv", "/items?f=html", "/items?f=jsonfg", "/items/02",
            "/items/02?f=html", "/items/02?f=csv", "/table.csv", "/map", "/sheet.svg", "/legend.json",
            "/tiles/WebMercatorQuad/7/42/66?f=geojson", "/tiles/WebMercatorQuad/7/42/66?f=mvt", "/styles/default",
        ])
    func secrecy(path: String) async throws {
        let told = try await answer(path)
        let other = try await ask(
            layer(path, ClusteredRelease.clusters), of: server(try ClusteredRelease.make(hidden: 0.75)))
        #expect(told.status == .ok && told.body == other.body)
    }

    @Test("the table has a column for the category and for each detail, between the label and what all rows share")
    func table() async throws {
        let lines = try await answer("/table.csv").text.split(separator: "\r\n").map(String.init)
        #expect(
            lines[0] == "key,name,date,indicator,value,unit,state,class,label,category,p,lag,boundary_version,source,"
                + "licence,protection_notice")
        #expect(lines[1].contains(",\"hoch & hoch (12,0\u{A0}%)\",high-high,0.0125,40,2021,"))
        #expect(lines[2].contains(",suppressed,,geheim gehalten,,,,2021,"))
        #expect(lines[5].contains("(0,0\u{A0}%)\",\"not \"\"significant\"\"\",0.25,12,2021,"))
        #expect(lines[6].contains(",island,,,2021,"))
        #expect(try await answer("/items?f=csv").text == answer("/table.csv").text)
        // A time without a date leaves the header row.
        let none = try await answer("/items?f=csv&datetime=1999-12-31").text
        #expect(none == lines[0] + "\r\n")
    }

    @Test("the schema names exactly what features have, and what a category can be")
    func schema() async throws {
        let object = try await answer("/schema").object()
        #expect(object["additionalProperties"] as? Bool == false)
        let properties = try #require(object["properties"] as? [String: [String: Any]])
        let feature = try #require(try await answer("/items").features().first?["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(feature.keys).union(["geometry"]))
        let category = try #require(properties["category"])
        #expect(category["type"] as? [String] == ["string", "null"])
        #expect((category["enum"] as? [Any])?.compactMap { $0 as? String } == ClusteredRelease.categories.map(\.id))
        #expect((category["enum"] as? [Any])?.last is NSNull)
        #expect(properties["p"]?["type"] as? [String] == ["number", "null"])
        #expect(properties["p"]?["title"] as? String == "p-value")
    }

    @Test("the category can be asked for where there is one; details cannot")
    func queryables() async throws {
        let properties = try #require(
            try await answer("/queryables").object()["properties"] as? [String: [String: Any]])
        #expect(properties["category"]?["enum"] as? [String] == ClusteredRelease.categories.map(\.id))
        #expect(properties["category"]?["type"] as? String == "string" && properties["p"] == nil)
        for (query, expected) in [
            ("category=high-high", ["01"]), ("category=not \"significant\"", ["05/ü"]), ("category=low-low", []),
            ("category=island&value=40", ["06"]), ("category=", []),
            ("filter=category = 'island' OR category LIKE 'high%'", ["01", "06"]),
            ("filter=category IN ('island','low-low')", ["06"]), ("filter=category IS NULL", ["02", "03", "04"]),
            ("filter=NOT category = 'island'", ["01", "05/ü"]),
        ] { #expect(try await keys(query) == expected, "\(query)") }
        #expect(try await answer("/items?filter=p%20%3C%200.1").problem().contains("there is no property 'p'"))
    }

    @Test("on a layer without categories no area has one, and a filter may not name it")
    func withoutCategories() async throws {
        #expect(try await ask(layer("/items?category=island"), of: asked).features().isEmpty)
        let refusal = try await ask(layer("/items?filter=category%20IS%20NULL"), of: asked).problem()
        #expect(refusal.contains("there is no property 'category'; there are key, name,"))
        #expect(!refusal.contains("label, category"))
        let properties = try await ask(layer("/queryables"), of: asked).object()["properties"] as? [String: Any]
        #expect(properties?["category"] == nil)
    }

    @Test("legend, map and sheet have the categories in their order, with the number of areas")
    func drawings() async throws {
        let legend = try await answer("/legend.json?lang=en").object()
        #expect(legend["method"] as? String == "categories")
        #expect(legend["categories"] as? [String] == ClusteredRelease.categories.map(\.id))
        #expect(legend["labels"] as? [String] == ["high & high", "low", "not <significant>", "no neighbours"])
        #expect(legend["counts"] as? [Int] == [1, 0, 1, 1])
        #expect(legend["colours"] as? [String] == ClusteredRelease.categories.map(\.colour))
        let map = try await answer("/map")
        #expect(map.status == .ok && map.text.contains("fill=\"#ca0020\""))
        #expect(map.text.contains("hoch &amp; hoch (12,0\u{A0}%)</title>"))
        let sheet = try await answer("/sheet.svg").text
        #expect(sheet.contains("nicht &lt;auffällig&gt;") && sheet.contains("4 Kategorien"))
        #expect(!sheet.contains("Häufungen in %"))
    }

    @Test("method and number of classes are checked, and make no difference")
    func classification() async throws {
        let legend = try await answer("/legend.json").text
        let map = try await answer("/map").text
        let items = try await answer("/items").features()
        for query in ["method=geometric", "method=fixed:1,2&classes=2", "classes=9", "method=&classes="] {
            #expect(try await answer("/legend.json?" + query).text == legend, "\(query)")
            #expect(try await answer("/map?" + query).text == map, "\(query)")
            #expect(try await answer("/items?" + query).features() as NSArray == items as NSArray, "\(query)")
        }
        for path in ["/legend.json", "/map", "/items"] {
            #expect(try await answer(path + "?method=nonsense").status == .badRequest)
            #expect(try await answer(path + "?classes=10").status == .badRequest)
        }
    }

    @Test("tiles carry the category, and their descriptions say so")
    func tiles() async throws {
        let tile = "/tiles/WebMercatorQuad/7/42/66"
        let features = try await answer(tile + "?f=geojson").features()
        let told = features.compactMap { $0["properties"] as? [String: Any] }
        #expect(told.map { $0["category"] as? String } == ["high-high", nil, nil, nil, "not \"significant\""])
        #expect(told[1]["category"] is NSNull && told[0]["p"] == nil)
        let vector = VectorTileReading(Array(try await answer(tile + "?f=mvt").body.readableBytesView))
        let layers = try #require(vector.layers.first)
        #expect(layers.features.map { $0.properties["category"] } == told.map { $0["category"] as? String })
        let tilejson = try await answer("/tilejson.json").object()
        let fields = try #require(
            (tilejson["vector_layers"] as? [[String: Any]])?.first?["fields"] as? [String: String])
        #expect(fields["category"]?.hasPrefix("high-high, low-low") == true)
        let tileset = try await answer("/tiles/WebMercatorQuad?f=json").text
        #expect(tileset.contains("\"category\":{\"type\":\"string\""))
        #expect(!(try await ask(layer("/tilejson.json"), of: asked).text.contains("\"category\"")))
    }

    @Test("styles colour each category")
    func styles() async throws {
        let style = try await answer("/styles/default").object()
        let paint = try #require((style["layers"] as? [[String: Any]])?[1]["paint"] as? [String: Any])
        let match = try #require(paint["fill-color"] as? [Any])
        #expect(match.count == 3 + 2 * 4 && match[3] as? String == "#ca0020" && match[9] as? String == "#969696")
        for form in ["sld", "sld10"] {
            let text = try await answer("/styles/default?f=\(form)&lang=en").text
            #expect(text.contains("Name>high-high</") && text.contains("Title>not &lt;significant&gt;</"))
            #expect(try XMLWellFormedness.check(text))
        }
    }
}
