import Coverage
import Fixtures
import Glibc
import Overlay
import Planar
import Statistics
import Testing
import Tiles

@Suite("Snap rounding")
struct SnapRoundingTests {
    @Test("Needles, near-coincident borders and crowded cells give a valid coverage", arguments: 1...40)
    func torture(seed: Int) throws {
        let layer = MercatorLayer.needles(count: 60, rows: 40, seed: UInt64(seed))
        // At zoom 12 a cell is 2.39 m wide.
        let width = [30.0, 100, 239, 700][seed % 4]
        let areas = MercatorLayer.placed(layer, width: width, turn: Double(seed % 7) * 0.14)
        for simplified in [false, true] {
            let pyramid = MercatorLayer.pyramid(areas, simplified: simplified)
            try CoverageCheck.expectValid(pyramid.snapped(zoom: 12), "seed \(seed), simplified \(simplified)")
            if seed <= 12 { try RebuiltLayer.expectEqual(pyramid, zoom: 12) }
        }
    }

    @Test("A vertex moves to the middle of its cell, by no more than half a step in either direction")
    func distance() throws {
        let areas = MercatorLayer.placed(crookedCoverage(side: 6, pointsPerBorder: 10, seed: 3), width: 400)
        let pyramid = MercatorLayer.pyramid(areas, simplified: false)
        let snapped = pyramid.snapped(zoom: 12)
        let lattice = snapped.lattice
        var places: Set<LatticePoint> = []
        for (x, y) in zip(snapped.latticeAreas.x, snapped.latticeAreas.y) {
            places.insert(LatticePoint(x: Int32(x), y: Int32(y)))
        }
        for (x, y) in zip(areas.x, areas.y) {
            let across = (x - lattice.matrixSet.originX) / lattice.step - Double(lattice.column * 4096)
            let down = (lattice.matrixSet.originY - y) / lattice.step - Double(lattice.row * 4096)
            let near = LatticePoint(x: Int32(across.rounded()), y: Int32(down.rounded()))
            #expect(places.contains(near))
        }
    }

    @Test("A border that passes through another's cell meets it there, so that no gap opens between them")
    func passing() throws {
        // A triangle's corner lies on the middle of a long edge of its neighbour, which has no vertex there.
        var builder = Areas.Builder()
        for ring in [
            ([0.0, 3000, 3000, 0], [0.0, 0, 1000.3, 1000.3]), ([1500.0, 2000, 1000], [1000.3, 2000, 2000]),
        ] {
            builder.addRing(x: ring.0, y: ring.1)
            builder.closePart()
            builder.closeArea()
        }
        let pyramid = MercatorLayer.pyramid(
            MercatorLayer.placed(builder.finish(), width: 100, turn: 0.3), simplified: false)
        for zoom in 8...16 {
            let areas = pyramid.snapped(zoom: zoom).latticeAreas
            let corners = Set(LatticeEdge.of(1, in: areas).map { [$0.fromX, $0.fromY] })
            let shared = LatticeEdge.of(0, in: areas).filter { corners.contains([$0.fromX, $0.fromY]) }
            #expect(shared.count == 1, "zoom \(zoom)")
        }
    }

    @Test("No area is missing at any zoom, and one too small for the lattice is a flagged point near its place")
    func collapsed() throws {
        let areas = MercatorLayer.placed(MercatorLayer.withLakes(side: 8, seed: 9), width: 900)
        let pyramid = MercatorLayer.pyramid(areas)
        for zoom in 0...16 {
            let snapped = pyramid.snapped(zoom: zoom)
            let polygons = snapped.latticeAreas
            for area in 0..<areas.count {
                #expect(snapped.isCollapsed(area) == polygons.parts(of: area).isEmpty)
                guard let point = snapped.point(of: area) else { continue }
                let box = areas.box(of: area)
                let (x, y) = (snapped.lattice.x(of: point), snapped.lattice.y(of: point))
                let reach = snapped.lattice.step
                #expect(x > box.minX - reach && x < box.maxX + reach && y > box.minY - reach && y < box.maxY + reach)
            }
        }
        #expect((0..<areas.count).count { pyramid.snapped(zoom: 0).isCollapsed($0) } > 60)
        #expect(pyramid.snapped(zoom: 12).isCollapsed(65))
        #expect(!pyramid.snapped(zoom: 20).isCollapsed(65))
    }

    @Test("Areas that overlap, as no coverage has them, are valid one by one", arguments: 1...20)
    func overlapping(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        var builder = Areas.Builder()
        for _ in 0..<60 {
            let (middleX, middleY) = (generator.uniform() * 500, generator.uniform() * 500)
            let radius = 1 + generator.uniform() * 200
            // A star: corners in the order of their directions, at any distance.
            let directions = (0..<17).map { (Double($0) + generator.uniform() * 0.9) / 17 * 2 * Double.pi }
            let distances = directions.map { _ in radius * (0.02 + generator.uniform()) }
            builder.addRing(
                x: zip(directions, distances).map { middleX + cos($0) * $1 },
                y: zip(directions, distances).map { middleY + sin($0) * $1 })
            builder.closePart()
            builder.closeArea()
        }
        let areas = MercatorLayer.placed(builder.finish(), width: 700)
        for zoom in [9, 11, 13] {
            let pyramid = MercatorLayer.pyramid(areas, simplified: false)
            #expect(try Overlay.validity(pyramid.snapped(zoom: zoom).latticeAreas).isEmpty)
            for address in pyramid.limits(zoom: zoom)?.addresses ?? [] {
                #expect(try Overlay.validity(pyramid.tile(at: address).areas).isEmpty)
            }
        }
    }

    @Test("Rings that cross themselves end nothing", arguments: 1...10)
    func crossing(seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        var builder = Areas.Builder()
        for _ in 0..<20 {
            builder.addRing(
                x: (0..<30).map { _ in generator.uniform() * 200 }, y: (0..<30).map { _ in generator.uniform() * 200 })
            builder.closePart()
            builder.closeArea()
        }
        let pyramid = MercatorLayer.pyramid(MercatorLayer.placed(builder.finish(), width: 700), simplified: false)
        for zoom in 6...13 {
            let all = (pyramid.limits(zoom: zoom)?.addresses ?? []).reduce(into: Set<Int>()) { found, address in
                found.formUnion(pyramid.tile(at: address).features.map(\.area))
            }
            #expect(all.count == 20)
        }
    }

    @Test("One, two and eight threads give the same bytes")
    func threads() {
        let areas = MercatorLayer.placed(MercatorLayer.withLakes(side: 30, seed: 4), width: 500, turn: 0.2)
        let features = TileFeatures(codes: (0..<areas.count).map { "\($0)" }, columns: [])
        let encoded = [1, 2, 8].map { threads in
            let pyramid = MercatorLayer.pyramid(areas, threads: threads)
            return (9...14).flatMap { zoom in
                (pyramid.limits(zoom: zoom)?.addresses ?? []).map {
                    VectorTile(layer: "areas").encode(pyramid.tile(at: $0), features)
                }
            }
        }
        #expect(encoded[0].count > 50)
        #expect(encoded[0] == encoded[1] && encoded[0] == encoded[2])
    }

    @Test("Areas without geometry are in no tile, and a layer of nothing has empty tiles")
    func nothing() {
        var builder = Areas.Builder()
        builder.closeArea()
        let pyramid = MercatorLayer.pyramid(builder.finish())
        #expect(pyramid.tile(at: TileAddress(zoom: 5, column: 3, row: 4)).features.isEmpty)
        #expect(!pyramid.snapped(zoom: 3).isCollapsed(0))
        #expect(MercatorLayer.pyramid(.none).limits(zoom: 3) == nil)
        #expect(MercatorLayer.pyramid(.none).tile(at: TileAddress(zoom: 0, column: 0, row: 0)).features.isEmpty)
    }

    @Test("Zooms beyond the byte limit are let go and come back the same")
    func limit() {
        let areas = MercatorLayer.placed(crookedCoverage(side: 8, pointsPerBorder: 10, seed: 1), width: 500)
        let coverage = MercatorLayer.pyramid(areas)
        let small = TilePyramid(
            Simplification(Coverage(areas)), matrixSet: .webMercatorQuad,
            byteLimit: coverage.snapped(zoom: 12).byteCount)
        let first = small.snapped(zoom: 12).latticeAreas
        for zoom in 6...14 { _ = small.snapped(zoom: zoom) }
        #expect(small.byteCount <= max(small.snapped(zoom: 14).byteCount, coverage.snapped(zoom: 12).byteCount))
        #expect(small.snapped(zoom: 12).latticeAreas == first)
    }
}
