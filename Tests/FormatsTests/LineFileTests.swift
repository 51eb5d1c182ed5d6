import Diagnostics
import Fixtures
import Formats
import GRDB
import Glibc
import Planar
import Testing

@Suite("Files of lines")
struct LineFileTests {
    /// Two lines and a point, as every format here should give them.
    static let expected: Polylines = {
        var lines = Polylines()
        lines.add(x: [0, 10, 20], y: [0, 5, 0])
        lines.add(x: [3, 4], y: [3, 4])
        lines.add(x: [7], y: [8])
        return lines
    }()

    func read(_ name: String, _ text: String) throws -> LineFile {
        let folder = TemporaryFolder()
        return try LineFile.read(path: folder.write(name, Array(text.utf8)))
    }

    func fault(_ name: String, _ bytes: [UInt8]) -> InputError? {
        let folder = TemporaryFolder()
        do {
            _ = try LineFile.read(path: folder.write(name, bytes))
            return nil
        } catch {
            return error
        }
    }

    @Test("GeoJSON: lines, lines of several parts, points, null and collections, with z and in any order of members")
    func geoJSON() throws {
        let collection = try read(
            "a.geojson",
            """
            {"features": [
              {"type": "Feature", "geometry": {"coordinates": [[0, 0, 99], [10, 5, 99], [20, 0, 99]], "type": "LineString"}},
              {"type": "Feature", "geometry": null, "properties": {"name": "Nichts"}},
              {"type": "Feature", "properties": null, "geometry": {"type": "GeometryCollection", "geometries": [
                {"type": "MultiLineString", "coordinates": [[[3, 3], [4, 4]], []]},
                {"type": "Point", "coordinates": [7, 8]}, {"type": "Point", "coordinates": []}]}}],
             "type": "FeatureCollection"}
            """)
        #expect(collection.lines == Self.expected)
        #expect(collection.declaredSystem == .crs84)
        #expect(collection.lines.length(of: 2) == 0)
        let feature = try read(
            "b.json",
            """
            {"type": "Feature", "geometry": {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]},
             "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}}
            """)
        #expect(feature.lines.x == [1, 3] && feature.lines.starts == [0, 1, 2])
        #expect(feature.declaredSystem == .epsg(25832))
        #expect(try read("c.json", #"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}"#).lines.count == 1)
        #expect(try read("d.json", #"{"type": "Point", "coordinates": [1, 2], "crs": null}"#).declaredSystem == nil)
    }

    @Test("Shapefiles: lines of several parts, points and null, with z and without, and the system beside it")
    func shapefile() throws {
        func line(type: Int, _ parts: [[(Double, Double)]]) -> [UInt8] {
            // Like a polygon's, but for the type.
            var bytes = ShapefileBytes.polygon(type: type == 13 ? 15 : 5, parts)
            bytes[0] = UInt8(type)
            return bytes
        }
        let folder = TemporaryFolder()
        let shapes = [
            line(type: 3, [[(0, 0), (10, 5), (20, 0)], [(3, 3), (4, 4)]]), ShapefileBytes.null(),
            ShapefileBytes.point(7, 8),
        ]
        let path = folder.write("a.shp", ShapefileBytes.shapefile(type: 3, shapes))
        folder.write("a.prj", Array(#"PROJCS["ETRS_1989_UTM_Zone_32N"]"#.utf8))
        let file = try LineFile.read(path: path)
        #expect(file.lines == Self.expected)
        #expect(file.declaredSystem == .wkt(#"PROJCS["ETRS_1989_UTM_Zone_32N"]"#))
        let deep = folder.write(
            "b.shp", ShapefileBytes.shapefile(type: 13, [line(type: 13, [[(1, 2), (3, 4)]])]))
        #expect(try LineFile.read(path: deep).lines.x == [1, 3])
        let points = folder.write(
            "c.shp", ShapefileBytes.shapefile(type: 8, [ShapefileBytes.multiPoint([(1, 2), (3, 4)])]))
        #expect(try LineFile.read(path: points).lines.count == 2)
    }

    /// A GeoPackage with one layer of geometries.
    func geoPackage(_ folder: TemporaryFolder, _ geometries: [[UInt8]?]) throws -> String {
        let path = "\(folder.path)/a.gpkg"
        let database = try DatabaseQueue(path: path)
        try database.write { database in
            try database.execute(
                sql: """
                    PRAGMA application_id = 1196444487;
                    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
                        organization_coordsys_id INTEGER, definition TEXT);
                    INSERT INTO gpkg_spatial_ref_sys VALUES ('UTM', 25832, 'EPSG', 25832, 'PROJCS[…]');
                    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
                    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
                    CREATE TABLE rivers (fid INTEGER PRIMARY KEY, geom BLOB);
                    INSERT INTO gpkg_contents VALUES ('rivers', 'features', 25832);
                    INSERT INTO gpkg_geometry_columns VALUES ('rivers', 'geom', 25832);
                    """)
            for geometry in geometries {
                let hex = geometry.map { bytes in
                    "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
                }
                try database.execute(sql: "INSERT INTO rivers (geom) VALUES (\(hex ?? "NULL"))")
            }
        }
        try database.close()
        return path
    }

    /// A line as well-known binary, in either byte order, with a z that is passed over.
    func wkb(line: [(Double, Double)], bigEndian: Bool = false, z: Bool = false) -> [UInt8] {
        func number(_ value: UInt64, _ size: Int) -> [UInt8] {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return bigEndian ? bytes.reversed() : bytes
        }
        var bytes: [UInt8] = [bigEndian ? 0 : 1]
        bytes += number(z ? 1002 : 2, 4) + number(UInt64(line.count), 4)
        for (x, y) in line {
            bytes += number(x.bitPattern, 8) + number(y.bitPattern, 8)
            if z { bytes += number(99.0.bitPattern, 8) }
        }
        return bytes
    }

    func multi(_ type: UInt8, _ parts: [[UInt8]]) -> [UInt8] {
        [1, type, 0, 0, 0, UInt8(parts.count), 0, 0, 0] + parts.joined()
    }

    let header: [UInt8] = Array("GP".utf8) + [0, 1, 0, 0, 0, 0]

    @Test("GeoPackages: lines in both byte orders, with z, in several parts, and the layer behind a colon")
    func geoPackage() throws {
        let folder = TemporaryFolder()
        var point = ShapefileBytes()
        point.bytes = [1, 1, 0, 0, 0]
        point.double(7)
        point.double(8)
        let path = try geoPackage(
            folder,
            [
                header + wkb(line: [(0, 0), (10, 5), (20, 0)], bigEndian: true), nil,
                header + multi(5, [wkb(line: [(3, 3), (4, 4)], z: true)]), header + multi(7, [point.bytes]),
            ])
        let file = try LineFile.read(path: path)
        #expect(file.lines == Self.expected)
        #expect(file.declaredSystem == .epsg(25832))
        #expect(try LineFile.read(path: path + ":rivers").lines == Self.expected)
        #expect(throws: InputError.self) { try LineFile.read(path: path + ":roads") }
    }

    @Test("Areas, curves, other formats and damage are refused with the feature and a remedy")
    func refused() throws {
        let polygon = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#
        let area = fault("a.geojson", Array(BoundaryTestData.collection("null", polygon).utf8))
        #expect(area?.code == .invalidGeometry && area?.place.row == 2)
        #expect(area?.remedy.contains("the axis, not the bed") == true)
        #expect(area?.place.file.hasSuffix("a.geojson") == true)
        let broken = #"{"type":"LineString","coordinates":[[0,0],[1]]}"#
        #expect(fault("b.geojson", Array(BoundaryTestData.collection(broken).utf8))?.place.row == 1)
        #expect(fault("c.geojson", Array(#"{"type":"Topology"}"#.utf8))?.code == .malformed)
        #expect(fault("d.kml", Array("<kml/>".utf8))?.remedy.contains("GeoJSON, GeoPackage or Shapefile") == true)
        let box = ShapefileBytes.polygon([ShapefileBytes.box(0, 0, 1, 1)])
        #expect(fault("e.shp", ShapefileBytes.shapefile(type: 5, [box]))?.message.contains("Polygon") == true)
        var cut = ShapefileBytes.polygon([ShapefileBytes.box(0, 0, 1, 1)])
        cut[0] = 3
        #expect(fault("f.shp", ShapefileBytes.shapefile(type: 3, [Array(cut.dropLast(16))]))?.code == .malformed)
        let folder = TemporaryFolder()
        for geometry in [
            [1, 2, 3], header + multi(3, []), header + multi(8, []), header + [1, 2, 0, 0, 0, 255, 255, 0, 0],
        ] {
            let path = try geoPackage(folder, [geometry])
            #expect(throws: InputError.self) { try LineFile.read(path: path) }
            for name in folder.files() { remove("\(folder.path)/\(name)") }
        }
    }
}
