import Foundation
import Hummingbird
import HummingbirdTesting
import Service
import Testing

/// The tiles of the invented release: its areas lie around 7° east, 51° north, in tile 7/66/42.
@Suite("tiles")
struct TileTests {
    private let alias = "/tiles/\(InventedRelease.rate)/7/66/42"
    private let ogc = layer("/tiles/WebMercatorQuad/7/42/66")

    @Test("a tile has the same bytes under its OGC path, its XYZ alias and its lasting address")
    func tileSameBytesUnder() async throws {
        let lasting = try await lastingAddress()
        for (form, type) in [("mvt", "application/vnd.mapbox-vector-tile"), ("geojson", "application/geo+json")] {
            let one = try await ask("\(ogc)?f=\(form)")
            let two = try await ask("\(alias).\(form)")
            let three = try await ask("\(lasting)/7/66/42.\(form)")
            #expect(one.status == .ok && two.status == .ok && three.status == .ok)
            #expect(one.field("Content-Type") == type && two.field("Content-Type") == type)
            #expect(one.body == two.body && two.body == three.body)
            #expect(one.body.readableBytes > 100)
        }
    }

    @Test("rows come before columns in the OGC path and after them in the alias")
    func rowsComeBeforeColumns() async throws {
        #expect(try await ask(layer("/tiles/WebMercatorQuad/7/66/42")).status == .notFound)
        #expect(try await ask("/tiles/\(InventedRelease.rate)/7/42/66.mvt").status == .notFound)
    }

    @Test("the Accept header chooses the form where f does not")
    func acceptHeaderChoosesForm() async throws {
        let plain = try await ask(ogc)
        #expect(plain.field("Content-Type") == "application/vnd.mapbox-vector-tile")
        let features = try await ask(ogc, headers: [.accept: "application/geo+json"])
        #expect(features.field("Content-Type") == "application/geo+json")
        #expect(try await ask(ogc + "?f=png").status == .badRequest)
        #expect(try await ask(ogc, headers: [.accept: "image/png"]).status == .notAcceptable)
    }

    @Test(
        "areas of a GeoJSON tile say the same as the layer's features",
        arguments: ["", "&classes=2", "&method=equal&classes=3", "&datetime=2019-12-31", "&lang=en"])
    func areasOfGeoJSONTile(query: String) async throws {
        let items = try await ask(layer("/items?limit=100\(query)")).features()
        let tile = try await ask("\(ogc)?f=geojson\(query)").features()
        #expect(tile.map { $0["id"] as? String } == ["01", "02", "03", "04", "05/ü"])
        for feature in tile {
            let item = try #require(items.first { $0["id"] as? String == feature["id"] as? String })
            let (told, known) = (feature["properties"] as? [String: Any], item["properties"] as? [String: Any])
            for name in ["name", "value", "state", "class", "colour", "label"] {
                #expect(told?[name] as? NSObject == known?[name] as? NSObject, "\(name) of \(feature["id"] ?? "")")
            }
            #expect(told?["key"] as? String == feature["id"] as? String && told?["code"] == nil)
        }
    }

    @Test("areas of a vector tile say the same as the layer's features, and nothing where there is no value")
    func areasVectorTileSay()
        async throws
    {
        let items = try await ask(layer("/items")).features()
        let tile = VectorTileReading(Array(try await ask("\(alias).mvt").body.readableBytesView))
        #expect(tile.layers.map(\.name) == [InventedRelease.rate])
        let features = tile.layers[0].features
        #expect(tile.layers[0].version == 2 && tile.layers[0].extent == 4096)
        #expect(features.map { $0.properties["code"] } == ["01", "02", "03", "04", "05/ü"])
        #expect(features.map(\.id) == [1, 2, 3, 4, 5])
        #expect(features.allSatisfy { $0.kind == 3 })
        #expect(
            features.map { $0.properties["state"] } == ["value", "suppressed", "no-data", "not-applicable", "value"])
        #expect(features.map { $0.properties["value"] != nil } == [true, false, false, false, true])
        #expect(features.map { $0.properties["class"] != nil } == [true, false, false, false, true])
        for (feature, item) in zip(features, items) {
            let known = try #require(item["properties"] as? [String: Any])
            #expect(feature.properties["colour"] == known["colour"] as? String)
            #expect(feature.properties["label"] == known["label"] as? String)
            #expect(feature.properties["name"] ?? "" == known["name"] as? String)
        }
    }

    @Test("every tile says what protection the values had, and GeoJSON what the numbers are")
    func tilesSayProtection() async throws {
        let notice = try #require(try await ask(layer("/items")).object()["protectionNotice"] as? String)
        #expect(!notice.isEmpty)
        for path in [ogc, "/tiles/WebMercatorQuad/7/42/66", layer("/tiles/WebMercatorQuad/16/21938/34052")] {
            for form in ["mvt", "geojson"] {
                let tile = try await ask("\(path)?f=\(form)")
                let told = try #require(tile.field("Kleinraum-Protection"))
                #expect(told.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
                #expect(told.removingPercentEncoding == notice)
            }
            #expect(try await ask("\(path)?f=geojson").object()["protectionNotice"] as? String == notice)
        }
        let (items, tile) = (try await ask(layer("/items")).object(), try await ask("\(ogc)?f=geojson").object())
        for name in ["date", "indicator", "boundaryVersion", "source", "licence"] {
            #expect(tile[name] as? NSObject == items[name] as? NSObject, "\(name)")
        }
        let all = try await ask("/tiles/WebMercatorQuad/7/42/66?f=geojson").object()
        let layers = try #require(all["layers"] as? [[String: Any]])
        #expect(layers.map { $0["id"] as? String } == [InventedRelease.residents, InventedRelease.rate])
        #expect(layers[1]["date"] as? String == items["date"] as? String)
        for path in ["/tilejson.json", "/tiles/WebMercatorQuad"] {
            let document = try await ask(layer(path)).object()
            #expect(document["protectionNotice"] as? String == notice)
            #expect((document["attribution"] as? String)?.contains(notice.prefix(10)) == true)
        }
    }

    @Test("a tile between areas is there and empty, one beside all areas is not there")
    func tileBetweenAreasThere() async throws {
        // Area 05/ü has two parts, one kilometre apart: a tile of level 16 fits between them.
        let between = "/tiles/\(InventedRelease.rate)/16/34052/21938"
        let features = try await ask("\(between).geojson")
        #expect(features.status == .ok)
        #expect(try features.features().isEmpty)
        let vector = try await ask("\(between).mvt")
        #expect(vector.status == .ok && vector.body.readableBytes == 0)
        for address in ["16/0/0", "7/66/43", "17/0/0", "99/0/0", "10/1024/342", "10/531/999999999"] {
            let answer = try await ask("/tiles/\(InventedRelease.rate)/\(address).mvt")
            #expect(answer.status == .notFound, "\(address)")
            #expect(try answer.problem().contains("no tile with areas"))
        }
        for address in ["-1/0/0", "a/0/0", "10/531/342x", "10/531/1e3"] {
            #expect(try await ask("/tiles/\(InventedRelease.rate)/\(address).mvt").status == .notFound)
        }
    }

    @Test("a tile of the AdV's grid is in longitude and latitude all the same")
    func tileAdvSGrid() async throws {
        let limits = try await limits(of: layer("/tiles/AdV_25832"))
        let (row, column) = try #require(limits["10"]).first
        let tile = try await ask(layer("/tiles/AdV_25832/10/\(row)/\(column)?f=geojson")).features()
        let text = String(describing: tile[0]["geometry"] ?? "")
        let numbers = text.split { !"0123456789.".contains($0) }.compactMap { Double($0) }.filter { $0 > 1 }
        // PROJ: EPSG:25832 360000 5700000 is 6.9853° E, 51.4341° N.
        #expect(numbers.count > 8 && numbers.allSatisfy { (6.9...7.1).contains($0) || (51.4...51.5).contains($0) })
    }

    @Test("every tile within the limits of a tileset is answered")
    func everyTileWithinLimits() async throws {
        for set in ["WebMercatorQuad", "AdV_25832"] {
            let asked = server()
            try await asked.application().test(.router) { client in
                for (zoom, tiles) in try await limits(of: layer("/tiles/\(set)")) where Int(zoom) ?? 0 <= 13 {
                    for (row, column) in tiles {
                        for form in ["mvt", "geojson"] {
                            let path = layer("/tiles/\(set)/\(zoom)/\(row)/\(column)?f=\(form)")
                            let answer = try await client.execute(uri: path, method: .get)
                            #expect(answer.status == .ok, "\(path)")
                        }
                    }
                }
            }
        }
    }

    @Test("a tile of all layers has one layer each, or features that name theirs")
    func tileLayersOneLayer() async throws {
        let path = "/tiles/WebMercatorQuad/7/42/66"
        let all = [InventedRelease.residents, InventedRelease.rate]
        let tile = VectorTileReading(Array(try await ask(path).body.readableBytesView))
        #expect(tile.layers.map(\.name) == all)
        let features = try await ask(path + "?f=geojson").features()
        let layers = features.map { ($0["properties"] as? [String: Any])?["layer"] as? String }
        #expect(layers == Array(repeating: all[0], count: 5) + Array(repeating: all[1], count: 5))
        let chosen = try await ask(path + "?collections=\(InventedRelease.rate)")
        #expect(VectorTileReading(Array(chosen.body.readableBytesView)).layers.map(\.name) == [InventedRelease.rate])
        #expect(try await ask(path + "?collections=nothing").status == .notFound)
        #expect(try await ask(path + "?collections=,").status == .badRequest)
        let older = VectorTileReading(Array(try await ask(path + "?datetime=2019-12-31").body.readableBytesView))
        #expect(older.layers.map(\.name) == [InventedRelease.rate])
    }

    /// Level → rows and columns of the tiles that a tileset's description allows.
    private func limits(of path: String) async throws -> [String: [(row: Int, column: Int)]] {
        let limits = try #require(try await ask(path).object()["tileMatrixSetLimits"] as? [[String: Any]])
        var tiles: [String: [(row: Int, column: Int)]] = [:]
        for limit in limits {
            func number(_ name: String) throws -> Int { try #require(limit[name] as? Int) }
            let zoom = try #require(limit["tileMatrix"] as? String)
            for row in try number("minTileRow")...number("maxTileRow") {
                for column in try number("minTileCol")...number("maxTileCol") {
                    tiles[zoom, default: []].append((row, column))
                }
            }
        }
        return tiles
    }
}

extension [(row: Int, column: Int)] {
    fileprivate var first: (row: Int, column: Int) { self[0] }
}
