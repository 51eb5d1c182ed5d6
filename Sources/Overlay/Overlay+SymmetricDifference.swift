internal import CGEOS
public import Diagnostics
public import Planar

extension Overlay {
    /// What the first of two areas has and the second has not, and the reverse, pair by pair.
    ///
    ///     let (only, other) = try Overlay.differences(united, parents)
    ///     only.area(of: 3) + other.area(of: 3)  // the symmetric difference, 0 where they are the same ground
    ///
    /// Areas that are not valid are made so by structure first. Shells come out counter-clockwise, in GEOS's normal
    /// order; an empty difference is an area without parts.
    ///
    /// - Throws: ``InputError`` of code `.invalidGeometry` when GEOS gives up on a pair.
    /// - Precondition: There are as many areas as others.
    public static func differences(
        _ areas: Areas, _ others: Areas, threads: Int = 1
    ) throws(InputError) -> (only: Areas, other: Areas) {
        precondition(areas.count == others.count, "as many areas as others")
        let pairs = try map(areas.count, threads: threads) { (context, pair) throws(InputError) in
            try context.differences(pair, in: areas, others)
        }
        var only = Areas.Builder()
        var other = Areas.Builder()
        for pair in pairs {
            only.addArea(0, of: pair)
            other.addArea(1, of: pair)
        }
        return (only.finish(), other.finish())
    }
}

extension GEOSContext {
    /// The differences of one pair, as two areas.
    fileprivate func differences(_ pair: Int, in areas: Areas, _ others: Areas) throws(InputError) -> Areas {
        let one = try validGeometry(pair, in: areas)
        defer { destroy(one) }
        let other = try validGeometry(pair, in: others)
        defer { destroy(other) }
        var builder = Areas.Builder()
        for (left, right) in [(one, other), (other, one)] {
            forget()
            guard let difference = GEOSDifference_r(handle, left, right) else {
                throw failure("be compared", area: pair)
            }
            defer { destroy(difference) }
            GEOSNormalize_r(handle, difference)
            append(difference, to: &builder)
        }
        return builder.finish()
    }

    /// An area as a valid geometry, to be destroyed by the caller.
    private func validGeometry(_ area: Int, in areas: Areas) throws(InputError) -> OpaquePointer {
        guard let geometry = multipolygon(of: CollectionOfOne(area), in: areas, skippingShortRings: true) else {
            throw failure("be read", area: area)
        }
        if GEOSisValid_r(handle, geometry) == 1 { return geometry }
        defer { destroy(geometry) }
        guard let valid = madeValid(geometry) else { throw failure("be made valid", area: area) }
        return valid
    }
}
