public import Planar
public import Statistics

extension Neighbours {
    /// The links whose straight line no barrier cuts: for neighbours by distance, whose places are points.
    ///
    ///     let near = Neighbours.within(500, x: x, y: y).uncut(by: barriers, x: x, y: y)
    ///
    /// Apply it to distances before they become weights or are standardised. Nearest neighbours become fewer, not
    /// others; who loses all is an island. For areas that share a border use `Coverage.neighbours(_:uncutBy:within:)`.
    ///
    /// - Precondition: There is one `x` and one `y` for each member, in the plane of the barriers.
    /// - Complexity: O(*k*) lines through the barriers for *k* links; see `Barriers.cuts(from:to:)`.
    public func uncut(by barriers: Barriers, x: [Double], y: [Double]) -> Neighbours {
        precondition(x.count == count && y.count == count, "one place for each member")
        return filtered { member, target, _ in
            !barriers.cuts(from: (x[member], y[member]), to: (x[target], y[target]))
        }
    }
}
