public import Statistics

/// How association falls off with distance: a statistic for each of several lags.
///
///     let path = Neighbours.within(1, x: [0, 1, 2, 3, 4, 5], y: [0, 0, 0, 0, 0, 0])
///     let lags = Correlogram.distanceClasses(upTo: [1, 2, 3], x: [0, 1, 2, 3, 4, 5], y: [0, 0, 0, 0, 0, 0])
///     Correlogram.moran(of: [1, 2, 3, 4, 5, 6], lags: lags)  // I of areas 1, 2 and 3 apart: 0.71…, 0.08…, -0.54…
///
/// A lag is any relation of areas: those of an order of contiguity, or those within a class of distances. The tests of
/// different lags are not independent; look at the whole line, or correct the p-values. Cliff and Ord: Spatial Processes
/// (1981), chapter 5.
public enum Correlogram {
    /// Moran's I at each lag.
    ///
    /// - Parameters:
    ///   - values: One finite value for each area.
    ///   - lags: The links of each lag, of any weights; they are made binary and row-standardised.
    ///   - permutations: How many random maps to compare with; each lag sees the same ones.
    /// - Returns: For each lag the association, or why there is none. Areas without a partner at a lag leave its sample.
    /// - Complexity: That of ``Moran/association(of:neighbours:permutations:)`` for each lag.
    public static func moran(
        of values: [Double], lags: [Neighbours], permutations: GlobalPermutations? = nil
    ) -> [Result<GlobalAssociation, UndefinedAssociation>] {
        lags.map { Moran.association(of: values, neighbours: $0.binary.rowStandardised, permutations: permutations) }
    }

    /// The pairs of points by distance: above the limit before, up to and with the class's own; the first class from 0.
    ///
    /// - Parameter limits: Rising distances in the unit of the coordinates, which is to be that of a plane.
    /// - Complexity: O(*k*) for *k* pairs within the last limit, besides the search for them.
    public static func distanceClasses(upTo limits: [Double], x: [Double], y: [Double]) -> [Neighbours] {
        precondition(zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 }, "limits rise")
        guard let last = limits.last else { return [] }
        let all = Neighbours.within(last, x: x, y: y)
        return limits.indices.map { number in
            let floor = number == 0 ? -Double.infinity : limits[number - 1]
            return all.filtered { $2 > floor && $2 <= limits[number] }
        }
    }
}
