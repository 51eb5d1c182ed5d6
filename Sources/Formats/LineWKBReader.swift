import Diagnostics
import Planar

/// Reads lines and points from well-known binary (ISO 19125, with z and m; and the extended form of PostGIS).
struct LineWKBReader {
    private var cursor: ByteCursor
    private let feature: Int

    /// A reader of a GeoPackage geometry: a header with an envelope, then well-known binary (GeoPackage 1.3, 2.1.3).
    ///
    /// `nil` where the bytes are no such geometry.
    init?(geoPackage bytes: [UInt8], feature: Int) {
        cursor = ByteCursor(bytes)
        self.feature = feature
        guard cursor.byte() == UInt8(ascii: "G"), cursor.byte() == UInt8(ascii: "P"), cursor.byte() != nil,
            let flags = cursor.byte(), flags & 0x20 == 0
        else { return nil }
        let envelopes = [0, 32, 48, 48, 64]
        let envelope = Int(flags >> 1 & 7)
        guard envelope < envelopes.count, cursor.skip(4 + envelopes[envelope]) else { return nil }
    }

    /// Adds the geometry's lines.
    mutating func read(into lines: inout Polylines, depth: Int = 0) throws(InputError) {
        guard depth < 16, let order = cursor.byte(), order <= 1, let code = cursor.uint32(bigEndian: order == 0) else {
            throw LineFile.damaged(feature: feature)
        }
        // PostGIS flags z, m and an identifier of the system in the highest bits; ISO adds 1000 for z, 2000 for m and
        // 3000 for both.
        let (hasZ, hasM) = (code & 0x8000_0000 != 0, code & 0x4000_0000 != 0)
        let plain = code & 0x0FFF_FFFF
        guard plain < 4000, code & 0x2000_0000 == 0 || cursor.skip(4) else { throw LineFile.damaged(feature: feature) }
        let further = hasZ || hasM ? (hasZ ? 1 : 0) + (hasM ? 1 : 0) : [0, 1, 1, 2][Int(plain / 1000)]
        switch plain % 1000 {
        case 1: try vertices(1, bigEndian: order == 0, further: further, into: &lines)
        case 2:
            try vertices(try count(bigEndian: order == 0), bigEndian: order == 0, further: further, into: &lines)
        case 4, 5, 7:
            for _ in 0..<(try count(bigEndian: order == 0)) { try read(into: &lines, depth: depth + 1) }
        case 3, 6: throw LineFile.unsupported(plain % 1000 == 3 ? "Polygon" : "MultiPolygon", feature: feature)
        case 8...14: throw LineFile.unsupported("geometry with curves", feature: feature)
        default: throw LineFile.unsupported("geometry of type \(plain % 1000)", feature: feature)
        }
    }

    /// A count. Nothing counted takes less than four bytes, so a larger one is damage, not a reason to loop.
    private mutating func count(bigEndian: Bool) throws(InputError) -> Int {
        guard let count = cursor.uint32(bigEndian: bigEndian), Int(count) <= cursor.remaining / 4 else {
            throw LineFile.damaged(feature: feature)
        }
        return Int(count)
    }

    private mutating func vertices(
        _ count: Int, bigEndian: Bool, further: Int, into lines: inout Polylines
    ) throws(InputError) {
        var (x, y): ([Double], [Double]) = ([], [])
        for _ in 0..<count {
            guard let east = cursor.double(bigEndian: bigEndian), let north = cursor.double(bigEndian: bigEndian),
                cursor.skip(further * 8), east.isFinite == north.isFinite
            else { throw LineFile.damaged(feature: feature) }
            // An empty point is written as NaN.
            guard east.isFinite else {
                if count == 1, east.isNaN { continue }
                throw LineFile.damaged(feature: feature)
            }
            x.append(east)
            y.append(north)
        }
        lines.add(x: x, y: y)
    }
}
