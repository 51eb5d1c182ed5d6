internal import CGEOS
public import Diagnostics
public import Planar

extension Overlay {
    /// The areas united by group: districts from blocks.
    ///
    /// Where the areas of a group form a clean coverage (neighbours share their vertices, nothing overlaps) only the
    /// shared edges are taken out, which moves no vertex. Where they do not, which shows by an error, an invalid
    /// result or an area that is not the sum of its parts, the general union is used, after making the members valid
    /// if it must be. A group without members comes out without geometry.
    ///
    ///     let districts = try Overlay.dissolve(blocks, groups: [0, 0, 1, -1], groupCount: 2)
    ///     districts.count  // 2; the fourth block belongs to none
    ///
    /// Rings come out with shells counter-clockwise, in GEOS's normal order, whatever the order of the members.
    ///
    /// - Parameters:
    ///   - groups: The group of each area, `0 ..< groupCount`; a negative number is no group.
    /// - Throws: ``InputError`` of code `.invalidGeometry` when GEOS can unite a group in none of these ways.
    /// - Precondition: There is one group number for each area.
    public static func dissolve(
        _ areas: Areas, groups: [Int], groupCount: Int, threads: Int = 1
    ) throws(InputError) -> Areas {
        precondition(groups.count == areas.count, "one group for each area")
        var members = [[Int]](repeating: [], count: groupCount)
        for (area, group) in groups.enumerated() where group >= 0 { members[group].append(area) }
        let united = try map(groupCount, threads: threads) { [members] (context, group) throws(InputError) in
            try context.union(of: members[group], in: areas)
        }
        var builder = Areas.Builder()
        for group in united { builder.addArea(0, of: group) }
        return builder.finish()
    }
}

extension GEOSContext {
    /// The union of some areas, as the only area of the result.
    fileprivate func union(of members: [Int], in areas: Areas) throws(InputError) -> Areas {
        guard let geometry = multipolygon(of: members, in: areas, skippingShortRings: true) else {
            throw failure("be read", area: members.first ?? 0)
        }
        defer { destroy(geometry) }
        guard let union = coverageUnion(of: geometry) ?? generalUnion(of: geometry) else {
            throw failure("be united with its neighbours", area: members.first ?? 0)
        }
        defer { destroy(union) }
        GEOSNormalize_r(handle, union)
        var builder = Areas.Builder()
        append(union, to: &builder)
        return builder.finish()
    }

    /// The union of a clean coverage; nil where it is not clean.
    private func coverageUnion(of geometry: OpaquePointer) -> OpaquePointer? {
        forget()
        guard let union = GEOSCoverageUnion_r(handle, geometry) else { return nil }
        var sum = 0.0
        var area = 0.0
        GEOSArea_r(handle, geometry, &sum)
        GEOSArea_r(handle, union, &area)
        guard abs(area - sum) <= 1e-9 * sum, GEOSisValid_r(handle, union) == 1 else {
            destroy(union)
            return nil
        }
        return union
    }

    /// The union of any polygons, made valid first where they have to be.
    private func generalUnion(of geometry: OpaquePointer) -> OpaquePointer? {
        forget()
        if let union = GEOSUnaryUnion_r(handle, geometry) {
            if GEOSisValid_r(handle, union) == 1 { return union }
            destroy(union)
        }
        // Each member by itself: as one geometry, overlaps would count as faults of structure.
        var valid: [OpaquePointer?] = []
        for index in 0..<GEOSGetNumGeometries_r(handle, geometry) {
            if let member = GEOSGetGeometryN_r(handle, geometry, index), let made = madeValid(member) {
                valid.append(made)
            }
        }
        let collection = GEOSGeom_createCollection_r(
            handle, Int32(GEOS_GEOMETRYCOLLECTION.rawValue), &valid, UInt32(valid.count))
        guard let collection else { return nil }
        defer { destroy(collection) }
        forget()
        return GEOSUnaryUnion_r(handle, collection)
    }
}
