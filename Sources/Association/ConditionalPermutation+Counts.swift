import Planar

extension ConditionalPermutation {
    /// The most draws held at a time: 2²², 16 MB. More rows come in blocks, which changes nothing but the memory.
    private static let heldDraws = 1 << 22

    /// Counts for each area the permutations with a larger and a smaller lag, Σ w·v over its neighbours.
    func lagCounts(_ pool: ValuePool, _ rows: ArrangedRows) -> [TailCounts] {
        var counts = [TailCounts](repeating: TailCounts(), count: rows.count)
        guard permutations > 0 else { return counts }
        var (even, uneven): ([Int], [Int]) = ([], [])
        for area in 0..<rows.count where rows.cardinality(of: area) > 0 {
            if rows.isEven(area), rows.cardinality(of: area) < FixedPointValues.largestSum {
                even.append(area)
            } else {
                uneven.append(area)
            }
        }
        countEven(even, pool, rows, &counts)
        countDense(uneven, pool.columns, coefficients: Array(repeating: 1, count: rows.count), pool, rows, &counts)
        return counts
    }

    /// Counts for each area the permutations with a larger and a smaller score, see ``DenseReference``.
    ///
    /// - Parameters:
    ///   - variables: By place in the pool.
    ///   - coefficients: Area after area one for each variable.
    func scoreCounts(
        _ variables: [[Double]], coefficients: [Double], _ pool: ValuePool, _ rows: ArrangedRows
    ) -> [TailCounts] {
        var counts = [TailCounts](repeating: TailCounts(), count: rows.count)
        guard permutations > 0 else { return counts }
        let areas = (0..<rows.count).filter { rows.cardinality(of: $0) > 0 }
        countDense(areas, variables, coefficients: coefficients, pool, rows, &counts)
        return counts
    }

    private func countEven(_ areas: [Int], _ pool: ValuePool, _ rows: ArrangedRows, _ counts: inout [TailCounts]) {
        guard !areas.isEmpty else { return }
        let units = FixedPointValues(pool.columns[0]).units
        var occurs = [Bool](repeating: false, count: FixedPointValues.largestSum)
        for area in areas { occurs[rows.cardinality(of: area)] = true }
        let cardinalities = occurs.indices.filter { occurs[$0] }
        let width = (cardinalities.last ?? 0) + 1
        let chunks = max(1, min(areas.count / 1024, 64))
        for block in blocks(of: max(1, Self.heldDraws / width)) {
            let table = ReferenceTable(
                rows: block, width: width, population: pool.count, seed: seed, threads: threads)
            let reference = SortedReference(table, units: units, cardinalities: cardinalities, threads: threads)
            let parts = parallelMap(chunks, threads: threads) { chunk in
                areas[areas.count * chunk / chunks..<areas.count * (chunk + 1) / chunks].map { area in
                    var observed: Int64 = 0
                    for link in rows.row(of: area) { observed += units[Int(rows.places[link])] }
                    let own = pool.places[area]
                    let found = reference.counts(
                        observed: observed, cardinality: rows.cardinality(of: area), own: own,
                        ownUnits: units[Int(own)])
                    // A negative weight turns the lag round.
                    let isFalling = rows.weights[rows.starts[area]] < 0
                    return isFalling ? TailCounts(larger: found.smaller, smaller: found.larger) : found
                }
            }
            for (area, found) in zip(areas, parts.joined()) { counts[area] += found }
        }
    }

    private func countDense(
        _ areas: [Int], _ variables: [[Double]], coefficients: [Double], _ pool: ValuePool, _ rows: ArrangedRows,
        _ counts: inout [TailCounts]
    ) {
        guard !areas.isEmpty else { return }
        let reference = DenseReference(
            rows: rows, variables: variables, coefficients: coefficients, own: pool.places)
        let width = areas.reduce(0) { max($0, rows.cardinality(of: $1)) } + 1
        let length = max(1, min(DenseReference.blockLength, Self.heldDraws / width))
        for block in blocks(of: length) {
            let table = ReferenceTable(
                rows: block, width: width, population: pool.count, seed: seed, threads: threads)
            for (area, found) in zip(areas, reference.counts(of: areas, table: table, threads: threads)) {
                counts[area] += found
            }
        }
    }

    /// The numbers of the permutations, in blocks.
    private func blocks(of length: Int) -> [Range<Int>] {
        stride(from: 0, to: permutations, by: length).map { $0..<min($0 + length, permutations) }
    }
}
