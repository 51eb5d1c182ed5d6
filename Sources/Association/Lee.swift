public import Statistics

/// Lee's L: whether two variables vary together once both are smoothed over their neighbourhoods.
///
///     let path = Neighbours(starts: [0, 1, 3, 5, 6], targets: [1, 0, 2, 1, 3, 2], weights: [1, 0.5, 0.5, 0.5, 0.5, 1])
///     let lee = try Lee.association(of: [1, 2, 3, 4], and: [1, 2, 3, 4], neighbours: path).get()
///     lee.statistic  // 0.2
///     lee.expected   // 0.666…: of a variable with itself, smoothing leaves so much without any pattern
///
/// `L = (n / Σᵢ(Σⱼ wᵢⱼ)²) Σᵢ (Σⱼ wᵢⱼ xⱼ)(Σⱼ wᵢⱼ yⱼ) / √(Σ xᵢ² Σ yᵢ²)` with deviations from the means. Lee, Journal of
/// Geographical Systems 3 (2001). It is a cross-product with the matrix WᵀW, whose diagonal is not zero; expectation and
/// variance are exact over all orders in which each area's `x` and `y` move together: Lee, Environment and Planning A 36
/// (2004), table 1. With permutations the same orders are drawn. The expectation is not zero where `x` and `y` are related
/// within the areas.
///
/// Links to oneself stay here, as neighbourhoods may contain their centre; an area whose only link is to itself stays, too.
/// Areas without a link leave the sample.
public enum Lee {
    /// Computes L, its moments and, if asked for, its permutation test.
    ///
    /// - Parameters: As for ``Moran/association(of:neighbours:permutations:)``.
    /// - Returns: The association, or why there is none: one of the variables does not vary.
    /// - Complexity: O(Σ dᵢ²) for numbers of neighbours dᵢ, and O(*R* · (*n* + *k*)) for *R* permutations and *k* links.
    public static func association(
        of x: [Double], and y: [Double], neighbours: Neighbours, permutations: GlobalPermutations? = nil
    ) -> Result<GlobalAssociation, UndefinedAssociation> {
        let sample = GlobalSample(neighbours, keepingSelfLinks: true)
        guard sample.count > 2 else { return .failure(.tooFewAreas) }
        guard let x = sample.deviations(x), let y = sample.deviations(y) else { return .failure(.constant) }
        let links = sample.neighbours
        let rowSums = links.lag(of: Array(repeating: 1, count: sample.count))
        let rowSquare = rowSums.reduce(0) { $0 + $1 * $1 }
        guard rowSquare > 0 else { return .failure(.noWeight) }
        let n = Double(sample.count)
        let (xSquare, ySquare) = (x.reduce(0) { $0 + $1 * $1 }, y.reduce(0) { $0 + $1 * $1 })
        let scale = n / rowSquare / (xSquare * ySquare).squareRoot()

        let smoothed = links.smoothingProduct(rowSums: rowSums)
        let product = zip(x, y).map { $0 * $1 }
        let covariance = product.reduce(0, +)
        // ½ (xᵢ yⱼ + xⱼ yᵢ) off the diagonal: rows add up to minus the diagonal, as deviations add up to zero.
        let squares = xSquare * ySquare + covariance * covariance - 2 * product.reduce(0) { $0 + $1 * $1 }
        let moments = GlobalMoments(
            (smoothed.off, smoothed.rows, smoothed.diagonal),
            (
                (-covariance, squares, 4 * product.reduce(0) { $0 + $1 * $1 }), product.map { -$0 }, product
            ))
        let tails = permutations.map { permutations in
            let columnSums = links.transposed.lag(of: Array(repeating: 1, count: sample.count))
            let norm = (rowSums.map(\.magnitude).max() ?? 0) * (columnSums.map(\.magnitude).max() ?? 0)
            let bound = norm * (xSquare * ySquare).squareRoot()
            return GlobalShuffle.tails(of: [x, y], bound: bound, permutations) { maps in
                links.smoothedProducts(maps, maps + sample.count)
            }
        }
        let (xLag, yLag) = (links.lag(of: x), links.lag(of: y))
        return .success(
            GlobalAssociation(
                statistic: scale * zip(xLag, yLag).reduce(0) { $0 + $1.0 * $1.1 }, expected: scale * moments.expected,
                varianceNormal: nil, varianceRandomisation: sample.count > 3 ? scale * scale * moments.variance : nil,
                tails: tails, areas: sample.count, islands: sample.islands))
    }
}

extension Neighbours {
    /// What the moments need of WᵀW: sums off the diagonal, row sums off the diagonal, and the diagonal.
    fileprivate func smoothingProduct(
        rowSums: [Double]
    ) -> (off: GlobalMoments.Sums, rows: [Double], diagonal: [Double]) {
        let turned = transposed
        let all = turned.lag(of: rowSums)
        var (diagonal, rows, squares) = ([Double](), [Double](), 0.0)
        var row = [Double](repeating: 0, count: count)
        for member in 0..<count {
            var touched: [Int] = []
            for column in turned.row(of: member) {
                for place in self.row(of: Int(turned.targets[column])) {
                    let target = Int(targets[place])
                    if row[target] == 0 { touched.append(target) }
                    row[target] += turned.weights[column] * weights[place]
                }
            }
            diagonal.append(row[member])
            rows.append(all[member] - row[member])
            row[member] = 0
            for target in touched {
                squares += row[target] * row[target]
                row[target] = 0
            }
        }
        let sums: GlobalMoments.Sums = (rows.reduce(0, +), 2 * squares, 4 * rows.reduce(0) { $0 + $1 * $1 })
        return (sums, rows, diagonal)
    }

    /// Σᵢ (Σⱼ wᵢⱼ xⱼ)(Σⱼ wᵢⱼ yⱼ) of eight maps.
    fileprivate func smoothedProducts(
        _ x: UnsafePointer<GlobalShuffle.Lanes>, _ y: UnsafePointer<GlobalShuffle.Lanes>
    ) -> GlobalShuffle.Lanes {
        var sum = GlobalShuffle.Lanes.zero
        for member in 0..<count {
            var (xLag, yLag) = (GlobalShuffle.Lanes.zero, GlobalShuffle.Lanes.zero)
            for place in row(of: member) {
                xLag += x[Int(targets[place])] * weights[place]
                yLag += y[Int(targets[place])] * weights[place]
            }
            sum += xLag * yLag
        }
        return sum
    }
}
