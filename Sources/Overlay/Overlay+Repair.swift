internal import CGEOS
public import Diagnostics
public import Planar

extension Overlay {
    /// One area made valid, as the only area of the result.
    ///
    /// The repair goes by structure: shells are made valid and united, holes likewise and taken away. What is left as
    /// lines and points is dropped, and so are rings with fewer than four vertices. An area that is nothing but such
    /// leftovers comes out without geometry. Rings come out with shells counter-clockwise, in GEOS's normal order.
    ///
    ///     let fixed = try Overlay.repaired(areas, area: 17)  // fixed.count == 1
    ///
    /// - Throws: ``InputError`` of code `.invalidGeometry` when a coordinate is not finite or GEOS gives up.
    public static func repaired(_ areas: Areas, area: Int) throws(InputError) -> Areas {
        let context = try GEOSContext()
        let vertices = areas.vertices(of: area)
        if let vertex = vertices.first(where: { !(areas.x[$0].isFinite && areas.y[$0].isFinite) }) {
            throw InputError(
                .invalidGeometry, "x \(areas.x[vertex]), y \(areas.y[vertex]) is not a position",
                remedy: "mend the boundary", at: Place(row: area + 1))
        }
        guard let geometry = context.multipolygon(of: CollectionOfOne(area), in: areas, skippingShortRings: true) else {
            throw context.failure("be read", area: area)
        }
        defer { context.destroy(geometry) }
        guard let valid = context.madeValid(geometry) else { throw context.failure("be made valid", area: area) }
        defer { context.destroy(valid) }
        GEOSNormalize_r(context.handle, valid)
        var builder = Areas.Builder()
        context.append(valid, to: &builder)
        return builder.finish()
    }
}

extension GEOSContext {
    /// A valid geometry of the same structure, to be destroyed by the caller.
    func madeValid(_ geometry: OpaquePointer) -> OpaquePointer? {
        forget()
        guard let parameters = GEOSMakeValidParams_create_r(handle) else { return nil }
        defer { GEOSMakeValidParams_destroy_r(handle, parameters) }
        GEOSMakeValidParams_setMethod_r(handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
        GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0)
        return GEOSMakeValidWithParams_r(handle, geometry, parameters)
    }

    /// An error for an area that GEOS cannot work with.
    func failure(_ deed: String, area: Int) -> InputError {
        InputError(
            .invalidGeometry, "the boundary cannot \(deed) (\(complaint))", remedy: "mend the boundary",
            at: Place(row: area + 1))
    }
}
