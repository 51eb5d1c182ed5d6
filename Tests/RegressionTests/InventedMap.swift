import Algebra
import Regression
import Statistics

/// A random map with weights, predictors and noise, for tests.
struct InventedMap {
    /// Row-standardised.
    let weights: Neighbours
    let predictors: [[Double]]
    let noise: [Double]

    /// How areas are joined.
    enum Joins: CaseIterable {
        /// Within a distance, so both ways; some areas are alone.
        case distance
        /// To the four nearest, so one way in part.
        case nearest
        /// In rows and columns; each has neighbours.
        case lattice
    }

    init(count: Int, joins: Joins, seed: UInt64, predictors: Int = 2) {
        var random = SplitMix64(seed: seed)
        func normal() -> Double { Normal.quantile(random.uniform() + 0x1p-54) }
        let (x, y) = ((0..<count).map { _ in random.uniform() }, (0..<count).map { _ in random.uniform() })
        let side = Int(Double(count).squareRoot())
        switch joins {
        case .distance: weights = Neighbours.within(1.2 / Double(count).squareRoot(), x: x, y: y).binary.rowStandardised
        case .nearest: weights = Neighbours.nearest(4, x: x, y: y).binary.rowStandardised
        case .lattice:
            weights =
                Neighbours.within(
                    1, x: (0..<count).map { Double($0 % side) }, y: (0..<count).map { Double($0 / side) }
                ).binary.rowStandardised
        }
        self.predictors = (0..<predictors).map { _ in (0..<count).map { _ in normal() } }
        noise = (0..<count).map { _ in normal() }
    }

    /// 1 + 2 x₁ − x₂ + …
    var mean: [Double] {
        noise.indices.map { area in
            predictors.enumerated().reduce(1) { $0 + ($1.offset % 2 == 0 ? 2 : -1) * $1.element[area] }
        }
    }

    /// A response without spatial terms.
    func sample() throws -> RegressionSample {
        try RegressionSample(response: zip(mean, noise).map { $0 + $1 }, predictors: predictors)
    }

    /// A response that is lagged.
    func laggedSample(_ rho: Double) throws -> RegressionSample {
        try RegressionSample(
            response: inverse(rho).times(zip(mean, noise).map { $0 + $1 }), predictors: predictors)
    }

    /// A response whose residuals are lagged.
    func correlatedSample(_ lambda: Double) throws -> RegressionSample {
        try RegressionSample(
            response: zip(mean, inverse(lambda).times(noise)).map { $0 + $1 }, predictors: predictors)
    }

    /// (I − ρ W)⁻¹, dense.
    func inverse(_ rho: Double) -> Matrix { filter(rho).inverse }

    /// The determinant of I − ρ W, by Gauss's steps without exchange, which within the feasible range needs none.
    func determinant(_ rho: Double) -> Double {
        var (work, product) = (filter(rho), 1.0)
        for step in 0..<work.rows {
            product *= work[step, step]
            for row in step + 1..<max(step + 1, work.rows) {
                let ratio = work[row, step] / work[step, step]
                for column in step..<work.columns { work[row, column] -= ratio * work[step, column] }
            }
        }
        return product
    }

    /// I − ρ W, dense.
    func filter(_ rho: Double) -> Matrix {
        var matrix = weights.matrix.scaled(by: -rho)
        for area in 0..<weights.count { matrix[area, area] += 1 }
        return matrix
    }
}

extension Neighbours {
    /// The weights as a dense matrix.
    var matrix: Matrix {
        var matrix = Matrix(rows: count, columns: count)
        for area in 0..<count {
            for place in row(of: area) { matrix[area, Int(targets[place])] = weights[place] }
        }
        return matrix
    }
}

extension Matrix {
    /// The difference, number by number.
    func minus(_ other: Matrix) -> Matrix {
        Matrix(rows: rows, columns: columns, values: zip(values, other.values).map { $0 - $1 })
    }

    /// The inverse; empty where there is none.
    var inverse: Matrix { LUFactorisation(self)?.solve(.identity(rows)) ?? Matrix(rows: 0, columns: 0) }

    /// The sum, number by number.
    func plus(_ other: Matrix) -> Matrix { minus(other.scaled(by: -1)) }
}

/// Whether two numbers agree to a share of their size.
func isClose(_ one: Double, _ other: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(one - other) <= tolerance * max(1, abs(one), abs(other))
}
