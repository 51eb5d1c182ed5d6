import Diagnostics

/// Reads well-known binary (ISO 19125, with z and m; and the extended form of PostGIS) into the open feature.
struct WKBReader {
    private var cursor: ByteCursor

    /// A reader of a GeoPackage geometry: a header with an envelope, then well-known binary (GeoPackage 1.3, 2.1.3).
    ///
    /// `nil` where the bytes are no such geometry.
    init?(geoPackage bytes: [UInt8]) {
        cursor = ByteCursor(bytes)
        guard cursor.byte() == UInt8(ascii: "G"), cursor.byte() == UInt8(ascii: "P"), cursor.byte() != nil,
            let flags = cursor.byte(), flags & 0x20 == 0
        else { return nil }
        let envelopes = [0, 32, 48, 48, 64]
        let envelope = Int(flags >> 1 & 7)
        guard envelope < envelopes.count, cursor.skip(4 + envelopes[envelope]) else { return nil }
    }

    /// What a geometry starts with.
    private struct Header {
        let bigEndian: Bool
        let type: UInt32
        /// The bytes of z and m in each position.
        let furtherBytes: Int
    }

    /// Reads the geometry.
    mutating func read(into geometries: inout GeometryCollector, depth: Int = 0) throws(InputError) {
        guard depth < 16, let header = header() else { throw damaged(geometries) }
        switch header.type {
        case 1:
            try geometries.begin(.points, named: "Point")
            guard let (x, y) = position(header) else { throw damaged(geometries) }
            try geometries.addPoint(x: x, y: y)
        case 3:
            try geometries.begin(.areas, named: "Polygon")
            try polygon(header, into: &geometries)
        case 4, 6, 7, 11, 12:
            // Multi-geometries and collections hold whole geometries; an empty one still decides the file's kind.
            if header.type == 4 { try geometries.begin(.points, named: "MultiPoint") }
            if header.type == 6 || header.type == 12 { try geometries.begin(.areas, named: "MultiPolygon") }
            guard let count = count(header) else { throw damaged(geometries) }
            for _ in 0..<count { try read(into: &geometries, depth: depth + 1) }
        case 2, 5: throw geometries.unsupported(header.type == 2 ? "LineString" : "MultiLineString")
        case 8, 9, 10, 13, 14: throw geometries.unsupported("geometry with curves")
        default: throw geometries.unsupported("geometry of type \(header.type)")
        }
    }

    private mutating func header() -> Header? {
        guard let order = cursor.byte(), order <= 1, let code = cursor.uint32(bigEndian: order == 0) else { return nil }
        // PostGIS flags z, m and an identifier of the system in the highest bits; ISO adds 1000 for z, 2000 for m and
        // 3000 for both.
        let (hasZ, hasM) = (code & 0x8000_0000 != 0, code & 0x4000_0000 != 0)
        let plain = code & 0x0FFF_FFFF
        let furtherByCode = [0, 1, 1, 2]
        guard plain < 4000, code & 0x2000_0000 == 0 || cursor.skip(4) else { return nil }
        let further = hasZ || hasM ? (hasZ ? 1 : 0) + (hasM ? 1 : 0) : furtherByCode[Int(plain / 1000)]
        return Header(bigEndian: order == 0, type: plain % 1000, furtherBytes: further * 8)
    }

    /// A count. Nothing counted takes less than four bytes, so a larger one is damage, not a reason to loop.
    private mutating func count(_ header: Header) -> UInt32? {
        guard let count = cursor.uint32(bigEndian: header.bigEndian), Int(count) <= cursor.remaining / 4 else {
            return nil
        }
        return count
    }

    private mutating func polygon(_ header: Header, into geometries: inout GeometryCollector) throws(InputError) {
        guard let rings = count(header) else { throw damaged(geometries) }
        for _ in 0..<rings {
            guard let vertices = count(header) else { throw damaged(geometries) }
            if vertices == 0 { continue }
            for _ in 0..<vertices {
                guard let (x, y) = position(header) else { throw damaged(geometries) }
                guard x.isFinite, y.isFinite else { throw geometries.notFinite() }
                geometries.x.append(x)
                geometries.y.append(y)
            }
            try geometries.closeRing()
        }
        geometries.closePart()
    }

    @inline(__always) private mutating func position(_ header: Header) -> (Double, Double)? {
        guard let x = cursor.double(bigEndian: header.bigEndian), let y = cursor.double(bigEndian: header.bigEndian),
            cursor.skip(header.furtherBytes)
        else { return nil }
        return (x, y)
    }

    private func damaged(_ geometries: GeometryCollector) -> InputError {
        InputError(
            .malformed, "the geometry of feature \(geometries.feature) is damaged", remedy: "write the file again",
            at: Place(row: geometries.feature))
    }
}
