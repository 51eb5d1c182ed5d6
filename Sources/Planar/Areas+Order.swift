extension Areas {
    /// The same areas in another order: area *i* of the result is area `order[i]`.
    ///
    /// - Precondition: `order` holds indices of areas.
    /// - Complexity: O(*n*) for *n* vertices.
    public func reordered(_ order: [Int]) -> Areas {
        var builder = Builder()
        builder.reserve(vertices: x.count)
        for area in order { builder.addArea(area, of: self) }
        return builder.finish()
    }
}
