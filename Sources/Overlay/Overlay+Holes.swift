internal import CGEOS
public import Diagnostics
public import Planar

extension Overlay {
    /// The ground that some areas enclose without covering it, one area of the result for each connected piece.
    ///
    /// A piece is a bounded face of the plane outside the union of the members: a hole of the union less what lies in
    /// it, and also the ground between members that meet only at points. Where a piece surrounds members, they are its
    /// holes. Ground that is open to the outside is none.
    ///
    ///     let lakes = try Overlay.holes(inUnionOf: [0, 1, 2], of: areas)
    ///
    /// - Throws: ``InputError`` of code `.invalidGeometry` when GEOS refuses or gives up on an area.
    /// - Complexity: O(*n* log *n*) in the members' vertices; about 1 µs a vertex.
    public static func holes(inUnionOf members: [Int], of areas: Areas) throws(InputError) -> Areas {
        guard let first = members.first else { return .none }
        let context = try GEOSContext()
        let union = try context.generalUnion(of: members, in: areas)
        guard let faces = context.faces(ofBorder: union) else { throw context.failure("be united", area: first) }
        // Both run with their ground to the left: a face of the union keeps the direction of the union's border.
        var covered: Set<DirectedSegment> = []
        for ring in 0..<union.ringStarts.count - 1 {
            for vertex in union.vertices(ofRing: ring).dropFirst() {
                covered.insert(DirectedSegment(from: vertex - 1, to: vertex, of: union))
            }
        }
        var builder = Areas.Builder()
        for face in 0..<faces.count {
            let start = faces.vertices(of: face).lowerBound
            guard !covered.contains(DirectedSegment(from: start, to: start + 1, of: faces)) else { continue }
            builder.addArea(face, of: faces)
        }
        return builder.finish()
    }
}

/// A stretch of border and the way it runs.
private struct DirectedSegment: Hashable {
    var fromX, fromY, toX, toY: Double

    init(from: Int, to: Int, of areas: Areas) {
        (fromX, fromY) = (areas.x[from], areas.y[from])
        (toX, toY) = (areas.x[to], areas.y[to])
    }
}

extension GEOSContext {
    /// The union of valid areas that may overlap, as the only area of the result.
    fileprivate func generalUnion(of members: [Int], in areas: Areas) throws(InputError) -> Areas {
        guard let geometry = multipolygon(of: members, in: areas, skippingShortRings: true) else {
            throw failure("be read", area: members[0])
        }
        defer { destroy(geometry) }
        guard let union = GEOSUnaryUnion_r(handle, geometry) else { throw failure("be united", area: members[0]) }
        defer { destroy(union) }
        GEOSNormalize_r(handle, union)
        var builder = Areas.Builder()
        append(union, to: &builder)
        return builder.finish()
    }

    /// The bounded faces between the rings of an area, each an area of the result; nil when GEOS fails.
    ///
    /// The segments are given one by one, so that rings are joined wherever they share a vertex.
    fileprivate func faces(ofBorder area: Areas) -> Areas? {
        forget()
        var lines: [OpaquePointer?] = []
        defer { for line in lines { destroy(line) } }
        for ring in 0..<area.ringStarts.count - 1 {
            for vertex in area.vertices(ofRing: ring).dropFirst() {
                let x = [area.x[vertex - 1], area.x[vertex]]
                let y = [area.y[vertex - 1], area.y[vertex]]
                guard let sequence = GEOSCoordSeq_copyFromArrays_r(handle, x, y, nil, nil, 2),
                    let line = GEOSGeom_createLineString_r(handle, sequence)
                else { return nil }
                lines.append(line)
            }
        }
        guard let faces = GEOSPolygonize_r(handle, &lines, UInt32(lines.count)) else { return nil }
        defer { destroy(faces) }
        GEOSNormalize_r(handle, faces)
        var builder = Areas.Builder()
        for index in 0..<GEOSGetNumGeometries_r(handle, faces) {
            if let face = GEOSGetGeometryN_r(handle, faces, index) { append(face, to: &builder) }
        }
        return builder.finish()
    }
}
