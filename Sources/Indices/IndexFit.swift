import Diagnostics

/// An index fitted to the areas that are in it: their values, means, deviations, ranks and scores, row by row.
struct IndexFit: Sendable {
    let definition: IndexDefinition
    /// The values by indicator, turned so that a high one means need.
    let values: [[Double]]
    /// What the standardisation knows of each indicator.
    let columns: [FittedColumn]
    /// The weighted sums of standardised values.
    let sums: [Double]
    /// What the second standardisation knows of the sums.
    let second: FittedColumn?
    /// The scores.
    let scores: [Double]
    /// The scores, rising.
    let sortedScores: [Double]
    /// Σ (x − mean) (y − mean) for each pair of indicators, row by row.
    let products: [Double]

    /// Standardises, adds up and standardises again.
    ///
    /// - Parameter values: By indicator, one value for each row, turned so that a high one means need.
    /// - Throws: `InputError` naming the indicator whose values are all equal, or the index whose sums are.
    /// - Complexity: O(*k* *n* log *n* + *k*² *n*) for *k* indicators and *n* rows.
    init(_ definition: IndexDefinition, values: [[Double]]) throws(InputError) {
        let rows = values.first?.count ?? 0
        var columns: [FittedColumn] = []
        for (indicator, column) in zip(definition.indicators, values) {
            guard let fitted = FittedColumn(column, method: definition.standardisation) else {
                throw IndexFit.noSpread("the indicator '\(indicator.name)'", definition.standardisation, rows)
            }
            columns.append(fitted)
        }
        let weights = definition.indicators.map(\.weight)
        var sums = [Double](repeating: 0, count: rows)
        var scale = 0.0
        for (weight, (column, fitted)) in zip(weights, zip(values, columns)) {
            for row in 0..<rows { sums[row] += weight * fitted.standardised(column[row]) }
            scale +=
                weight
                * max(abs(fitted.standardised(fitted.sorted[0])), abs(fitted.standardised(fitted.sorted[rows - 1])))
        }
        var scores = sums
        var second: FittedColumn?
        if let method = definition.second {
            guard let fitted = FittedColumn(sums, method: method, scale: scale) else {
                throw IndexFit.noSpread("the sum of the index '\(definition.name)'", method, rows)
            }
            scores = sums.map { fitted.standardised($0) }
            second = fitted
        }
        self.definition = definition
        self.values = values
        self.columns = columns
        self.sums = sums
        self.second = second
        self.scores = scores
        sortedScores = scores.sorted()
        products = IndexFit.products(values, columns)
    }

    private static func products(_ values: [[Double]], _ columns: [FittedColumn]) -> [Double] {
        var products: [Double] = []
        for (one, fitted) in zip(values, columns) {
            for (other, otherFitted) in zip(values, columns) {
                var sum = 0.0
                for row in one.indices { sum += (one[row] - fitted.mean) * (other[row] - otherFitted.mean) }
                products.append(sum)
            }
        }
        return products
    }

    private static func noSpread(_ what: String, _ method: IndexStandardisation, _ rows: Int) -> InputError {
        let why = rows == 1 ? "there is one area only" : "it is the same in all \(rows) areas"
        return InputError(
            .invalidNumber, "\(what) cannot be standardised by \(method.name): \(why)",
            remedy: rows == 1 ? "take a table with several areas" : "leave it out of the recipe")
    }

    /// The rank of a score, 1 for the highest; equal scores share the smaller number.
    func rank(of score: Double) -> Int {
        let tolerance = 1e-12 * max(abs(sortedScores[0]), abs(sortedScores[sortedScores.count - 1]))
        var (low, high) = (0, sortedScores.count)
        while low < high {
            let middle = (low + high) / 2
            if sortedScores[middle] > score + tolerance { high = middle } else { low = middle + 1 }
        }
        return sortedScores.count - low + 1
    }

    /// The quantile of a rank, from 1.
    func quantile(of rank: Int, in quantiles: Int) -> Int { (rank * quantiles + scores.count - 1) / scores.count }

    /// All steps of one row.
    func area(_ row: Int) -> AreaIndex {
        let rank = rank(of: scores[row])
        return AreaIndex(
            standardised: zip(columns, values).map { $0.standardised($1[row]) }, sum: sums[row], score: scores[row],
            classPlace: definition.classPlace(of: scores[row]), rank: rank,
            quantile: definition.quantiles.map { quantile(of: rank, in: $0) })
    }
}
