import Glibc

/// A column of numbers as a standardisation sees it: what it needs to know to place any value in it.
struct FittedColumn: Sendable {
    let method: IndexStandardisation
    let count: Int
    let mean: Double
    /// The sum of squared deviations from the mean.
    let squares: Double
    /// The values, rising.
    let sorted: [Double]

    /// Fits a method to values; `nil` where it is not defined for them: for `z` and `min-max` when all are equal, for
    /// `percentile` when there is one only.
    ///
    /// - Parameters:
    ///   - values: Finite, at least one, a high one meaning need.
    ///   - scale: The size against which differences in the last digits count as none.
    init?(_ values: [Double], method: IndexStandardisation, scale: Double? = nil) {
        self.method = method
        count = values.count
        sorted = values.sorted()
        let mean = values.reduce(0, +) / Double(values.count)
        self.mean = mean
        squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let range = (sorted.last ?? 0) - (sorted.first ?? 0)
        let size = scale ?? max(abs(sorted.first ?? 0), abs(sorted.last ?? 0))
        switch method {
        case .z, .minMax: guard range > 1e-12 * size else { return nil }
        case .percentile: guard count > 1 else { return nil }
        case .rank, .exponential: break
        }
    }

    /// What a sum of squares is divided by.
    var divisor: Double {
        if case .z(.allButOne) = method { return Double(count - 1) }
        return Double(count)
    }

    /// The largest value minus the smallest.
    var range: Double { (sorted.last ?? 0) - (sorted.first ?? 0) }

    /// The standardised value of one of the column's values.
    ///
    /// - Complexity: O(1), with ranks O(log *n*).
    func standardised(_ value: Double) -> Double {
        switch method {
        case .z: (value - mean) / (squares / divisor).squareRoot()
        case .minMax: (value - (sorted.first ?? 0)) / range
        case .rank(let ties), .percentile(let ties), .exponential(let ties):
            scaled(rank: rank(below: below(value), through: through(value), ties))
        }
    }

    /// The standardised value of another number in the place of one of the column's values, all else unchanged; `nil`
    /// where all values would be equal then.
    func standardised(_ value: Double, replacing old: Double) -> Double? {
        switch method {
        case .z:
            let step = value - old
            let share = 1 - 1 / Double(count)
            let squares = squares + 2 * step * (old - mean) + step * step * share
            guard squares > 1e-13 * self.squares else { return nil }
            return (old - mean + step * share) / (squares / divisor).squareRoot()
        case .minMax:
            guard count > 1 else { return nil }
            let least = min(value, sorted[0] == old ? sorted[1] : sorted[0])
            let greatest = max(value, sorted[count - 1] == old ? sorted[count - 2] : sorted[count - 1])
            return greatest > least ? (value - least) / (greatest - least) : nil
        case .rank(let ties), .percentile(let ties), .exponential(let ties):
            let below = below(value) - (old < value ? 1 : 0)
            let through = through(value) - (old <= value ? 1 : 0) + 1
            return scaled(rank: rank(below: below, through: through, ties))
        }
    }

    private func rank(below: Int, through: Int, _ ties: IndexStandardisation.Ties) -> Double {
        switch ties {
        case .lowest: Double(below + 1)
        case .highest: Double(through)
        case .average: Double(below + 1 + through) / 2
        }
    }

    private func scaled(rank: Double) -> Double {
        switch method {
        case .percentile: (rank - 1) / Double(count - 1)
        // −23 ln(1 − R(1 − e^(−100/23))), without the loss of digits near R = 1.
        case .exponential: -23 * log1p(rank / Double(count) * expm1(-100.0 / 23))
        default: rank
        }
    }

    /// How many values are smaller.
    func below(_ value: Double) -> Int { firstPlace { $0 >= value } }

    /// How many values are smaller or equal.
    func through(_ value: Double) -> Int { firstPlace { $0 > value } }

    private func firstPlace(where isBeyond: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(sorted[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
