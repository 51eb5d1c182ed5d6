import Diagnostics
import Formats
import Testing

@Suite struct FeatureFileTests {
    private let file = FeatureFile(
        file: "areas.geojson", geometry: .points(x: [1, 2, 3], y: [1, 2, 3]), fields: ["key", "name", "gap", "name"],
        columns: [["01", "02", "1"], ["a", "b", "a"], ["x", nil, "y"], ["c", "d", "e"]], declaredSystem: nil)

    @Test("keys are text, and leading zeros make a difference")
    func keys() throws {
        #expect(try file.keys("key") == ["01", "02", "1"])
        #expect(try file.keys("@row") == ["1", "2", "3"])
        #expect(try file.keys("@row0") == ["0", "1", "2"])
    }

    @Test("an unknown field is answered with the known ones")
    func unknownField() {
        let error = #expect(throws: InputError.self) { try file.column("Key") }
        #expect(error?.description == "areas.geojson: there is no field 'Key'; its fields are: key, name, gap, name")
        #expect(error?.code == .unknownName)
    }

    @Test("a field that occurs twice is an error only when asked for")
    func doubleField() throws {
        #expect(try file.column("gap") == ["x", nil, "y"])
        let error = #expect(throws: InputError.self) { try file.column("name") }
        #expect(error?.message == "the field 'name' occurs twice")
    }

    @Test("missing and double keys are named with feature and value")
    func badKeys() {
        let missing = #expect(throws: InputError.self) { try file.keys("gap") }
        #expect(missing?.code == .invalidKey)
        #expect(missing?.place == Place(file: "areas.geojson", row: 2, field: "gap"))
        var double = file
        double.columns[0][2] = "01"
        let error = #expect(throws: InputError.self) { try double.keys("key") }
        #expect(error?.message == "the key '01' of feature 3 is also that of feature 1")
    }

    @Test("a file that is not there is named")
    func absent() {
        for name in ["absent.geojson", "absent.gpkg", "absent.shp", "absent.kml", "absent.zip", "absent.gpkg:layer"] {
            let error = #expect(throws: InputError.self) { try FeatureFile.read(path: name) }
            #expect(error?.code == .unreadableFile)
            #expect(error?.description.contains(name) == true, "\(error?.description ?? "")")
        }
    }

    @Test("the first bytes decide where the name says nothing, and packed GeoJSON is unpacked")
    func content() throws {
        try BoundaryTestData.withFolder { folder throws in
            let text = Array(BoundaryTestData.square.utf8)
            try AtomicFile.write("\(folder)/areas", text)
            #expect(try FeatureFile.read(path: "\(folder)/areas").count == 1)
            try AtomicFile.write("\(folder)/areas.geojson.gz", Gzip.compressed(text))
            #expect(try FeatureFile.read(path: "\(folder)/areas.geojson.gz").count == 1)
            let error = #expect(throws: InputError.self) { try FeatureFile.read(path: "\(folder)/areas:kalk") }
            #expect(error?.code == .unknownName)
        }
    }
}
