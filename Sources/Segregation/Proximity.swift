import Glibc

/// How near the units are to each other and to themselves, for the indices of clustering.
///
///     let proximity = Proximity(x: [0, 3000], y: [0, 0], areas: [1e6, 1e6])
///     TwoGroups(group: [9, 1], rest: [1, 9]).spatialProximity(proximity)  // above 1: each with its own
///
/// Coordinates are metres of a plane, centroids say; areas square metres. Only the coordinates are kept: all pairs are
/// computed anew at each use, so that there is no array of units × units.
public struct Proximity: Sendable {
    /// How a distance becomes a proximity.
    public enum Decay: Sendable, Equatable {
        /// *cᵢⱼ* = exp(−*dᵢⱼ*/*scale*), and *dᵢᵢ* = √(0.6 *aᵢ*): Massey and Denton (1988), p. 294, after White (1983).
        ///
        /// They do not name a unit; with `scale` 1,000 distances are in kilometres.
        case exponential(scale: Double)
        /// What PySAL segregation computes: *cᵢⱼ* = 1 − exp(−*dᵢⱼ*/Σₖ *dⱼₖ*), which rises with distance, beside
        /// *cᵢᵢ* = 1 − exp(−√(0.6 *aᵢ*)), nearly 1 in square metres (`util.generate_distance_matrix`,
        /// `spatial_proximity.py`). Only for comparison with that package.
        case relativeDistance
    }

    let x: [Double]
    let y: [Double]
    let areas: [Double]
    let decay: Decay
    /// For each unit the sum of distances to all others; only where the decay needs it.
    private let sums: [Double]

    /// Creates proximities from the units' points and surfaces.
    ///
    /// - Precondition: All three are of one length, without NaN; a scale is above zero.
    /// - Complexity: O(*n*), for `relativeDistance` O(*n*²).
    public init(x: [Double], y: [Double], areas: [Double], decay: Decay = .exponential(scale: 1000)) {
        precondition(x.count == y.count && x.count == areas.count, "a point and a surface for each unit")
        if case .exponential(let scale) = decay { precondition(scale > 0, "a scale above zero") }
        self.x = x
        self.y = y
        self.areas = areas
        self.decay = decay
        guard decay == .relativeDistance else {
            sums = []
            return
        }
        sums = x.indices.map { one in
            x.indices.reduce(0) { $0 + hypot(x[$1] - x[one], y[$1] - y[one]) }
        }
    }

    /// How many units there are.
    public var count: Int { x.count }

    /// The proximity of two units.
    func callAsFunction(_ one: Int, _ other: Int) -> Double {
        let distance = one == other ? (0.6 * areas[one]).squareRoot() : hypot(x[one] - x[other], y[one] - y[other])
        switch decay {
        case .exponential(let scale): return exp(-distance / scale)
        case .relativeDistance: return 1 - exp(one == other ? -distance : -distance / sums[other])
        }
    }
}
