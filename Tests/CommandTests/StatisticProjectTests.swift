import Foundation
import Testing

@Suite("Statistics of a project")
struct StatisticProjectTests {
    /// A secret count of each area that has one, distinct from all that may be told.
    static let secrets = [2.718281828, 1.414213562, 2.236067977]

    /// A row of twelve squares of 100 m with five houses each; in three of them one house has a secret count.
    static func write(to folder: String) throws {
        let system = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}}"#
        let features = (0..<12).map { square in
            let x = 500_000 + 100 * square
            return
                #"{"type":"Feature","properties":{"key":"\#(10 + square)"},"geometry":{"type":"Polygon","coordinates":"#
                + "[[[\(x),5700000],[\(x + 100),5700000],[\(x + 100),5700100],[\(x),5700100],[\(x),5700000]]]}}"
        }
        let areas = #"{"type":"FeatureCollection",\#(system),"features":[\#(features.joined(separator: ","))]}"#
        var table = "x;y;residents;benefits\n"
        for square in 0..<12 {
            for house in 0..<5 {
                let secret = house == 2 && square % 4 == 1 ? secrets[square / 4] : 0
                let benefits = square % 4 == 1 ? secret : Double(1 + (square * house) % 5)
                table +=
                    "\(500_010 + 100 * square + 17 * house);\(5_700_010 + 13 * house);\(20 + square + house);\(benefits)\n"
            }
        }
        let entries = [
            "kind: local-moran, indicator: rate, permutations: 999",
            "kind: gi-star, indicator: rate, permutations: 999, weights: 'knn:3'",
            "kind: rate-certainty, events: benefits, population: residents",
            "kind: empirical-bayes, events: benefits, population: residents",
            "kind: spatial-rate, events: benefits, population: residents, weights: 'knn:3'",
            "kind: index, recipe: recipe.yaml, columns: { S: rate }",
            "kind: typology, indicators: [rate, residents], groups: 3",
            "kind: regions, indicators: [rate], population: residents, groups: 3, weights: 'knn:3'",
            "kind: location-quotient, group: benefits, population: residents",
            "kind: egohoods, group: benefits, population: residents, nearest: [60, 200], threshold: 0.08",
        ].map { "  - { division: row, level: square, \($0) }\n" }.joined()
        let yaml = """
            kleinraum: 1
            title: Reihe
            sources:
              register:
                { title: Register, threshold: 3, x: x, y: y, crs: "EPSG:25832", files: [{ date: 2023-12-31, path: t.csv }] }
            variables:
              residents: { source: register, column: residents, title: Einwohner }
              benefits: { source: register, column: benefits, title: Leistungen }
            divisions:
              row:
                title: Reihe
                version: 2023
                levels: [{ id: square, title: Quadrate, boundaries: a.geojson, key: key }]
            indicators:
              rate: { title: Quote, formula: 100 * benefits / residents, decimals: 6 }
              benefits: { title: Leistungen, formula: benefits, decimals: 6 }
              residents: { title: Einwohner, formula: residents }
            layers:
            \(entries)
            """
        let recipe = """
            {name: town, indices: [{name: s, standardisation: z, indicators: [{name: S}], classes: [{label: a, below: 0}, {label: b}]}]}
            """
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in [("a.geojson", areas), ("t.csv", table), ("kleinraum.yaml", yaml), ("recipe.yaml", recipe)]
        {
            try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
    }

    private static let layers = [
        "rate", "benefits", "residents", "rate-local-moran", "rate-gi-star", "benefits-rate-certainty",
        "benefits-empirical-bayes", "benefits-spatial-rate", "index", "typology", "regions",
        "benefits-location-quotient", "benefits-egohoods_60", "benefits-egohoods_200",
    ]

    private static let forms = [
        "", "/items", "/items?limit=100&crs=http://www.opengis.net/def/crs/EPSG/0/25832", "/items/11", "/table.csv",
        "/legend.json", "/map", "/sheet.svg", "/method", "/schema", "/queryables",
    ]

    @Test("no secret count, nor its rate, is in the release or in anything that is served of any layer")
    func secrecy() throws {
        try Program.withFolder { folder in
            try Self.write(to: "\(folder)/atlas")
            let build = try Program.run(["build", "atlas"], in: folder)
            #expect(build.status == 0, "\(build.messages)")
            let id = try ProjectFolderTests.current(folder)
            let release = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/atlas/releases/\(id).kleinraum"))
            for secret in Self.secrets {
                for number in [secret, secret / 115, 100 * secret / 115, secret / 135, 100 * secret / 135] {
                    let pattern = withUnsafeBytes(of: number.bitPattern.littleEndian) { Data($0) }
                    #expect(release.range(of: pattern) == nil)
                }
            }
            let (process, url) = try ServeTests.serve(["serve", "atlas"], in: folder)
            defer {
                process.terminate()
                process.waitUntilExit()
            }
            for layer in Self.layers {
                for form in Self.forms {
                    let text = try ServeTests.text("\(url)collections/row.square.\(layer)\(form)")
                    for digits in ["2.71828", "2,71828", "1.41421", "1,41421", "2.23606", "2,23606"] {
                        #expect(!text.contains(digits), "\(layer)\(form)")
                    }
                }
            }
            let table = try ServeTests.text("\(url)collections/row.square.benefits/table.csv")
            #expect(table.contains("suppressed"))
            let sheet = try ServeTests.text("\(url)collections/row.square.benefits-egohoods_60/method")
            #expect(sheet.contains("Nachbarschaft"))
        }
    }

    @Test("again and again the same release, however threads take turns")
    func again() throws {
        try Program.withFolder { folder in
            try Self.write(to: "\(folder)/atlas")
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let first = try ProjectFolderTests.current(folder)
            for _ in 0..<3 {
                #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
                #expect(try ProjectFolderTests.current(folder) == first)
            }
        }
    }

    @Test("a statistic that the numbers do not allow leaves the release served before, and says which")
    func mistake() throws {
        try Program.withFolder { folder in
            try Self.write(to: "\(folder)/atlas")
            #expect(try Program.run(["build", "atlas"], in: folder).status == 0)
            let before = try ProjectFolderTests.current(folder)
            let path = "\(folder)/atlas/kleinraum.yaml"
            let text = try Program.text(path).replacingOccurrences(
                of: "residents], groups: 3", with: "residents], groups: 30")
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let result = try Program.run(["build", "atlas"], in: folder)
            #expect(result.status == 1)
            #expect(result.messages.contains("layer 'row.square.typology' at 2023-12-31: 9 areas with values"))
            #expect(result.messages.contains("fewer groups"))
            #expect(try ProjectFolderTests.current(folder) == before)
        }
    }
}
