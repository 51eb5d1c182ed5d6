import Planar

/// The permutation test of areas whose neighbours all weigh the same, for all areas at once.
///
/// With equal weights a lag is a sum of *k* values, and the first *k* draws of the rows of one table are a reference for
/// every area with *k* neighbours. Prefix sums of each row give all *k*; they are sorted once for each *k* that occurs,
/// and an area's observed sum is looked up. Only in the few rows that drew the area itself among the first *k* its draw
/// is taken out and the next one in. That costs O(*RK*) draws, O(*cR*) to sort for *c* distinct *k*,
/// O(*n* log *R*) to look up and O(*RK*) repairs, where drawing for each area costs O(*nRk*).
struct SortedReference: Sendable {
    private let rowCount: Int
    private let width: Int
    /// Row after row the sums of the first 1, 2, … draws.
    private let prefixes: [Int64]
    /// Cardinality → the sums of so many draws, rising; empty where no area has it.
    private let sorted: [[Int64]]
    private let occurrences: Occurrences

    /// Prepares the reference from a table of draws.
    ///
    /// - Parameters:
    ///   - units: The values in the pool by place.
    ///   - cardinalities: Those that occur, rising, each less than the table's width.
    init(_ table: ReferenceTable, units: [Int64], cardinalities: [Int], threads: Int?) {
        let (width, rowCount) = (table.width, table.rows.count)
        self.width = width
        self.rowCount = rowCount
        var prefixes = [Int64](repeating: 0, count: table.ids.count)
        for row in 0..<rowCount {
            var sum: Int64 = 0
            for draw in row * width..<(row + 1) * width {
                sum += units[Int(table.ids[draw])]
                prefixes[draw] = sum
            }
        }
        let sums = prefixes
        let columns = parallelMap(cardinalities.count, threads: threads) { number in
            let last = cardinalities[number] - 1
            var keys = (0..<rowCount).map { RadixSort.key(sums[$0 * width + last]) }
            var none: [Int32] = []
            RadixSort.sort(&keys, with: &none)
            return keys.map(RadixSort.number)
        }
        var sorted = [[Int64]](repeating: [], count: width)
        for (cardinality, column) in zip(cardinalities, columns) { sorted[cardinality] = column }
        self.prefixes = prefixes
        self.sorted = sorted
        occurrences = table.occurrences(population: units.count)
    }

    /// How many rows have a sum above and below the observed one, for one area.
    ///
    /// - Parameters:
    ///   - observed: The sum of the area's own neighbours.
    ///   - own: The area's place in the pool and its value there, which no draw may give.
    func counts(observed: Int64, cardinality: Int, own: Int32, ownUnits: Int64) -> TailCounts {
        let tolerance = FixedPointValues.tolerance(ofSumsOf: cardinality)
        let (below, above) = (observed - tolerance, observed + tolerance)
        let column = sorted[cardinality]
        let smaller = Self.count(in: column, within: 0..<rowCount) { $0 < below }
        // Most often there are no ties, or few: look near by first.
        var (end, step) = (smaller, 1)
        while end < rowCount, column[end] <= above {
            end = min(end + step, rowCount)
            step *= 2
        }
        let larger = rowCount - Self.count(in: column, within: smaller..<end) { $0 <= above }
        var counts = TailCounts(larger: Int32(larger), smaller: Int32(smaller))
        for draw in occurrences[own] {
            let start = Int(draw) / width * width
            guard Int(draw) - start < cardinality else { continue }
            let sum = prefixes[start + cardinality - 1]
            counts.count(sum, below: below, above: above, by: -1)
            counts.count(prefixes[start + cardinality] - ownUnits, below: below, above: above, by: 1)
        }
        return counts
    }

    /// How many of the first sums of a rising column hold, when all before a range do and none after it does.
    @inline(__always)
    private static func count(in column: [Int64], within range: Range<Int>, where holds: (Int64) -> Bool) -> Int {
        column.withUnsafeBufferPointer { column in
            var (first, length) = (range.lowerBound, range.count)
            while length > 0 {
                let half = length / 2
                let holdsThere = holds(column[first + half])
                first = holdsThere ? first + half + 1 : first
                length = holdsThere ? length - half - 1 : half
            }
            return first
        }
    }
}
