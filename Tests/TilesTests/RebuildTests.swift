import Fixtures
import Planar
import Testing
import Tiles

@Suite("Layers rebuilt from their tiles")
struct RebuildTests {
    @Test("A coverage with lakes, exclaves and tiny areas comes back from its tiles", arguments: 6...16)
    func lakes(zoom: Int) throws {
        let areas = MercatorLayer.placed(MercatorLayer.withLakes(side: 8, seed: 5), width: 900, turn: 0.31)
        for simplified in [false, true] {
            let pyramid = MercatorLayer.pyramid(areas, simplified: simplified)
            try CoverageCheck.expectValid(pyramid.snapped(zoom: zoom), "zoom \(zoom)")
            try RebuiltLayer.expectEqual(pyramid, zoom: zoom)
        }
    }

    @Test("Areas of a few lattice cells come back from their tiles, whatever the seed", arguments: 1...12)
    func small(seed: Int) throws {
        // At zoom 10 a cell is 9.6 m wide.
        let width = [8.0, 15, 30, 70][seed % 4]
        let layer = crookedCoverage(side: 14, pointsPerBorder: 9, seed: UInt64(seed))
        let areas = MercatorLayer.placed(layer, width: width, turn: Double(seed % 5) * 0.2)
        let pyramid = MercatorLayer.pyramid(areas, simplified: seed.isMultiple(of: 2))
        try CoverageCheck.expectValid(pyramid.snapped(zoom: 10), "seed \(seed)")
        try RebuiltLayer.expectEqual(pyramid, zoom: 10)
    }

    @Test("Where areas meet the corner of a window or run along it, tiles still come together")
    func alongWindows() throws {
        // Squares of 32 steps at zoom 12, so that borders lie on the windows' borders and corners on their corners.
        let size = TileMatrixSet.webMercatorQuad.matrices[12].tileSize
        let (left, top) = (-SphericalMercator.halfWidth + 2200 * size, SphericalMercator.halfWidth - 1340 * size)
        let step = size / 128
        var builder = Areas.Builder()
        for column in -4..<12 {
            for row in -4..<12 where (column + row) % 3 != 0 {
                let (x, y) = (left + Double(column) * step, top - Double(row) * step)
                builder.addRing(x: [x, x + step, x + step, x], y: [y - step, y - step, y, y])
                builder.closePart()
                if row % 2 == 0 { builder.closeArea() }
            }
            builder.closeArea()
        }
        let pyramid = MercatorLayer.pyramid(builder.finish(), simplified: false)
        try CoverageCheck.expectValid(pyramid.snapped(zoom: 12), "squares")
        for zoom in 11...14 { try RebuiltLayer.expectEqual(pyramid, zoom: zoom) }
    }

    @Test("Adjacent tiles have the same edges where their windows overlap", arguments: [11, 13])
    func overlap(zoom: Int) throws {
        let areas = MercatorLayer.placed(MercatorLayer.withLakes(side: 10, seed: 8), width: 2_000, turn: 0.4)
        let pyramid = MercatorLayer.pyramid(areas)
        let limits = try #require(pyramid.limits(zoom: zoom))
        var compared = 0
        for row in limits.rows {
            for column in limits.columns.dropLast() {
                func edges(_ column: Int) -> Set<[Double]> {
                    let tile = pyramid.tile(at: TileAddress(zoom: zoom, column: column, row: row))
                    let (areas, left) = (tile.areas, Double(column - limits.columns.lowerBound) * 4096)
                    var found: Set<[Double]> = []
                    for (index, feature) in tile.features.enumerated() {
                        for edge in LatticeEdge.of(index, in: areas) {
                            found.insert([
                                Double(feature.area), edge.fromX + left, edge.fromY, edge.toX + left, edge.toY,
                            ])
                        }
                    }
                    return found
                }
                let seam = Double(column + 1 - limits.columns.lowerBound) * 4096
                func inside(_ edge: [Double]) -> Bool {
                    // Not what runs along the windows' upper and lower borders, where each tile has its own corners.
                    !(edge[2] == edge[4] && (edge[2] == -64 || edge[2] == 4160))
                        && [edge[1], edge[3]].allSatisfy { ($0 - seam).magnitude <= 64 }
                        && ((edge[1] - seam).magnitude < 64 || (edge[3] - seam).magnitude < 64)
                }
                let (one, other) = (edges(column).filter(inside), edges(column + 1).filter(inside))
                #expect(one == other)
                compared += one.count
            }
        }
        #expect(compared > 100)
    }
}
