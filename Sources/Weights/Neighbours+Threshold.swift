public import Statistics

extension Neighbours {
    /// The least distance at which nobody is an island: the largest distance from a point to its nearest other.
    ///
    ///     Neighbours.leastThreshold(x: [0, 1, 5], y: [0, 0, 0])  // 4
    ///
    /// ``within(_:x:y:)`` with this distance gives each point at least one neighbour, to the last bit. GeoDa and PySAL
    /// suggest it as the distance band; one outlying point makes it large for all, where nearest neighbours or an
    /// adaptive kernel serve better. Points without position (NaN) are passed over.
    ///
    /// - Returns: nil where fewer than two points have a position.
    /// - Precondition: `x` and `y` are of one length.
    /// - Complexity: O(*n* log² *n*) for points that do not all coincide.
    public static func leastThreshold(x: [Double], y: [Double]) -> Double? {
        Neighbours.nearest(1, x: x, y: y).weights.max()
    }
}
