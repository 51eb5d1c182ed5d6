import Diagnostics
import Projection
import Testing

@Suite("Reference systems")
struct ReferenceSystemTests {
    @Test(
        "every usual way of naming a system is understood",
        arguments: [
            "EPSG:25832", "epsg:25832", " 25832\n", "urn:ogc:def:crs:EPSG::25832", "urn:ogc:def:crs:EPSG:6.9:25832",
            "http://www.opengis.net/def/crs/EPSG/0/25832", "https://www.opengis.net/def/crs/EPSG/0/25832",
            "http://www.opengis.net/gml/srs/epsg.xml#25832",
        ])
    func names(text: String) throws {
        let system = try ReferenceSystem(text)
        #expect(system.code == 25832)
        #expect(system.name == "ETRS89 / UTM zone 32N")
        #expect(system.definition == "EPSG:25832")
        #expect(!system.isGeographic)
        #expect(system.isMetric)
        #expect(system.unitName == "metre")
    }

    @Test(
        "CRS84 is EPSG:4326 with x and y in the order of this house",
        arguments: ["CRS84", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84"])
    func world(text: String) throws {
        let system = try ReferenceSystem(text)
        #expect(system == (try ReferenceSystem(code: 4326)))
        #expect(system.isGeographic)
        #expect(system.unitName == "degree")
    }

    @Test("ESRI's text without a code is identified, Berlin's .prj as published")
    func esri() throws {
        let text = """
            PROJCS["ETRS_1989_UTM_Zone_33N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",\
            SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
            UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
            PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],\
            PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],\
            PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
            """
        #expect(try ReferenceSystem(text) == ReferenceSystem(code: 25833))
    }

    @Test("a false easting of the author's own is not mistaken for the system of the same name")
    func ownFalseEasting() throws {
        // Shaped like Cologne's .prj: the name of EPSG:32632 over another plane, with a height system behind it.
        let text = """
            PROJCS["WGS_1984_UTM_Zone_32N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",\
            SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],\
            UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
            PARAMETER["False_Easting",2500000.0],PARAMETER["False_Northing",0.0],\
            PARAMETER["Central_Meridian",9.0],PARAMETER["Scale_Factor",0.9996],\
            PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]],VERTCS["ETRS_1989",\
            DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],\
            PARAMETER["Vertical_Shift",0.0],PARAMETER["Direction",1.0],UNIT["Meter",1.0]]
            """
        let system = try ReferenceSystem(text)
        #expect(system.code == nil)
        #expect(system.isMetric)
        let transformation = try Transformation(from: system, to: ReferenceSystem(code: 32632))
        var (x, y) = ([2_356_000.0], [5_645_000.0])
        #expect(try transformation.apply(x: &x, y: &y) == 0)
        #expect(abs(x[0] - 356_000) < 1e-6)
        #expect(abs(y[0] - 5_645_000) < 1e-6)
    }

    @Test("a system with heights is its horizontal part")
    func compound() throws {
        // EPSG:5555 is ETRS89 / UTM zone 32N + DHHN92 height.
        #expect(try ReferenceSystem(code: 5555) == ReferenceSystem(code: 25832))
    }

    @Test(
        "what names no system on a map is refused with the value and a remedy",
        arguments: ["EPSG:999999", "UTM 32", "", "EPSG:", "urn:ogc:def:crs:EPSG::", "PROJCS[oops", "EPSG:7837"])
    func refused(text: String) {
        do throws(InputError) {
            let system = try ReferenceSystem(text)
            Issue.record("accepted as \(system.label)")
        } catch {
            #expect(error.code == .referenceSystem)
            #expect(!error.remedy.isEmpty)
        }
    }

    @Test("the UTM zone of a longitude")
    func zones() {
        #expect(MetricSystem.utm(longitude: 7.0) == 25832)
        #expect(MetricSystem.utm(longitude: 13.4) == 25833)
        #expect(MetricSystem.utm(longitude: 12) == 25833)
        #expect(MetricSystem.utm(longitude: -18) == 25828)
        #expect(MetricSystem.utm(longitude: 47.9) == 25838)
        #expect(MetricSystem.utm(longitude: 100) == nil)
        #expect(MetricSystem.utm(longitude: .nan) == nil)
    }
}
