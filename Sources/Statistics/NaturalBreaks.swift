/// Exact natural breaks: the classes with the least sum of squared deviations from their means.
///
/// Fisher: On grouping for maximum homogeneity, JASA 53 (1958). The dynamic programme runs over distinct values with
/// weights; because the best first value of the last class never moves down as values are added, each row is filled by
/// divide and conquer (Grønlund et al.: Fast exact k-means, k-medians and Bregman divergence clustering in 1D,
/// arXiv 1701.07204).
enum NaturalBreaks {
    /// The largest value of each class but the last. Of equally good partitions, the one with the lowest limits from
    /// the top down.
    ///
    /// - Precondition: There are at least `count` distinct values.
    /// - Complexity: O(*kn* log *n*) time and O(*kn*) memory for *n* distinct values and *k* classes.
    static func limits(ofSorted sorted: [Double], count: Int) -> [Double] {
        let moments = Moments(ofSorted: sorted)
        let size = moments.values.count
        guard count > 1 else { return [] }
        var row = (0..<size).map { moments.cost(from: 0, through: $0) }
        var starts: [[Int32]] = []
        for classIndex in 1..<count {
            var search = Row(
                previous: row, costs: [Double](repeating: 0, count: size),
                starts: [Int32](repeating: 0, count: size))
            // The first `classIndex` values cannot fill `classIndex + 1` classes; the last row needs its end only.
            let first = classIndex == count - 1 ? size - 1 : classIndex
            search.fill(first...(size - 1), candidates: classIndex...(size - 1), moments)
            row = search.costs
            starts.append(search.starts)
        }
        var limits: [Double] = []
        var end = size - 1
        for rowStarts in starts.reversed() {
            let start = Int(rowStarts[end])
            limits.append(moments.values[start - 1])
            end = start - 1
        }
        return limits.reversed()
    }

    /// One row of the dynamic programme: the best cost of the values up to each, in one class more than before.
    private struct Row {
        let previous: [Double]
        var costs: [Double]
        var starts: [Int32]

        /// Fills the middle of the ends, then both sides, where the middle's start bounds the candidates.
        mutating func fill(_ ends: ClosedRange<Int>, candidates: ClosedRange<Int>, _ moments: Moments) {
            let end = (ends.lowerBound + ends.upperBound) / 2
            var best = Double.infinity
            var bestStart = candidates.lowerBound
            for start in candidates.lowerBound...max(candidates.lowerBound, min(end, candidates.upperBound)) {
                let cost = previous[start - 1] + moments.cost(from: start, through: end)
                if cost < best {
                    best = cost
                    bestStart = start
                }
            }
            costs[end] = best
            starts[end] = Int32(bestStart)
            if ends.lowerBound < end {
                fill(ends.lowerBound...(end - 1), candidates: candidates.lowerBound...bestStart, moments)
            }
            if end < ends.upperBound {
                fill((end + 1)...ends.upperBound, candidates: bestStart...candidates.upperBound, moments)
            }
        }
    }

    /// Running sums over the distinct values: the cost of any class in constant time.
    private struct Moments {
        private(set) var values: [Double] = []
        private var weights: [Double] = [0]
        private var sums: [Double] = [0]
        private var squares: [Double] = [0]

        init(ofSorted sorted: [Double]) {
            // Deviations from the median, so that squares of large values with small differences keep their digits.
            let centre = sorted[sorted.count / 2]
            var index = 0
            while index < sorted.count {
                let value = sorted[index]
                var weight = 0.0
                while index < sorted.count && sorted[index] == value {
                    weight += 1
                    index += 1
                }
                let deviation = value - centre
                weights.append(weights[values.count] + weight)
                sums.append(sums[values.count] + weight * deviation)
                squares.append(squares[values.count] + weight * deviation * deviation)
                values.append(value)
            }
        }

        /// The sum of squared deviations from the mean of the distinct values `start ... end`.
        @inline(__always) func cost(from start: Int, through end: Int) -> Double {
            guard start < end else { return 0 }
            let weight = weights[end + 1] - weights[start]
            let sum = sums[end + 1] - sums[start]
            return max(0, squares[end + 1] - squares[start] - sum * sum / weight)
        }
    }
}
