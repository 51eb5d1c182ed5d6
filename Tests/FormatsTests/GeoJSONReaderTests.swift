import Diagnostics
import Formats
import Planar
import Statistics
import Testing

@Suite struct GeoJSONReaderTests {
    private static let square = BoundaryTestData.square

    @Test("a collection gives areas and columns in the file's order")
    func collection() throws {
        let file = try BoundaryTestData.geoJSON(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"key":"007","n":7.0,"share":0.10,"open":true,"tags":{"a": [1, "x y"]},"no":null},
             "geometry":\(Self.square)},
            {"type":"Feature","properties":{"n":12345678901234567890,"key":"008","late":"ß"},"geometry":null}]}
            """)
        #expect(file.fields == ["key", "n", "share", "open", "tags", "no", "late"])
        #expect(file.columns[0] == ["007", "008"])
        #expect(file.columns[1] == ["7", "12345678901234567890"])
        #expect(file.columns[2] == ["0.1", nil])
        #expect(file.columns[3] == ["true", nil])
        #expect(file.columns[4] == [#"{"a":[1,"x y"]}"#, nil])
        #expect(file.columns[5] == [nil, nil])
        #expect(file.columns[6] == [nil, "ß"])
        let areas = try file.requireAreas()
        #expect(areas.count == 2)
        #expect(areas.x == [0, 1, 1, 0, 0])
        #expect(areas.parts(of: 1).isEmpty)
        #expect(file.declaredSystem == .crs84)
    }

    @Test("members may come in any order, the type after the coordinates and the system after the features")
    func anyOrder() throws {
        let file = try BoundaryTestData.geoJSON(
            """
            {"features":[{"geometry":{"coordinates":[[[0,0],[1,0],[1,1],[0,0]]],"type":"Polygon"},"properties":{"a":1},
            "bbox":[0,0,1,1],"type":"Feature"}],"name":"x","type":"FeatureCollection",
            "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25833"}}}
            """)
        #expect(try file.requireAreas().x.count == 4)
        #expect(file.declaredSystem == .epsg(25833))
    }

    @Test(
        "the names of the old crs member",
        arguments: [
            (#"{"type":"name","properties":{"name":"EPSG:4326"}}"#, DeclaredSystem.epsg(4326)),
            (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG:6.9:4647"}}"#, .epsg(4647)),
            (#"{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/EPSG/0/3035"}}"#, .epsg(3035)),
            (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, .crs84),
            (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC::CRS84"}}"#, .crs84),
            (#"{"type":"name","properties":{"name":"ESRI:102329"}}"#, .wkt("ESRI:102329")),
            (#"{"type":"EPSG","properties":{"code":31467}}"#, .epsg(31467)),
        ])
    func systems(member: String, system: DeclaredSystem) throws {
        let file = try BoundaryTestData.geoJSON(#"{"type":"FeatureCollection","crs":\#(member),"features":[]}"#)
        #expect(file.declaredSystem == system)
    }

    @Test("a null or linked system says nothing")
    func noSystem() throws {
        let null = try BoundaryTestData.geoJSON(#"{"type":"FeatureCollection","crs":null,"features":[]}"#)
        #expect(null.declaredSystem == nil)
        let link = #"{"type":"link","properties":{"href":"http://example.org/crs"}}"#
        let linked = try BoundaryTestData.geoJSON(#"{"type":"FeatureCollection","crs":\#(link),"features":[]}"#)
        #expect(linked.declaredSystem == nil)
    }

    @Test("two, three and four ordinates, blanks and line ends mean the same ring")
    func ordinates() throws {
        let texts = [
            "[[[0,0],[4,0],[4,4.5],[0,0]]]",
            "[[[0,0,9],[4,0,9.5],[4,4.5,-1e3],[0,0,8]]]",
            "[[[0,0,9,1],[4,0,9,2],[4,4.5,9,3],[0,0,9,4]]]",
            "[ [\r\n\t[ 0 , 0 ] , [ 4.0 , 0e0 ] ,\n[ 40e-1 , 0.45E+1 ] , [ 0 , -0 ] ] ]",
        ]
        for text in texts {
            let file = try BoundaryTestData.geoJSON(
                BoundaryTestData.collection(#"{"type":"Polygon","coordinates":\#(text)}"#))
            let areas = try file.requireAreas()
            #expect(areas.x == [0, 4, 4, 0])
            #expect(areas.y == [0, 0, 4.5, 0])
        }
    }

    @Test("a byte order mark, one feature, or a bare geometry are read too")
    func otherRoots() throws {
        let feature = #"{"type":"Feature","id":4,"properties":null,"geometry":\#(Self.square)}"#
        let marked = try GeoJSONReader.read([0xEF, 0xBB, 0xBF] + Array(feature.utf8), file: "a")
        #expect(marked.fields == ["id"])
        #expect(marked.columns == [["4"]])
        let bare = try BoundaryTestData.geoJSON(Self.square)
        #expect(try bare.requireAreas().count == 1)
        let collection = #"{"type":"GeometryCollection","geometries":[\#(Self.square),\#(Self.square)]}"#
        let areas = try BoundaryTestData.geoJSON(collection).requireAreas()
        #expect(areas.count == 1)
        #expect(areas.parts(of: 0).count == 2)
    }

    @Test("the top-level id yields to a property of that name")
    func identifiers() throws {
        let text = #"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"a","properties":{"id":"1"},"geometry":null},
            {"type":"Feature","id":"b","properties":{},"geometry":null}]}
            """#
        let file = try BoundaryTestData.geoJSON(text)
        #expect(file.fields == ["id"])
        #expect(file.columns == [["1", nil]])
    }

    @Test("polygons and multipolygons mix; holes stay with their part")
    func mixedPolygons() throws {
        let multi = """
            {"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]],
            [[[20,0],[29,0],[29,9],[20,0]]]]}
            """
        let areas = try BoundaryTestData.geoJSON(
            BoundaryTestData.collection("null", Self.square, multi, #"{"type":"Polygon","coordinates":[]}"#)
        ).requireAreas()
        #expect(areas.areaStarts == [0, 0, 1, 3, 3])
        #expect(areas.partStarts == [0, 1, 3, 4])
        #expect(areas.ringStarts == [0, 5, 9, 13, 17])
    }

    @Test("points, a multipoint of one, and places without a point")
    func points() throws {
        let file = try BoundaryTestData.geoJSON(
            BoundaryTestData.collection(
                "null", #"{"type":"Point","coordinates":[1.5,2.5,3]}"#, #"{"coordinates":[],"type":"Point"}"#,
                #"{"type":"MultiPoint","coordinates":[[3,4]]}"#))
        guard case .points(let x, let y) = file.geometry else {
            Issue.record("no points")
            return
        }
        #expect(x[0].isNaN && y[0].isNaN && x[2].isNaN)
        #expect(x[1] == 1.5 && y[1] == 2.5 && x[3] == 3 && y[3] == 4)
        #expect(file.count == 4)
    }

    @Test("decimals of every length are read as the standard library reads them")
    func exactDecimals() throws {
        var generator = SplitMix64(seed: 20)
        var numbers = ["7.0070994410611229", "51.347572380296015", "0.1234567890123456789", "9007199254740993"]
        numbers += ["9007199254740993e3", "123456789012345678901234.5", "0.5", "4.35", "1e22", "1e-22", "2e-310"]
        for _ in 0..<20_000 {
            let whole = generator.below(3) == 0 ? 0 : generator.below(10_000_000)
            let decimals = (0..<1 + generator.below(18)).map { _ in String(generator.below(10)) }.joined()
            numbers.append((generator.below(2) == 0 ? "-" : "") + "\(whole).\(decimals)")
        }
        var ring = numbers.map { "[\($0),0]" }
        ring.append(ring[0])
        let areas = try BoundaryTestData.geoJSON(
            #"{"type":"Polygon","coordinates":[[\#(ring.joined(separator: ","))]]}"#
        ).requireAreas()
        for (index, number) in numbers.enumerated() {
            let expected = try #require(Double(number))
            #expect(areas.x[index].bitPattern == expected.bitPattern, "\(number)")
        }
    }

    @Test(
        "bad geometries are named with feature and ring",
        arguments: [
            (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#, "ring 1 of feature 2 ends at 0.0 1.0"),
            (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, "ring 1 of feature 2 has 3 points"),
            (
                #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[]]]}"#,
                "ring 2 of feature 2 has 0 points"
            ),
            (#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#, "feature 2 is a LineString"),
            (#"{"type":"Point","coordinates":[0,0]}"#, "feature 2 is a Point, but earlier ones are Polygons"),
            (#"{"type":"Kreis","coordinates":[0,0]}"#, "unknown type 'Kreis'"),
            (#"{"type":"Polygon"}"#, "the Polygon of feature 2 has no coordinates"),
            (#"{"coordinates":[]}"#, "the geometry of feature 2 has no type"),
        ])
    func badGeometries(geometry: String, message: String) throws {
        let error = #expect(throws: InputError.self) {
            try BoundaryTestData.geoJSON(BoundaryTestData.collection(Self.square, geometry))
        }
        #expect(error?.code == .invalidGeometry)
        #expect(error?.message.contains(message) == true, "\(error?.description ?? "")")
        #expect(error?.place == Place(file: "test.geojson", row: 2))
    }

    @Test("two points in one feature are too many")
    func twoPoints() {
        let error = #expect(throws: InputError.self) {
            try BoundaryTestData.geoJSON(#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#)
        }
        #expect(error?.message == "feature 1 has more than one point")
    }

    @Test(
        "malformed text is refused with line and byte",
        arguments: [
            "", "{", "[]", "{}", #"{"type":"Topology"}"#, #"{"type":"FeatureCollection"}"#,
            #"{"type":"FeatureCollection","features":[}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,01],[0,0]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1.],[0,0]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[+1,1],[0,0]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1e],[0,0]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0],]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[1],[1,1],[0,0]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[1,null],[1,1],[0,0]]]}"#,
            #"{"type":"Polygon","coordinates":[[[0,0],[1,1e999],[1,1],[0,0]]]}"#,
            #"{"type":"Point","coordinates":[1,2]}{}"#, #"{"type":"Point","coordinates":[[1,2]]}"#,
        ])
    func malformed(text: String) {
        let error = #expect(throws: InputError.self) { try BoundaryTestData.geoJSON(text) }
        #expect(error?.code == .malformed)
        #expect(error?.place.file == "test.geojson")
    }

    @Test("no cut of a valid file and no changed byte stops the reader")
    func damaged() throws {
        let text = BoundaryTestData.collection(
            Self.square, #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1.25,0],[1,1e0],[0,0]]]]}"#)
        let bytes = Array(text.utf8)
        for count in 0..<bytes.count {
            #expect(throws: InputError.self) { try GeoJSONReader.read(Array(bytes[..<count]), file: "cut") }
        }
        var generator = SplitMix64(seed: 3)
        let alphabet = Array("{}[],:\"0-.e \\u\u{0}".utf8)
        for _ in 0..<20_000 {
            var changed = bytes
            for _ in 0..<1 + generator.below(3) {
                changed[generator.below(changed.count)] = alphabet[generator.below(alphabet.count)]
            }
            do throws(InputError) {
                let file = try GeoJSONReader.read(changed, file: "changed")
                #expect(file.columns.allSatisfy { $0.count == file.count })
            } catch {
                #expect(!error.message.isEmpty)
            }
        }
    }

    @Test("attributes alone are read whatever the geometry is")
    func attributesOnly() throws {
        let text = #"{"type":"Feature","properties":{"a":"1"},"geometry":{"type":"LineString","coordinates":[[0,0]]}}"#
        let file = try GeoJSONReader.read(Array(text.utf8), file: "a", attributesOnly: true)
        #expect(file.columns == [["1"]])
        #expect(file.count == 1)
    }
}
