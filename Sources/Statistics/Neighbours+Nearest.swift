extension Neighbours {
    /// The `count` nearest others of each point, weighted by distance.
    ///
    ///     Neighbours.nearest(1, x: [0, 1, 5], y: [0, 0, 0])  // 0 → 1, 1 → 0, 2 → 1, with weights 1, 1, 4
    ///
    /// Of points equally far away the one with the smaller number is nearer. The relation is not symmetric. A point
    /// without position (NaN) has an empty row and is nobody's neighbour; where fewer than `count` others have a
    /// position, rows are shorter.
    ///
    /// - Precondition: `x` and `y` are of one length and `count` is not negative.
    /// - Complexity: O(*n* log² *n* + *n* · `count` · log *n*) for points that do not all coincide.
    public static func nearest(_ count: Int, x: [Double], y: [Double]) -> Neighbours {
        precondition(x.count == y.count, "x and y differ in length")
        precondition(count >= 0, "a number of neighbours")
        let tree = NeighboursTree(x: x, y: y)
        return rows(x: x, y: y) { tree.nearest(count, to: $0) }
    }

    /// The others within a distance of each point, the distance included, weighted by distance.
    ///
    ///     Neighbours.within(1, x: [0, 1, 5], y: [0, 0, 0])  // 0 ↔ 1, and 2 is an island
    ///
    /// A point without position (NaN) has an empty row and is nobody's neighbour.
    ///
    /// - Precondition: `x` and `y` are of one length.
    /// - Complexity: O(*n* log² *n* + *k*) for *k* pairs.
    public static func within(_ distance: Double, x: [Double], y: [Double]) -> Neighbours {
        precondition(x.count == y.count, "x and y differ in length")
        let tree = NeighboursTree(x: x, y: y)
        return rows(x: x, y: y) { tree.within(distance, of: $0) }
    }

    /// The others within a distance of its own of each point, the distance included, weighted by distance.
    ///
    ///     Neighbours.within([1, 4, 4], x: [0, 1, 5], y: [0, 0, 0])  // 0 → 1, 1 → 0 and 2, 2 → 1
    ///
    /// The relation need not be symmetric. A point without position (NaN) has an empty row and is nobody's neighbour.
    ///
    /// - Precondition: `distances`, `x` and `y` are of one length.
    /// - Complexity: O(*n* log² *n* + *k*) for *k* pairs.
    public static func within(_ distances: [Double], x: [Double], y: [Double]) -> Neighbours {
        precondition(x.count == y.count && distances.count == x.count, "distances, x and y differ in length")
        let tree = NeighboursTree(x: x, y: y)
        return rows(x: x, y: y) { tree.within(distances[$0], of: $0) }
    }

    private static func rows(x: [Double], y: [Double], of row: (Int) -> [Int32]) -> Neighbours {
        var starts = [0]
        var (targets, weights): ([Int32], [Double]) = ([], [])
        for point in x.indices {
            for other in row(point).sorted() {
                let (width, height) = (x[Int(other)] - x[point], y[Int(other)] - y[point])
                targets.append(other)
                weights.append((width * width + height * height).squareRoot())
            }
            starts.append(targets.count)
        }
        return Neighbours(starts: starts, targets: targets, weights: weights)
    }
}
