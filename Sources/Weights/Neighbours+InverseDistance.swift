import Glibc
public import Statistics

extension Neighbours {
    /// Links that weigh a distance, with the distance's inverse power instead: 1 / max(*d*, `floor`)^`power`.
    ///
    ///     Neighbours.within(500, x: x, y: y).inverseDistance(power: 2)
    ///
    /// Distances below the floor count as the floor, so that places that coincide have a finite weight: 1 metre by
    /// default, as in ArcGIS. (spdep `nb2listwdist` and PySAL give infinite or no weights there.) With a power of 0 all
    /// weights are 1. Not for degrees: their length changes with direction and latitude.
    ///
    /// - Parameters:
    ///   - power: The exponent; 1 or 2 as a rule.
    ///   - floor: The least distance that counts, in the unit of the distances.
    /// - Precondition: The power is not negative, the floor positive, and both are finite.
    /// - Complexity: O(*k*) for *k* links.
    public func inverseDistance(power: Double = 1, floor: Double = 1) -> Neighbours {
        precondition(power >= 0 && power.isFinite, "a power from 0")
        precondition(floor > 0 && floor.isFinite, "a least distance above zero")
        return Neighbours(starts: starts, targets: targets, weights: weights.map { pow(max($0, floor), -power) })
    }
}
