/// Standardised variables by place in the pool, and the sums that give the mean and variance of all squared differences
/// from one place in O(m²) for m variables.
struct GearySpace: Sendable {
    /// Variable → place → z.
    private let z: [[Double]]
    /// Place → Σ z² over the variables.
    private let norms: [Double]
    private let normSum: Double
    private let normSquares: Double
    private let sums: [Double]
    private let normProducts: [Double]
    /// Row after row Σ z(v)·z(w).
    private let products: [Double]

    init(_ deviations: [PoolDeviations], divisor: Divisor) {
        let count = deviations[0].deviations.count
        let z = deviations.map { variable in
            let scale = (divisor.count(of: count) / (variable.variance * Double(count))).squareRoot()
            return variable.deviations.map { $0 * scale }
        }
        var norms = [Double](repeating: 0, count: count)
        for variable in z {
            for place in 0..<count { norms[place] += variable[place] * variable[place] }
        }
        func product(_ one: [Double], _ other: [Double]) -> Double {
            zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
        }
        self.z = z
        self.norms = norms
        normSum = norms.reduce(0, +)
        normSquares = product(norms, norms)
        sums = z.map { $0.reduce(0, +) }
        normProducts = z.map { product($0, norms) }
        products = z.flatMap { one in z.map { product(one, $0) } }
    }

    private var variables: Double { Double(z.count) }

    /// The mean over the variables of the squared difference of two places.
    func difference(_ one: Int, _ other: Int) -> Double {
        var sum = 0.0
        for variable in z {
            let difference = variable[one] - variable[other]
            sum += difference * difference
        }
        return sum / variables
    }

    /// The squared differences of all other places from one.
    func others(of place: Int) -> OtherValues {
        let own = z.map { $0[place] }
        let (count, norm) = (Double(norms.count), norms[place])
        var (linear, cubic, quadratic) = (0.0, 0.0, 0.0)
        for one in own.indices {
            linear += own[one] * sums[one]
            cubic += own[one] * normProducts[one]
            for other in own.indices { quadratic += own[one] * own[other] * products[one * own.count + other] }
        }
        // Σ (A − 2 z·zⱼ + Bⱼ) and its square, with A and B the norms.
        let sum = count * norm - 2 * linear + normSum
        let squares =
            count * norm * norm + 4 * quadratic + normSquares - 4 * norm * linear + 2 * norm * normSum - 4 * cubic
        return OtherValues(
            sum: sum / variables, squares: squares / (variables * variables), count: norms.count, without: 0)
    }

    /// What the permutations of a place sum up, Σ w(−2 z·zⱼ + Bⱼ): the variables, and their norms at the end.
    var scores: [[Double]] { z + [norms] }

    /// The coefficients of ``scores`` for a place.
    func coefficients(of place: Int32) -> [Double] { z.map { -2 * $0[Int(place)] } + [1] }
}
