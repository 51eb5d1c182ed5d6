import Planar
import Statistics

/// Puts the values of a whole map into random orders, eight at a time, and counts how their statistics compare.
///
/// Eight orders lie beside one another: place `i` of all eight is one vector, so that each link of the map is read once
/// for eight statistics and its far end comes as one cache line. Order *r* is drawn by the inside-out shuffle (Durstenfeld
/// 1964; Knuth 3.4.2) from a generator of its own, seeded by the seed and *r*.
///
/// Statistics of different orders that are equal by definition may differ by rounding. They count as equal when they
/// differ by less than ``slack`` times a bound that no order can exceed; sums of up to 10⁶ terms round to far less, and
/// different statistics are farther apart.
struct GlobalShuffle {
    /// Eight orders beside one another.
    typealias Lanes = SIMD8<Double>

    /// What counts as rounding, as a share of the largest statistic that any order could have.
    static let slack = 1e-11

    private static let lanes = 8
    /// So many groups of eight share a buffer: enough to pay for it, few enough to give every thread some.
    private static let groupsPerBatch = 4

    /// The generator of one order.
    static func generator(seed: UInt64, order: Int) -> SplitMix64 {
        // Hashed twice, so that neighbouring orders do not start a step apart on the same sequence.
        var outer = SplitMix64(seed: seed)
        var inner = SplitMix64(seed: outer.next() &+ UInt64(order) &* 0xD1B5_4A32_D192_ED03)
        return SplitMix64(seed: inner.next())
    }

    /// The tails of the observed statistic among those of random orders.
    ///
    /// - Parameters:
    ///   - variables: Columns of values, put into the same order.
    ///   - bound: What no order's statistic exceeds in magnitude.
    ///   - statistic: Computes eight statistics from the columns, one after the other.
    static func tails(
        of variables: [[Double]], bound: Double, _ permutations: GlobalPermutations,
        statistic: @Sendable (UnsafePointer<Lanes>) -> Lanes
    ) -> TailProbabilities {
        let values = Array(variables.joined())
        let rows = values.count
        let observed = withUnsafeTemporaryAllocation(of: Lanes.self, capacity: rows) { buffer in
            for row in 0..<rows { buffer.initializeElement(at: row, to: Lanes(repeating: values[row])) }
            return buffer.baseAddress.map { statistic(UnsafePointer($0))[0] } ?? 0
        }
        let (low, high) = (observed - slack * bound, observed + slack * bound)
        let batch = lanes * groupsPerBatch
        let batches = (permutations.count + batch - 1) / batch
        let counts = parallelMap(batches, threads: permutations.threads) { number in
            var counts = (larger: 0, smaller: 0)
            let maps = UnsafeMutablePointer<Lanes>.allocate(capacity: rows)
            defer { maps.deallocate() }
            let end = min(permutations.count, (number + 1) * batch)
            for first in stride(from: number * batch, to: end, by: lanes) {
                shuffle(values, columns: variables.count, seed: permutations.seed, first: first, into: maps)
                let statistics = statistic(UnsafePointer(maps))
                for lane in 0..<min(lanes, end - first) {
                    if statistics[lane] > high { counts.larger += 1 }
                    if statistics[lane] < low { counts.smaller += 1 }
                }
            }
            return counts
        }
        let larger = counts.reduce(0) { $0 + $1.larger }
        let smaller = counts.reduce(0) { $0 + $1.smaller }
        return TailProbabilities(larger: larger, smaller: smaller, ties: permutations.count - larger - smaller)
    }

    /// Writes eight orders of each column.
    private static func shuffle(
        _ values: [Double], columns: Int, seed: UInt64, first: Int, into maps: UnsafeMutablePointer<Lanes>
    ) {
        let count = values.count / columns
        withUnsafeTemporaryAllocation(of: SplitMix64.self, capacity: lanes) { generators in
            for lane in 0..<lanes {
                generators.initializeElement(at: lane, to: generator(seed: seed, order: first + lane))
            }
            maps.withMemoryRebound(to: Double.self, capacity: values.count * lanes) { cells in
                values.withUnsafeBufferPointer { values in
                    for place in 0..<count {
                        for lane in 0..<lanes {
                            let other = generators[lane].place(upTo: place)
                            for column in 0..<columns {
                                let cell = cells + column * count * lanes + lane
                                cell[place * lanes] = cell[other * lanes]
                                cell[other * lanes] = values[column * count + place]
                            }
                        }
                    }
                }
            }
        }
    }

    /// One order of anything, the same that the lanes have.
    static func shuffled<Value>(_ values: [Value], seed: UInt64, order: Int) -> [Value] {
        var generator = generator(seed: seed, order: order)
        var shuffled = values
        for place in values.indices {
            let other = generator.place(upTo: place)
            shuffled[place] = shuffled[other]
            shuffled[other] = values[place]
        }
        return shuffled
    }
}

extension SplitMix64 {
    /// A whole number in `0...last`, without bias, from 32 bits: half of `below(_:)`'s work.
    @inline(__always) fileprivate mutating func place(upTo last: Int) -> Int {
        let bound = UInt64(last) + 1
        var product = (next() >> 32) &* bound
        if UInt32(truncatingIfNeeded: product) < bound {
            let threshold = (0x1_0000_0000 - bound) % bound
            while (product & 0xFFFF_FFFF) < threshold { product = (next() >> 32) &* bound }
        }
        return Int(product >> 32)
    }
}
