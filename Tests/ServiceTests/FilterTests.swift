import Catalogue
import Foundation
import Hummingbird
import HummingbirdTesting
import Statistics
import Testing

/// OGC API - Features Part 3 (OGC 19-079r2) and CQL2 (OGC 21-065r2).
@Suite("queryables and filters")
struct FilterTests {
    private func keys(_ filter: String, and more: String = "", of asked: KleinraumServerBox = .invented) async throws
        -> [String]
    {
        let text = try #require(filter.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        let response = try await ask(layer("/items?filter=\(text)\(more)"), of: asked.server)
        #expect(response.status == .ok, "\(filter): \(response.text.prefix(300))")
        return try response.features().compactMap { $0["id"] as? String }
    }

    @Test("queryables are a JSON Schema of 2020-12 under its own $id, linked from the collection and in a header")
    func queryables() async throws {
        let response = try await ask(layer("/queryables"))
        #expect(response.headers[.contentType] == "application/schema+json")
        let object = try response.object()
        #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(object["$id"] as? String == "http://localhost" + layer("/queryables"))
        #expect(object["type"] as? String == "object")
        let properties = try #require(object["properties"] as? [String: [String: Any]])
        #expect(
            Set(properties.keys) == [
                "key", "name", "date", "value", "state", "class", "colour", "label", "geometry",
            ])
        #expect(properties["value"]?["type"] as? String == "number")
        let relation = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
        #expect(try await ask(layer()).link(relation)?["href"] as? String == "http://localhost" + layer("/queryables"))
        for path in [layer(), layer("/items")] {
            let link = try #require(try await ask(path, .head).field("Link"))
            #expect(link.contains("<http://localhost\(layer("/queryables"))>; rel=\"\(relation)\""))
        }
        #expect(try await ask("/collections/none/queryables").status == .notFound)
    }

    @Test("the schema of features names every property that features have")
    func schema() async throws {
        let object = try await ask(layer("/schema")).object()
        let properties = try #require(object["properties"] as? [String: [String: Any]])
        let feature = try #require(try await ask(layer("/items")).features().first?["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(feature.keys).union(["geometry"]))
        #expect(properties["key"]?["x-ogc-role"] as? String == "id")
    }

    @Test("queryables are parameters of their own, and several have to be true together")
    func parameters() async throws {
        for (query, expected) in [
            ("state=suppressed", ["02"]), ("value=0", ["05/ü"]), ("value=12.0", ["01"]), ("name=Sechs", ["06"]),
            ("class=0&value=0", ["05/ü"]), ("key=01&value=0", []), ("date=2023-12-31&key=01", ["01"]),
            ("date=2019-12-31", []), ("name=", ["04"]), ("name=Null%2C+Komma", ["05/ü"]), ("state=no-data", ["03"]),
        ] {
            let response = try await ask(layer("/items?" + query))
            #expect(try response.features().compactMap { $0["id"] as? String } == expected, "\(query)")
        }
        for value in ["0x10", "nan", "inf", "-infinity", "1_0", "12 ", ""] {
            let text = try #require(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let response = try await ask(layer("/items?value=\(text)"))
            #expect(response.status == .badRequest, "\(value)")
        }
        let long = String(repeating: "x", count: 201)
        #expect(try await ask(layer("/items?name=\(long)")).status == .badRequest)
    }

    @Test("basic CQL2: comparisons, truth values, AND, OR, NOT, parentheses, in any case and spacing")
    func basic() async throws {
        for (filter, expected) in [
            ("value > 10", ["01", "06"]), ("value>=12", ["01", "06"]), ("value < 12", ["05/ü"]),
            ("value <= 0", ["05/ü"]),
            ("value = 40", ["06"]), ("value <> 40", ["01", "05/ü"]), ("40 = value", ["06"]), ("value = 4e1", ["06"]),
            ("value = -0.0", ["05/ü"]), ("state = 'suppressed'", ["02"]), ("key > '04'", ["05/ü", "06"]),
            ("value > 10 AND value < 20", ["01"]), ("value > 30 OR state = 'no-data'", ["03", "06"]),
            ("value = 0 OR value = 12 AND key = '06'", ["05/ü"]), ("(value = 0 OR value = 12) AND key = '01'", ["01"]),
            ("NOT value > 10", ["05/ü"]), ("not (value > 10 or key = '02')", ["05/ü"]),
            ("NOT NOT value > 10", ["01", "06"]),
            ("TRUE AND key = '01'", ["01"]), ("false", []), ("true = true AND key='02'", ["02"]),
            ("name = 'Südost & \"Mitte\"'", ["01"]), ("\"key\" = '03'", ["03"]), ("name = 'it''s'", []),
            ("date = DATE('2023-12-31') AND key = '01'", ["01"]), ("date > DATE('2024-01-01')", []),
            ("date = TIMESTAMP('2023-12-31T10:00:00Z') AND key = '01'", ["01"]),
            ("date = '2023-12-31' AND key='01'", ["01"]),
        ] as [(String, [String])] {
            #expect(try await keys(filter) == expected, "\(filter)")
        }
    }

    @Test("null is neither true nor false: a suppressed value is on no side of any limit")
    func null() async throws {
        #expect(try await keys("value IS NULL") == ["02", "03", "04"])
        #expect(try await keys("value IS NOT NULL") == ["01", "05/ü", "06"])
        #expect(try await keys("class IS NULL AND state <> 'no-data'") == ["02", "04"])
        #expect(try await keys("value > 5 OR NOT value > 5") == ["01", "05/ü", "06"])
        #expect(try await keys("NOT (value > 5 AND key = '02')") == ["01", "03", "04", "05/ü", "06"])
        #expect(try await keys("value > 5 OR key = '02'") == ["01", "02", "06"])
        #expect(try await keys("value IN (0, 12)") == ["01", "05/ü"])
        #expect(try await keys("value NOT IN (0, 12)") == ["06"])
        #expect(try await keys("value NOT BETWEEN 10 AND 20") == ["05/ü", "06"])
        #expect(try await keys("geometry IS NULL") == ["06"])
        #expect(try await keys("NOT S_INTERSECTS(geometry, BBOX(0,0,1,1))") == ["01", "02", "03", "04", "05/ü"])
    }

    @Test("releases that differ only in a suppressed number are equal, and every filter gives equal bytes")
    func secrecy() async throws {
        let (one, two) = (InventedRelease.make(hidden: 1), InventedRelease.make(hidden: 2))
        #expect(one.layers.map(\.dates) == two.layers.map(\.dates))
        let values = try #require(one.layers.last?.dates.last)
        #expect(values.states[1] == .suppressed && values.values[1] == 0)
        let (first, second) = (server(one), server(two))
        for filter in [
            "value < 5", "value <= 2", "value > 1", "NOT value < 5", "value = 0", "value <> 0", "value IS NULL",
            "value IS NOT NULL", "value BETWEEN 0 AND 5", "value NOT BETWEEN 0 AND 5", "value IN (0,1,2,4)",
            "value NOT IN (0,1,2,4)", "value IN (class, 2)", "class = 0", "class IS NULL", "value = class",
            "state = 'suppressed' AND value < 5", "state = 'suppressed' AND (class >= 0 OR class < 0)",
            "state = 'suppressed' OR value > 1", "label LIKE '%2%'", "colour > '#800000'",
        ] {
            let text = try #require(filter.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            for form in ["json", "csv"] {
                let path = layer("/items?filter=\(text)&f=\(form)")
                let answer = try await ask(path, of: first)
                #expect(answer.status == .ok, "\(filter): \(answer.text.prefix(300))")
                #expect(try await ask(path, of: second).text == answer.text, "\(filter)")
            }
        }
        // The suppressed area is on no side of any limit, although a 0 stands for its number.
        for limit in [-1, 0, 0.5, 1, 2, 4, 100] {
            for filter in ["value < \(limit)", "NOT value < \(limit)", "value = \(limit)", "value IN (\(limit))"] {
                #expect(!(try await keys(filter).contains("02")), "\(filter)")
            }
        }
    }

    @Test("a list with many members finds each of them, and a property among them may be null")
    func lists() async throws {
        let numbers = stride(from: 600, through: 0, by: -4).map(String.init).joined(separator: ",")
        #expect(try await keys("value IN (\(numbers),12)") == ["01", "05/ü", "06"])
        #expect(try await keys("value NOT IN (\(numbers))").isEmpty)
        #expect(try await keys("value IN (12, class)") == ["01", "05/ü"])
        #expect(try await keys("12 IN (value)") == ["01"])
        #expect(try await keys("12 NOT IN (value)") == ["05/ü", "06"])
        #expect(try await keys("12 IN (value, 12)").count == 6)
        #expect(try await keys("40 BETWEEN value AND 40") == ["01", "05/ü", "06"])
        #expect(try await keys("40 NOT BETWEEN value AND 39").count == 6)
        // By code points: another writing of an umlaut is another text.
        #expect(try await keys("name IN ('O\u{308}dland')").isEmpty)
        #expect(try await keys("name IN ('Sechs', 'Ödland', 'Alpha')") == ["03", "06"])
    }

    @Test("a line of many segments meets an area by any of them, and 500 positions are the most")
    func positions() async throws {
        func zigzag(_ count: Int) -> String {
            (0..<count).map { $0 % 2 == 0 ? "6 5" : "7 5" }.joined(separator: ",")
        }
        let crossing = "LINESTRING(\(zigzag(497)),7.005 51.02,7.005 50)"
        #expect(try await keys("S_INTERSECTS(geometry,\(crossing))") == ["01"])
        for filter in [
            "S_INTERSECTS(geometry,LINESTRING(\(zigzag(501))))",
            "S_INTERSECTS(geometry,LINESTRING(\(zigzag(300)))) OR S_INTERSECTS(geometry,LINESTRING(\(zigzag(201))))",
        ] {
            let text = try #require(filter.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let response = try await ask(layer("/items?filter=\(text)"))
            #expect(response.status == .badRequest)
            #expect(try response.problem().contains("more than 500 positions"))
        }
    }

    @Test("advanced comparisons and comparisons of properties")
    func advanced() async throws {
        for (filter, expected) in [
            ("name LIKE 'Süd%'", ["01"]), ("name LIKE '%dl_nd'", ["03"]),
            ("name NOT LIKE '%e%'", ["03", "04", "05/ü"]),
            ("name LIKE 'S%s'", ["06"]), ("label LIKE '%\\%'", ["01", "05/ü", "06"]),
            ("value BETWEEN 0 AND 12", ["01", "05/ü"]),
            ("key IN ('01','06','99')", ["01", "06"]), ("key = key AND key = '01'", ["01"]), ("name < key", ["04"]),
            ("value BETWEEN 0 AND 12 AND key = '01'", ["01"]),
            ("date BETWEEN DATE('2023-01-01') AND DATE('2023-12-31') AND key='06'", ["06"]),
        ] as [(String, [String])] {
            #expect(try await keys(filter) == expected, "\(filter)")
        }
    }

    @Test("S_INTERSECTS knows boxes and every geometry of well-known text, in the system of filter-crs")
    func spatial() async throws {
        for (filter, expected) in [
            ("S_INTERSECTS(geometry, BBOX(7.001,51.001,7.002,51.002))", ["01"]),
            ("S_INTERSECTS(BBOX(7.001,51.001,0,7.002,51.002,9), geometry)", ["01"]),
            ("S_INTERSECTS(geometry, POINT(7.005 51.005))", []),
            ("S_INTERSECTS(geometry, POINT(7.01 51.005))", ["01", "02"]),
            ("S_INTERSECTS(geometry, POINT Z (7.001 51.001 3))", ["01"]),
            ("S_INTERSECTS(geometry, LINESTRING(7.005 51.005, 7.025 51.005))", ["01", "02", "03"]),
            ("S_INTERSECTS(geometry, POLYGON((7.0045 51.0045,7.0055 51.0045,7.0055 51.0055,7.0045 51.0045)))", []),
            ("S_INTERSECTS(geometry, POLYGON((7.012 51.002,7.018 51.002,7.015 51.008,7.012 51.002)))", ["02"]),
            ("S_INTERSECTS(geometry, POLYGON((6 50,8 50,8 52,6 52,6 50)))", ["01", "02", "03", "04", "05/ü"]),
            (
                "S_INTERSECTS(geometry, POLYGON((6 50,8 50,8 52,6 52,6 50),(6.9 50.9,7.04 50.9,7.04 51.1,6.9 51.1,6.9 50.9)))",
                ["04", "05/ü"]
            ),
            ("S_INTERSECTS(geometry, MULTIPOINT((7.001 51.001),(7.065 51.005)))", ["01", "05/ü"]),
            ("S_INTERSECTS(geometry, MULTILINESTRING((7.02 51.02, 7.02 51.01)))", ["02", "03"]),
            ("S_INTERSECTS(geometry, MULTIPOLYGON(((7.051 51.02,7.059 51.02,7.055 51.0,7.051 51.02))))", []),
            (
                "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(7.001 51.001), BBOX(7.031,51.001,7.032,51.002)))",
                ["01", "04"]
            ),
        ] as [(String, [String])] {
            #expect(try await keys(filter) == expected, "\(filter)")
        }
        let north = "&filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326"
        #expect(try await keys("S_INTERSECTS(geometry, POINT(51.001 7.001))", and: north) == ["01"])
        let metric = "&filter-crs=http://www.opengis.net/def/crs/EPSG/0/25832"
        #expect(
            try await keys("S_INTERSECTS(geometry, POINT(360500 5700500))", and: metric, of: .located) == ["01"])
    }

    @Test(
        "a wrong filter is a 400 that says what is wrong and at which character",
        arguments: [
            ("value >", 8, "the end"), ("value > 'x'", 9, "a number"), ("valu > 3", 1, "'valu'"),
            ("value ! 3", 7, "'!'"),
            ("name LIKE 3", 11, "a pattern"), ("value LIKE 'x'", 1, "texts"), ("(value > 3", 11, "')'"),
            ("value > 3 value", 11, "AND, OR"), ("name = 'x", 8, "no end"), ("value BETWEEN 1", 16, "AND"),
            ("key IN ()", 9, "a property or a value"), ("value IS 3", 10, "NULL"), ("3", 2, "a comparison"),
            ("date > DATE('x')", 13, "no date"), ("S_INTERSECTS(geometry, CIRCLE(1 2))", 24, "no geometry"),
            ("S_INTERSECTS(geometry, POLYGON((0 0,1 0,1 1,0 1)))", 32, "end where it begins"),
            ("geometry = 3", 10, "IS"), ("", 1, "the end"), ("value = 1.2.3", 9, "no number"),
            ("S_TOUCHES(geometry, POINT(1 1))", 1, "S_TOUCHES"),
            ("TRUE AND", 9, "the end"), ("value = NULL", 9, "'NULL'"),
        ])
    func wrong(filter: String, place: Int, words: String) async throws {
        let text = try #require(filter.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        let response = try await ask(layer("/items?filter=\(text)"))
        #expect(response.status == .badRequest)
        let problem = try response.problem()
        #expect(problem.contains("at character \(place):"), "\(problem)")
        #expect(problem.contains(words), "\(problem)")
    }

    @Test("a filter may be long and nested, but not without end")
    func limits() async throws {
        let deep = String(repeating: "(", count: 30) + "value>3" + String(repeating: ")", count: 30)
        #expect(try await keys(deep) == ["01", "06"])
        for filter in [
            String(repeating: "(", count: 2000), String(repeating: "NOT ", count: 1000) + "TRUE",
            String(repeating: "x", count: 4097),
        ] {
            let text = try #require(filter.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let response = try await ask(layer("/items?filter=\(text)"))
            #expect(response.status == .badRequest)
        }
    }

    @Test("a filter and its paging are in every form: JSON-FG, table and page")
    func forms() async throws {
        let query = "?filter=value%3E10&limit=1"
        let jsonFG = try await ask(layer("/items\(query)&f=jsonfg"))
        #expect(try jsonFG.features().compactMap { $0["id"] as? String } == ["01"])
        #expect((try jsonFG.link("next")?["href"] as? String)?.contains("f=jsonfg") == true)
        let table = try await ask(layer("/items\(query)&f=csv"))
        let lines = table.text.split(separator: "\r\n")
        #expect(lines.count == 2 && lines[1].hasPrefix("01,"))
        #expect(try await ask(layer("/table.csv")).text.split(separator: "\r\n")[1] == lines[1])
        let page = try await ask(layer("/items\(query)&f=html&offset=1"))
        #expect(page.text.contains("<a href=\"items/06\">06</a>") && !page.text.contains(">01<"))
        #expect(page.text.contains("rel=\"prev\""))
        let one = try await ask(layer("/items/01?f=csv"))
        #expect(one.text.split(separator: "\r\n").last == lines[1])
    }
}
