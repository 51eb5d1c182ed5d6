import Overlay
import Planar
import Testing
import Tiles

/// A layer put together again from all its tiles of one zoom.
enum RebuiltLayer {
    /// Expects that the tiles give the snapped coverage again, area by area, and that each tile holds what its window
    /// cuts out.
    static func expectEqual(_ pyramid: TilePyramid, zoom: Int) throws {
        let snapped = pyramid.snapped(zoom: zoom)
        let whole = snapped.latticeAreas
        let limits = try #require(pyramid.limits(zoom: zoom))
        var pieces = [[Areas]](repeating: [], count: snapped.count)
        var points = [Int](repeating: 0, count: snapped.count)
        var wrong = 0
        for address in limits.addresses {
            let tile = pyramid.tile(at: address)
            #expect(tile.features.map(\.area) == tile.features.map(\.area).sorted())
            let areas = tile.areas
            if !(try Overlay.validity(areas).isEmpty) { wrong += 1 }
            let left = Double((address.column - snapped.lattice.column) * 4096)
            let top = Double((address.row - snapped.lattice.row) * 4096)
            let window = Box(minX: left - 64, minY: top - 64, maxX: left + 4160, maxY: top + 4160)
            var found: Set<Int> = []
            for (index, feature) in tile.features.enumerated() {
                found.insert(feature.area)
                guard feature.point == nil else {
                    points[feature.area] += 1
                    continue
                }
                var builder = Areas.Builder()
                builder.addArea(index, of: areas)
                let piece = builder.finish()
                pieces[feature.area].append(
                    Areas(
                        x: piece.x.map { $0 + left }, y: piece.y.map { $0 + top }, ringStarts: piece.ringStarts,
                        partStarts: piece.partStarts, areaStarts: piece.areaStarts))
                let expected = CoverageCheck.size(of: feature.area, in: whole, window: window)
                let size = piece.area(of: 0)
                if (size - expected).magnitude > 1e-6 || size == 0 { wrong += 1 }
                if feature.isClipped != (size < whole.area(of: feature.area)) { wrong += 1 }
            }
            for area in 0..<snapped.count where !found.contains(area) && !snapped.isCollapsed(area) {
                guard whole.box(of: area).intersects(window) else { continue }
                if CoverageCheck.size(of: area, in: whole, window: window) > 1e-6 { wrong += 1 }
            }
        }
        #expect(wrong == 0, "zoom \(zoom): tiles that do not hold what their window cuts out")
        for area in 0..<snapped.count {
            if snapped.isCollapsed(area) {
                #expect(points[area] > 0, "zoom \(zoom): area \(area) is in no tile")
                continue
            }
            let size = whole.area(of: area)
            let rebuilt = try union(pieces[area])
            var original = Areas.Builder()
            original.addArea(area, of: whole)
            let both = try union([rebuilt, original.finish()])
            // A in B and B in A: nothing is in one of them only.
            let isEqual = rebuilt.area(of: 0) == size && both.area(of: 0) == size
            #expect(isEqual, "zoom \(zoom), area \(area): \(rebuilt.area(of: 0)), \(both.area(of: 0)) of \(size)")
        }
    }

    private static func union(_ pieces: [Areas]) throws -> Areas {
        var builder = Areas.Builder()
        for piece in pieces { builder.addArea(0, of: piece) }
        let all = builder.finish()
        return try Overlay.dissolve(all, groups: [Int](repeating: 0, count: all.count), groupCount: 1)
    }
}
