/// The deviations of the values in a pool from their mean, by place, with their sums.
struct PoolDeviations: Sendable {
    /// The mean of all values.
    let mean: Double
    /// Value minus mean, by place; exactly 0 for a value that is the mean but for rounding.
    let deviations: [Double]
    /// The mean of the squared deviations: the variance with divisor n.
    let variance: Double
    /// Deviations nearer to 0 than this are rounding.
    let rounding: Double

    /// - Parameter values: In the pool's order, so that the sums have one order.
    /// - Returns: nil where all values are the same, or so large or small that their squares leave the range of numbers.
    init?(_ values: [Double]) {
        guard let first = values.first, let last = values.last, values.count > 0 else { return nil }
        guard values.contains(where: { $0 != first }) else { return nil }
        let count = Double(values.count)
        let rounding = max(abs(first), abs(last), values.reduce(0) { max($0, abs($1)) }) * 0x1p-44
        let rough = values.reduce(0, +) / count
        // The second pass makes good what the first one rounded.
        let mean = rough + values.reduce(0) { $0 + ($1 - rough) } / count
        let deviations = values.map { abs($0 - mean) <= rounding ? 0 : $0 - mean }
        let variance = deviations.reduce(0) { $0 + $1 * $1 } / count
        guard variance.isNormal else { return nil }
        self.mean = mean
        self.deviations = deviations
        self.variance = variance
        self.rounding = rounding
    }

    /// The sign of a sum that is 0 but for rounding, or isn't.
    func sign(of lag: Double, weights: Double) -> Double {
        abs(lag) <= rounding * max(abs(weights), 1) ? 0 : lag < 0 ? -1 : 1
    }
}
