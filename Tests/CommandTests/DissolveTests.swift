import Foundation
import Testing

@Suite("kleinraum dissolve")
struct DissolveTests {
    static let squares = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[
        {"type":"Feature","properties":{"nr":"1","teil":"B"},"geometry":{"type":"Polygon","coordinates":
        [[[500000,5700000],[500100,5700000],[500100,5700100],[500000,5700100],[500000,5700000]]]}},
        {"type":"Feature","properties":{"nr":"2","teil":"A"},"geometry":{"type":"Polygon","coordinates":
        [[[500100,5700000],[500200,5700000],[500200,5700100],[500100,5700100],[500100,5700000]]]}},
        {"type":"Feature","properties":{"nr":"3","teil":"B"},"geometry":{"type":"Polygon","coordinates":
        [[[500000,5700100],[500100,5700100],[500100,5700200],[500000,5700200],[500000,5700100]]]}}]}
        """

    /// The features of an answer: id and the number of positions of the first ring.
    func features(_ text: String) throws -> [(id: String?, positions: Int)] {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return try #require(object["features"] as? [[String: Any]]).map { feature in
            let geometry = feature["geometry"] as? [String: Any]
            let rings = geometry?["coordinates"] as? [[[Double]]]
            return (feature["id"] as? String, rings?.first?.count ?? 0)
        }
    }

    @Test("areas with the same value become one, and all together the outer border, with the vertices they had")
    func squares() throws {
        try Program.withFolder { folder in
            try Self.squares.write(toFile: "\(folder)/areas.geojson", atomically: true, encoding: .utf8)
            let parts = try Program.run(["dissolve", "areas.geojson", "--by", "teil"], in: folder)
            #expect(parts.status == 0)
            #expect(parts.messages.isEmpty)
            #expect(parts.output.contains("EPSG::25832"))
            let found = try features(parts.output)
            #expect(found.map(\.id) == ["A", "B"])
            // B keeps the two corners in the middle of its long sides: they are vertices of the file.
            #expect(found.map(\.positions) == [5, 7])
            let whole = try Program.run(["dissolve", "areas.geojson", "-o", "border.geojson"], in: folder)
            #expect(whole.status == 0)
            let border = try features(try Program.text("\(folder)/border.geojson"))
            #expect(border.map(\.positions) == [9])
        }
    }

    @Test("the output is never an input, and other formats go through ogr2ogr")
    func outputs() throws {
        try Program.withFolder { folder in
            try Self.squares.write(toFile: "\(folder)/areas.geojson", atomically: true, encoding: .utf8)
            let same = try Program.run(["dissolve", "./areas.geojson", "-o", "areas.geojson"], in: folder)
            #expect(same.status == 64)
            #expect(try Program.text("\(folder)/areas.geojson") == Self.squares)
            let other = try Program.run(["dissolve", "areas.geojson", "--by", "teil", "-o", "out.xyz"], in: folder)
            #expect(other.status == 64 && other.messages.contains(".gpkg"))
        }
    }

    @Test("what is no coverage is united by GEOS and told; a missing value is an error that names the feature")
    func faults() throws {
        try Program.withFolder { folder in
            let overlapping = Self.squares
                .replacingOccurrences(of: "[500100,5700000],[500200", with: "[500090,5700000],[500200")
                .replacingOccurrences(
                    of: "[500100,5700100],[500100,5700000]", with: "[500100,5700100],[500090,5700000]")
            try overlapping.write(toFile: "\(folder)/areas.geojson", atomically: true, encoding: .utf8)
            let united = try Program.run(["dissolve", "areas.geojson"], in: folder)
            #expect(united.status == 0)
            #expect(united.messages.contains("united by GEOS"))
            let empty = Self.squares.replacingOccurrences(of: "\"teil\":\"A\"", with: "\"teil\":null")
            try empty.write(toFile: "\(folder)/empty.geojson", atomically: true, encoding: .utf8)
            let refused = try Program.run(["dissolve", "empty.geojson", "--by", "teil", "-o", "x.geojson"], in: folder)
            #expect(refused.status == 1)
            #expect(refused.messages.contains("area 2"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/x.geojson"))
        }
    }
}
