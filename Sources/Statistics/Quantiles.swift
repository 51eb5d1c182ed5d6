/// Quantiles as R, Excel and most statistics offices compute them.
///
///     Quantiles.value(at: 0.5, ofSorted: [1, 2, 3, 4])  // 2.5
public enum Quantiles {
    /// The quantile of a share, interpolated between neighbours: type 7 of Hyndman and Fan, Sample quantiles in
    /// statistical packages, The American Statistician 50 (1996).
    ///
    /// - Parameters:
    ///   - share: In 0...1.
    ///   - sorted: Rising values.
    /// - Precondition: There is a value, and the share is in 0...1.
    /// - Complexity: O(1).
    public static func value(at share: Double, ofSorted sorted: [Double]) -> Double {
        precondition(!sorted.isEmpty && share >= 0 && share <= 1, "a quantile of at least one value, share in 0...1")
        let position = share * Double(sorted.count - 1)
        let below = Int(position.rounded(.down))
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }

    /// The inner limits of `count` classes with equally many values.
    static func limits(ofSorted sorted: [Double], count: Int) -> [Double] {
        (1..<max(1, count)).map { value(at: Double($0) / Double(count), ofSorted: sorted) }
    }

    /// Lower fence, quartiles, upper fence: Tukey's box plot with 1.5 interquartile ranges.
    static func boxLimits(ofSorted sorted: [Double]) -> [Double] {
        let lower = value(at: 0.25, ofSorted: sorted)
        let upper = value(at: 0.75, ofSorted: sorted)
        let reach = 1.5 * (upper - lower)
        return [lower - reach, lower, value(at: 0.5, ofSorted: sorted), upper, upper + reach]
    }
}
