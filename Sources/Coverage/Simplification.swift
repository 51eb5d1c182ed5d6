/// How much each vertex of a coverage matters: worked out once, so that every scale is one pass of a filter.
///
///     let simplification = Simplification(coverage)
///     let sketch = simplification.coverage(at: 50)  // corners whose triangle is smaller than 50² go
///
/// Visvalingam and Whyatt's method over arcs: of each arc the corner goes first that makes the smallest triangle with
/// its neighbours. Nodes stay. A corner whose triangle holds another vertex waits until that one has gone, so no two
/// borders ever cross and none changes sides: where the input is a valid coverage, so is the result at every
/// tolerance, and no area, part or hole vanishes. Of several arcs between the same two nodes one at most becomes a
/// straight line; a ring keeps at least three corners; the first vertex of a ring without a node may go.
///
/// The threshold of a vertex is its triangle's area, or, where that is larger, the largest threshold of those that had
/// to go before it. So what stays at one tolerance also stays at every smaller one.
///
/// M. Visvalingam and J. D. Whyatt, Line generalisation by repeated elimination of points, The Cartographic Journal
/// 30 (1993), with the test for enclosed vertices of GEOS's `TPVWSimplifier`.
public struct Simplification: Sendable, Equatable {
    /// The coverage with all its vertices.
    public let coverage: Coverage
    /// Vertex → the area of the triangle at which it goes, infinity where it never does; parallel to `coverage.x`.
    public let thresholds: [Double]

    /// Ranks the vertices of a coverage; areas are measured in its own coordinates.
    ///
    /// - Parameters:
    ///   - coverage: The coverage, in metres if tolerances are to be metres.
    ///   - threads: An upper bound; the result does not depend on it.
    /// - Complexity: O(*n* log *m*) for *n* vertices of arcs with up to *m*.
    public init(_ coverage: Coverage, threads: Int? = nil) {
        self.init(coverage, metricX: coverage.x, metricY: coverage.y, threads: threads)
    }

    /// Ranks the vertices of a coverage whose coordinates are no lengths, such as degrees.
    ///
    /// Triangles are measured by the metric coordinates; whether one holds a vertex is asked in the coverage's own, so
    /// that the result is valid as it will be written.
    ///
    /// - Parameters:
    ///   - coverage: The coverage in any system.
    ///   - metricX: The eastings of its vertices, in metres.
    ///   - metricY: The northings of its vertices, in metres.
    ///   - threads: An upper bound; the result does not depend on it.
    /// - Precondition: There is one metric coordinate per vertex.
    public init(_ coverage: Coverage, metricX: [Double], metricY: [Double], threads: Int? = nil) {
        precondition(metricX.count == coverage.x.count && metricY.count == coverage.x.count, "one per vertex")
        self.coverage = coverage
        thresholds = coverage.thresholds(metricX: metricX, metricY: metricY, threads: threads)
    }

    /// The coverage without the vertices whose threshold is below the square of a tolerance.
    ///
    ///     simplification.coverage(at: 0) == coverage  // nothing is smaller than nothing
    ///
    /// - Parameter tolerance: The side of the square as large as the smallest triangle that stays.
    /// - Precondition: `tolerance` is not negative.
    /// - Complexity: O(*n*).
    public func coverage(at tolerance: Double) -> Coverage {
        precondition(tolerance >= 0, "a tolerance is not negative")
        let smallest = tolerance * tolerance
        let count = thresholds.reduce(into: 0) { count, threshold in count += threshold >= smallest ? 1 : 0 }
        var x: [Double] = []
        var y: [Double] = []
        var starts: [Int32] = [0]
        x.reserveCapacity(count + coverage.arcCount)
        y.reserveCapacity(count + coverage.arcCount)
        starts.reserveCapacity(coverage.arcCount + 1)
        for arc in 0..<coverage.arcCount {
            let vertices = coverage.vertices(ofArc: arc)
            for vertex in vertices where thresholds[vertex] >= smallest {
                x.append(coverage.x[vertex])
                y.append(coverage.y[vertex])
            }
            // A ring whose first vertex, and so its last, has gone closes at the next one that stays.
            let first = Int(starts[arc])
            if let start = vertices.first, thresholds[start] < smallest, x.count > first {
                x.append(x[first])
                y.append(y[first])
            }
            starts.append(Int32(x.count))
        }
        return coverage.replacingVertices(x: x, y: y, arcStarts: starts)
    }
}

extension Coverage {
    /// The same arcs, rings and areas with other vertices.
    fileprivate func replacingVertices(x: [Double], y: [Double], arcStarts: [Int32]) -> Coverage {
        Coverage(
            x: x, y: y, arcStarts: arcStarts, arcNodes: arcNodes, nodeCount: nodeCount, useStarts: useStarts,
            uses: uses, ringStarts: ringStarts, ringArcs: ringArcs, partStarts: partStarts, areaStarts: areaStarts)
    }
}
