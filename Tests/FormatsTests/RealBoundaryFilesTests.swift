import Diagnostics
import Formats
import Planar
import Testing

/// The boundary files that offices published, where the research data lie beside the package; counts from their
/// SOURCE.txt.
@Suite struct RealBoundaryFilesTests {
    private static let folder = BoundaryTestData.folder
    private static let reason: Comment = "../shared/data is not beside the package"

    @Test(
        "areas are as many as their source says",
        .enabled(if: BoundaryTestData.has("SOURCE-monitoring-and-indices.txt"), reason),
        arguments: [
            ("berlin/boundaries/lor_planungsraeume_2021.shp", 542, "PLR_ID", "01100101"),
            ("berlin/boundaries/lor_bezirksregionen_2021.shp", 143, "BZR_ID", "011001"),
            ("berlin/boundaries/lor_prognoseraeume_2021.shp", 58, "PGR_ID", "0110"),
            ("berlin/boundaries/planning_areas_until_2020.geojson", 448, "@row", "448"),
            ("berlin/boundaries/district_regions_until_2020.geojson", 138, "id", "010111"),
            ("essen/stadtbezirke.geojson", 9, "STADTBEZ", "9"), ("flensburg/Bezirke.shp", 41, "AREA_ID", "STBZ132"),
            ("flensburg/Stadtteile.shp", 13, "AREA_ID", "STGT11"), ("koeln/Stadtteil.shp", 86, "STT_NR", "304"),
            ("koeln/Stadtbezirk.shp", 9, "STB_NR", "6"), ("statistics/columbus/columbus.shp", 49, "POLYID", "49"),
            ("statistics/spdata/columbus.gpkg", 49, "POLYID", "49"),
            ("statistics/sids2/sids2.shp", 100, "FIPS", "37019"),
        ])
    func areas(path: String, count: Int, field: String, key: String) throws {
        let file = try FeatureFile.read(path: "\(Self.folder)/\(path)")
        #expect(file.count == count)
        #expect(try file.requireAreas().count == count)
        let keys = try file.keys(field)
        #expect(keys.contains(key))
    }

    @Test(
        "the key that Berlin gave to two planning areas named Schloßstraße is found",
        .enabled(if: BoundaryTestData.has("berlin/boundaries/planning_areas_until_2020.geojson"), reason))
    func doubleKey() throws {
        let file = try FeatureFile.read(path: "\(Self.folder)/berlin/boundaries/planning_areas_until_2020.geojson")
        let error = #expect(throws: InputError.self) { try file.keys("id") }
        #expect(error?.message == "the key '06010102' of feature 205 is also that of feature 124")
    }

    @Test("points are as many as their source says", .enabled(if: BoundaryTestData.has("berlin/SOURCE.txt"), reason))
    func points() throws {
        for (name, count) in [("kindertagesstaetten", 2880), ("schulen", 902)] {
            let file = try FeatureFile.read(path: "\(Self.folder)/berlin/facilities/\(name).geojson")
            #expect(file.count == count)
            #expect(file.declaredSystem == .epsg(25833))
            guard case .points = file.geometry else {
                Issue.record("\(name) are not read as points")
                return
            }
        }
    }

    @Test(
        "umlauts come out right in UTF-8 and Windows-1252",
        .enabled(if: BoundaryTestData.has("koeln/SOURCE.txt"), reason))
    func umlauts() throws {
        let berlin = try FeatureFile.read(path: "\(Self.folder)/berlin/boundaries/lor_planungsraeume_2021.shp")
        #expect(try berlin.column("PLR_NAME").contains("Hohenschönhausener Straße"))
        let cologne = try FeatureFile.read(path: "\(Self.folder)/koeln/Stadtteil.shp")
        #expect(try cologne.column("STT_NAME").contains("Mülheim"))
    }

    @Test(
        "the same areas in two formats are the same",
        .enabled(if: BoundaryTestData.has("statistics/columbus/columbus.json"), reason))
    func twoFormats() throws {
        let shapefile = try FeatureFile.read(path: "\(Self.folder)/statistics/columbus/columbus.shp")
        let json = try FeatureFile.read(path: "\(Self.folder)/statistics/columbus/columbus.json")
        let package = try FeatureFile.read(path: "\(Self.folder)/statistics/spdata/columbus.gpkg")
        let (ours, theirs) = (try shapefile.requireAreas(), try json.requireAreas())
        #expect(ours.ringStarts == theirs.ringStarts)
        #expect(zip(ours.x, theirs.x).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(try shapefile.requireAreas() == package.requireAreas())
        #expect(try shapefile.column("CRIME") == json.column("CRIME"))
        #expect(try shapefile.column("CRIME") == package.column("CRIME"))
    }

    @Test(
        "rings are grouped as GDAL groups them",
        .enabled(
            if: BoundaryTestData.has("statistics/SOURCE.txt") || BoundaryTestData.has("statistics/golden.csv"), reason),
        .enabled(if: BoundaryTestData.hasConverter, "ogr2ogr is not installed"),
        arguments: [
            "statistics/geoda_natregimes/natregimes.shp", "statistics/sacramento2/sacramentot2.shp",
            "flensburg/Bezirke.shp",
        ])
    func grouping(path: String) throws {
        let ours = try FeatureFile.read(path: "\(Self.folder)/\(path)").requireAreas()
        let theirs = try ForeignCopy.areas(of: "\(Self.folder)/\(path)")
        #expect(ours.areaStarts == theirs.areaStarts)
        for area in 0..<ours.count {
            let shells = Set(ours.parts(of: area).map { ours.rings(ofPart: $0).count })
            #expect(shells == Set(theirs.parts(of: area).map { theirs.rings(ofPart: $0).count }))
            #expect(ours.box(of: area) == theirs.box(of: area))
        }
    }
}
