import Formats
import Foundation
import Planar
import Testing
import Tiles

@Suite("Tile matrix sets")
struct TileMatrixSetTests {
    @Test("WebMercatorQuad has the registered constants")
    func webMercator() {
        // OGC 17-083r4, annex D.1.
        let set = TileMatrixSet.webMercatorQuad
        #expect(set.matrices.count == 25)
        #expect((set.matrices[0].cellSize - 156543.033928041).magnitude < 1e-9)
        #expect((set.matrices[0].scaleDenominator - 559082264.028717).magnitude < 1e-5)
        #expect((set.matrices[24].scaleDenominator - 33.3238997476529).magnitude < 1e-12)
        #expect(set.matrices[24].matrixWidth == 16_777_216)
        #expect(set.uri == "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad")
        #expect(set.crs == "http://www.opengis.net/def/crs/EPSG/0/3857")
    }

    @Test("AdV_25832 has the constants of the surveying authorities' scheme")
    func adv() {
        let set = TileMatrixSet.adv25832
        #expect(set.matrices.count == 15)
        #expect((set.matrices[14].cellSize - 0.298582141738969).magnitude < 1e-15)
        #expect(set.matrices[14].matrixWidth == 16_384)
        #expect(set.box(of: TileAddress(zoom: 0, column: 0, row: 0)).minX == -46133.17)
        #expect(set.box(of: TileAddress(zoom: 0, column: 0, row: 0)).maxY == 6_301_219.54)
        // Cologne cathedral.
        #expect(set.box(of: TileAddress(zoom: 0, column: 0, row: 0)).contains(x: 356_600, y: 5_645_300))
    }

    @Test("A tile holds the points of its box, and a set the tiles of its levels")
    func places() {
        let set = TileMatrixSet.webMercatorQuad
        let x = SphericalMercator.x(longitude: 13.4), y = SphericalMercator.y(latitude: 52.52)
        // Berlin at zoom 10 as all web maps have it.
        #expect(set.box(of: TileAddress(zoom: 10, column: 550, row: 335)).contains(x: x, y: y))
        #expect(!set.box(of: TileAddress(zoom: 10, column: 551, row: 335)).contains(x: x, y: y))
        #expect(!set.contains(TileAddress(zoom: 3, column: 8, row: 0)))
        #expect(set.contains(TileAddress(zoom: 3, column: 7, row: 7)))
    }

    @Test("Limits are the tiles that a box and a buffer meet")
    func limits() throws {
        let set = TileMatrixSet.webMercatorQuad
        let tile = set.box(of: TileAddress(zoom: 10, column: 550, row: 335))
        let inner = Box(minX: tile.minX + 1, minY: tile.minY + 1, maxX: tile.maxX - 1, maxY: tile.maxY - 1)
        #expect(set.limits(of: inner, zoom: 10)?.addresses == [TileAddress(zoom: 10, column: 550, row: 335)])
        #expect(set.limits(of: inner, zoom: 10, buffer: 64)?.count == 9)
        #expect(set.limits(of: inner, zoom: 11)?.count == 4)
        #expect(set.limits(of: .empty, zoom: 10) == nil)
        #expect(set.limits(of: inner, zoom: 30) == nil)
    }

    @Test("The definition is JSON with the members of OGC 17-083r4", arguments: TileMatrixSet.all)
    func json(set: TileMatrixSet) throws {
        var out = OutputBuffer()
        set.write(into: &out)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(out.bytes)) as? [String: Any])
        #expect(object["id"] as? String == set.id)
        #expect(object["crs"] as? String == set.crs)
        #expect(object["uri"] as? String == set.uri)
        #expect((object["orderedAxes"] as? [String])?.count == 2)
        let matrices = try #require(object["tileMatrices"] as? [[String: Any]])
        #expect(matrices.count == set.matrices.count)
        for (matrix, known) in zip(matrices, set.matrices) {
            #expect(matrix["id"] as? String == String(known.zoom))
            // Foundation's reader is off by the last digit.
            let cellSize = try #require(matrix["cellSize"] as? Double)
            #expect((cellSize / known.cellSize - 1).magnitude < 1e-15)
            #expect(matrix["matrixWidth"] as? Int == known.matrixWidth)
            #expect(matrix["tileHeight"] as? Int == 256)
            let origin = try #require(matrix["pointOfOrigin"] as? [Double])
            #expect((origin[0] - set.originX).magnitude < 1e-7 && (origin[1] - set.originY).magnitude < 1e-7)
            #expect(matrix["cornerOfOrigin"] as? String == "topLeft")
        }
    }

    @Test("Mercator's projection gives EPSG's example and comes back")
    func mercator() {
        // EPSG Guidance Note 7-2, method 1024: 24°22'54.433"N 100°20'00.000"W.
        let (latitude, longitude) = (24 + 22 / 60.0 + 54.433 / 3600, -(100 + 20 / 60.0))
        #expect((SphericalMercator.x(longitude: longitude) + 11_169_055.58).magnitude < 0.005)
        #expect((SphericalMercator.y(latitude: latitude) - 2_800_000).magnitude < 0.005)
        for latitude in stride(from: -85.0, through: 85, by: 0.37) {
            let back = SphericalMercator.latitude(y: SphericalMercator.y(latitude: latitude))
            #expect((back - latitude).magnitude < 1e-13 * 90)
        }
        #expect((SphericalMercator.longitude(x: SphericalMercator.x(longitude: 13.4)) - 13.4).magnitude < 1e-14)
        #expect((SphericalMercator.groundMetres(latitude: 60) - 0.5).magnitude < 1e-15)
    }
}
