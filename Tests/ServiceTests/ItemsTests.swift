import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@Suite("items")
struct ItemsTests {
    @Test("every area is a feature with key, name, value, state, class, colour and label")
    func properties() async throws {
        let response = try await ask(layer("/items"))
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/geo+json")
        let features = try response.features()
        #expect(features.compactMap { $0["id"] as? String } == InventedRelease.keys)
        let properties = features.compactMap { $0["properties"] as? [String: Any] }
        #expect(
            properties.map { $0["state"] as? String } == [
                "value", "suppressed", "no-data", "not-applicable", "value", "value",
            ])
        #expect(properties.map { $0["value"] as? Double } == [12, nil, nil, nil, 0, 40])
        #expect(properties.map { $0["value"] is NSNull } == [false, true, true, true, false, false])
        #expect(properties[0]["name"] as? String == "Südost & \"Mitte\"")
        #expect(properties[0]["label"] as? String == "12,0\u{A0}%")
        #expect(properties[1]["class"] is NSNull)
        #expect(properties[4]["class"] as? Int == 0)
        for property in properties {
            let colour = try #require(property["colour"] as? String)
            #expect(colour.hasPrefix("#") && colour.utf8.count == 7)
        }
    }

    @Test("the collection says what it holds, as of when, from whom, and how it was protected")
    func collectionMembers() async throws {
        let object = try await ask(layer("/items")).object()
        #expect(object["numberMatched"] as? Int == 6)
        #expect(object["numberReturned"] as? Int == 6)
        #expect(object["date"] as? String == "2023-12-31")
        #expect(object["source"] as? String == "Melderegister & BA")
        #expect(object["boundaryVersion"] as? String == "2021")
        #expect(object["unit"] as? String == "%")
        #expect((object["indicator"] as? [String: Any])?["id"] as? String == "sgb2_rate")
        #expect(object["protectionNotice"] as? String == "threshold only: hidden values may be derivable")
        #expect(object["legend"] as? String == "http://localhost" + layer("/legend.json"))
    }

    @Test("geometry follows RFC 7946: shells anticlockwise, holes clockwise, closed rings, null where there is none")
    func geometry() async throws {
        let features = try await ask(layer("/items")).features()
        let first = try #require(features[0]["geometry"] as? [String: Any])
        #expect(first["type"] as? String == "Polygon")
        let rings = try #require(first["coordinates"] as? [[[Double]]])
        #expect(rings.map(signedArea).map { $0 > 0 } == [true, false])
        #expect(rings.allSatisfy { $0.first == $0.last })
        #expect(abs(signedArea(rings[0]) - 0.0001) < 1e-9)
        let fifth = try #require(features[4]["geometry"] as? [String: Any])
        #expect(fifth["type"] as? String == "MultiPolygon")
        #expect((fifth["coordinates"] as? [Any])?.count == 2)
        #expect(features[5]["geometry"] is NSNull)
    }

    private func signedArea(_ ring: [[Double]]) -> Double {
        zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0[0] * $1.1[1] - $1.1[0] * $1.0[1]) / 2 }
    }

    @Test("next leads through all areas once and keeps every parameter")
    func paging() async throws {
        var path = layer("/items?lang=en&limit=4&classes=3")
        var seen: [String] = []
        for page in 0..<2 {
            let response = try await ask(path)
            #expect(try response.object()["numberMatched"] as? Int == 6)
            seen += try response.features().compactMap { $0["id"] as? String }
            let next = try response.link("next")?["href"] as? String
            #expect((next == nil) == (page == 1))
            if let next {
                #expect(next.hasPrefix("http://localhost/"))
                #expect(next.contains("lang=en") && next.contains("classes=3") && next.contains("limit=4"))
                path = String(next.dropFirst("http://localhost".count))
            } else {
                #expect(try response.link("prev") != nil)
            }
        }
        #expect(seen == InventedRelease.keys)
    }

    @Test("prev leads to the areas before the page and to none of the page, also near the start")
    func backwards() async throws {
        for (query, previous) in [
            ("offset=3&limit=10", ["01", "02", "03"]), ("offset=3&limit=2", ["02", "03"]),
            ("offset=3", ["01", "02", "03"]),
            ("offset=1&limit=1", ["01"]),
        ] {
            let href = try await ask(layer("/items?\(query)")).link("prev")?["href"] as? String
            let path = String(try #require(href).dropFirst("http://localhost".count))
            let response = try await ask(path)
            #expect(try response.features().compactMap { $0["id"] as? String } == previous, "\(query)")
            #expect(try response.link("next") != nil)
        }
    }

    @Test("a limit above the maximum is cut, one that is no number above zero is refused")
    func limit() async throws {
        for limit in ["10001", "99999999999999999999"] {
            #expect(try await ask(layer("/items?limit=\(limit)")).features().count == 6)
        }
        #expect(try await ask(layer("/items?limit=1")).features().count == 1)
        for limit in ["0", "-1", "ten", "", "1.5", "+3"] {
            let response = try await ask(layer("/items?limit=\(limit)"))
            #expect(response.status == .badRequest)
            #expect(try response.problem().contains("limit"))
        }
    }

    @Test("datetime picks the newest date within an instant or interval; without one the collection is empty")
    func datetime() async throws {
        for (value, date) in [
            ("2019-12-31", "2019-12-31"), ("2019-12-31T12:00:00Z", "2019-12-31"), ("../2022-01-01", "2019-12-31"),
            ("2020-01-01/..", "2023-12-31"), ("/2024-01-01", "2023-12-31"), ("2019-01-01/2024-01-01", "2023-12-31"),
            ("2019-12-31T00:00:00.5%2B01:00", "2019-12-31"),
        ] {
            let object = try await ask(layer("/items?datetime=\(value)")).object()
            #expect(object["date"] as? String == date, "\(value)")
            #expect(object["numberMatched"] as? Int == 6)
        }
        let none = try await ask(layer("/items?datetime=2021-01-01"))
        #expect(none.status == .ok)
        #expect(try none.features().isEmpty)
        #expect(try none.object()["numberMatched"] as? Int == 0)
        #expect(try none.object()["date"] is NSNull)
        for path in ["/map", "/sheet.svg", "/table.csv", "/legend.json", "/items/01"] {
            let response = try await ask(layer(path + "?datetime=2021-01-01"))
            #expect(response.status == .notFound)
            #expect(try response.problem().contains("2019-12-31, 2023-12-31"))
        }
    }

    @Test(
        "what is no datetime is refused",
        arguments: [
            "..", "2023", "2023-13-01", "2023-02-29", "31.12.2023", "a/b/c",
            "2023-12-31T25:00:00Z",
            "2023-12-31T10:00", "",
        ])
    func invalidDatetime(value: String) async throws {
        if value.isEmpty {
            #expect(try await ask(layer("/items?datetime=")).status == .badRequest)
        } else {
            let response = try await ask(layer("/items?datetime=\(value)"))
            #expect(response.status == .badRequest)
            #expect(try response.problem().contains("datetime"))
        }
    }

    @Test("bbox selects the areas that share a point with it, by their shape and not their box")
    func bbox() async throws {
        for (value, ids) in [
            ("7.001,51.001,7.002,51.002", ["01"]), ("7.005,51.005,7.015,51.006", ["01", "02"]),
            ("7.0045,51.0045,7.0055,51.0055", []), ("7.053,51.003,7.057,51.006", []),
            ("-180,-90,180,90", ["01", "02", "03", "04", "05/ü"]), ("7.01,51,7.01,51", ["01", "02"]),
            ("7.065,51.005,0,7.9,51.006,100", ["05/ü"]), ("179,0,7.001,60", ["01"]), ("7.001%2C51,7.002,51.1", ["01"]),
        ] {
            let response = try await ask(layer("/items?bbox=\(value)"))
            #expect(try response.features().compactMap { $0["id"] as? String } == ids, "\(value)")
        }
    }

    @Test("what is no bbox is refused", arguments: ["1,2,3", "a,b,c,d", "1,2,3,4,5", "1,2,3,nan", ""])
    func invalidBox(value: String) async throws {
        let response = try await ask(layer("/items?bbox=\(value)"))
        #expect(response.status == .badRequest)
        #expect(try response.problem().contains("bbox"))
    }

    @Test("one area is had by its key, also one with a slash and an umlaut")
    func item() async throws {
        let response = try await ask(layer("/items/05%2F%C3%BC"))
        #expect(response.status == .ok)
        let object = try response.object()
        #expect(object["type"] as? String == "Feature")
        #expect(object["id"] as? String == "05/ü")
        #expect(try response.link("self")?["href"] as? String == "http://localhost" + layer("/items/05%2F%C3%BC"))
        #expect(try response.link("collection") != nil)
        let missing = try await ask(layer("/items/7"))
        #expect(missing.status == .notFound)
        #expect(try missing.problem().contains("'7'"))
    }

    @Test("classes and method change class and colour, in items as in the legend")
    func classification() async throws {
        let two = try await ask(layer("/items?classes=2&method=equal")).features()
        let classes = two.compactMap { ($0["properties"] as? [String: Any])?["class"] as? Int }
        #expect(classes == [0, 0, 1])
        let legend = try await ask(layer("/legend.json?classes=2&method=equal")).object()
        #expect(legend["edges"] as? [Double] == [0, 20, 40])
        #expect(legend["counts"] as? [Int] == [2, 1])
        #expect(legend["closed"] as? String == "left")
    }

    @Test("a method that cannot work on the values is the client's error, not the server's")
    func impossibleMethod() async throws {
        let response = try await ask(layer("/map?method=geometric"))
        #expect(response.status == .badRequest)
        #expect(try response.problem().contains("geometric"))
    }
}
