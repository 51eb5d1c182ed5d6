import Diagnostics
import Formats
import Planar
import Testing

@Suite struct GeoJSONWriterTests {
    /// A square wound clockwise with a hole wound clockwise, an area without parts, and one of two parts.
    private static let areas: Areas = {
        var builder = Areas.Builder()
        builder.addRing(x: [0, 0, 4, 4, 0], y: [0, 4, 4, 0, 0])
        builder.addRing(x: [1, 1, 2, 2, 1], y: [1, 2, 2, 1, 1])
        builder.closePart()
        builder.closeArea()
        builder.closeArea()
        builder.addRing(x: [10, 11, 11, 10], y: [0, 0, 1, 0])
        builder.closePart()
        builder.addRing(x: [20, 21, 21, 20], y: [0, 0, 1.25, 0])
        builder.closePart()
        builder.closeArea()
        return builder.finish()
    }()

    @Test("shells are written counter-clockwise, holes clockwise, the same bytes every time")
    func winding() {
        var out = OutputBuffer()
        GeoJSONWriter(decimals: 1).write(
            Self.areas, ids: ["a", "b", "c"],
            columns: [.init("name", .text(["K\"", nil, "ß"])), .init("n", .numbers([1, 0.5, .nan]))], into: &out)
        #expect(
            String(decoding: out.bytes, as: UTF8.self) == """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","id":"a","properties":{"name":"K\\"","n":1},"geometry":{"type":"Polygon","coordinates":\
                [[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]}},
                {"type":"Feature","id":"b","properties":{"name":null,"n":0.5},"geometry":null},
                {"type":"Feature","id":"c","properties":{"name":"ß","n":null},"geometry":{"type":"MultiPolygon",\
                "coordinates":[[[[10,0],[11,0],[11,1],[10,0]]],[[[20,0],[21,0],[21,1.3],[20,0]]]]}}
                ]}

                """)
    }

    @Test("rings without vertices, and parts whose shell has none, are left out")
    func emptyRings() {
        // A square with a hole of nothing; an area of one part of nothing; one of two parts, the first of nothing.
        let areas = Areas(
            x: [0, 1, 1, 0, 5, 6, 6, 5], y: [0, 0, 1, 0, 0, 0, 1, 0], ringStarts: [0, 4, 4, 4, 4, 8],
            partStarts: [0, 2, 3, 4, 5], areaStarts: [0, 1, 2, 4])
        var out = OutputBuffer()
        for area in 0..<3 { GeoJSONWriter(decimals: 0).writeGeometry(of: area, in: areas, into: &out) }
        #expect(
            String(decoding: out.bytes, as: UTF8.self) == """
                {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}null\
                {"type":"Polygon","coordinates":[[[5,0],[6,0],[6,1],[5,0]]]}
                """)
    }

    @Test("what is written reads back")
    func roundTrip() throws {
        var out = OutputBuffer()
        GeoJSONWriter(decimals: 3, system: .epsg(25832)).write(
            Self.areas, columns: [.init("n", .integers([1, nil, 3]))], into: &out)
        let file = try GeoJSONReader.read(out.bytes, file: "written")
        #expect(file.declaredSystem == .epsg(25832))
        #expect(file.columns == [["1", nil, "3"]])
        let areas = try file.requireAreas()
        #expect(areas.areaStarts == Self.areas.areaStarts)
        #expect(areas.partStarts == Self.areas.partStarts)
        #expect(areas.box == Self.areas.box)
        var again = OutputBuffer()
        GeoJSONWriter(decimals: 3, system: .epsg(25832)).write(
            areas, columns: [.init("n", .integers([1, nil, 3]))], into: &again)
        #expect(again.bytes == out.bytes)
    }

    @Test("points, and the place of a missing one")
    func points() throws {
        var out = OutputBuffer()
        GeoJSONWriter().write(x: [13.4, .nan], y: [52.5, .nan], columns: [], into: &out)
        #expect(
            String(decoding: out.bytes, as: UTF8.self) == """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[13.4,52.5]}},
                {"type":"Feature","properties":{},"geometry":null}
                ]}

                """)
    }
}
