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

    @Test("a tolerance that is no length is wrong usage; points, or no file, are an error")
    func bad() throws {
        try Program.withFolder { folder in
            for tolerance in ["-1", "nan", "x"] {
                let result = try Program.run(["simplify", "a.geojson", "--tolerance=\(tolerance)"], in: folder)
                #expect(result.status == 64)
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
