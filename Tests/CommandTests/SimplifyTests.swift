import Fixtures
import Foundation
import Testing

@Suite("kleinraum simplify")
struct SimplifyTests {
    static let berlin = "\(Program.shared)/berlin/boundaries"

    /// What GEOS says about a GeoJSON file.
    struct Oracle: Decodable {
        var features: Int
        var empty: Int
        var invalid: Int
        var is_valid: Bool
        var rings: Int
        var vertices: Int
        var area: Double
        var simplified: [String: Int]?
    }

    func oracle(_ path: String, _ options: [String] = []) throws -> Oracle {
        let result = try PythonClient.run("coverage_oracle.py", [path] + options)
        if result.status != 0 { Issue.record("the oracle failed: \(result.messages.suffix(2000))") }
        return try JSONDecoder().decode(Oracle.self, from: Data(result.output.utf8))
    }

    @Test("a vertex off the straight border goes on both sides; attributes, order, ids and system stay")
    func small() throws {
        let areas = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},
            "features":[
            {"type":"Feature","properties":{"nr":"02","name":"Ost"},"geometry":{"type":"Polygon","coordinates":
            [[[500100,5700000],[500200,5700000],[500200,5700100],[500100,5700100],[500101,5700050],[500100,5700000]]]}},
            {"type":"Feature","properties":{"nr":"01","name":null},"geometry":{"type":"Polygon","coordinates":
            [[[500000,5700000],[500100,5700000],[500101,5700050],[500100,5700100],[500000,5700100],[500000,5700000]]]}}
            ]}
            """
        try Program.withFolder { folder in
            try areas.write(toFile: "\(folder)/areas.geojson", atomically: true, encoding: .utf8)
            let result = try Program.run(
                ["simplify", "areas.geojson", "--tolerance", "10", "--key", "nr"], in: folder)
            #expect(result.status == 0)
            #expect(
                result.output == """
                    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},\
                    "features":[
                    {"type":"Feature","id":"02","properties":{"nr":"02","name":"Ost"},"geometry":{"type":"Polygon",\
                    "coordinates":[[[500100,5700000],[500200,5700000],[500200,5700100],[500100,5700100],\
                    [500100,5700000]]]}},
                    {"type":"Feature","id":"01","properties":{"nr":"01","name":null},"geometry":{"type":"Polygon",\
                    "coordinates":[[[500100,5700000],[500100,5700100],[500000,5700100],[500000,5700000],\
                    [500100,5700000]]]}}
                    ]}

                    """)
            #expect(result.messages.contains("2 areas, 12 vertices before, 10 now"))
            #expect(!result.messages.contains("no valid coverage"))
            let finer = try Program.run(["simplify", "areas.geojson", "--tolerance", "7"], in: folder)
            #expect(finer.messages.contains("12 vertices before, 12 now"))
        }
    }

    @Test("areas that overlap are simplified all the same, with a note")
    func faulty() throws {
        let areas = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},
            "features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
            [[[500090,5700000],[500200,5700000],[500200,5700100],[500090,5700100],[500090,5700000]]]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
            [[[500000,5700000],[500100,5700000],[500100,5700100],[500000,5700100],[500000,5700000]]]}}]}
            """
        try Program.withFolder { folder in
            try areas.write(toFile: "\(folder)/areas.geojson", atomically: true, encoding: .utf8)
            let result = try Program.run(["simplify", "areas.geojson", "--tolerance", "10"], in: folder)
            #expect(result.status == 0)
            #expect(result.output.contains("500090"))
            #expect(result.messages.contains("no valid coverage (1 overlap"))
        }
    }

    /// A square with an attribute of every type.
    static let typed = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},
        "features":[
        {"type":"Feature","properties":{"nr":"02","n":7,"ha":1.5,"ok":true,"both":1},"geometry":{"type":"Polygon",
        "coordinates":[[[500100,5700000],[500200,5700000],[500200,5700100],[500100,5700100],[500100,5700000]]]}},
        {"type":"Feature","properties":{"nr":"03","n":8,"ha":2,"ok":null,"both":"x"},"geometry":{"type":"Polygon",
        "coordinates":[[[500200,5700000],[500300,5700000],[500300,5700100],[500200,5700100],[500200,5700000]]]}}]}
        """

    @Test("the output follows its name: GeoJSON, TopoJSON with shared borders once, nothing for an unknown ending")
    func endings() throws {
        try Program.withFolder { folder in
            try Self.typed.write(toFile: "\(folder)/a.geojson", atomically: true, encoding: .utf8)
            func simplify(_ name: String) throws -> Program.Result {
                try Program.run(
                    ["simplify", "a.geojson", "--tolerance", "5", "--key", "nr", "-o", name], in: folder)
            }
            for name in ["out.geojson", "out.json"] {
                #expect(try simplify(name).status == 0)
                let text = try Program.text("\(folder)/\(name)")
                #expect(text.contains(#""properties":{"nr":"02","n":7,"ha":1.5,"ok":true,"both":"1"}"#))
                #expect(text.contains(#""properties":{"nr":"03","n":8,"ha":2.0,"ok":null,"both":"x"}"#))
            }
            let result = try simplify("out.topojson")
            #expect(result.status == 0 && result.messages.contains("TopoJSON cannot name a reference system"))
            let text = try Program.text("\(folder)/out.topojson")
            #expect(text.hasPrefix(#"{"type":"Topology","#))
            #expect(text.contains(#""type":"Polygon","id":"02","properties":{"nr":"02","n":7,"#))
            #expect(text.contains(#""arcs":[[0,1]]"#) && text.contains(#""arcs":[[2,-1]]"#))
            for name in ["out.xyz", "./a.geojson"] { #expect(try simplify(name).status == 64) }
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/out.xyz"))
            #expect(try Program.text("\(folder)/a.geojson") == Self.typed)
        }
    }

    @Test(
        "GeoPackage and Shapefile keep the types of attributes, there and back",
        .enabled(
            if: ["/usr/bin/ogr2ogr", "/usr/local/bin/ogr2ogr"].contains {
                FileManager.default.fileExists(atPath: $0)
            }, "ogr2ogr is not installed"))
    func otherFormats() throws {
        try Program.withFolder { folder in
            try Self.typed.write(toFile: "\(folder)/a.geojson", atomically: true, encoding: .utf8)
            for (name, truth) in [("out.gpkg", "true"), ("out.shp", "1")] {
                let there = try Program.run(["simplify", "a.geojson", "--tolerance", "5", "-o", name], in: folder)
                #expect(there.status == 0, "\(there.messages)")
                let back = try Program.run(["simplify", name, "--tolerance", "5"], in: folder)
                #expect(back.status == 0)
                #expect(back.output.contains(#""nr":"02","n":7,"ha":1.5,"ok":\#(truth),"both":"1"}"#), "\(back.output)")
                #expect(back.output.contains("urn:ogc:def:crs:EPSG::25832"))
            }
        }
    }

    @Test("metres that are declared to be degrees are an error that names the system")
    func misplaced() throws {
        try Program.withFolder { folder in
            let wrong = Self.typed.replacingOccurrences(of: "25832", with: "4326")
            try wrong.write(toFile: "\(folder)/a.geojson", atomically: true, encoding: .utf8)
            let result = try Program.run(["simplify", "a.geojson", "--tolerance", "5"], in: folder)
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(result.messages.contains("cannot be in") && result.messages.contains("EPSG:25832"))
        }
    }

    @Test("a tolerance that is no length is wrong usage; points, or no file, are an error")
    func bad() throws {
        try Program.withFolder { folder in
            for tolerance in ["-1", "nan", "x"] {
                let result = try Program.run(["simplify", "a.geojson", "--tolerance", tolerance], in: folder)
                #expect(result.status == 64 && result.messages.contains(tolerance))
            }
            let absent = try Program.run(["simplify", "a.geojson", "--tolerance", "1"], in: folder)
            #expect(absent.status == 1)
            #expect(absent.messages.contains("a.geojson"))
            let point = #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[7,51]}}"#
            try point.write(toFile: "\(folder)/a.geojson", atomically: true, encoding: .utf8)
            let points = try Program.run(["simplify", "a.geojson", "--tolerance", "1"], in: folder)
            #expect(points.status == 1)
            #expect(points.messages.contains("points where areas are needed"))
        }
    }

    @Test(
        "Berlin's planning areas stay a valid coverage of 542, with as few vertices as GEOS leaves",
        .enabled(if: Program.has("berlin"), "shared/data/berlin is not here"),
        .enabled(if: PythonClient.isInstalled, PythonClient.absence),
        arguments: [(1, 85_414), (10, 29_412), (50, 10_978), (250, 4_748)])
    func berlin(tolerance: Int, known: Int) throws {
        try Program.withFolder { folder in
            let path = "\(Self.berlin)/lor_planungsraeume_2021.shp"
            let result = try Program.run(
                ["simplify", path, "--tolerance", "\(tolerance)", "--key", "PLR_ID", "-o", "out.geojson"], in: folder)
            #expect(result.status == 0)
            #expect(!result.messages.contains("no valid coverage"))
            let found = try oracle("\(folder)/out.geojson")
            #expect(found.is_valid && found.features == 542 && found.empty == 0 && found.invalid == 0)
            let before = try oracle(path, ["--simplify", "\(tolerance)"])
            #expect(before.simplified?["\(tolerance)"] == known)
            #expect(before.rings == found.rings)
            #expect(Double(found.vertices) <= 1.1 * Double(known), "\(found.vertices) vertices")
        }
    }

    @Test(
        "Degrees are measured in metres: Berlin in longitude and latitude keeps as many vertices",
        .enabled(if: Program.has("berlin"), "shared/data/berlin is not here"),
        .enabled(if: PythonClient.isInstalled, PythonClient.absence))
    func degrees() throws {
        try Program.withFolder { folder in
            let path = "\(Self.berlin)/planning_areas_until_2020.geojson"
            var vertices: [Int] = []
            for options in [[], ["--metric-crs", "EPSG:3035"]] {
                let result = try Program.run(
                    ["simplify", path, "--tolerance", "50", "-o", "out.geojson"] + options, in: folder)
                #expect(result.status == 0)
                // The overlap and the gap that the file is known for.
                #expect(result.messages.contains("no valid coverage (1 overlap"))
                let found = try oracle("\(folder)/out.geojson")
                #expect(found.features == 448 && found.empty == 0 && found.invalid == 0)
                vertices.append(found.vertices)
            }
            #expect(abs(vertices[0] - vertices[1]) < vertices[0] / 50)
            let text = try Program.text("\(folder)/out.geojson")
            #expect(text.hasPrefix("{\"type\":\"FeatureCollection\",\"features\":["))
        }
    }
}
