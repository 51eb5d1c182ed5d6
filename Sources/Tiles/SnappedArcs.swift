import Coverage
import Planar

/// A coverage's arcs after snap rounding: lists of lattice points' numbers.
///
/// Every vertex goes to the middle of its cell, and every edge that passes through the cell of a vertex gets that
/// middle as a vertex. By Guibas and Marimont, Rounding arrangements dynamically, SoCG 1995, no vertex and edge pass
/// over each other on the way: edges of the result meet in common ends only, and borders at most fall together.
struct SnappedArcs: Sendable {
    /// Number → point.
    let pixels: HotPixels
    /// The arcs in batches of neighbours, so that several threads could make them.
    private let batches: [Batch]
    private let batchOf: [Range<Int>]

    /// Some arcs; `starts` counts within the batch.
    private struct Batch: Sendable {
        var numbers: [Int32]
        var starts: [Int32]
    }

    /// Rounds a coverage's arcs.
    init(
        _ coverage: Coverage, x: [Double], y: [Double], thresholds: [Double], area: Double, lattice: Lattice,
        threads: Int?
    ) {
        let ranges = SnappedArcs.ranges(coverage)
        let noded = parallelMap(ranges.count, threads: threads) { batch in
            NodedArcs(
                coverage, arcs: ranges[batch], x: x, y: y, thresholds: thresholds, area: area, lattice: lattice)
        }
        var firsts: [Int] = []
        var vertices: [LatticePoint] = []
        vertices.reserveCapacity(noded.reduce(0) { $0 + $1.across.count })
        for batch in noded {
            firsts.append(vertices.count)
            for vertex in batch.across.indices {
                vertices.append(
                    LatticePoint(
                        x: Int32((batch.across[vertex] + 0.5).rounded(.down)),
                        y: Int32((batch.down[vertex] + 0.5).rounded(.down))))
            }
        }
        var numbers: [Int32] = []
        let pixels = HotPixels(rounding: vertices, numbers: &numbers)
        let (starts, ends) = (firsts, numbers)
        batches = parallelMap(ranges.count, threads: threads) { batch in
            SnappedArcs.round(noded[batch], numbers: ends[starts[batch]...], pixels: pixels)
        }
        self.pixels = pixels
        batchOf = ranges
    }

    /// Ranges of arcs with some 8,000 vertices each.
    private static func ranges(_ coverage: Coverage) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (first, vertices) = (0, 0)
        for arc in 0..<coverage.arcCount {
            vertices += coverage.vertices(ofArc: arc).count
            guard vertices >= 8_192 || arc == coverage.arcCount - 1 else { continue }
            ranges.append(first..<arc + 1)
            (first, vertices) = (arc + 1, 0)
        }
        return ranges
    }

    private static func round(_ noded: NodedArcs, numbers: ArraySlice<Int32>, pixels: HotPixels) -> Batch {
        var batch = Batch(numbers: [], starts: [0])
        batch.numbers.reserveCapacity(noded.across.count)
        batch.starts.reserveCapacity(noded.starts.count)
        let (across, down, first) = (noded.across.span, noded.down.span, numbers.startIndex)
        var passed: [(place: Double, number: Int32)] = []
        for arc in 0..<noded.starts.count - 1 {
            let vertices = Int(noded.starts[arc])..<Int(noded.starts[arc + 1])
            batch.numbers.append(numbers[first + vertices.lowerBound])
            for vertex in vertices.dropFirst() {
                let (from, to) = (numbers[first + vertex - 1], numbers[first + vertex])
                guard from != to else { continue }
                let (fromX, fromY) = (across[vertex - 1], down[vertex - 1])
                let (toX, toY) = (across[vertex], down[vertex])
                let crossing = PixelCrossing(fromX: fromX, fromY: fromY, toX: toX, toY: toY)
                pixels.nearEdge(fromX: fromX, fromY: fromY, toX: toX, toY: toY) { number, point in
                    guard number != from, number != to, crossing.meets(point) else { return }
                    let place = Double(point.x) * (toX - fromX) + Double(point.y) * (toY - fromY)
                    passed.append((place, number))
                }
                if !passed.isEmpty {
                    if passed.count > 1 { passed.sort { $0.place < $1.place } }
                    for pixel in passed { batch.numbers.append(pixel.number) }
                    passed.removeAll(keepingCapacity: true)
                }
                batch.numbers.append(to)
            }
            batch.starts.append(Int32(batch.numbers.count))
        }
        return batch
    }
}

extension SnappedArcs {
    /// Where each arc's numbers lie: flat arrays over all batches.
    func flattened() -> (numbers: [Int32], starts: [Int32]) {
        var numbers: [Int32] = []
        var starts: [Int32] = [0]
        numbers.reserveCapacity(batches.reduce(0) { $0 + $1.numbers.count })
        starts.reserveCapacity((batchOf.last?.upperBound ?? 0) + 1)
        for batch in batches {
            let first = Int32(numbers.count)
            numbers.append(contentsOf: batch.numbers)
            for start in batch.starts.dropFirst() { starts.append(first + start) }
        }
        return (numbers, starts)
    }
}
