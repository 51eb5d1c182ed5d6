import Diagnostics
import Formats
import Glibc
import Planar
import Testing

/// Files as ogr2ogr writes them, made with the shell.
enum ForeignCopy {
    /// Converts a file with ogr2ogr and checks that it worked.
    static func make(_ target: String, from source: String, options: String) throws {
        try #require(system("ogr2ogr \(options) '\(target)' '\(source)' 2>/dev/null") == 0)
    }

    /// The areas of a file as GDAL sees them.
    static func areas(of path: String) throws -> Areas {
        var areas: Areas?
        try BoundaryTestData.withFolder { folder throws in
            try make("\(folder)/copy.gpkg", from: path, options: "-f GPKG -nlt PROMOTE_TO_MULTI")
            areas = try FeatureFile.read(path: "\(folder)/copy.gpkg").requireAreas()
        }
        return try #require(areas)
    }
}

@Suite(.enabled(if: BoundaryTestData.hasConverter, "ogr2ogr is not installed")) struct ForeignFormatTests {
    /// Two areas in EPSG:25832 with keys that have leading zeros.
    private static let text = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[
        {"type":"Feature","properties":{"key":"007","n":1.5},"geometry":{"type":"Polygon","coordinates":
        [[[360000.25,5700000],[361000,5700000],[361000,5701000],[360000.25,5700000]]]}},
        {"type":"Feature","properties":{"key":"008","n":null},"geometry":{"type":"Polygon","coordinates":
        [[[362000,5700000],[363000,5700000],[363000,5701000],[362000,5700000]]]}}]}
        """

    @Test(
        "a copy in another format holds the same keys, areas and system",
        arguments: [
            ("FlatGeobuf", "fgb"), ("GML", "gml"), ("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("MapInfo File", "tab"),
            ("SQLite", "sqlite"),
        ])
    func formats(format: String, suffix: String) throws {
        try BoundaryTestData.withFolder { folder throws in
            try AtomicFile.write("\(folder)/source.geojson", Array(Self.text.utf8))
            let path = "\(folder)/copy.\(suffix)"
            try ForeignCopy.make(path, from: "\(folder)/source.geojson", options: "-f '\(format)'")
            let file = try FeatureFile.read(path: path)
            #expect(file.file == path)
            #expect(try file.column("key").map { $0 ?? "" }.sorted() == ["007", "008"])
            // MapInfo's own format has no null numbers.
            #expect(Set(try file.column("n")) == ["1.5", suffix == "tab" ? "0" : nil])
            let areas = try file.requireAreas()
            #expect(areas.count == 2)
            #expect(abs(areas.box.minX - 360000.25) < 0.01 && areas.box.maxY == 5_701_000)
            if suffix != "shp" && suffix != "tab" { #expect(file.declaredSystem == .epsg(25832)) }
            #expect(file.declaredSystem != nil)
        }
    }

    @Test("a zip archive is looked into, also into its folders")
    func archives() throws {
        try #require(system("which python3 >/dev/null") == 0, "an archiver is needed to make the archive")
        try BoundaryTestData.withFolder { folder throws in
            try AtomicFile.write("\(folder)/a.geojson", Array(Self.text.utf8))
            let zip = "cd '\(folder)' && mkdir in && cp a.geojson in/ && python3 -m zipfile -c one.zip in && "
            #expect(system(zip + "cp a.geojson in/b.geojson && python3 -m zipfile -c two.zip in") == 0)
            let file = try FeatureFile.read(path: "\(folder)/one.zip")
            #expect(try file.keys("key") == ["007", "008"])
            #expect(file.declaredSystem == .epsg(25832))
            let error = #expect(throws: InputError.self) { try FeatureFile.read(path: "\(folder)/two.zip") }
            #expect(error?.message == "the archive holds several files")
            #expect(try FeatureFile.read(path: "\(folder)/two.zip:b.geojson").count == 2)
        }
    }

    @Test("a spreadsheet is read as a table of attributes")
    func spreadsheet() throws {
        try BoundaryTestData.withFolder { folder throws in
            try AtomicFile.write("\(folder)/counts.csv", Array("key,n\n007,3\n008,4\n".utf8))
            try ForeignCopy.make("\(folder)/counts.xlsx", from: "\(folder)/counts.csv", options: "-f XLSX")
            let file = try FeatureFile.read(path: "\(folder)/counts.xlsx", attributesOnly: true)
            #expect(file.fields == ["key", "n"])
            #expect(file.columns == [["007", "008"], ["3", "4"]])
        }
    }

    @Test("what ogr2ogr cannot read is told in its words")
    func failure() throws {
        try BoundaryTestData.withFolder { folder throws in
            try AtomicFile.write("\(folder)/a.kml", Array("no KML".utf8))
            let error = #expect(throws: InputError.self) { try FeatureFile.read(path: "\(folder)/a.kml") }
            #expect(error?.message.hasPrefix("ogr2ogr cannot read the file: ") == true)
            #expect(error?.place.file == "\(folder)/a.kml")
        }
    }
}
