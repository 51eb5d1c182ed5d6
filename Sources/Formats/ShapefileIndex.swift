import Diagnostics

/// Where the shapes stand in a `.shp` file.
enum ShapefileIndex {
    /// The bytes of each shape's content, without its record header, in the order of the rows.
    static func shapes(of path: String, _ bytes: [UInt8]) throws(InputError) -> [Range<Int>] {
        var header = ByteCursor(bytes)
        guard bytes.count >= 100, header.uint32(bigEndian: true) == 9994 else {
            throw InputError(.malformed, "the file has no shapefile header", remedy: "is it a .shp file, and whole?")
        }
        if let indexPath = SidecarFile.path(of: path, extension: "shx"),
            let shapes = indexed(try FileBytes.read(indexPath), bytes)
        {
            return shapes
        }
        return try sequential(bytes)
    }

    /// The shapes as the index has them; `nil` where it is damaged, and the order of the file must do.
    private static func indexed(_ index: [UInt8], _ bytes: [UInt8]) -> [Range<Int>]? {
        guard index.count >= 100, (index.count - 100).isMultiple(of: 8) else { return nil }
        var cursor = ByteCursor(index, 100..<index.count)
        var shapes: [Range<Int>] = []
        while let offset = cursor.uint32(bigEndian: true), let length = cursor.uint32(bigEndian: true) {
            let start = Int(offset) * 2 + 8
            guard start >= 108, start + Int(length) * 2 <= bytes.count else { return nil }
            shapes.append(start..<start + Int(length) * 2)
        }
        return shapes
    }

    private static func sequential(_ bytes: [UInt8]) throws(InputError) -> [Range<Int>] {
        var cursor = ByteCursor(bytes, 100..<bytes.count)
        var shapes: [Range<Int>] = []
        while cursor.remaining >= 8 {
            guard cursor.skip(4), let length = cursor.uint32(bigEndian: true) else { break }
            let start = cursor.position
            guard cursor.skip(Int(length) * 2) else {
                throw InputError(
                    .malformed, "the file ends within shape \(shapes.count + 1)", remedy: "copy the file again")
            }
            shapes.append(start..<cursor.position)
        }
        return shapes
    }
}
