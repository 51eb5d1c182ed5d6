#if canImport(Glibc)
    import Glibc
#endif

extension Classification {
    /// The inner limits of `count` classes of equal width.
    static func steps(from low: Double, to high: Double, count: Int) -> [Double] {
        let step = (high - low) / Double(count)
        return (1..<max(1, count)).map { low + Double($0) * step }
    }

    /// The inner limits of `count` classes whose edges grow by a constant factor.
    static func ratios(from low: Double, to high: Double, count: Int) -> [Double] {
        let step = (log(high) - log(low)) / Double(count)
        return (1..<max(1, count)).map { low * exp(Double($0) * step) }
    }

    /// The inner limits of `count` bands around the mean, each a standard deviation wide but the outermost and, for
    /// an odd count, the middle one, which has two.
    static func deviations(ofSorted sorted: [Double], count: Int) -> [Double] {
        guard count > 1 else { return [] }
        let mean = mean(of: sorted[...])
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(sorted.count - 1)).squareRoot()
        let reach = (count - 1) / 2
        var multiples = Array(-reach...reach)
        if count % 2 == 1 { multiples.removeAll { $0 == 0 } }
        return multiples.map { mean + Double($0) * deviation }
    }

    /// Means of ever smaller heads. Jiang: Head/tail breaks, The Professional Geographer 65 (2013), threshold 40 %.
    static func headTail(ofSorted sorted: [Double]) -> [Double] {
        var limits: [Double] = []
        var head = sorted[...]
        while let low = head.first, let high = head.last, low < high {
            let mean = mean(of: head)
            let rest = head.drop { $0 <= mean }
            // Rounding may put the mean of nearly equal values at their maximum.
            guard !rest.isEmpty else { break }
            limits.append(mean)
            guard Double(rest.count) <= 0.4 * Double(head.count) else { break }
            head = rest
        }
        return limits
    }

    /// The middles of the `count - 1` widest gaps between neighbouring values; of equal gaps the lower one first.
    static func widestGaps(ofSorted sorted: [Double], count: Int) -> [Double] {
        var upper = Array(1..<sorted.count)
        upper.removeAll { sorted[$0] == sorted[$0 - 1] }
        upper.sort { one, other in
            let width = sorted[one] - sorted[one - 1]
            let otherWidth = sorted[other] - sorted[other - 1]
            return width > otherWidth || (width == otherWidth && one < other)
        }
        return upper.prefix(count - 1).sorted().map { sorted[$0 - 1] + (sorted[$0] - sorted[$0 - 1]) / 2 }
    }

    private static func mean(of values: ArraySlice<Double>) -> Double {
        values.reduce(0, +) / Double(values.count)
    }
}
