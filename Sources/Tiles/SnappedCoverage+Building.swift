import Coverage
import Planar

extension SnappedCoverage {
    /// Filters a coverage's vertices, rounds what is left, and puts the areas together.
    ///
    /// - Parameters:
    ///   - x, y: The vertices' coordinates in the matrix set's system, parallel to `coverage.x`.
    ///   - area: Vertices whose threshold is below this go.
    init(
        _ coverage: Coverage, x: [Double], y: [Double], thresholds: [Double], area: Double, lattice: Lattice,
        threads: Int?
    ) {
        let snapped = SnappedArcs(
            coverage, x: x, y: y, thresholds: thresholds, area: area, lattice: lattice, threads: threads)
        let (numbers, starts) = snapped.flattened()
        let arcs = ArcPoints(pixels: snapped.pixels, numbers: numbers, starts: starts)
        let ranges = SnappedCoverage.ranges(coverage)
        let batches = parallelMap(ranges.count, threads: threads) { batch in
            var assembly = AreaAssembly(coverage, arcs)
            for area in ranges[batch] { assembly.add(area) }
            return assembly
        }
        var pieces = AreaPieces()
        pieces.points.reserveCapacity(batches.reduce(0) { $0 + $1.pieces.points.count })
        var (boxes, collapsed): ([LatticeBox], [Bool]) = ([], [])
        for batch in batches {
            pieces.append(batch.pieces)
            boxes += batch.boxes
            collapsed += batch.boxes.map(\.isEmpty)
        }
        let places = SnappedCoverage.labels(coverage, x: x, y: y, lattice: lattice, of: collapsed, threads: threads)
        for area in collapsed.indices where collapsed[area] {
            if let place = places[area] { boxes[area].add(place) } else { collapsed[area] = false }
        }
        self.init(
            lattice: lattice, pieces: pieces, boxes: boxes, collapsed: collapsed, index: TileIndex(boxes))
    }

    /// Ranges of areas of about equal numbers of arcs; few, because each thread marks points in an array of its own.
    private static func ranges(_ coverage: Coverage) -> [Range<Int>] {
        let share = coverage.ringArcs.count / 8 + 1
        var ranges: [Range<Int>] = []
        var first = 0
        for area in 0..<coverage.count {
            let ring = Int(coverage.partStarts[Int(coverage.areaStarts[area + 1])])
            guard Int(coverage.ringStarts[ring]) >= share * (ranges.count + 1) || area == coverage.count - 1 else {
                continue
            }
            ranges.append(first..<area + 1)
            first = area + 1
        }
        return ranges
    }

    /// The label points of some areas, on the lattice; nil for an area without geometry.
    private static func labels(
        _ coverage: Coverage, x: [Double], y: [Double], lattice: Lattice, of wanted: [Bool], threads: Int?
    ) -> [LatticePoint?] {
        guard wanted.contains(true) else { return [LatticePoint?](repeating: nil, count: wanted.count) }
        return parallelMap(wanted.count, threads: threads) { area in
            guard wanted[area] else { return nil }
            var builder = Areas.Builder()
            for part in Int(coverage.areaStarts[area])..<Int(coverage.areaStarts[area + 1]) {
                for ring in Int(coverage.partStarts[part])..<Int(coverage.partStarts[part + 1]) {
                    for use in coverage.ringArcs[Int(coverage.ringStarts[ring])..<Int(coverage.ringStarts[ring + 1])] {
                        let vertices = coverage.vertices(ofArc: Int(use < 0 ? ~use : use))
                        for place in vertices.indices {
                            let vertex = use < 0 ? vertices.upperBound - 1 - (place - vertices.lowerBound) : place
                            builder.addVertex(x: x[vertex], y: y[vertex])
                        }
                    }
                    builder.closeRing()
                }
                builder.closePart()
            }
            builder.closeArea()
            // The cells are larger than the area, so a rough answer will do.
            guard let label = builder.finish().labelPoint(of: 0, precision: 0.5) else { return nil }
            return LatticePoint(
                x: Int32((lattice.across(label.x) + 0.5).rounded(.down)),
                y: Int32((lattice.down(label.y) + 0.5).rounded(.down)))
        }
    }
}

/// The snapped arcs in flat arrays.
struct ArcPoints: Sendable {
    let pixels: HotPixels
    let numbers: [Int32]
    /// Arc → first place in `numbers`; one longer than there are arcs.
    let starts: [Int32]
}
