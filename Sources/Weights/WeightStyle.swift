public import Statistics

/// How the weights of a relation are scaled, by the letters of spdep's `nb2listw`.
///
///     let weights = WeightStyle.row.apply(to: neighbours)  // each row adds up to 1
///
/// Every style starts from the weights that are there; for equal weights within a row give it `neighbours.binary`.
/// Islands stay islands with a sum of 0; the "number of members" in the styles that scale to it is that of the rows that
/// are not empty (`zero.policy = TRUE`, `adjust.n = TRUE` in spdep).
public enum WeightStyle: String, Sendable, CaseIterable {
    /// W: each row adds up to 1, so that a lag is a weighted mean. All weights together add up to the number of rows.
    case row
    /// B: every link weighs 1, so that a lag is a sum.
    case binary
    /// The weights as they are.
    case asGiven = "as-given"
    /// C: all weights times one factor, so that together they add up to the number of rows.
    case global
    /// U: all weights times one factor, so that together they add up to 1.
    case unit
    /// S: each row divided by the root of its sum of squares, then all as ``global``. It evens out the variance of local
    /// statistics between members with few and with many neighbours. Tiefelsdorf, Griffith and Boots: A
    /// variance-stabilizing coding scheme for spatial link matrices, Environment and Planning A 31 (1999), 165–180.
    case varianceStabilising = "variance-stabilising"
    /// All weights divided by the smaller of the largest row sum and the largest column sum, which keeps the feasible
    /// range of a spatial parameter around (−1, 1). Kelejian and Prucha: Specification and estimation of spatial
    /// autoregressive models, Journal of Econometrics 157 (2010), 53–67.
    case minMax = "min-max"

    /// The relation with its weights scaled.
    ///
    /// Where a sum to divide by is zero, weights stay as they are.
    ///
    /// - Complexity: O(*n* + *k*) for *k* links.
    public func apply(to neighbours: Neighbours) -> Neighbours {
        let weights = neighbours.weights
        switch self {
        case .row: return neighbours.rowStandardised
        case .binary: return neighbours.binary
        case .asGiven: return neighbours
        case .global: return WeightStyle.scale(neighbours, weights, toSum: WeightStyle.linked(neighbours))
        case .unit: return WeightStyle.scale(neighbours, weights, toSum: 1)
        case .varianceStabilising:
            var evened = weights
            for member in 0..<neighbours.count {
                let row = neighbours.row(of: member)
                let length = row.reduce(0) { $0 + weights[$1] * weights[$1] }.squareRoot()
                if length > 0 { for place in row { evened[place] /= length } }
            }
            return WeightStyle.scale(neighbours, evened, toSum: WeightStyle.linked(neighbours))
        case .minMax:
            let largest = min(WeightStyle.largestSum(neighbours), WeightStyle.largestSum(neighbours.transposed))
            guard largest > 0 else { return neighbours }
            return Neighbours(
                starts: neighbours.starts, targets: neighbours.targets, weights: weights.map { $0 / largest })
        }
    }

    /// How many members have neighbours.
    private static func linked(_ neighbours: Neighbours) -> Double {
        Double(neighbours.count - neighbours.islands.count)
    }

    private static func scale(_ neighbours: Neighbours, _ weights: [Double], toSum sum: Double) -> Neighbours {
        let present = weights.reduce(0, +)
        return Neighbours(
            starts: neighbours.starts, targets: neighbours.targets,
            weights: present != 0 ? weights.map { $0 * (sum / present) } : weights)
    }

    private static func largestSum(_ neighbours: Neighbours) -> Double {
        (0..<neighbours.count).map { neighbours.weights[neighbours.row(of: $0)].reduce(0, +) }.max() ?? 0
    }
}
