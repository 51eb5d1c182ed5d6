import Diagnostics
import Planar

extension LineFile {
    /// Reads the shapes of a shapefile, with or without a table beside it.
    static func shapefile(_ path: String) throws(InputError) -> LineFile {
        let bytes = try FileBytes.read(path)
        var lines = Polylines()
        for (index, range) in try ShapefileIndex.shapes(of: path, bytes).enumerated() {
            try shape(ByteCursor(bytes, range), feature: index + 1, into: &lines)
        }
        var system: DeclaredSystem?
        if let projection = SidecarFile.path(of: path, extension: "prj") {
            let text = String(decoding: try FileBytes.read(projection), as: UTF8.self)
            let start = text.firstIndex { !$0.isWhitespace && $0 != "\u{FEFF}" && $0 != "\0" }
            if let start { system = .wkt(String(text[start...])) }
        }
        return LineFile(file: path, lines: lines, declaredSystem: system)
    }

    private static func shape(
        _ start: ByteCursor, feature: Int, into lines: inout Polylines
    ) throws(InputError) {
        var cursor = start
        guard let type = cursor.uint32() else { throw damaged(feature: feature) }
        switch type {
        case 0: break
        case 1, 11, 21: try points(1, &cursor, feature: feature, into: &lines)
        case 8, 18, 28:
            guard cursor.skip(32), let count = cursor.uint32() else { throw damaged(feature: feature) }
            try points(Int(count), &cursor, feature: feature, into: &lines)
        case 3, 13, 23:
            guard cursor.skip(32), let parts = cursor.uint32(), let count = cursor.uint32(),
                cursor.remaining >= Int(parts) * 4 + Int(count) * 16
            else { throw damaged(feature: feature) }
            var starts = (0..<parts).compactMap { _ in cursor.uint32().map { Int($0) } }
            starts.append(Int(count))
            guard starts[0] == 0, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else {
                throw damaged(feature: feature)
            }
            for (first, next) in zip(starts, starts.dropFirst()) {
                let (x, y) = try vertices(next - first, &cursor, feature: feature)
                lines.add(x: x, y: y)
            }
        case 5, 15, 25: throw unsupported("Polygon", feature: feature)
        case 31: throw unsupported("MultiPatch", feature: feature)
        default: throw damaged(feature: feature)
        }
    }

    private static func points(
        _ count: Int, _ cursor: inout ByteCursor, feature: Int, into lines: inout Polylines
    ) throws(InputError) {
        let (x, y) = try vertices(count, &cursor, feature: feature)
        for (x, y) in zip(x, y) { lines.add(x: [x], y: [y]) }
    }

    private static func vertices(
        _ count: Int, _ cursor: inout ByteCursor, feature: Int
    ) throws(InputError) -> (x: [Double], y: [Double]) {
        var (x, y): ([Double], [Double]) = ([], [])
        guard cursor.remaining / 16 >= count else { throw damaged(feature: feature) }
        for _ in 0..<count {
            guard let east = cursor.double(), let north = cursor.double(), east.isFinite, north.isFinite else {
                throw damaged(feature: feature)
            }
            x.append(east)
            y.append(north)
        }
        return (x, y)
    }
}
