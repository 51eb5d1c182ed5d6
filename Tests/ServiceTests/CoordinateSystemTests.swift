import Catalogue
import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

/// The abstract tests of OGC API - Features Part 2 (OGC 18-058r1, Annex A), by their numbers.
@Suite("OGC API - Features Part 2, abstract tests")
struct CoordinateSystemTests {
    private let located = server(LocatedRelease.make())

    private func ring(_ feature: [String: Any], _ member: String = "geometry") throws -> [[Double]] {
        let geometry = try #require(feature[member] as? [String: Any])
        return try #require((geometry["coordinates"] as? [[[Double]]])?.first)
    }

    @Test("tests 1, 2, 3: the list has absolute URIs, CRS84 first, and the storage system; #/crs only among all")
    func lists() async throws {
        let all = try await ask("/collections", of: located).object()
        let systems = try #require(all["crs"] as? [String])
        #expect(systems == LocatedRelease.corner.map(\.uri))
        #expect(((all["collections"] as? [[String: Any]])?.first?["crs"] as? [String]) == ["#/crs"])
        let one = try await ask(layer(), of: located).object()
        #expect(one["crs"] as? [String] == systems)
        #expect(one["storageCrs"] as? String == "http://www.opengis.net/def/crs/EPSG/0/25832")
    }

    @Test(
        "tests 4, 7: crs gives the registry's axis order and the coordinates that PROJ gives, and says so in a header")
    func coordinates() async throws {
        for (uri, position, tolerance) in LocatedRelease.corner {
            for path in ["/items", "/items/01"] {
                let response = try await ask(layer("\(path)?crs=\(uri)"), of: located)
                #expect(response.field("Content-Crs") == "<\(uri)>")
                let feature = path == "/items" ? try response.features()[0] : try response.object()
                let first = try ring(feature)[0]
                #expect(abs(first[0] - position[0]) <= tolerance, "\(uri): \(first)")
                #expect(abs(first[1] - position[1]) <= tolerance, "\(uri): \(first)")
            }
        }
    }

    @Test("a border between two areas stays one border in every system")
    func sharedBorder() async throws {
        for (uri, _, _) in LocatedRelease.corner {
            let features = try await ask(layer("/items?crs=\(uri)&limit=2"), of: located).features()
            let western = Set(try ring(features[0]).map { "\($0)" })
            let eastern = Set(try ring(features[1]).map { "\($0)" })
            #expect(western.intersection(eastern).count == 2, "\(uri)")
        }
    }

    @Test(
        "tests 5, 9: a system that is not in the list is a 400",
        arguments: ["EPSG:25832", "http://www.opengis.net/def/crs/EPSG/0/31466", "25832", ""])
    func invalid(value: String) async throws {
        for name in ["crs", "bbox-crs", "filter-crs"] {
            let response = try await ask(layer("/items?\(name)=\(value)"), of: located)
            #expect(response.status == .badRequest)
            #expect(try response.problem().contains(name))
        }
        #expect(try await ask(layer("/items/01?crs=\(value)"), of: located).status == .badRequest)
    }

    @Test("tests 6, 10: without crs and bbox-crs both are CRS84")
    func standard() async throws {
        let response = try await ask(layer("/items?bbox=6.986,51.434,6.99,51.44"), of: located)
        #expect(response.field("Content-Crs") == "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>")
        #expect(try response.features().count == 1)
    }

    @Test("test 8: bbox-crs means its own axis order, raw and escaped")
    func boxes() async throws {
        for (code, box) in [
            ("25832", "360100,5700100,360200,5700200"), ("4326", "51.435,6.987,51.436,6.988"),
            ("4258", "51.435,6.987,51.436,6.988"), ("3035", "3151400,4111600,3151500,4111700"),
            ("3857", "777800,6698500,777900,6698600"), ("25833", "-56500,5728700,-56400,5728800"),
        ] {
            let uri = "http://www.opengis.net/def/crs/EPSG/0/\(code)"
            let escaped = "http%3A%2F%2Fwww.opengis.net%2Fdef%2Fcrs%2FEPSG%2F0%2F\(code)"
            for system in [uri, escaped] {
                let found = try await ask(layer("/items?bbox=\(box)&bbox-crs=\(system)"), of: located).features()
                #expect(found.map { $0["id"] as? String } == ["01"], "\(system)")
            }
            let turned = box.split(separator: ",")
            let wrong = "\(turned[1]),\(turned[0]),\(turned[3]),\(turned[2])"
            let none = try await ask(layer("/items?bbox=\(wrong)&bbox-crs=\(uri)"), of: located).object()
            #expect(none["numberMatched"] as? Int == 0, "\(code)")
        }
    }

    @Test("a box that holds nothing because it was written wrongly says so")
    func hints() async throws {
        for (query, words) in [
            ("bbox=360000,5700000,361000,5701000", "not on the globe"), ("bbox=7,52,8,51", "before it begins"),
            (
                "bbox=361000,5700000,360000,5701000&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/25832",
                "before it begins"
            ),
        ] {
            let object = try await ask(layer("/items?" + query), of: located).object()
            #expect(object["numberMatched"] as? Int == 0)
            #expect((object["hint"] as? String)?.contains(words) == true)
        }
        #expect(try await ask(layer("/items"), of: located).object()["hint"] == nil)
    }

    @Test("next keeps crs and bbox-crs, so that later pages are in the same system")
    func paging() async throws {
        let uri = "http://www.opengis.net/def/crs/EPSG/0/25832"
        let first = try await ask(
            layer("/items?limit=1&crs=\(uri)&bbox=360100,5700100,361900,5700200&bbox-crs=\(uri)"), of: located)
        let next = try #require(try first.link("next")?["href"] as? String)
        let second = try await ask(String(next.dropFirst("http://localhost".count)), of: located)
        #expect(second.field("Content-Crs") == "<\(uri)>")
        #expect(try ring(second.features()[0])[0][0] == 361_000)
        #expect(try second.link("next") == nil)
    }

    @Test("JSON-FG has longitude and latitude in geometry and the system asked for in place")
    func jsonFG() async throws {
        for (uri, position, tolerance) in LocatedRelease.corner {
            let response = try await ask(layer("/items?f=jsonfg&crs=\(uri)"), of: located)
            #expect(response.headers[.contentType] == "application/vnd.ogc.fg+json")
            let object = try response.object()
            #expect(object["coordRefSys"] as? String == uri)
            #expect(
                object["conformsTo"] as? [String] == ["http://www.opengis.net/spec/json-fg-1/1.0/conf/core"])
            let feature = try response.features()[0]
            #expect((feature["time"] as? [String: String])?["date"] == "2023-12-31")
            #expect(abs(try ring(feature)[0][0] - 6.9859001) <= 1e-7)
            if uri.hasSuffix("CRS84") {
                #expect(feature["place"] is NSNull)
            } else {
                #expect(abs(try ring(feature, "place")[0][1] - position[1]) <= tolerance)
            }
        }
        let one = try await ask(layer("/items/01"), headers: [.accept: "application/fg+json"], of: located).object()
        #expect(one["conformsTo"] != nil && one["place"] is NSNull)
    }
}
