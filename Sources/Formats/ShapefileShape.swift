import Diagnostics

/// One shape of a shapefile.
enum ShapefileShape {
    /// Reads a shape into the open feature.
    static func read(
        _ bytes: [UInt8], _ range: Range<Int>, into geometries: inout GeometryCollector
    ) throws(InputError) {
        var cursor = ByteCursor(bytes, range)
        guard let type = cursor.uint32() else { throw damaged(geometries) }
        switch type {
        case 0: break
        case 1, 11, 21:
            try geometries.begin(.points, named: "Point")
            guard let x = cursor.double(), let y = cursor.double() else { throw damaged(geometries) }
            try geometries.addPoint(x: x, y: y)
        case 8, 18, 28:
            try geometries.begin(.points, named: "MultiPoint")
            guard cursor.skip(32), let count = cursor.uint32(), cursor.remaining / 16 >= Int(count) else {
                throw damaged(geometries)
            }
            for _ in 0..<count {
                guard let x = cursor.double(), let y = cursor.double() else { throw damaged(geometries) }
                try geometries.addPoint(x: x, y: y)
            }
        case 5, 15, 25:
            try geometries.begin(.areas, named: "Polygon")
            try polygon(&cursor, into: &geometries)
        case 3, 13, 23: throw geometries.unsupported("PolyLine")
        case 31: throw geometries.unsupported("MultiPatch")
        default: throw damaged(geometries)
        }
    }

    private static func polygon(
        _ cursor: inout ByteCursor, into geometries: inout GeometryCollector
    ) throws(InputError) {
        guard cursor.skip(32), let ringCount = cursor.uint32(), let count = cursor.uint32(),
            cursor.remaining >= Int(ringCount) * 4 + Int(count) * 16
        else { throw damaged(geometries) }
        var starts: [Int] = []
        for _ in 0..<ringCount {
            guard let start = cursor.uint32(), Int(start) >= starts.last ?? 0, start <= count else {
                throw damaged(geometries)
            }
            starts.append(Int(start))
        }
        var x: [Double] = []
        var y: [Double] = []
        x.reserveCapacity(Int(count))
        y.reserveCapacity(Int(count))
        for _ in 0..<count {
            guard let vertexX = cursor.double(), let vertexY = cursor.double() else { throw damaged(geometries) }
            guard vertexX.isFinite, vertexY.isFinite else { throw geometries.notFinite() }
            x.append(vertexX)
            y.append(vertexY)
        }
        let ends = starts.dropFirst() + [Int(count)]
        let rings = zip(starts, ends).map { $0..<$1 }.filter { !$0.isEmpty }
        for polygon in RingGrouping.polygons(x: x, y: y, rings: rings) {
            for ring in polygon {
                geometries.x.append(contentsOf: x[rings[ring]])
                geometries.y.append(contentsOf: y[rings[ring]])
                try geometries.closeRing()
            }
            geometries.closePart()
        }
    }

    private static func damaged(_ geometries: GeometryCollector) -> InputError {
        InputError(
            .malformed, "shape \(geometries.feature) is damaged", remedy: "copy the file again",
            at: Place(row: geometries.feature))
    }
}
