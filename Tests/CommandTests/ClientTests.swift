import Fixtures
import Foundation
import Testing

/// What people load the layers with: GDAL, QGIS, OWSLib, schemathesis, browsers. Each reads the served demo region and
/// is compared with what the server says itself; where a client is not installed the test says so and is skipped.
@Suite("Real clients", .serialized)
struct ClientTests {
    static let layer = "gliederung.distrikt.sgb2_rate"
    /// A layer whose areas fall into categories, with further numbers and a method sheet.
    static let clusters = "gliederung.distrikt.sgb2_cluster"
    /// The demo region has 64 districts.
    static let areas = 64

    static func isInstalled(_ program: String) -> Bool {
        ["/usr/bin", "/usr/local/bin"].contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    /// A path of the demo server's, a slash at the end.
    func withDemo(_ body: (String) throws -> Void) throws {
        try Program.withFolder { folder in
            try Program.demo(to: "\(folder)/atlas")
            try #require(try Program.run(["build", "atlas"], in: folder).status == 0)
            let (process, url) = try ServeTests.serve(["serve", "atlas"], in: folder)
            defer {
                process.terminate()
                process.waitUntilExit()
            }
            try body(url)
        }
    }

    /// The JSON object that a client printed.
    func report(_ result: PythonClient.Result) throws -> [String: Any] {
        if result.status != 0 { Issue.record("the client failed: \(result.messages.suffix(2000))") }
        return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test(
        "Debian's ogrinfo reads all features in CRS84, those in a box, and a vector tile",
        .enabled(if: isInstalled("ogrinfo"), "ogrinfo is not installed (Debian's gdal-bin)"))
    func ogrinfo() throws {
        try withDemo { url in
            let all = try PythonClient.program("ogrinfo", ["-ro", "-al", "-so", "OAPIF:\(url)", Self.layer])
            #expect(all.output.contains("Feature Count: \(Self.areas)"), Comment(rawValue: all.output + all.messages))
            #expect(all.output.contains("WGS 84"))
            let west = try PythonClient.program(
                "ogrinfo",
                ["-ro", "-al", "-so", "OAPIF:\(url)", Self.layer, "-spat", "0", "0", "1", "1"])
            #expect(west.output.contains("Feature Count: 0"), Comment(rawValue: west.output + west.messages))
            let (zoom, column, row) = try middleTile(url)
            let tile = try PythonClient.program(
                "ogrinfo",
                ["-ro", "-al", "-so", "MVT:\(url)tiles/\(Self.layer)/\(zoom)/\(column)/\(row).mvt"])
            #expect(tile.output.contains("Layer name: \(Self.layer)"), Comment(rawValue: tile.output + tile.messages))
            #expect(tile.output.contains("code: String"))
            #expect(!tile.output.contains("Feature Count: 0"))
        }
    }

    @Test(
        "GDAL 3.12 and later reads the layer in its storage system, by box, all shapes valid",
        .enabled(if: PythonClient.isInstalled, PythonClient.absence))
    func pyogrio() throws {
        try withDemo { url in
            let told = try report(try PythonClient.run("oapif.py", [url, Self.layer]))
            #expect(told["crs"] as? String == "EPSG:25832")
            #expect(told["features"] as? Int == Self.areas)
            #expect(told["matched"] as? Int == Self.areas)
            #expect(told["valid"] as? Bool == true)
            #expect(told["in_box"] as? Int == told["in_box_expected"] as? Int)
            #expect(told["geographic_in_box"] as? Int == told["geographic_in_box_expected"] as? Int)
            // In square metres: degrees would be far below one.
            #expect((told["area"] as? Double ?? 0) > 1e7)
        }
    }

    @Test("OWSLib walks the whole service", .enabled(if: PythonClient.isInstalled, PythonClient.absence))
    func owslib() throws {
        try withDemo { url in
            let told = try report(try PythonClient.run("owslib_features.py", [url, Self.layer]))
            #expect(told["title"] as? String == "Sozialatlas Lindenau an der Wehre")
            for fact in ["conforms", "lists", "feature_collections", "same_item"] {
                #expect(told[fact] as? Bool == true, Comment(rawValue: fact))
            }
            #expect(told["id"] as? String == Self.layer)
            #expect((told["queryables"] as? [String] ?? []).contains("value"))
            #expect((told["api"] as? String ?? "").hasPrefix("3.0"))
            #expect(told["returned"] as? Int == 3)
            #expect(told["matched"] as? Int == Self.areas)
            #expect(told["in_box"] as? Int == Self.areas)
            let suppressed = told["suppressed"] as? [String] ?? []
            #expect(!suppressed.isEmpty && suppressed.allSatisfy { $0 == "suppressed" })
        }
    }

    @Test(
        "mapbox-vector-tile and GDAL 3.12 read the same districts from a vector tile",
        .enabled(if: PythonClient.isInstalled, PythonClient.absence))
    func vectorTile() throws {
        try withDemo { url in
            let told = try report(
                try PythonClient.run("vector_tile_client.py", ["\(url)tiles/\(Self.layer)/8/\(try column(url, 8)).mvt"])
            )
            #expect((told["type"] as? String ?? "").hasPrefix("application/vnd.mapbox-vector-tile"))
            #expect(told["layer"] as? String == Self.layer)
            #expect(told["extent"] as? Int == 4096)
            #expect(told["values_fit_states"] as? Bool == true)
            #expect(told["valid"] as? Bool == true)
            #expect(told["gdal_valid"] as? Bool == true)
            #expect(told["codes"] as? [String] == told["gdal_codes"] as? [String])
            #expect(Set(told["ids"] as? [Int] ?? []).count == (told["codes"] as? [String])?.count)
            let bounds = told["gdal_bounds"] as? [Double] ?? []
            // Spherical Mercator metres of a place in Germany.
            #expect(bounds.count == 4 && bounds[0] > 600_000 && bounds[2] < 1_700_000 && bounds[1] > 5_900_000)
        }
    }

    @Test(
        "schemathesis finds no answer that the API document does not describe",
        .enabled(if: PythonClient.isInstalled, PythonClient.absence))
    func schemathesis() throws {
        let python = try #require(PythonClient.interpreter)
        let program = (python as NSString).deletingLastPathComponent + "/st"
        try withDemo { url in
            let result = try PythonClient.program(
                program,
                [
                    "run", "\(url)api", "--url", String(url.dropLast()), "--phases", "examples,coverage,fuzzing",
                    "--checks", "all", "--max-examples", "10", "--generation-deterministic", "--workers", "1",
                    "--request-timeout", "10", "--continue-on-failure", "--warnings", "off", "--no-color",
                ])
            #expect(result.status == 0, Comment(rawValue: String(result.output.suffix(6000))))
        }
    }

    @Test(
        "QGIS without a screen loads the layer with its fields and shapes",
        .enabled(
            if: FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/qgis"),
            "QGIS is not installed (Debian's python3-qgis)"))
    func qgis() throws {
        try withDemo { url in
            let told = try report(
                try PythonClient.run("qgis_layer.py", [url, Self.layer], interpreter: "/usr/bin/python3"))
            #expect(told["valid"] as? Bool == true)
            #expect(told["crs"] as? String == "OGC:CRS84" || told["crs"] as? String == "EPSG:4326")
            #expect(told["features"] as? Int == Self.areas)
            #expect(told["with_shape"] as? Int == Self.areas)
            #expect((told["fields"] as? [String] ?? []).contains("value"))
        }
    }

    @Test(
        "in a browser Leaflet, MapLibre and OpenLayers show every class and category in its colour and no seams between tiles",
        .enabled(
            if: PythonClient.isInstalled && isInstalled("chromium"),
            "the Python clients (.ci/clients) or Debian's chromium are not installed"))
    func browsers() throws {
        try Program.withFolder { folder in
            let libraries = "\(folder)/libraries"
            let gathered = try PythonClient.run("browser.py", ["libraries", libraries])
            #expect(gathered.status == 0, Comment(rawValue: gathered.messages))
            try Program.demo(to: "\(folder)/atlas")
            try #require(try Program.run(["build", "atlas"], in: folder).status == 0)
            let (process, url) = try ServeTests.serve(["serve", "atlas", "--libraries", libraries], in: folder)
            defer {
                process.terminate()
                process.waitUntilExit()
            }
            let names = ["leaflet", "maplibre", "openlayers"].filter { gathered.output.contains($0) }
            #expect(!names.isEmpty)
            for layer in [Self.layer, Self.clusters] {
                let looked = try PythonClient.run(
                    "browser.py", ["look", url, layer, "--only", names.joined(separator: ",")])
                #expect(looked.status == 0, Comment(rawValue: looked.output + looked.messages))
                for name in names { #expect(looked.output.contains(name)) }
            }
        }
    }

    /// The tile at a zoom that holds the middle of the layer's bounds, as TileJSON tells it.
    func middleTile(_ url: String, zoom: Int = 10) throws -> (Int, Int, Int) {
        let text = try ServeTests.text("\(url)collections/\(Self.layer)/tilejson.json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let bounds = try #require(object["bounds"] as? [Double])
        let (longitude, latitude) = ((bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2 * .pi / 180)
        let tiles = Double(1 << zoom)
        let row = (1 - log(tan(latitude) + 1 / cos(latitude)) / .pi) / 2 * tiles
        return (zoom, Int((longitude + 180) / 360 * tiles), Int(row))
    }

    private func column(_ url: String, _ zoom: Int) throws -> String {
        let tile = try middleTile(url, zoom: zoom)
        return "\(tile.1)/\(tile.2)"
    }
}
