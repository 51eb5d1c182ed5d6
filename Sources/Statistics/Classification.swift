/// Class limits for maps, computed from the values alone: same values, same limits, never a sample.
///
///     let values: [Double] = [1, 2, 3, 10, 11, 12, 50]
///     let classes = try Classification.classes(of: values, method: .fisher, count: 3)
///     classes.edges   // [1, 3, 12, 50]
///     classes.counts  // [3, 3, 1]
///
/// Which side of a class is closed follows from where its edges come from:
///
/// | Method | edges | closed |
/// |---|---|---|
/// | quantile, fisher, maximum, head-tail, box | stand at or between data values | right, as in mapclassify |
/// | equal, pretty, sd, geometric, fixed | stand on a scale | left: "5 bis unter 10" |
///
/// All edges rise strictly, with one exception: under `closed: .right` the first edge occurs twice where the lowest
/// class holds nothing but the minimum (many areas with zero, say). Where there are fewer distinct values than
/// classes, there are as many classes as distinct values; where all are equal, one class; where there are none, none.
public enum Classification {
    /// Why values cannot be classified as asked.
    public enum Failure: Error, Sendable, Equatable {
        /// Geometric classes need values above zero; this is the smallest.
        case notPositive(Double)
    }

    /// The classes of values.
    ///
    /// - Parameters:
    ///   - values: In any order and any unit; the caller has left out what is no value.
    ///   - method: How the edges are found.
    ///   - count: How many classes are wanted. `pretty` takes it as a wish, `sd` as the number of bands; `head-tail`,
    ///     `box` and `fixed` have their own number.
    /// - Throws: ``Failure`` where the method cannot work on the values.
    /// - Precondition: All values are finite and `count` is positive.
    /// - Complexity: O(*n* log *n*), for `fisher` O(*kn* log *n*).
    public static func classes(
        of values: [Double], method: Method, count: Int
    ) throws(Failure) -> Classes {
        precondition(count > 0, "there is at least one class")
        precondition(values.allSatisfy(\.isFinite), "values to classify are finite")
        let closed = method.closed
        let sorted = values.sorted()
        guard let low = sorted.first, let high = sorted.last else {
            return Classes(edges: [], closed: closed, values: [])
        }
        if case .fixed(let limits) = method {
            return Classes(edges: covering(limits, from: low, to: high), closed: closed, values: sorted)
        }
        guard low < high else { return Classes(edges: [low, high], closed: closed, values: sorted) }
        var distinct = 1
        for index in 1..<sorted.count where sorted[index] > sorted[index - 1] { distinct += 1 }
        let count = min(count, distinct)
        let edges: [Double]
        switch method {
        case .fixed(let limits): edges = limits
        case .pretty: edges = PrettyBreaks.edges(from: low, to: high, count: count)
        case .quantile: edges = occupied(Quantiles.limits(ofSorted: sorted, count: count), in: sorted)
        case .fisher: edges = enclosed(NaturalBreaks.limits(ofSorted: sorted, count: count), in: sorted, closed)
        case .equal: edges = enclosed(steps(from: low, to: high, count: count), in: sorted, closed)
        case .geometric:
            guard low > 0 else { throw Failure.notPositive(low) }
            edges = enclosed(ratios(from: low, to: high, count: count), in: sorted, closed)
        case .deviation: edges = enclosed(deviations(ofSorted: sorted, count: count), in: sorted, closed)
        case .headTail: edges = enclosed(headTail(ofSorted: sorted), in: sorted, closed)
        case .maximum: edges = enclosed(widestGaps(ofSorted: sorted, count: count), in: sorted, closed)
        case .box: edges = enclosed(Quantiles.boxLimits(ofSorted: sorted), in: sorted, closed)
        }
        return Classes(edges: edges, closed: closed, values: sorted)
    }

    /// Inner limits between the smallest and the largest value, without those that would bound an empty outer class.
    static func enclosed(_ limits: [Double], in sorted: [Double], _ closed: Classes.Closed) -> [Double] {
        let low = sorted[0]
        let high = sorted[sorted.count - 1]
        var edges = [low]
        for limit in limits where limit < high {
            let isFirst = edges.count == 1 && closed == .right && limit == low
            if limit > edges[edges.count - 1] || isFirst { edges.append(limit) }
        }
        edges.append(high)
        return edges
    }

    /// Right-closed edges without classes that hold no value: ties at a quantile leave such classes.
    static func occupied(_ limits: [Double], in sorted: [Double]) -> [Double] {
        var edges = enclosed(limits, in: sorted, .right)
        let counts = Classes(edges: edges, closed: .right, values: sorted).counts
        for index in counts.indices.reversed() where counts[index] == 0 { edges.remove(at: index + 1) }
        return edges
    }

    /// Given limits, with the extremes of the values added where they lie outside.
    static func covering(_ limits: [Double], from low: Double, to high: Double) -> [Double] {
        var edges = limits
        if let first = edges.first, low < first { edges.insert(low, at: 0) }
        if let last = edges.last, high > last { edges.append(high) }
        if edges.count == 1 { edges.append(edges[0]) }
        return edges
    }
}
