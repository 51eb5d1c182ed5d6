internal import CGEOS
import Planar

extension GEOSContext {
    /// A multipolygon of all parts of the given areas, to be destroyed by the caller; nil when GEOS refuses a ring,
    /// with the reason in `complaint`.
    ///
    /// Parts of several areas may lie in one multipolygon that is not valid as such: unions take it apart again.
    func multipolygon(of members: some Sequence<Int>, in areas: Areas, skippingShortRings: Bool = false)
        -> OpaquePointer?
    {
        forget()
        var polygons: [OpaquePointer?] = []
        for area in members {
            for part in areas.parts(of: area) {
                let rings = areas.rings(ofPart: part)
                if skippingShortRings && areas.vertices(ofRing: rings.lowerBound).count < 4 { continue }
                guard let polygon = polygon(of: rings, in: areas, skippingShortRings: skippingShortRings) else {
                    for polygon in polygons { destroy(polygon) }
                    return nil
                }
                polygons.append(polygon)
            }
        }
        return GEOSGeom_createCollection_r(
            handle, Int32(GEOS_MULTIPOLYGON.rawValue), &polygons, UInt32(polygons.count))
    }

    /// A polygon of a shell and its holes.
    private func polygon(of rings: Range<Int>, in areas: Areas, skippingShortRings: Bool) -> OpaquePointer? {
        guard let shell = linearRing(areas.vertices(ofRing: rings.lowerBound), in: areas) else { return nil }
        var holes: [OpaquePointer?] = []
        for ring in rings.dropFirst() {
            let vertices = areas.vertices(ofRing: ring)
            if skippingShortRings && vertices.count < 4 { continue }
            guard let hole = linearRing(vertices, in: areas) else {
                for hole in holes { destroy(hole) }
                destroy(shell)
                return nil
            }
            holes.append(hole)
        }
        return GEOSGeom_createPolygon_r(handle, shell, &holes, UInt32(holes.count))
    }

    /// A closed ring. "The sequence becomes owned by the ring", also when making the ring fails.
    private func linearRing(_ vertices: Range<Int>, in areas: Areas) -> OpaquePointer? {
        let sequence = areas.x.withUnsafeBufferPointer { x in
            areas.y.withUnsafeBufferPointer { y in
                GEOSCoordSeq_copyFromArrays_r(
                    handle, x.baseAddress.map { $0 + vertices.lowerBound },
                    y.baseAddress.map { $0 + vertices.lowerBound }, nil, nil, UInt32(vertices.count))
            }
        }
        guard let sequence else { return nil }
        return GEOSGeom_createLinearRing_r(handle, sequence)
    }
}
