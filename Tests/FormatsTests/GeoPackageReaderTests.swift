import Diagnostics
import Formats
import GRDB
import Glibc
import Planar
import Testing

@Suite struct GeoPackageReaderTests {
    /// Makes a GeoPackage with the tables that the standard asks for, and what the statements add.
    private func make(_ path: String, journal: String = "DELETE", _ statements: [String]) throws {
        let database = try DatabaseQueue(path: path)
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = \(journal)") }
        try database.write { database in
            try database.execute(
                sql: """
                    PRAGMA application_id = 1196444487;
                    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
                        organization_coordsys_id INTEGER, definition TEXT);
                    INSERT INTO gpkg_spatial_ref_sys VALUES ('UTM', 25832, 'EPSG', 25832, 'PROJCS[…]'),
                        ('own', 100, 'NONE', 0, 'PROJCS["own"]'), ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined');
                    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
                    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
                    """)
            for statement in statements { try database.execute(sql: statement) }
        }
        try database.close()
    }

    /// A layer of features with a BOOLEAN, a REAL and a key.
    private func layer(_ name: String, system: Int, _ geometries: [[UInt8]?]) -> [String] {
        let rows = geometries.enumerated().map { index, geometry in
            let blob = geometry.map { "x'" + $0.map { byte in hex(byte) }.joined() + "'" } ?? "NULL"
            return "INSERT INTO \"\(name)\" VALUES (\(index + 1), '00\(index)', \(index % 2), \(index).5, \(blob))"
        }
        return [
            "CREATE TABLE \"\(name)\" (fid INTEGER PRIMARY KEY, key TEXT, open BOOLEAN, share REAL, geom BLOB)",
            "INSERT INTO gpkg_contents VALUES ('\(name)', 'features', \(system))",
            "INSERT INTO gpkg_geometry_columns VALUES ('\(name)', 'geom', \(system))",
        ] + rows
    }

    private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    /// A GeoPackage geometry: a header, here with an envelope, and well-known binary.
    private func geometry(_ wkb: [UInt8], envelope: Bool = false) -> [UInt8] {
        Array("GP".utf8) + [0, envelope ? 3 : 1, 0, 0, 0, 0] + [UInt8](repeating: 0, count: envelope ? 32 : 0) + wkb
    }

    private func wkb(_ type: Int, ordinates: Int = 2, rings: [[(Double, Double)]]) -> [UInt8] {
        var bytes = ShapefileBytes()
        bytes.bytes = [1]
        bytes.little(type)
        bytes.little(rings.count)
        for ring in rings {
            bytes.little(ring.count)
            for (x, y) in ring {
                bytes.double(x)
                bytes.double(y)
                for _ in 2..<ordinates { bytes.double(99) }
            }
        }
        return bytes.bytes
    }

    @Test("polygons with and without z and m, multipolygons and null, with their attributes")
    func features() throws {
        let box = ShapefileBytes.box(0, 0, 1, 1)
        let plain = wkb(3, rings: [ShapefileBytes.box(0, 0, 9, 9), ShapefileBytes.box(1, 1, 2, 2)])
        var multi = ShapefileBytes()
        multi.bytes = [1]
        multi.little(6)
        multi.little(2)
        multi.bytes += plain + plain
        let geometries: [[UInt8]?] = [
            geometry(plain, envelope: true), nil, geometry(wkb(1003, ordinates: 3, rings: [box])),
            geometry(wkb(3003, ordinates: 4, rings: [box])),
            geometry(wkb(3 | 0x8000_0000, ordinates: 3, rings: [box])), geometry(multi.bytes),
            geometry(wkb(3, rings: [])),
        ]
        try BoundaryTestData.withFolder { folder throws in
            let path = "\(folder)/stadt teile?.gpkg"
            try make(path, layer("a b", system: 25832, geometries))
            let file = try FeatureFile.read(path: path)
            #expect(file.fields == ["fid", "key", "open", "share"])
            #expect(file.columns[0] == ["1", "2", "3", "4", "5", "6", "7"])
            #expect(file.columns[1].prefix(2) == ["000", "001"])
            #expect(file.columns[2].prefix(2) == ["false", "true"])
            #expect(file.columns[3].prefix(2) == ["0.5", "1.5"])
            #expect(file.declaredSystem == .epsg(25832))
            let areas = try file.requireAreas()
            #expect(areas.areaStarts == [0, 1, 1, 2, 3, 4, 6, 6])
            #expect(areas.partStarts == [0, 2, 3, 4, 5, 7, 9])
            #expect(areas.x[10..<15] == [0, 0, 1, 1, 0])
        }
    }

    @Test("points in either byte order")
    func points() throws {
        let big: [UInt8] = [0, 0, 0, 0, 1, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0]
        try BoundaryTestData.withFolder { folder throws in
            try make("\(folder)/a.gpkg", layer("p", system: 100, [geometry(big)]))
            let file = try FeatureFile.read(path: "\(folder)/a.gpkg")
            #expect(file.geometry == .points(x: [1], y: [2]))
            #expect(file.declaredSystem == .wkt("PROJCS[\"own\"]"))
        }
    }

    @Test("of several layers one must be named; attributes alone are a table")
    func layers() throws {
        try BoundaryTestData.withFolder { folder throws in
            let path = "\(folder)/a.gpkg"
            let table = [
                "CREATE TABLE counts (key TEXT, n INTEGER)", "INSERT INTO counts VALUES ('07', 3), (NULL, NULL)",
                "INSERT INTO gpkg_contents VALUES ('counts', 'attributes', 0)",
            ]
            try make(path, layer("one", system: -1, [nil]) + layer("two", system: -1, [nil, nil]) + table)
            let error = #expect(throws: InputError.self) { try FeatureFile.read(path: path) }
            #expect(error?.message == "the file holds 2 layers: one, two")
            #expect(try FeatureFile.read(path: path + ":two").count == 2)
            #expect(try FeatureFile.read(path: path, layer: "ONE").declaredSystem == nil)
            let counts = try FeatureFile.read(path: path, layer: "counts")
            #expect(counts.columns == [["07", nil], ["3", nil]])
            let unknown = #expect(throws: InputError.self) { try FeatureFile.read(path: path, layer: "three") }
            #expect(unknown?.remedy == "its layers are: counts, one, two")
        }
    }

    @Test("a file in WAL mode is read without leaving anything beside it, also where nothing may be written")
    func readOnly() throws {
        try BoundaryTestData.withFolder { folder throws in
            let path = "\(folder)/a.gpkg"
            try make(path, journal: "WAL", layer("one", system: 25832, [nil]))
            #expect(!FileBytes.exists(path + "-wal"))
            #expect(chmod(path, 0o444) == 0 && chmod(folder, 0o555) == 0)
            #expect(try FeatureFile.read(path: path).count == 1)
            #expect(!FileBytes.exists(path + "-wal") && !FileBytes.exists(path + "-shm"))
            #expect(chmod(folder, 0o755) == 0)
        }
    }

    @Test("damaged geometries and files that are no GeoPackage are refused")
    func damaged() throws {
        let whole = geometry(wkb(3, rings: [ShapefileBytes.box(0, 0, 1, 1)]))
        try BoundaryTestData.withFolder { folder throws in
            for count in 0..<whole.count {
                let path = "\(folder)/\(count).gpkg"
                try make(path, layer("one", system: 25832, [Array(whole[..<count])]))
                let error = #expect(throws: InputError.self) { try FeatureFile.read(path: path) }
                #expect(error?.place.row == 1)
            }
            try AtomicFile.write("\(folder)/text.gpkg", Array("no database at all".utf8))
            #expect(throws: InputError.self) { try FeatureFile.read(path: "\(folder)/text.gpkg") }
            let other = try DatabaseQueue(path: "\(folder)/other.gpkg")
            try other.write { try $0.execute(sql: "CREATE TABLE t (a)") }
            try other.close()
            let error = #expect(throws: InputError.self) { try FeatureFile.read(path: "\(folder)/other.gpkg") }
            #expect(error?.message == "the file is a database, but no GeoPackage")
        }
    }
}
