import Statistics

extension GroupCounts {
    /// The people around each unit: its own, and those of units nearer than the bandwidth, which weigh less the farther
    /// they are.
    ///
    ///     let line = GroupCounts([[8, 0, 4], [0, 8, 4]])
    ///     let near = line.environments(x: [0, 50, 500], y: [0, 0, 0], bandwidth: 100)
    ///     near.groups[0]  // [8, 4, 4]: half of the 8 who live 50 m away
    ///
    /// The triangular kernel 1 − *d*/*h*; a unit's own people weigh 1. Indices of these environments for several
    /// bandwidths are the profile by scale of Reardon et al., The geographic scale of metropolitan racial segregation,
    /// Demography 45 (2008): what is uneven from house to house may be even from quarter to quarter. PySAL rounds the
    /// environments to whole people, which is not done here.
    ///
    /// People are where their unit's point is: a bandwidth below the distance of neighbouring points changes nothing.
    /// Environments at the edge of the map lack those who live beyond it.
    ///
    /// - Parameters:
    ///   - x: The units' points in metres of a plane; without NaN.
    ///   - y: The other coordinate.
    ///   - bandwidth: The distance at which the weight is zero.
    /// - Precondition: There is one point for each unit, and the bandwidth is above zero.
    /// - Complexity: O(*n* log² *n* + *k*) for *k* pairs within the bandwidth.
    public func environments(x: [Double], y: [Double], bandwidth: Double) -> GroupCounts {
        precondition(x.count == count && y.count == count, "one point for each unit")
        precondition(bandwidth > 0, "a bandwidth above zero")
        let near = Neighbours.within(bandwidth, x: x, y: y)
        let kernel = Neighbours(
            starts: near.starts, targets: near.targets, weights: near.weights.map { 1 - $0 / bandwidth })
        return GroupCounts(groups.map { group in zip(group, kernel.lag(of: group)).map(+) })
    }
}
