/// The exact moments of a cross-product Σ aᵢⱼ bᵢⱼ when the rows and columns of `b` are put into a random order together.
///
/// Every global statistic here is such a sum, of the weights `a` and of a matrix `b` of values: zᵢzⱼ for Moran, (xᵢ - xⱼ)²
/// for Geary, one or zero for joins. Mantel (1967); Cliff and Ord: Spatial Processes (1981), p. 23; Hubert, Golledge and
/// Costanzo, Geographical Analysis 13 (1981). One of the two matrices must be symmetric.
struct GlobalMoments: Equatable {
    /// The mean over all orders.
    let expected: Double
    /// The variance over all orders.
    let variance: Double

    /// The three sums of one matrix without its diagonal: Σ aᵢⱼ, ½ Σ (aᵢⱼ + aⱼᵢ)², Σᵢ (aᵢ. + a.ᵢ)².
    typealias Sums = (s0: Double, s1: Double, s2: Double)

    /// Moments of a sum over two matrices of `count` rows whose diagonals are zero.
    init(count: Int, _ a: Sums, _ b: Sums) {
        let n = Double(count)
        expected = a.s0 * b.s0 / (n * (n - 1))
        // Around its mean `b` has the same variance, and no large square is taken away at the end.
        let mean = b.s0 / (n * (n - 1))
        let (s1, s2) = (b.s1 - 2 * mean * b.s0, b.s2 - 4 * (n - 1) * mean * b.s0)
        // Pairs of pairs that share both, one or none of their members; with few members some do not occur.
        var square = a.s1 * s1 / (2 * n * (n - 1))
        if count > 2 { square += (a.s2 - 2 * a.s1) * (s2 - 2 * s1) / (4 * n * (n - 1) * (n - 2)) }
        if count > 3 {
            square += (a.s0 * a.s0 + a.s1 - a.s2) * (s1 - s2) / (n * (n - 1) * (n - 2) * (n - 3))
        }
        variance = max(0, square)
    }

    /// Moments of a sum over two symmetric matrices with diagonals, their off-diagonal sums and row sums given.
    ///
    /// Lee: A generalized significance testing method for global measures of spatial association, Environment and
    /// Planning A 36 (2004), table 1: off-diagonal and on-diagonal parts and their covariance.
    init(_ a: (off: Sums, rows: [Double], diagonal: [Double]), _ b: (off: Sums, rows: [Double], diagonal: [Double])) {
        let count = a.rows.count
        let n = Double(count)
        let off = GlobalMoments(count: count, a.off, b.off)
        let (diagonalA, diagonalB) = (a.diagonal.reduce(0, +), b.diagonal.reduce(0, +))
        let on = diagonalA * diagonalB / n
        let variance = Self.squares(a.diagonal) * Self.squares(b.diagonal) / (n - 1)
        // The diagonal element meets a pair that holds its member, or one that does not.
        let (sharedA, sharedB) = (Self.product(a.rows, a.diagonal), Self.product(b.rows, b.diagonal))
        var mixed = 2 * sharedA * sharedB / (n * (n - 1))
        if count > 2 {
            mixed +=
                (a.off.s0 * diagonalA - 2 * sharedA) * (b.off.s0 * diagonalB - 2 * sharedB) / (n * (n - 1) * (n - 2))
        }
        expected = off.expected + on
        self.variance = max(0, off.variance + variance + 2 * (mixed - off.expected * on))
    }

    /// The sum of squared deviations from the mean.
    static func squares(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }

    private static func product(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
