import Foundation
import Testing

@Suite("kleinraum check")
struct CheckTests {
    static let berlin = "\(Program.shared)/berlin/boundaries"

    /// The report as JSON, and the exit status.
    func report(_ arguments: [String], in folder: String) throws -> (status: Int32, json: [String: Any]) {
        let result = try Program.run(["check"] + arguments + ["--format", "json"], in: folder)
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return (result.status, try #require(json, "\(result.messages)"))
    }

    @Test("a clean town exits 0 and says so; duplicate keys and mismatches are findings, not faults of the program")
    func town() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            let clean = try Program.run(["check", "areas.geojson", "--key", "nr"], in: folder)
            #expect(clean.status == 0 && clean.output == "areas.geojson: 2 Flächen, keine Befunde\n")
            let twice = SmallTown.areas.replacingOccurrences(of: "\"02\"", with: "\"01\"")
            try twice.write(toFile: "\(folder)/twice.geojson", atomically: true, encoding: .utf8)
            let found = try report(["twice.geojson", "--key", "nr"], in: folder)
            #expect(found.status == 1 && found.json["summary"] as? [String: Int] == ["duplicate-key": 1])
            let addresses = try report(
                ["areas.geojson", "--key", "nr", "--addresses", "addresses.csv", "--x", "x", "--y", "y"], in: folder)
            #expect(addresses.status == 0)
            #expect(addresses.json["summary"] as? [String: Int] == ["address-outside": 1])
        }
    }

    @Test("an accepted error exits 0; an id that names nothing is told")
    func accepted() throws {
        try Program.withFolder { folder in
            let twice = SmallTown.areas.replacingOccurrences(of: "\"02\"", with: "\"01\"")
            try twice.write(toFile: "\(folder)/twice.geojson", atomically: true, encoding: .utf8)
            let text = try Program.run(["check", "twice.geojson", "--key", "nr"], in: folder).output
            let line = try #require(text.split(separator: "\n").last)
            try "\(line)\n0123456789ab gone\n".write(
                toFile: "\(folder)/accepted.txt", atomically: true, encoding: .utf8)
            let result = try Program.run(
                ["check", "twice.geojson", "--key", "nr", "--accepted", "accepted.txt"], in: folder)
            #expect(result.status == 0 && result.output.contains("[akzeptiert]"))
            #expect(result.messages.contains("0123456789ab"))
        }
    }

    @Test("wrong usage is 64, a missing file or field 1, and nothing is left behind")
    func faults() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            #expect(try Program.run(["check", "areas.geojson"], in: folder).status == 64)
            #expect(
                try Program.run(["check", "areas.geojson", "--key", "nr", "--prefix"], in: folder).status == 64)
            #expect(
                try Program.run(["check", "areas.geojson", "--key", "nr", "--coded", "x"], in: folder).status == 64)
            #expect(
                try Program.run(["check", "areas.geojson", "--key", "nr", "--missing", "x"], in: folder).status == 64)
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/link.geojson", withDestinationPath: "areas.geojson")
            for output in ["areas.geojson", "./areas.geojson", "link.geojson"] {
                let same = try Program.run(["check", "areas.geojson", "--key", "nr", "-o", output], in: folder)
                #expect(same.status == 64 && same.messages.contains("'\(output)' is read"))
            }
            let layer = try Program.run(
                ["check", "areas.geojson:areas", "--key", "nr", "-o", "areas.geojson"], in: folder)
            #expect(layer.status == 64 && layer.messages.contains("is read"))
            let field = try Program.run(["check", "areas.geojson", "--key", "no", "-o", "out"], in: folder)
            #expect(field.status == 1 && field.messages.contains("nr, name"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
            #expect(try Program.run(["check", "absent.gpkg", "--key", "nr"], in: folder).status == 1)
        }
    }

    @Test("the page is written whole, and the report does not depend on the threads")
    func page() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            var pages: [String] = []
            for threads in ["1", "3"] {
                let result = try Program.run(
                    [
                        "check", "areas.geojson", "--key", "nr", "--format", "html", "--threads", threads, "-o",
                        "page.html",
                    ], in: folder)
                #expect(result.status == 0)
                pages.append(try Program.text("\(folder)/page.html"))
            }
            #expect(pages[0].hasPrefix("<!DOCTYPE html>") && pages[0].hasSuffix("</html>\n"))
            #expect(pages[0] == pages[1])
        }
    }

    @Test(
        "rows of addresses that cannot be checked are told and counted, and a day on which nothing is valid is refused")
    func tellsWhatIsNotChecked() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            try "x,y\n500010,5700010\nabc,5700010\n".write(
                toFile: "\(folder)/rows.csv", atomically: true, encoding: .utf8)
            let arguments = [
                "check", "areas.geojson", "--key", "nr", "--addresses", "rows.csv", "--x", "x", "--y", "y",
            ]
            let result = try Program.run(arguments + ["--format", "json", "--lang", "en"], in: folder)
            #expect(result.output.contains("\"rejected_addresses\":1"))
            #expect(result.messages.contains("1 addresses without usable coordinates not checked"))
        }
    }

    @Test(
        "Berlin's planning areas of 2021 have no finding, and make up their parents exactly",
        .enabled(if: Program.has("berlin"), "shared/data/berlin is not here"),
        arguments: [("bezirksregionen", "BZR_ID"), ("prognoseraeume", "PGR_ID")])
    func berlin2021(level: String, key: String) throws {
        try Program.withFolder { folder in
            for link in [[], ["--prefix"]] {
                let found = try report(
                    [
                        "\(CheckTests.berlin)/lor_planungsraeume_2021.shp", "--key", "PLR_ID", "--parents",
                        "\(CheckTests.berlin)/lor_\(level)_2021.shp", "--parent-key", key,
                    ] + link, in: folder)
                #expect(found.status == 0 && found.json["areas"] as? Int == 542)
                #expect((found.json["findings"] as? [Any])?.isEmpty == true)
            }
        }
    }

    @Test(
        "Berlin's planning areas until 2020 have one overlap, one gap, and a key twice",
        .enabled(if: Program.has("berlin"), "shared/data/berlin is not here"))
    func berlin2020() throws {
        try Program.withFolder { folder in
            let found = try report(
                ["\(CheckTests.berlin)/planning_areas_until_2020.geojson", "--key", "id"], in: folder)
            #expect(found.status == 1)
            #expect(found.json["summary"] as? [String: Int] == ["overlap": 1, "gap": 1, "duplicate-key": 1])
            let findings = try #require(found.json["findings"] as? [[String: Any]])
            let measures = Dictionary(
                uniqueKeysWithValues: findings.map { ($0["kind"] as? String ?? "", $0["measure"] as? Double ?? 0) })
            #expect(abs((measures["overlap"] ?? 0) - 0.0998) < 1e-4 && abs((measures["gap"] ?? 0) - 0.1097) < 1e-4)
        }
    }

    @Test(
        "121 of Berlin's 138 district regions until 2020 are exactly their planning areas",
        .enabled(if: Program.has("berlin"), "shared/data/berlin is not here"))
    func berlinParents2020() throws {
        try Program.withFolder { folder in
            let found = try report(
                [
                    "\(CheckTests.berlin)/planning_areas_until_2020.geojson", "--key", "id", "--parents",
                    "\(CheckTests.berlin)/district_regions_until_2020.geojson", "--parent-key", "id", "--prefix",
                ], in: folder)
            let findings = try #require(found.json["findings"] as? [[String: Any]])
            let mismatches = findings.filter { $0["kind"] as? String == "parent-mismatch" }
            // The seventeenth differs by 10⁻⁹ m²; the sum is that of GEOS 3.14.
            #expect(mismatches.count == 16)
            let sum = mismatches.reduce(0) { $0 + ($1["measure"] as? Double ?? 0) }
            #expect(abs(sum - 1_127_879.437) < 0.01)
        }
    }
}
