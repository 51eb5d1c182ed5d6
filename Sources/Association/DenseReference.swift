import Planar

/// The permutation test for any weights and for scores of several variables: every area against every row of draws.
///
/// A score is Σ over variables *v* of c·Σ over neighbours *j* of w·v(j), with coefficients c of the area's own. Rows
/// come in blocks whose values are gathered once, draw by draw beside each other, and serve all areas: O(*nRk*)
/// multiplications without a gather in them, O(*n*) memory. Where an area's neighbours weigh the same, the sums of the
/// first *k* draws stand ready and it is O(*nR*).
struct DenseReference: Sendable {
    /// How many rows a block has: few enough that its values stay in the cache.
    static let blockLength = 1024

    let rows: ArrangedRows
    /// The variables by place in the pool.
    let variables: [[Double]]
    /// Area after area one coefficient for each variable.
    let coefficients: [Double]
    /// The areas' places in the pool.
    let own: [Int32]

    /// Counts for some areas the rows of a block with a larger and a smaller score.
    func counts(of areas: [Int], table: ReferenceTable, threads: Int?) -> [TailCounts] {
        let block = DenseBlock(table, variables: variables)
        let chunks = max(1, min(areas.count / 64, 64))
        let largest = variables.map { $0.reduce(0) { max($0, abs($1)) } }
        return parallelMap(chunks, threads: threads) { chunk in
            var scores = [Double](repeating: 0, count: table.rows.count)
            return areas[areas.count * chunk / chunks..<areas.count * (chunk + 1) / chunks].map { area in
                scores.withUnsafeMutableBufferPointer { counts(of: area, block, largest, $0) }
            }
        }.flatMap { $0 }
    }

    private func counts(
        of area: Int, _ block: DenseBlock, _ largest: [Double], _ scores: UnsafeMutableBufferPointer<Double>
    ) -> TailCounts {
        let row = rows.row(of: area)
        let weights = rows.weights[row]
        let own = coefficients[area * variables.count..<(area + 1) * variables.count]
        let observed = score(own, weights, draws: rows.places[row], without: -1)
        // Sums of k products are off by less; differences that mean anything are far larger.
        let size = zip(largest, own).reduce(0) { $0 + $1.0 * abs($1.1) } * weights.reduce(0) { $0 + abs($1) }
        let (below, above) = (observed - size * 0x1p-44, observed + size * 0x1p-44)
        scores.update(repeating: 0)
        let isEven = rows.isEven(area)
        for (variable, coefficient) in own.enumerated() {
            if isEven, let weight = weights.first {
                block.addSum(ofFirst: row.count, variable, times: coefficient * weight, to: scores)
            } else {
                for (draw, weight) in weights.enumerated() {
                    block.addValue(at: draw, variable, times: coefficient * weight, to: scores)
                }
            }
        }
        var counts = Self.count(scores, below: below, above: above)
        for draw in block.occurrences[self.own[area]] {
            let (drawRow, position) = Int(draw).quotientAndRemainder(dividingBy: block.table.width)
            guard position < row.count else { continue }
            counts.count(scores[drawRow], below: below, above: above, by: -1)
            let start = drawRow * block.table.width
            let draws = block.table.ids[start..<start + row.count + 1]
            let repaired = score(own, weights, draws: draws, without: start + position)
            counts.count(repaired, below: below, above: above, by: 1)
        }
        return counts
    }

    private static func count(
        _ scores: UnsafeMutableBufferPointer<Double>, below: Double, above: Double
    ) -> TailCounts {
        var (larger, smaller) = (0, 0)
        for score in scores {
            larger &+= score > above ? 1 : 0
            smaller &+= score < below ? 1 : 0
        }
        return TailCounts(larger: Int32(larger), smaller: Int32(smaller))
    }

    /// The score of the neighbours at some draws, one of them left out.
    private func score(
        _ coefficients: ArraySlice<Double>, _ weights: ArraySlice<Double>, draws: ArraySlice<Int32>, without left: Int
    ) -> Double {
        var score = 0.0
        var weight = weights.startIndex
        for draw in draws.indices where draw != left {
            for (variable, coefficient) in zip(variables, coefficients) {
                score += coefficient * weights[weight] * variable[Int(draws[draw])]
            }
            weight += 1
        }
        return score
    }
}
