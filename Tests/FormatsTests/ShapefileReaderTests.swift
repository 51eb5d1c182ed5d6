import Diagnostics
import Formats
import Planar
import Statistics
import Testing

@Suite struct ShapefileReaderTests {
    private static let keyField = [ShapefileBytes.Field(name: "KEY", type: "C", length: 2)]

    /// Writes a shapefile with a table of keys, and reads it.
    private func read(
        type: Int = 5, _ shapes: [[UInt8]], rows: [String]? = nil, projection: String? = nil
    ) throws -> FeatureFile {
        var file: FeatureFile?
        try BoundaryTestData.withFolder { folder throws in
            try AtomicFile.write("\(folder)/a.shp", ShapefileBytes.shapefile(type: type, shapes))
            if let rows {
                let table = ShapefileBytes.table(Self.keyField, rows: rows.map { Array($0.utf8) })
                try AtomicFile.write("\(folder)/a.dbf", table)
            }
            if let projection { try AtomicFile.write("\(folder)/a.prj", Array(projection.utf8)) }
            file = try FeatureFile.read(path: "\(folder)/a.shp")
        }
        return try #require(file)
    }

    @Test("polygons with z, null shapes, and the projection's text")
    func polygons() throws {
        let file = try read(
            [ShapefileBytes.polygon(type: 15, [ShapefileBytes.box(0, 0, 1, 2)]), ShapefileBytes.null()],
            rows: [" 01", " 02"], projection: "PROJCS[\"x\"]\n")
        #expect(try file.keys("KEY") == ["01", "02"])
        #expect(file.declaredSystem == .wkt("PROJCS[\"x\"]\n"))
        let areas = try file.requireAreas()
        #expect(areas.x == [0, 0, 1, 1, 0])
        #expect(areas.y == [0, 2, 2, 0, 0])
        #expect(areas.areaStarts == [0, 1, 1])
    }

    @Test("a deleted row takes its shape with it")
    func deleted() throws {
        let file = try read(
            type: 1, [ShapefileBytes.point(1, 2), ShapefileBytes.point(3, 4), ShapefileBytes.point(type: 11, 5, 6)],
            rows: [" 01", "*02", " 03"])
        #expect(file.geometry == .points(x: [1, 5], y: [2, 6]))
        #expect(try file.keys("KEY") == ["01", "03"])
    }

    @Test("a multipoint of one is a point, of two an error")
    func multiPoints() throws {
        #expect(try read(type: 8, [ShapefileBytes.multiPoint([(1, 2)])]).geometry == .points(x: [1], y: [2]))
        #expect(throws: InputError.self) { try read(type: 8, [ShapefileBytes.multiPoint([(1, 2), (3, 4)])]) }
    }

    @Test("without a table there are no attributes, and asking for one says why")
    func noTable() throws {
        let file = try read([ShapefileBytes.polygon([ShapefileBytes.box(0, 0, 1, 1)])])
        #expect(try file.keys("@row") == ["1"])
        let error = #expect(throws: InputError.self) { try file.keys("KEY") }
        #expect(error?.remedy.contains(".dbf") == true)
    }

    @Test("a table of another length is refused")
    func lengths() {
        let error = #expect(throws: InputError.self) { try read([ShapefileBytes.null()], rows: [" 01", " 02"]) }
        #expect(error?.message == "the .shp file holds 1 shapes, the .dbf file 2 rows")
    }

    /// Two shells, a hole in each, and an island in the first hole; in five windings.
    @Test(
        "holes go to the shell around them, whatever the winding",
        arguments: [
            [false, false, true, true, false], [true, true, false, false, true], [false, false, false, false, false],
        ])
    func grouping(isReversed: [Bool]) throws {
        let boxes = [
            ShapefileBytes.box(0, 0, 10, 10), ShapefileBytes.box(20, 0, 30, 10), ShapefileBytes.box(21, 1, 22, 2),
            ShapefileBytes.box(1, 1, 9, 9), ShapefileBytes.box(3, 3, 4, 4),
        ]
        let rings = zip(boxes, isReversed).map { $1 ? $0.reversed() : $0 }
        let areas = try read([ShapefileBytes.polygon(rings)]).requireAreas()
        #expect(areas.partStarts == [0, 2, 4, 5])
        #expect(areas.ringStarts.dropLast().map { areas.x[Int($0)] } == [0, 1, 20, 21, 3])
    }

    @Test("a hole that touches its shell in vertices belongs to it; neighbours that share an edge are two parts")
    func touching() throws {
        let diamond: [(Double, Double)] = [(0, 5), (5, 0), (10, 5), (5, 10), (0, 5)]
        let touched = try read([ShapefileBytes.polygon([ShapefileBytes.box(0, 0, 10, 10), diamond])]).requireAreas()
        #expect(touched.partStarts == [0, 2])
        let neighbours = [ShapefileBytes.box(0, 0, 10, 10), ShapefileBytes.box(10, 2, 12, 4)]
        #expect(try read([ShapefileBytes.polygon(neighbours)]).requireAreas().partStarts == [0, 1, 2])
    }

    @Test("the index beside the file decides the order of the shapes")
    func index() throws {
        try BoundaryTestData.withFolder { folder throws in
            let shapes = [ShapefileBytes.point(1, 1), ShapefileBytes.point(2, 2), ShapefileBytes.point(3, 3)]
            try AtomicFile.write("\(folder)/a.shp", ShapefileBytes.shapefile(type: 1, shapes))
            var index = ShapefileBytes()
            index.bytes = [UInt8](repeating: 0, count: 100)
            for offset in [100 + 28 * 2, 100] {
                index.big(offset / 2)
                index.big(10)
            }
            try AtomicFile.write("\(folder)/a.shx", index.bytes)
            let file = try ShapefileReader.read(path: "\(folder)/a.shp")
            #expect(file.geometry == .points(x: [3, 1], y: [3, 1]))
        }
    }

    @Test("open and short rings, lines and broken numbers are named")
    func badShapes() {
        let open = ShapefileBytes.polygon([[(0, 0), (0, 1), (1, 1), (1, 0)]])
        let error = #expect(throws: InputError.self) { try read([open]) }
        #expect(error?.message == "ring 1 of feature 1 ends at 1.0 0.0 but starts at 0.0 0.0")
        #expect(throws: InputError.self) { try read([ShapefileBytes.polygon([[(0, 0), (0, 1), (0, 0)]])]) }
        #expect(throws: InputError.self) {
            try read([ShapefileBytes.polygon([[(0, 0), (0, .nan), (1, 1), (0, 0)]])])
        }
        #expect(throws: InputError.self) { try read([[3, 0, 0, 0]]) }
    }

    @Test("no cut and no changed byte stops the reader")
    func damaged() throws {
        let bytes = ShapefileBytes.shapefile(
            type: 5,
            [
                ShapefileBytes.polygon([ShapefileBytes.box(0, 0, 9, 9), ShapefileBytes.box(1, 1, 2, 2).reversed()]),
                ShapefileBytes.null(), ShapefileBytes.polygon(type: 15, [ShapefileBytes.box(5, 5, 6, 6)]),
            ])
        try BoundaryTestData.withFolder { folder throws in
            let path = "\(folder)/a.shp"
            var generator = SplitMix64(seed: 8)
            for round in 0..<1_000 {
                var changed = bytes
                if round < bytes.count {
                    changed.removeLast(round)
                } else {
                    changed[24 + generator.below(changed.count - 24)] = UInt8(generator.below(256))
                }
                try AtomicFile.write(path, changed)
                do throws(InputError) {
                    _ = try ShapefileReader.read(path: path)
                } catch {
                    #expect(error.place.file == path)
                }
            }
        }
    }
}
