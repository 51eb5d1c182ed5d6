import Statistics

/// The links of a map without direction: each pair once, with the weights of both directions added.
///
/// A sum over links of something that is the same from both ends is a sum over pairs, at half the work.
struct GlobalPairs {
    /// Member → first place of its row; a row holds the partners with larger numbers.
    let starts: [Int]
    /// The larger member of each pair.
    let targets: [Int32]
    /// wᵢⱼ + wⱼᵢ of each pair.
    let weights: [Double]
    /// The largest sum of one member's weights in magnitude, over all its pairs.
    let largestSum: Double

    init(_ neighbours: Neighbours) {
        let turned = neighbours.transposed
        var (starts, targets, weights) = ([0], [Int32](), [Double]())
        var sums = [Double](repeating: 0, count: neighbours.count)
        for member in 0..<neighbours.count {
            let (row, column) = (neighbours.row(of: member), turned.row(of: member))
            var (one, other) = (row.lowerBound, column.lowerBound)
            while one < row.upperBound || other < column.upperBound {
                let here = one < row.upperBound ? neighbours.targets[one] : .max
                let there = other < column.upperBound ? turned.targets[other] : .max
                let target = min(here, there)
                var weight = 0.0
                if here == target {
                    weight += neighbours.weights[one]
                    one += 1
                }
                if there == target {
                    weight += turned.weights[other]
                    other += 1
                }
                sums[member] += weight.magnitude
                guard target > member else { continue }
                targets.append(target)
                weights.append(weight)
            }
            starts.append(targets.count)
        }
        (self.starts, self.targets, self.weights) = (starts, targets, weights)
        largestSum = sums.max() ?? 0
    }

    /// Σ aᵢⱼ vᵢ vⱼ over the pairs, for eight maps.
    func products(_ values: UnsafePointer<GlobalShuffle.Lanes>) -> GlobalShuffle.Lanes {
        var sum = GlobalShuffle.Lanes.zero
        withRows { starts, targets, weights in
            for member in 0..<starts.count - 1 {
                var lag = GlobalShuffle.Lanes.zero
                for place in starts[member]..<starts[member + 1] {
                    lag += values[Int(targets[place])] * weights[place]
                }
                sum += lag * values[member]
            }
        }
        return sum
    }

    /// Σ aᵢⱼ (vᵢ - vⱼ)² over the pairs, for eight maps.
    func squares(_ values: UnsafePointer<GlobalShuffle.Lanes>) -> GlobalShuffle.Lanes {
        var sum = GlobalShuffle.Lanes.zero
        withRows { starts, targets, weights in
            for member in 0..<starts.count - 1 {
                let value = values[member]
                for place in starts[member]..<starts[member + 1] {
                    let difference = value - values[Int(targets[place])]
                    sum += difference * difference * weights[place]
                }
            }
        }
        return sum
    }

    private func withRows(
        _ body: (UnsafeBufferPointer<Int>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Double>) -> Void
    ) {
        starts.withUnsafeBufferPointer { starts in
            targets.withUnsafeBufferPointer { targets in
                weights.withUnsafeBufferPointer { weights in body(starts, targets, weights) }
            }
        }
    }
}
