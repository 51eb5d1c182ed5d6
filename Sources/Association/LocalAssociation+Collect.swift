import Planar

extension LocalAssociation {
    /// Computes the areas' statistics on several threads.
    static func collect(
        _ count: Int, _ test: ConditionalPermutation, _ area: @Sendable (Int) -> LocalStatistic
    ) -> LocalAssociation {
        let chunks = max(1, min(count / 4096, 64))
        let parts = parallelMap(chunks, threads: test.threads) { chunk in
            (count * chunk / chunks..<count * (chunk + 1) / chunks).map(area)
        }
        return LocalAssociation(
            areas: parts.count == 1 ? parts[0] : parts.flatMap { $0 }, permutations: test.permutations)
    }

    /// The result where nothing varies: islands are islands, and no other area has a statistic.
    static func undefined(_ values: [Double], _ rows: ArrangedRows) -> LocalAssociation {
        let areas = values.enumerated().map { area, value in
            LocalStatistic(without: rows.cardinality(of: area) == 0 ? .island : .undefined, value: value)
        }
        return LocalAssociation(areas: areas, permutations: 0)
    }
}

extension ConditionalPermutation {
    /// The tails of an area from its counts; nil without permutations.
    func tails(_ counts: TailCounts, sign: Double) -> TailProbabilities? {
        permutations > 0 ? counts.tails(permutations: permutations, sign: sign) : nil
    }
}
