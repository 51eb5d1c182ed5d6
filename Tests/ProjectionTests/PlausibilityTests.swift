import Diagnostics
import Planar
import Projection
import Testing

@Suite("Plausibility of coordinates")
struct PlausibilityTests {
    private func fault(_ code: Int, _ x: Double, _ y: Double) throws -> InputError? {
        let plausibility = try Plausibility(ReferenceSystem(code: code))
        let fault = plausibility.fault(x: x, y: y)
        #expect((fault == nil) == plausibility.admits(x: x, y: y))
        return fault
    }

    @Test(
        "coordinates in their own system are admitted",
        arguments: [
            (25832, 359_418.0, 5_700_512.0), (4647, 32_359_418, 5_700_512), (25833, 390_000, 5_820_000),
            (25832, 850_000, 5_390_000), (25833, 280_000, 5_800_000), (5650, 33_390_000, 5_820_000),
            (31466, 2_570_000, 5_702_000), (31467, 3_565_000, 5_930_000), (31468, 4_468_000, 5_335_000),
            (31469, 5_411_000, 5_656_000), (3035, 4_113_336, 3_153_199), (4326, 7.01, 51.45), (4326, -74, 40.7),
            (3857, 780_000, 6_700_000), (3068, 25_000, 21_000), (4258, 14.9, 51.1), (25832, 280_400, 5_235_700),
        ])
    func admitted(code: Int, x: Double, y: Double) throws {
        #expect(try fault(code, x, y) == nil)
    }

    @Test(
        "the usual mistakes are named with their remedy",
        arguments: [
            (4647, 359_418.0, 5_700_512.0, "zone prefix 32 is missing", "state EPSG:25832"),
            (25832, 32_359_418, 5_700_512, "x has the zone prefix 32", "state EPSG:4647"),
            (25833, 33_390_000, 5_820_000, "x has the zone prefix 33", "state EPSG:5650"),
            (25832, 5_700_512, 359_418, "x looks like the northing", "exchange x and y"),
            (4647, 5_700_512, 32_359_418, "x looks like the northing", "exchange x and y"),
            (31467, 5_930_000, 3_565_000, "x looks like the northing", "exchange x and y"),
            (3035, 3_153_199, 4_113_336, "x looks like the northing", "exchange x and y"),
            (4326, 51.45, 7.01, "x looks like the latitude", "exchange x and y"),
            (25832, 7.01, 51.45, "degrees of longitude and latitude", "state EPSG:4326"),
            (3857, 7.01, 51.45, "degrees of longitude and latitude", "state EPSG:4326"),
            (25832, 51.45, 7.01, "degrees of longitude and latitude with x and y exchanged", "exchange x and y"),
            (4326, 359_418, 5_700_512, "look like EPSG:25832", "state EPSG:25832"),
            (4326, 32_359_418, 5_700_512, "look like EPSG:4647", "state EPSG:4647"),
            (25832, 3_565_000, 5_930_000, "look like EPSG:31467", "state EPSG:31467"),
            (31467, 2_570_000, 5_702_000, "look like EPSG:31466", "state EPSG:31466"),
            (25832, 33_390_000, 5_820_000, "look like EPSG:5650", "state EPSG:5650"),
            (25832, 99_999_999, 99_999_999, "outside the system's area of use", "check the coordinate"),
            (25832, 0, 0, "outside the system's area of use", "check the coordinate"),
            (25832, .nan, 5_700_512, "not a position", "leave"),
        ])
    func mistakes(code: Int, x: Double, y: Double, reason: String, remedy: String) throws {
        let error = try #require(try fault(code, x, y))
        #expect(error.code == .referenceSystem)
        #expect(error.message.contains(reason), "\(error)")
        #expect(error.remedy.contains(remedy), "\(error)")
    }

    @Test("a box shows one of its offending coordinates as it stands in the file")
    func box() throws {
        let plausibility = try Plausibility(ReferenceSystem(code: 4647))
        let error = plausibility.fault(in: Box(minX: 355_000, minY: 5_690_000.5, maxX: 370_000, maxY: 5_710_000))
        #expect(
            error?.description
                == "x 355000, y 5690000.5 cannot be in EPSG:4647 (ETRS89 / UTM zone 32N (zE-N)): "
                + "the zone prefix 32 is missing; state EPSG:25832")
        #expect(plausibility.fault(in: .empty) == nil)
        let dirty = plausibility.fault(in: Box(minX: 0, minY: 0, maxX: 32_370_000, maxY: 5_710_000))
        #expect(dirty?.message.hasPrefix("x 0, y 0 ") == true)
    }
}
