import Foundation
import Hummingbird
import HummingbirdTesting
import Statistics
import Testing

/// What tilesets say about themselves: ported from the abstract tests of OGC API - Tiles Part 1 and OGC 17-083r4.
@Suite("tilesets, tile matrix sets and TileJSON")
struct TilesetTests {
    private static let rel = "http://www.opengis.net/def/rel/ogc/1.0/"
    private static let sets = [
        ("WebMercatorQuad", "http://www.opengis.net/def/crs/EPSG/0/3857", 16),
        ("AdV_25832", "http://www.opengis.net/def/crs/EPSG/0/25832", 14),
    ]

    @Test("the landing page and each layer link to their tilesets")
    func landingPageEachLayer() async throws {
        for path in ["/?f=json", layer("?f=json")] {
            let link = try #require(try await ask(path).link(Self.rel + "tilesets-vector"))
            let href = try #require(link["href"] as? String)
            #expect(try await ask(Self.path(href)).status == .ok)
        }
        #expect(try await ask("/?f=json").link(Self.rel + "tiling-schemes") != nil)
    }

    @Test(
        "a list of tilesets has a tileset for each tile matrix set",
        arguments: ["/tiles", layer("/tiles")])
    func tilesetsList(path: String) async throws {
        let answer = try await ask(path)
        #expect(answer.headers[.contentType] == "application/json")
        let tilesets = try #require(try answer.object()["tilesets"] as? [[String: Any]])
        #expect(tilesets.count == 2)
        for (tileset, (id, crs, _)) in zip(tilesets, Self.sets) {
            #expect(tileset["dataType"] as? String == "vector" && tileset["crs"] as? String == crs)
            #expect((tileset["tileMatrixSetURI"] as? String) == (id == "WebMercatorQuad" ? Self.webMercator : nil))
            let own = try #require(Self.links(tileset, "self").first?["href"] as? String)
            #expect(own.hasSuffix("\(path)/\(id)"))
            #expect(try await ask(Self.path(own)).status == .ok)
            #expect(Self.links(tileset, Self.rel + "tiling-scheme").count == 1)
        }
    }

    @Test(
        "a tileset says where its tiles are, how they are numbered and what is in them",
        arguments: ["/tiles", layer("/tiles")])
    func tileset(path: String) async throws {
        for (id, crs, last) in Self.sets {
            let tileset = try await ask("\(path)/\(id)").object()
            #expect(tileset["dataType"] as? String == "vector" && tileset["crs"] as? String == crs)
            let scheme = try #require(Self.links(tileset, Self.rel + "tiling-scheme").first?["href"] as? String)
            #expect(try await ask(Self.path(scheme)).object()["id"] as? String == id)
            let items = Self.links(tileset, "item")
            #expect(
                items.map { $0["type"] as? String } == ["application/vnd.mapbox-vector-tile", "application/geo+json"])
            for item in items {
                #expect(item["templated"] as? Bool == true)
                let href = try #require(item["href"] as? String)
                #expect(href.contains("\(path)/\(id)/{tileMatrix}/{tileRow}/{tileCol}"))
            }
            let limits = try #require(tileset["tileMatrixSetLimits"] as? [[String: Any]])
            #expect(limits.map { $0["tileMatrix"] as? String } == (0...last).map(String.init))
            let layers = try #require(tileset["layers"] as? [[String: Any]])
            #expect(layers.count == (path == "/tiles" ? 2 : 1))
            for each in layers {
                let schema = try #require(each["propertiesSchema"] as? [String: Any])
                let properties = try #require(schema["properties"] as? [String: Any])
                #expect(
                    properties.keys.sorted() == ["class", "code", "colour", "label", "name", "state", "value"])
                let state = try #require(properties["state"] as? [String: Any])
                #expect(state["title"] as? String == ValueState.allCases.map(\.name).joined(separator: ", "))
            }
            let box = try #require(tileset["boundingBox"] as? [String: Any])
            #expect(box["lowerLeft"] as? [Double] == [7, 51] && box["upperRight"] as? [Double] == [7.07, 51.01])
        }
    }

    @Test("addresses made from a tileset's template are answered")
    func addressesMadeFromTileset() async throws {
        let tileset = try await ask(layer("/tiles/WebMercatorQuad?classes=3&lang=en")).object()
        for item in Self.links(tileset, "item") {
            let href = try #require(item["href"] as? String).replacing("{tileMatrix}", with: "10")
                .replacing("{tileRow}", with: "342").replacing("{tileCol}", with: "531")
            let answer = try await ask(Self.path(href))
            #expect(answer.status == .ok && answer.field("Content-Type") == item["type"] as? String)
            #expect(href.contains("classes=3") && href.contains("lang=en"))
        }
    }

    @Test("tile matrix sets are listed and defined")
    func tileMatrixSetsListed() async throws {
        let list = try #require(try await ask("/tileMatrixSets").object()["tileMatrixSets"] as? [[String: Any]])
        #expect(list.map { $0["id"] as? String } == Self.sets.map(\.0))
        let set = try await ask("/tileMatrixSets/WebMercatorQuad").object()
        #expect(set["uri"] as? String == Self.webMercator)
        let matrices = try #require(set["tileMatrices"] as? [[String: Any]])
        #expect(matrices[0]["matrixWidth"] as? Int == 1 && matrices[16]["matrixHeight"] as? Int == 65536)
        #expect(matrices[0]["scaleDenominator"] as? Double == 559_082_264.0287178)
        #expect(try await ask("/tileMatrixSets/nothing").status == .notFound)
        #expect(try await ask(layer("/tiles/nothing")).status == .notFound)
        #expect(try await ask(layer("/tiles/nothing/0/0/0")).status == .notFound)
        #expect(try await ask("/collections/nothing/tiles").status == .notFound)
    }

    @Test("TileJSON names layers, fields, limits and lasting addresses in both forms")
    func tilejsonNamesLayersFields() async throws {
        for form in ["mvt", "geojson"] {
            let document = try await ask(layer("/tilejson.json?f=\(form)&classes=2")).object()
            #expect(document["tilejson"] as? String == "3.0.0")
            let tiles = try #require(document["tiles"] as? [String])
            #expect(tiles.count == 1 && tiles[0].hasSuffix("/{z}/{x}/{y}.\(form)?classes=2"))
            #expect(document["minzoom"] as? Int == 0 && document["maxzoom"] as? Int == 16)
            #expect(document["bounds"] as? [Double] == [7, 51, 7.07, 51.01])
            let center = try #require(document["center"] as? [Double])
            #expect(center.count == 3 && (7...7.07).contains(center[0]) && (51...51.01).contains(center[1]))
            let layers = try #require(document["vector_layers"] as? [[String: Any]])
            #expect(layers.map { $0["id"] as? String } == [InventedRelease.rate])
            let fields = try #require(layers[0]["fields"] as? [String: String])
            let key = form == "mvt" ? "code" : "key"
            #expect(fields.keys.sorted() == ["class", "colour", "label", "name", "state", "value", key].sorted())
            #expect(fields["state"] == ValueState.allCases.map(\.name).joined(separator: ", "))
            let tile = tiles[0].replacing("{z}", with: "10").replacing("{x}", with: "531").replacing("{y}", with: "342")
            #expect(try await ask(Self.path(tile)).status == .ok)
        }
    }

    private static let webMercator = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"

    private static func links(_ object: [String: Any], _ relation: String) -> [[String: Any]] {
        (object["links"] as? [[String: Any]] ?? []).filter { $0["rel"] as? String == relation }
    }

    /// A URL without scheme and host.
    private static func path(_ url: String) -> String {
        "/" + url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)[3]
    }
}
