internal import CGEOS
import Planar

extension GEOSContext {
    /// Appends the polygons of a geometry to a builder as one area, shells counter-clockwise and holes clockwise;
    /// points and lines leave no trace.
    func append(_ geometry: OpaquePointer, to builder: inout Areas.Builder) {
        appendParts(of: geometry, to: &builder)
        builder.closeArea()
    }

    private func appendParts(of geometry: OpaquePointer, to builder: inout Areas.Builder) {
        let type = GEOSGeomTypeId_r(handle, geometry)
        if type == Int32(GEOS_MULTIPOLYGON.rawValue) || type == Int32(GEOS_GEOMETRYCOLLECTION.rawValue) {
            for index in 0..<GEOSGetNumGeometries_r(handle, geometry) {
                if let member = GEOSGetGeometryN_r(handle, geometry, index) { appendParts(of: member, to: &builder) }
            }
        } else if type == Int32(GEOS_POLYGON.rawValue) {
            if let shell = GEOSGetExteriorRing_r(handle, geometry) { append(ring: shell, sign: 1, to: &builder) }
            for index in 0..<max(GEOSGetNumInteriorRings_r(handle, geometry), 0) {
                if let hole = GEOSGetInteriorRingN_r(handle, geometry, index) {
                    append(ring: hole, sign: -1, to: &builder)
                }
            }
            builder.closePart()
        }
    }

    private func append(ring: OpaquePointer, sign: Double, to builder: inout Areas.Builder) {
        guard let sequence = GEOSGeom_getCoordSeq_r(handle, ring) else { return }
        var size: UInt32 = 0
        GEOSCoordSeq_getSize_r(handle, sequence, &size)
        guard size >= 4 else { return }
        var x = [Double](repeating: 0, count: Int(size))
        var y = x
        GEOSCoordSeq_copyToArrays_r(handle, sequence, &x, &y, nil, nil)
        var doubled = 0.0
        for index in 1..<x.count {
            doubled += (x[index - 1] - x[0]) * (y[index] - y[0]) - (x[index] - x[0]) * (y[index - 1] - y[0])
        }
        if doubled * sign < 0 {
            x.reverse()
            y.reverse()
        }
        builder.addRing(x: x, y: y)
    }
}
