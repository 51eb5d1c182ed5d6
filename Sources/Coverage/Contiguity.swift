public import Planar
public import Statistics

/// When two areas are neighbours by their borders, in the words of spatial statistics.
///
///     let neighbours = Contiguity.queen.neighbours(of: areas)
///     neighbours.targets(of: 4)            // the areas that touch area 4, rising
///     neighbours.weights[neighbours.row(of: 4).lowerBound]  // how long its border with the first of them is
///
/// Vertices are compared exactly. Areas touch only in vertices that both have: at a T-junction, where a corner of one
/// lies on an edge of the other that has no vertex there, nothing is shared. `kleinraum check` reports such places.
public enum Contiguity: String, Sendable, CaseIterable {
    /// Neighbours share at least a vertex, as the queen moves on a chessboard.
    case queen
    /// Neighbours share at least an edge, as the rook moves.
    case rook

    /// The neighbours of all areas, weighted by the length of the shared border, straight from the flat arrays.
    ///
    /// A weight is the sum of the lengths of all edges that both areas have, in the coordinates' unit, and 0 where they
    /// meet in points only. Whether the areas lie on two sides of the border or on the same one (then they overlap)
    /// makes no difference; an edge that an area walks twice counts once. Islands and areas without geometry have
    /// empty rows.
    ///
    /// - Parameter threads: An upper bound; the result does not depend on it.
    /// - Returns: Symmetric rows in the order of the areas: both weights of a pair are the same number.
    /// - Complexity: O(*n* + *k*) expected for *n* vertices, of which places with many areas count once for each pair
    ///   of areas there, and *k* neighbours.
    public func neighbours(of areas: Areas, threads: Int? = nil) -> Neighbours {
        let clean = areas.withoutRepeatedVertices()
        let visits = PlaceVisits(clean, VertexIdentity(clean))
        // A few batches for each thread, so that one dense quarter of the city holds nobody up for long.
        let batches = max(1, min(clean.count / 256, 16))
        let rows = parallelMap(batches, threads: threads) { batch in
            visits.rows(
                of: clean.count * batch / batches..<clean.count * (batch + 1) / batches, in: clean)
        }
        return BorderRows.joined(rows, count: clean.count, kind: self)
    }
}
