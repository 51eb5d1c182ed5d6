import Catalogue
import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

/// The abstract tests of OGC API - Features Part 1 (OGC 17-069r4, Annex A), by their numbers.
@Suite("OGC API - Features Part 1, abstract tests")
struct CoreConformanceTests {
    static let json: HTTPFields = [.accept: "application/json"]

    private func links(_ object: [String: Any]) throws -> [[String: Any]] {
        try #require(object["links"] as? [[String: Any]])
    }

    private func path(_ link: [String: Any]) throws -> String {
        let href = try #require(link["href"] as? String)
        #expect(href.hasPrefix("http://localhost/"))
        return String(href.dropFirst("http://localhost".count))
    }

    @Test("tests 1, 3, 4: the landing page leads to the API's description, its conformance and its data")
    func landing() async throws {
        let response = try await ask("/", headers: CoreConformanceTests.json)
        #expect(response.status == .ok)
        for (relation, path, type) in [
            ("service-desc", "/api", "application/vnd.oai.openapi+json;version=3.0"),
            ("service-doc", "/api.html", "text/html"), ("conformance", "/conformance", "application/json"),
            ("data", "/collections", "application/json"), ("self", "/", "application/json"),
        ] {
            let link = try #require(try response.link(relation))
            #expect(link["href"] as? String == "http://localhost" + path)
            #expect(link["type"] as? String == type)
        }
    }

    @Test("every link of the documents leads somewhere, and to the type that it names")
    func linksLead() async throws {
        let asked = server()
        for start in ["/", "/collections", layer(), layer("/items?limit=2&offset=2"), layer("/items/01")] {
            for link in try links(await ask(start, of: asked).object()) where link["templated"] as? Bool != true {
                let path = try path(link)
                let type = try #require(link["type"] as? String)
                let response = try await ask(path, headers: [.accept: "\(type), */*;q=0.1"], of: asked)
                #expect(response.status == .ok, "\(path)")
                #expect(response.headers[.contentType]?.hasPrefix(type) == true, "\(path) \(type)")
            }
        }
    }

    @Test("tests 5, 6: the API's description is found by both of its relations")
    func description() async throws {
        let document = try await ask("/api")
        #expect(document.headers[.contentType] == "application/vnd.oai.openapi+json;version=3.0")
        #expect(try document.object()["openapi"] as? String == "3.0.3")
        #expect(try await ask("/api.html").headers[.contentType]?.hasPrefix("text/html") == true)
        #expect(
            try await ask("/api", headers: [.accept: "text/html"]).headers[.contentType]?.hasPrefix("text/html") == true
        )
    }

    @Test("tests 7, 8: the conformance declaration is a list of class URIs, each once")
    func conformance() async throws {
        let classes = try #require(try await ask("/conformance").object()["conformsTo"] as? [String])
        #expect(Set(classes).count == classes.count)
        #expect(classes.allSatisfy { $0.hasPrefix("http://www.opengis.net/spec/") && $0.contains("/conf/") })
        for name in ["core", "geojson", "html", "oas30"] {
            #expect(classes.contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\(name)"))
        }
    }

    @Test("tests 9, 10: each collection has id, links to its items in every form, and an extent in CRS84")
    func collections() async throws {
        let response = try await ask("/collections")
        for relation in ["self", "alternate"] { #expect(try response.link(relation) != nil) }
        let collections = try #require(try response.object()["collections"] as? [[String: Any]])
        #expect(collections.count == 2)
        for collection in collections {
            let items = try links(collection).filter { $0["rel"] as? String == "items" }
            #expect(
                items.compactMap { $0["type"] as? String } == [
                    "application/geo+json", "application/vnd.ogc.fg+json", "text/csv", "text/html",
                ])
            let spatial = try #require((collection["extent"] as? [String: Any])?["spatial"] as? [String: Any])
            #expect(spatial["crs"] as? String == "http://www.opengis.net/def/crs/OGC/1.3/CRS84")
            let temporal = try #require((collection["extent"] as? [String: Any])?["temporal"] as? [String: Any])
            let interval = try #require((temporal["interval"] as? [[String]])?.first)
            #expect(interval.allSatisfy { $0.hasSuffix("T00:00:00Z") })
        }
    }

    @Test("tests 11, 12: a collection says the same alone as among all, with all its links")
    func collection() async throws {
        let collections = try #require(try await ask("/collections").object()["collections"] as? [[String: Any]])
        for entry in collections {
            let id = try #require(entry["id"] as? String)
            let one = try await ask("/collections/\(id)").object()
            for member in ["id", "title", "description", "itemType", "storageCrs"] {
                #expect(one[member] as? String == entry[member] as? String)
            }
            #expect((one["extent"] as? NSDictionary) == (entry["extent"] as? NSDictionary))
            let all = try links(one).compactMap { $0["href"] as? String }
            #expect(try links(entry).allSatisfy { all.contains($0["href"] as? String ?? "") })
        }
        #expect(try await ask("/collections/none").status == .notFound)
    }

    @Test("tests 13, 22, 23, 25, 26: items are a feature collection that counts itself and links its other forms")
    func items() async throws {
        let response = try await ask(layer("/items?limit=2&lang=en"))
        let object = try response.object()
        #expect(object["type"] as? String == "FeatureCollection")
        #expect((object["features"] as? [Any])?.count == object["numberReturned"] as? Int)
        #expect(object["numberMatched"] as? Int == 6)
        #expect(try response.link("self")?["type"] as? String == "application/geo+json")
        let alternates = try links(object).filter { $0["rel"] as? String == "alternate" }
        #expect(Set(alternates.compactMap { $0["type"] as? String }).count == 3)
        for link in alternates {
            let other = try await ask(path(link))
            #expect(other.status == .ok)
            #expect(other.headers[.contentType]?.hasPrefix(try #require(link["type"] as? String)) == true)
        }
    }

    @Test("test 24: there is no time stamp, so that the same question has the same bytes")
    func timeStamp() async throws {
        let first = try await ask(layer("/items"))
        #expect(try first.object()["timeStamp"] == nil)
        #expect(try await ask(layer("/items")).text == first.text)
    }

    @Test("test 15: bbox has four or six numbers, may cross the antimeridian, and selects by shape")
    func box() async throws {
        for (value, count) in [
            ("7,51,7.005,51.005", 1), ("7,51,0,7.005,51.005,100", 1), ("179,50,7.005,52", 1), ("8,52,9,53", 0),
        ] {
            let object = try await ask(layer("/items?bbox=\(value)")).object()
            #expect(object["numberMatched"] as? Int == count, "\(value)")
        }
    }

    @Test("test 17: a limit above the maximum is cut to it, and no page is longer than its limit")
    func limit() async throws {
        #expect(try await ask(layer("/items?limit=10001")).status == .ok)
        for limit in 1...6 {
            #expect(try await ask(layer("/items?limit=\(limit)")).features().count == limit)
        }
    }

    @Test(
        "test 19: datetime is an instant or an interval, open where it says .. or nothing",
        arguments: [
            ("2023-12-31", 6), ("2023-12-31T12:00:00Z", 6), ("2019-01-01/2020-01-01", 6), ("../2020-01-01", 6),
            ("/2020-01-01", 6), ("2020-01-01/..", 6), ("2020-01-01/", 6), ("../..", 6), ("2022-01-01/2019-01-01", 0),
            ("2018-01-01", 0),
        ])
    func datetime(value: String, count: Int) async throws {
        let object = try await ask(layer("/items?datetime=\(value)")).object()
        #expect(object["numberMatched"] as? Int == count)
    }

    @Test(
        "test 20: an invalid value is a 400",
        arguments: [
            "bbox=1,2,3", "bbox=a,b,c,d", "limit=0", "limit=x", "datetime=yesterday", "datetime=2023-13-01", "f=xml",
            "crs=EPSG:25832", "bbox-crs=nonsense", "filter-crs=nonsense", "offset=-1", "filter-lang=cql2-json",
            "filter=value%20%3E", "value=x", "class=-1", "state=hidden", "date=2023", "colour=red",
        ])
    func invalid(query: String) async throws {
        let response = try await ask(layer("/items?" + query))
        #expect(response.status == .badRequest)
        _ = try response.problem()
    }

    @Test("test 21: an unknown parameter is a 400")
    func unknown() async throws {
        #expect(try await ask(layer("/items?unknownQueryParameter=1")).status == .badRequest)
    }

    @Test("tests 27, 28, 29: a feature's id is the one of its path, and it links itself, its forms and its collection")
    func feature() async throws {
        for id in InventedRelease.keys {
            let path = id.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? id
            let response = try await ask(layer("/items/\(path)"))
            #expect(response.headers[.contentType] == "application/geo+json")
            #expect(try response.object()["id"] as? String == id)
            for relation in ["self", "alternate", "collection"] { #expect(try response.link(relation) != nil) }
        }
        #expect(try await ask(layer("/items/none")).status == .notFound)
    }

    @Test("html, definition and content: every resource is also a page that links what the document links")
    func pages() async throws {
        for path in ["/", "/conformance", "/collections", layer(), layer("/items"), layer("/items/01")] {
            let page = try await ask(path, headers: [.accept: "text/html"])
            #expect(page.headers[.contentType] == "text/html; charset=utf-8", "\(path)")
            #expect(page.text.contains("<h1>") && page.text.hasSuffix("</html>\n"))
            #expect(!page.text.contains("<script"))
            let english = try await ask(path + "?f=html&lang=en")
            #expect(english.text.contains("<html lang=\"en\">"), "\(path)")
        }
    }
}
