import Planar
import Statistics

/// Rows of distinct random places in a pool: each row is a uniform ordered sample without replacement.
///
/// The first *k* places of a row that are not an area's own are a uniform sample of *k* of the others: that is how one
/// table serves all areas. A row depends on the seed and its own number only, so rows can be drawn in any order, by any
/// number of threads, and in blocks.
///
///     ReferenceTable(rows: 0..<999, width: 9, population: 500, seed: 1).ids[0..<9]  // the first row
package struct ReferenceTable: Sendable {
    /// The rows that the table holds, of all that could be drawn.
    package let rows: Range<Int>
    /// How many places a row has.
    package let width: Int
    /// Row after row.
    package let ids: [Int32]

    /// Draws rows.
    ///
    /// - Parameters:
    ///   - rows: The numbers of the rows, which with the seed are the key of their random numbers.
    ///   - width: How many places to draw for each.
    ///   - population: How many places there are to draw from.
    /// - Precondition: `width` is at most `population`.
    /// - Complexity: O(`width`) for a row, and O(`population`) for a batch of rows.
    package init(rows: Range<Int>, width: Int, population: Int, seed: UInt64, threads: Int? = nil) {
        precondition(width <= population, "more draws than places")
        self.rows = rows
        self.width = width
        let batches = max(1, min(8, rows.count * width / max(population, 4096)))
        let parts = parallelMap(batches, threads: threads) { batch in
            let first = rows.lowerBound + rows.count * batch / batches
            let end = rows.lowerBound + rows.count * (batch + 1) / batches
            return Self.draw(rows: first..<end, width: width, population: population, seed: seed)
        }
        ids = parts.count == 1 ? parts[0] : parts.flatMap { $0 }
    }

    /// Where each place of the pool occurs among ``ids``.
    func occurrences(population: Int) -> Occurrences { Occurrences(of: ids, population: population) }

    /// The first steps of the Fisher–Yates shuffle of all places, taken back after each row.
    private static func draw(rows: Range<Int>, width: Int, population: Int, seed: UInt64) -> [Int32] {
        var places = (0..<Int32(population)).map { $0 }
        return Array(unsafeUninitializedCapacity: rows.count * width) { ids, initialized in
            places.withUnsafeMutableBufferPointer { places in
                withUnsafeTemporaryAllocation(of: Int.self, capacity: width) { steps in
                    var next = 0
                    for row in rows {
                        var generator = SplitMix64(seed: key(seed: seed, row: row))
                        for draw in 0..<width {
                            let step = draw + generator.below(population - draw)
                            steps[draw] = step
                            places.swapAt(draw, step)
                            ids[next] = places[draw]
                            next += 1
                        }
                        for draw in (0..<width).reversed() { places.swapAt(draw, steps[draw]) }
                    }
                }
            }
            initialized = rows.count * width
        }
    }

    /// The state from which a row's numbers start: seed and row, each mixed.
    private static func key(seed: UInt64, row: Int) -> UInt64 {
        var seeds = SplitMix64(seed: seed)
        var rows = SplitMix64(seed: seeds.next() ^ (UInt64(row) &* 0xD134_2543_DE82_EF95))
        return rows.next()
    }
}

/// An inverted index of a table of draws: place in the pool → where it was drawn.
struct Occurrences: Sendable {
    private let starts: [Int32]
    private let entries: [Int32]

    /// - Complexity: O(draws + `population`).
    init(of ids: [Int32], population: Int) {
        var starts = [Int32](repeating: 0, count: population + 2)
        var entries = [Int32](repeating: 0, count: ids.count)
        // Counted two places on, the starts become those of the next place while entries are laid down.
        for id in ids { starts[Int(id) + 2] += 1 }
        for place in 2..<starts.count { starts[place] += starts[place - 1] }
        for (draw, id) in ids.enumerated() {
            entries[Int(starts[Int(id) + 1])] = Int32(draw)
            starts[Int(id) + 1] += 1
        }
        self.starts = starts
        self.entries = entries
    }

    /// The numbers of the draws, rising, that gave a place.
    @inline(__always) subscript(place: Int32) -> ArraySlice<Int32> {
        entries[Int(starts[Int(place)])..<Int(starts[Int(place) + 1])]
    }
}
