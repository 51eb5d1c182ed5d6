/// Writes small shapefiles and dBase tables for tests, field by field as their specifications have them.
struct ShapefileBytes {
    var bytes: [UInt8] = []

    mutating func big(_ value: Int) { bytes += (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
    mutating func little(_ value: Int, _ size: Int = 4) {
        bytes += (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    mutating func double(_ value: Double) { little(Int(bitPattern: UInt(value.bitPattern)), 8) }

    /// A `.shp` file of the shapes' contents.
    static func shapefile(type: Int, _ shapes: [[UInt8]]) -> [UInt8] {
        var file = ShapefileBytes()
        file.big(9994)
        file.bytes += [UInt8](repeating: 0, count: 20)
        file.big((100 + shapes.reduce(0) { $0 + $1.count + 8 }) / 2)
        file.little(1000)
        file.little(type)
        file.bytes += [UInt8](repeating: 0, count: 64)
        for (index, shape) in shapes.enumerated() {
            file.big(index + 1)
            file.big(shape.count / 2)
            file.bytes += shape
        }
        return file.bytes
    }

    static func null() -> [UInt8] { [0, 0, 0, 0] }

    static func point(type: Int = 1, _ x: Double, _ y: Double) -> [UInt8] {
        var shape = ShapefileBytes()
        shape.little(type)
        shape.double(x)
        shape.double(y)
        if type != 1 { shape.double(0) }
        return shape.bytes
    }

    static func multiPoint(_ points: [(Double, Double)]) -> [UInt8] {
        var shape = ShapefileBytes()
        shape.little(8)
        for _ in 0..<4 { shape.double(0) }
        shape.little(points.count)
        for (x, y) in points {
            shape.double(x)
            shape.double(y)
        }
        return shape.bytes
    }

    static func polygon(type: Int = 5, _ rings: [[(Double, Double)]]) -> [UInt8] {
        var shape = ShapefileBytes()
        shape.little(type)
        for _ in 0..<4 { shape.double(0) }
        shape.little(rings.count)
        shape.little(rings.reduce(0) { $0 + $1.count })
        var start = 0
        for ring in rings {
            shape.little(start)
            start += ring.count
        }
        for (x, y) in rings.joined() {
            shape.double(x)
            shape.double(y)
        }
        // z: a range and a value per point
        if type == 15 { for _ in 0..<2 + start { shape.double(7) } }
        return shape.bytes
    }

    /// A rectangle, clockwise as a shell is.
    static func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> [(Double, Double)] {
        [(minX, minY), (minX, maxY), (maxX, maxY), (maxX, minY), (minX, minY)]
    }

    /// A field of a dBase table.
    struct Field {
        var name: String
        var type: Character
        var length: Int
        var decimals = 0
    }

    /// A dBase table; a row that starts with `*` is deleted, any other starts with a blank.
    static func table(_ fields: [Field], languageDriver: UInt8 = 0, rows: [[UInt8]]) -> [UInt8] {
        var file = ShapefileBytes()
        file.bytes = [3, 124, 1, 1]
        file.little(rows.count)
        file.little(33 + 32 * fields.count, 2)
        file.little(1 + fields.reduce(0) { $0 + $1.length }, 2)
        file.bytes += [UInt8](repeating: 0, count: 17) + [languageDriver, 0, 0]
        for field in fields {
            file.bytes += Array(field.name.utf8) + [UInt8](repeating: 0, count: 11 - field.name.utf8.count)
            file.bytes += Array(String(field.type).utf8) + [0, 0, 0, 0, UInt8(field.length), UInt8(field.decimals)]
            file.bytes += [UInt8](repeating: 0, count: 14)
        }
        file.bytes.append(0x0D)
        for row in rows { file.bytes += row }
        file.bytes.append(0x1A)
        return file.bytes
    }
}
