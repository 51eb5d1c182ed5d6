import Coverage
import Diagnostics
import Fixtures
import Formats
import Foundation
import Planar
import Statistics
import Testing
import Tiles

@Suite("Encoded tiles")
struct TileEncodingTests {
    static let areas = MercatorLayer.placed(MercatorLayer.withLakes(side: 8, seed: 5), width: 900, turn: 0.31)
    static let pyramid = MercatorLayer.pyramid(areas)
    static func value(_ area: Int) -> Double? { area % 5 == 0 ? nil : Double(area % 7) / 4 - 0.5 }

    static let features: TileFeatures = {
        let all = 0..<areas.count
        let names: [String?] = all.map { $0 == 2 ? nil : "Bezirk \"\($0 % 9)\" Süd" }
        let states: [ValueState] = all.map { $0 % 5 == 0 ? .suppressed : .value }
        let classes: [Int?] = all.map { $0 % 5 == 0 ? nil : $0 % 7 }
        let colours: [String?] = all.map { "#00000\($0 % 7)" }
        let labels: [String?] = all.map { $0 % 5 == 0 ? "geheim" : "\($0 % 7)" }
        return TileFeatures(
            codes: all.map { "0\($0)" }, names: names, values: all.map(value), states: states, classes: classes,
            colours: colours, labels: labels)
    }()

    static func addresses(_ zoom: Int) -> [TileAddress] { pyramid.limits(zoom: zoom)?.addresses ?? [] }

    @Test("A vector tile keeps the specification and holds the tile's geometry", arguments: 6...14)
    func vector(zoom: Int) throws {
        for address in Self.addresses(zoom) {
            let tile = Self.pyramid.tile(at: address)
            let bytes = VectorTile(layer: "districts").encode(tile, Self.features)
            guard !tile.features.isEmpty else {
                #expect(bytes.isEmpty)
                continue
            }
            let read = VectorTileReader(bytes)
            #expect(read.faults.isEmpty)
            #expect(read.name == "districts" && read.version == 2 && read.extent == 4096)
            #expect(read.features.map(\.id) == tile.features.map { UInt64($0.area + 1) })
            let areas = tile.areas
            for (index, (feature, expected)) in zip(read.features, tile.features).enumerated() {
                let area = expected.area
                #expect(feature.properties["code"] == "text 0\(area)")
                #expect(feature.properties["name"] == (area == 2 ? nil : "text Bezirk \"\(area % 9)\" Süd"))
                #expect(feature.properties["value"] == Self.value(area).map { "double \($0)" })
                #expect(feature.properties["state"] == (area % 5 == 0 ? "text suppressed" : "text value"))
                #expect(feature.properties["class"] == (area % 5 == 0 ? nil : "integer \(area % 7)"))
                #expect(feature.properties["colour"] == "text #00000\(area % 7)")
                #expect((feature.properties["collapsed"] == "truth 1") == (expected.point != nil))
                #expect(feature.type == (expected.point == nil ? 3 : 1))
                let size = feature.rings.reduce(0) { $0 + VectorTileReader.size($1) }
                #expect(Double(size) / 2 == areas.area(of: index))
                #expect(feature.rings.count == areas.rings(of: index).count)
                if let point = expected.point {
                    #expect(feature.points.count == 1)
                    #expect(feature.points.allSatisfy { $0.x == Int(point.x) && $0.y == Int(point.y) })
                }
                let places = feature.rings.joined().allSatisfy {
                    (-64...4160).contains($0.x) && (-64...4160).contains($0.y)
                }
                #expect(places)
            }
        }
    }

    @Test("A GeoJSON tile gives the lattice again, by the right-hand rule", arguments: 6...16)
    func geoJSON(zoom: Int) throws {
        let addresses = Self.addresses(zoom)
        for address in addresses.prefix(40) {
            let tile = Self.pyramid.tile(at: address)
            let bytes = GeoJSONTile().encode(tile, Self.features, matrixSet: .webMercatorQuad)
            let root = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            #expect(root["type"] as? String == "FeatureCollection")
            let features = try #require(root["features"] as? [[String: Any]])
            #expect(features.count == tile.features.count)
            for (feature, expected) in zip(features, tile.features) {
                #expect(feature["id"] as? String == "0\(expected.area)")
                let properties = try #require(feature["properties"] as? [String: Any])
                #expect(properties["key"] as? String == "0\(expected.area)" && properties["code"] == nil)
                #expect(properties["clipped"] as? Bool == expected.isClipped)
                #expect(properties["collapsed"] as? Bool == (expected.point == nil ? nil : true))
                #expect(properties["value"] is NSNull == (expected.area % 5 == 0))
                #expect(properties["state"] as? String == (expected.area % 5 == 0 ? "suppressed" : "value"))
            }
            guard !tile.features.isEmpty, tile.features.allSatisfy({ $0.point == nil }) else { continue }
            guard case .areas(let read) = try GeoJSONReader.read(bytes, file: "tile").geometry else {
                Issue.record("areas")
                continue
            }
            let box = TileMatrixSet.webMercatorQuad.box(of: address)
            let step = box.width / 4096
            let known = tile.areas
            #expect(read.partStarts == known.partStarts && read.ringStarts == known.ringStarts)
            for ring in 0..<read.ringStarts.count - 1 {
                // Rings go the other way than on the lattice, whose y runs downwards, and start elsewhere.
                let there = read.vertices(ofRing: ring).dropLast().map { vertex in
                    LatticePoint(
                        x: Int32(((SphericalMercator.x(longitude: read.x[vertex]) - box.minX) / step).rounded()),
                        y: Int32(((box.maxY - SphericalMercator.y(latitude: read.y[vertex])) / step).rounded()))
                }
                let here = known.vertices(ofRing: ring).dropLast().map {
                    LatticePoint(x: Int32(known.x[$0]), y: Int32(known.y[$0]))
                }
                let start = try #require(there.first.flatMap { here.firstIndex(of: $0) })
                let turned = here.indices.map { here[(start - $0 + here.count) % here.count] }
                #expect(there == turned)
            }
            for part in 0..<read.partStarts.count - 1 {
                for ring in read.rings(ofPart: part) {
                    #expect((read.signedArea(ofRing: ring) > 0) == (ring == read.rings(ofPart: part).lowerBound))
                }
            }
        }
    }

    @Test("An empty tile is an empty collection, and no bytes as a vector tile")
    func empty() {
        let tile = Self.pyramid.tile(at: TileAddress(zoom: 10, column: 3, row: 3))
        let text = String(
            decoding: GeoJSONTile().encode(tile, Self.features, matrixSet: .webMercatorQuad), as: UTF8.self)
        #expect(text == "{\"type\":\"FeatureCollection\",\"features\":[]}\n")
        #expect(VectorTile(layer: "areas").encode(tile, Self.features).isEmpty)
    }

    @Test("Coordinates have the decimals that the lattice needs")
    func decimals() {
        let known = [8: 4, 10: 5, 12: 5, 14: 6, 20: 7, 0: 2]
        for (zoom, decimals) in known {
            #expect(GeoJSONTile.decimals(matrixSet: .webMercatorQuad, zoom: zoom, latitude: 51) == decimals)
        }
        #expect(GeoJSONTile.decimals(matrixSet: .adv25832, zoom: 14, latitude: 51) == 7)
    }

    @Test("Tiles of another system are written with the caller's transformation")
    func transformation() throws {
        let side = crookedCoverage(side: 5, pointsPerBorder: 8, seed: 2)
        let areas = Areas(
            x: side.x.map { 390_000 + $0 * 10 }, y: side.y.map { 5_815_000 + $0 * 10 }, ringStarts: side.ringStarts,
            partStarts: side.partStarts, areaStarts: side.areaStarts)
        let pyramid = TilePyramid(Simplification(Coverage(areas)), matrixSet: .adv25832)
        let features = TileFeatures(codes: (0..<25).map { "\($0)" }, columns: [])
        let limits = try #require(pyramid.limits(zoom: 5))
        let tile = try #require(limits.addresses.map(pyramid.tile).first { $0.features.count == 25 })
        #expect(tile.features.count == 25)
        let bytes = GeoJSONTile().encode(tile, features, matrixSet: .adv25832) { x, y in
            for index in x.indices {
                x[index] = (x[index] - 390_000) / 100_000
                y[index] = (y[index] - 5_815_000) / 100_000
            }
        }
        guard case .areas(let read) = try GeoJSONReader.read(bytes, file: "tile").geometry else {
            Issue.record("areas")
            return
        }
        #expect(read.count == 25)
        #expect((read.box.minX - areas.box.minX / 100_000 + 3.9).magnitude < 4e-4)
        #expect(read.box.maxY < 0.06 && read.box.maxY > 0.04)
    }

    @Test(
        "mapbox-vector-tile and GEOS read the same features, all of them valid",
        .enabled(if: PythonClient.isInstalled, PythonClient.absence), arguments: [7, 10, 12])
    func python(zoom: Int) throws {
        let folder = TemporaryFolder()
        for address in Self.addresses(zoom).prefix(9) {
            let tile = Self.pyramid.tile(at: address)
            guard !tile.features.isEmpty else { continue }
            let path = folder.write("tile.mvt", VectorTile(layer: "districts").encode(tile, Self.features))
            let result = try PythonClient.run("vector_tile.py", [path])
            #expect(result.status == 0, "\(result.messages)")
            let read = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            #expect(read["layers"] as? [String] == ["districts"])
            #expect(read["extent"] as? Int == 4096)
            let found = try #require(read["features"] as? [[String: Any]])
            #expect(found.count == tile.features.count)
            let areas = tile.areas
            for (index, (feature, expected)) in zip(found, tile.features).enumerated() {
                #expect(feature["id"] as? Int == expected.area + 1)
                #expect(feature["valid"] as? Bool == true)
                let size = try #require(feature["size"] as? Double)
                #expect(size == areas.area(of: index))
                let properties = try #require(feature["properties"] as? [String: Any])
                #expect(properties["code"] as? String == "0\(expected.area)")
                #expect(properties["value"] as? Double == Self.value(expected.area))
            }
        }
    }

    static let ogrinfo = ["/usr/bin/ogrinfo", "/usr/local/bin/ogrinfo"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test("GDAL reads all features of a tile", .enabled(if: ogrinfo != nil, "ogrinfo is not installed"))
    func gdal() throws {
        let folder = TemporaryFolder()
        let address = try #require(Self.addresses(10).first { Self.pyramid.tile(at: $0).features.count > 10 })
        let tile = Self.pyramid.tile(at: address)
        let path = folder.write("tile.mvt", VectorTile(layer: "districts").encode(tile, Self.features))
        let result = try PythonClient.program(
            try #require(Self.ogrinfo),
            [
                "-ro", "-al", "-so", "-oo", "X=\(address.column)", "-oo", "Y=\(address.row)", "-oo",
                "Z=\(address.zoom)", "MVT:\(path)",
            ])
        #expect(result.status == 0, "\(result.messages)")
        #expect(result.output.contains("Layer name: districts"))
        #expect(result.output.contains("Feature Count: \(tile.features.count)\n"))
        #expect(result.output.contains("code: String"))
        #expect(result.output.contains("value: Real"))
        #expect(result.output.contains("class: Integer"))
    }
}
