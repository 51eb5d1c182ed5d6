public import Statistics

/// Weights that fall smoothly with distance, up to a bandwidth.
///
///     let kernel = Kernel(.epanechnikov, bandwidth: .fixed(800))
///     let weights = kernel.weights(x: [0, 400, 5000], y: [0, 0, 0])
///     weights.neighbours.weights  // [0.5625, 0.5625]: ¾ · (1 − ¼) both ways; the third is an island
///     weights.selfWeights         // [0.75, 0.75, 0.75]
///
/// What a point weighs to itself, the kernel at distance 0, is kept apart: statistics of association leave it out,
/// smoothers take it in, with `neighbours.including(selfWeights:)`. Coordinates are metres of one plane; degrees are
/// not distances, and commands refuse them.
public struct Kernel: Sendable, Equatable {
    /// How far a kernel reaches.
    public enum Bandwidth: Sendable, Equatable {
        /// So many metres for every point.
        case fixed(Double)
        /// For each point the distance to its so manieth nearest other, so that dense quarters are seen in more detail.
        case nearest(Int)
    }

    /// How the weight falls.
    public let function: KernelFunction
    /// How far it reaches.
    public let bandwidth: Bandwidth

    /// A kernel.
    ///
    /// - Precondition: The bandwidth is positive and finite.
    public init(_ function: KernelFunction, bandwidth: Bandwidth) {
        switch bandwidth {
        case .fixed(let metres): precondition(metres > 0 && metres.isFinite, "a bandwidth above zero")
        case .nearest(let count): precondition(count > 0, "a number of neighbours from 1")
        }
        self.function = function
        self.bandwidth = bandwidth
    }

    /// The links of a kernel, what each point weighs to itself, and how far the kernel of each reaches.
    public struct Weights: Sendable, Equatable {
        /// The others within the bandwidth, without those of weight 0.
        public let neighbours: Neighbours
        /// The kernel at distance 0; 0 for a point without position.
        public let selfWeights: [Double]
        /// The bandwidth of each point in metres; 0 where there is none.
        public let bandwidths: [Double]
    }

    /// The weights between points.
    ///
    /// All others within the bandwidth are neighbours, that distance included; a link whose weight is 0 is none. Except
    /// for the uniform and the Gaussian kernel the weight is 0 at the bandwidth itself, and so of `.nearest(k)` the
    /// farthest is left out: the kernel reaches to the *k*-th, it does not hold *k*. (GeoDa and libpysal widen the
    /// bandwidth by 10⁻⁷ and give it the weight 10⁻⁷.) Where several are as far as the *k*-th, all of them belong. With a
    /// fixed bandwidth the relation is symmetric, with an adaptive one it is not.
    ///
    /// A point with *k* others at its very place has the bandwidth 0; those others then have the kernel's weight at
    /// distance 0. One without position (NaN), or alone, has none.
    ///
    /// - Precondition: `x` and `y` are of one length.
    /// - Complexity: O(*n* log² *n* + *m*) for *m* links; with an adaptive bandwidth O(*n* · *k* · log *n*) more.
    public func weights(x: [Double], y: [Double]) -> Weights {
        precondition(x.count == y.count, "x and y differ in length")
        let places = x.indices.map { !x[$0].isNaN && !y[$0].isNaN }
        let bandwidths: [Double]
        let reached: Neighbours
        switch bandwidth {
        case .fixed(let metres):
            bandwidths = places.map { $0 ? metres : 0 }
            reached = Neighbours.within(metres, x: x, y: y)
        case .nearest(let count):
            let nearest = Neighbours.nearest(count, x: x, y: y)
            bandwidths = x.indices.map { nearest.weights[nearest.row(of: $0)].max() ?? 0 }
            reached = Neighbours.within(bandwidths, x: x, y: y)
        }
        let weights = x.indices.flatMap { point in
            reached.row(of: point).map { place in
                let distance = reached.weights[place]
                return function.weight(distance > 0 ? distance / bandwidths[point] : 0)
            }
        }
        let weighted = Neighbours(starts: reached.starts, targets: reached.targets, weights: weights)
        return Weights(
            neighbours: weighted.filtered { _, _, weight in weight > 0 },
            selfWeights: places.map { $0 ? function.weight(0) : 0 }, bandwidths: bandwidths)
    }
}
