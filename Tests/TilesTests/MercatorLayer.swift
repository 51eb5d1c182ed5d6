import Coverage
import Fixtures
import Planar
import Statistics
import Tiles

/// Made-up layers on Web Mercator's plane, near Berlin.
enum MercatorLayer {
    /// Areas moved and stretched to where tiles are: `width` is how many metres 100 units of a fixture become.
    static func placed(_ areas: Areas, width: Double, turn: Double = 0) -> Areas {
        let (sine, cosine) = (turn, (1 - turn * turn).squareRoot())
        let scale = width / 100
        return Areas(
            x: zip(areas.x, areas.y).map { 1_490_000.123 + ($0 * cosine - $1 * sine) * scale },
            y: zip(areas.x, areas.y).map { 6_890_000.456 + ($0 * sine + $1 * cosine) * scale },
            ringStarts: areas.ringStarts, partStarts: areas.partStarts, areaStarts: areas.areaStarts)
    }

    /// A crooked coverage with a lake in area 7, an area inside area 14, a part of area 3 inside area 21, an area too
    /// small for most lattices inside area 28, and a lake in area 35 that touches the shore.
    static func withLakes(side: Int, seed: UInt64) -> Areas {
        let plain = crookedCoverage(side: side, pointsPerBorder: 12, seed: seed)
        var generator = SplitMix64(seed: seed)
        func round(_ area: Int, radius: Double) -> (x: [Double], y: [Double]) {
            let column = Double(area / side), row = Double(area % side)
            let corners: [(Double, Double)] = [(1, 0), (0.6, 0.8), (-0.2, 1), (-0.9, 0.5), (-0.8, -0.7), (0.3, -1)]
            let stretch = corners.map { _ in 0.7 + generator.uniform() * 0.3 }
            return (
                zip(corners, stretch).map { (column + 0.5) * 100 + $0.0 * radius * $1 },
                zip(corners, stretch).map { (row + 0.5) * 100 + $0.1 * radius * $1 }
            )
        }
        let rings = [7, 14, 21].map { round($0, radius: 25) } + [round(28, radius: 0.01)]
        let holes = [7: rings[0], 14: rings[1], 21: rings[2], 28: rings[3]]
        var builder = Areas.Builder()
        for area in 0..<plain.count {
            let vertices = plain.vertices(of: area)
            builder.addRing(x: plain.x[vertices], y: plain.y[vertices])
            if let hole = holes[area] { builder.addRing(x: hole.x.reversed(), y: hole.y.reversed()) }
            if area == 35 {
                let shore = vertices.lowerBound + 5
                let (middleX, middleY) = (Double(area / side) * 100 + 50, Double(area % side) * 100 + 50)
                builder.addRing(
                    x: [plain.x[shore], middleX + 10, middleX - 10], y: [plain.y[shore], middleY, middleY])
            }
            builder.closePart()
            if area == 3 {
                builder.addRing(x: rings[2].x, y: rings[2].y)
                builder.closePart()
            }
            builder.closeArea()
        }
        for ring in [rings[1], rings[3]] {
            builder.addRing(x: ring.x, y: ring.y)
            builder.closePart()
            builder.closeArea()
        }
        return builder.finish()
    }

    /// Strips side by side whose common borders run close to each other, from a thousandth of a unit to two units.
    static func needles(count: Int, rows: Int, seed: UInt64) -> Areas {
        var generator = SplitMix64(seed: seed)
        var borders: [[Double]] = [(0...rows).map { _ in generator.uniform() * 3 }]
        for _ in 0..<count {
            let before = borders[borders.count - 1]
            borders.append(
                before.map {
                    $0 + (generator.below(3) == 0 ? 0.001 + generator.uniform() * 0.02 : generator.uniform() * 2)
                })
        }
        let heights = (0...rows).reduce(into: [0.0]) { heights, _ in
            heights.append(heights[heights.count - 1] + 0.05 + generator.uniform() * 9)
        }
        var builder = Areas.Builder()
        for strip in 0..<count {
            builder.addRing(
                x: borders[strip] + borders[strip + 1].reversed(),
                y: heights[0...rows] + heights[0...rows].reversed())
            builder.closePart()
            builder.closeArea()
        }
        return builder.finish()
    }

    /// A pyramid of areas on Web Mercator's plane.
    static func pyramid(_ areas: Areas, simplified: Bool = true, threads: Int? = nil) -> TilePyramid {
        let coverage = Coverage(areas)
        return TilePyramid(
            Simplification(coverage), matrixSet: .webMercatorQuad, tolerance: simplified ? 2 : 0, threads: threads)
    }
}
