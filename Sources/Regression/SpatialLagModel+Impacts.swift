import Algebra
import Statistics

/// The impacts of the predictors of a lag model with what their intervals rest on.
public struct SimulatedImpacts: Sendable, Equatable {
    /// For each predictor its impacts.
    public let impacts: [Impacts]
    /// How many draws the intervals rest on.
    public let draws: Int
    /// The probability of the normal distribution of ρ that lies outside the feasible range and is cut off.
    public let probabilityCutOff: Double
}

extension SpatialLagModel {
    /// What one more of each predictor does, in the area and elsewhere, averaged over the areas.
    ///
    ///     model.impacts(draws: 2000, seed: 1).impacts[0].total.value  // −1.8131…
    ///
    /// With S = (I − ρ W)⁻¹ β: direct is the mean of the diagonal of S, total its mean row sum, indirect the difference.
    /// Total is β/(1 − ρ) for row-standardised weights without islands only; an island's own effect is β.
    ///
    /// Values are those at the estimates. Standard errors and 95 % intervals come from draws of (ρ, β) from their asymptotic
    /// normal distribution, that of ρ cut off at the feasible range: the standard deviation, and the 2.5 % and 97.5 %
    /// quantiles (type 7). LeSage and Pace: Introduction to Spatial Econometrics (2009), 5.6. The same seed gives the same
    /// draws.
    ///
    /// - Parameter draws: How many; 2,000 leave a standard error of about 6 % of the effect's own in an interval's ends.
    /// - Precondition: At least two draws.
    /// - Complexity: O(*n*) for each draw, O(*n*²) with asymmetric weights; nothing is inverted.
    public func impacts(draws: Int = 2000, seed: UInt64) -> SimulatedImpacts {
        precondition(draws > 1, "at least two draws")
        let n = Double(residuals.count)
        func factors(_ rho: Double) -> (direct: Double, total: Double) {
            (filter.inverseTrace(rho) / n, filter.inverseSum(rho) / n)
        }
        let count = coefficients.count - 1
        var (direct, total) = (Matrix(rows: count, columns: draws), Matrix(rows: count, columns: draws))
        var simulation = TruncatedDraws(self, seed: seed)
        for draw in 0..<draws {
            let (rho, slopes) = simulation.next()
            let factors = factors(rho)
            for (predictor, slope) in slopes.enumerated() {
                direct[predictor, draw] = factors.direct * slope
                total[predictor, draw] = factors.total * slope
            }
        }
        let exact = factors(rho.value)
        let impacts = (0..<count).map { predictor in
            let (own, all) = (direct.row(predictor), total.row(predictor))
            let slope = coefficients[predictor + 1].value
            return Impacts(
                direct: Self.effect(exact.direct * slope, own),
                indirect: Self.effect((exact.total - exact.direct) * slope, zip(all, own).map { $0 - $1 }),
                total: Self.effect(exact.total * slope, all))
        }
        return SimulatedImpacts(impacts: impacts, draws: draws, probabilityCutOff: simulation.probabilityCutOff)
    }

    private static func effect(_ value: Double, _ draws: [Double]) -> Effect {
        let mean = draws.reduce(0, +) / Double(draws.count)
        let squares = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let sorted = draws.sorted()
        return Effect(
            value: value, standardError: (squares / Double(draws.count - 1)).squareRoot(),
            lower: Quantiles.value(at: 0.025, ofSorted: sorted), upper: Quantiles.value(at: 0.975, ofSorted: sorted))
    }
}

/// Draws of ρ and the slopes from their normal distribution, ρ within the feasible range.
private struct TruncatedDraws {
    private let centre: [Double]
    private let triangle: Matrix
    private let below: Double
    private let above: Double
    private let range: ClosedRange<Double>
    private var random: SplitMix64

    init(_ model: SpatialLagModel, seed: UInt64) {
        centre = [model.rho.value] + model.coefficients.map(\.value)
        // The covariance is the inverse of a positive definite matrix; were rounding to break that, its diagonal is left.
        triangle = Cholesky(model.covariance)?.triangle ?? Self.deviations(model.covariance)
        let error = model.rho.standardError
        below = Normal.cumulative((model.filter.lower - model.rho.value) / error)
        above = Normal.upper((model.filter.upper - model.rho.value) / error)
        range = model.filter.lower.nextUp...model.filter.upper.nextDown
        random = SplitMix64(seed: seed)
    }

    var probabilityCutOff: Double { below + above }

    /// ρ, then the predictors' coefficients, without the intercept.
    mutating func next() -> (rho: Double, slopes: [Double]) {
        // ρ by the inverse of its distribution, so that no draw has to be thrown away; the rest given ρ.
        let share = below + (1 - below - above) * uniform()
        var normal = [Normal.quantile(min(max(share, 0x1p-60), 1 - 0x1p-53))]
        for _ in 1..<centre.count { normal.append(Normal.quantile(uniform())) }
        let drawn = zip(centre, triangle.times(normal)).map { $0 + $1 }
        return (min(max(drawn[0], range.lowerBound), range.upperBound), Array(drawn.dropFirst(2)))
    }

    /// In (0, 1), both ends out of reach.
    private mutating func uniform() -> Double { random.uniform() + 0x1p-54 }

    private static func deviations(_ covariance: Matrix) -> Matrix {
        var triangle = Matrix(rows: covariance.rows, columns: covariance.columns)
        for index in 0..<covariance.rows { triangle[index, index] = covariance[index, index].squareRoot() }
        return triangle
    }
}
