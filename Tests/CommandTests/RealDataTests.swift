import Foundation
import Testing

/// Real cities with published answers; where the data are absent the tests say so and are skipped.
@Suite("Real cities")
struct RealDataTests {
    /// A table of a command's or a data set's, by key.
    func rows(_ text: String, key: String) throws -> [String: [String: String]] {
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        let keyed = lines.dropFirst().map { cells in
            let row = Dictionary(uniqueKeysWithValues: zip(header, cells))
            return (row[key] ?? "", row)
        }
        return Dictionary(uniqueKeysWithValues: keyed)
    }

    @Test(
        "Essen's counts per district equal the known answer at both dates",
        .enabled(if: Program.has("essen"), "shared/data/essen is not here"),
        arguments: ["2019-12-31", "2023-12-31"])
    func essen(date: String) throws {
        try Program.withFolder { folder in
            let data = "\(Program.shared)/essen"
            let columns = ["Einwohner", "unter15", "SGB2", "SGB2_unter15"]
            let result = try Program.run(
                [
                    "aggregate", "--areas", "\(data)/stadtbezirke.geojson", "--key", "STADTBEZ", "--addresses",
                    "\(data)/counts_\(date).csv", "--x", "Rechtswert", "--y", "Hochwert", "--crs", "EPSG:25832",
                    "--sum", columns.joined(separator: ","), "--report", "report.json",
                ], in: folder)
            #expect(result.status == 0)
            let found = try rows(result.output, key: "key")
            let expected = try rows(try Program.text("\(data)/expected_\(date).csv"), key: "code")
            for district in 1...9 {
                let known = try #require(expected["0\(district)"])
                let computed = try #require(found["\(district)"])
                #expect((["addresses"] + columns).allSatisfy { known[$0] == computed[$0] })
            }
            let outside = try #require(expected["outside"])
            let report = try #require(
                try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: "\(folder)/report.json")))
                    as? [String: Any])
            #expect(report["outside"] as? Int == 8)
            #expect(report["rejected"] as? Int == 0)
            let totals = try #require(report["totals"] as? [String: [String: Double]])
            for column in columns {
                let sum = try #require(totals[column])
                #expect(sum["outside"] == Double(outside[column] ?? ""))
                #expect(sum["input"] == (sum["located"] ?? 0) + (sum["outside"] ?? 0) + (sum["rejected"] ?? 0))
            }
        }
    }

    @Test(
        "Essen's addresses from the zone-prefixed GeoJSON fall into the same districts",
        .enabled(if: Program.has("essen/raw"), "shared/data/essen is not here"))
    func essenZonePrefix() throws {
        try Program.withFolder { folder in
            let unzip = Process()
            unzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            unzip.arguments = [
                "python3", "-m", "zipfile", "-e",
                "\(Program.shared)/essen/raw/hauskoordinaten_essen_2022-10-05_4647.zip", folder,
            ]
            try unzip.run()
            unzip.waitUntilExit()
            try #require(unzip.terminationStatus == 0)
            let result = try Program.run(
                [
                    "aggregate", "--areas", "\(Program.shared)/essen/stadtbezirke.geojson", "--key", "STADTBEZ",
                    "--addresses", "hauskoordinaten_essen_2022-10-05_4647.geojson",
                ], in: folder)
            let known = [9311, 9877, 13288, 14724, 9373, 9601, 11614, 12162, 13023]
            let table = known.enumerated().map { "\($0 + 1),\($1)\n" }.joined()
            #expect(result.output == "key,addresses\n" + table)
            #expect(result.messages.contains("8 outside + 0 rejected"))
        }
    }

    @Test(
        "Berlin's nurseries and schools per planning area equal the published counts in all 542 areas",
        .enabled(if: Program.has("berlin"), "shared/data/berlin is not here"),
        arguments: [("kindertagesstaetten", "kitas", "kita_count"), ("schulen", "schools", "school_count")])
    func berlin(file: String, published: String, column: String) throws {
        try Program.withFolder { folder in
            let data = "\(Program.shared)/berlin"
            let result = try Program.run(
                [
                    "aggregate", "--areas", "\(data)/boundaries/lor_planungsraeume_2021.shp", "--key", "PLR_ID",
                    "--addresses", "\(data)/facilities/\(file).geojson",
                ], in: folder)
            let found = try rows(result.output, key: "key")
            let expected = try publishedCounts("\(data)/facilities/expected_\(published)_per_plr.csv", column)
            #expect(expected.count == 542 && found.count == 542)
            #expect(expected.allSatisfy { found[$0]?["addresses"] == String($1) })
        }
    }

    /// Counts by planning area; the names in the file are quoted and hold commas, so that Python reads it.
    func publishedCounts(_ path: String, _ column: String) throws -> [String: Int] {
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = [
            "python3", "-c",
            "import csv,sys\nfor r in csv.DictReader(open(sys.argv[1])): print(r['PLR_ID'], int(float(r[sys.argv[2]] or 0)))",
            path, column,
        ]
        let pipe = Pipe()
        python.standardOutput = pipe
        try python.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        python.waitUntilExit()
        return Dictionary(
            uniqueKeysWithValues: try text.split(separator: "\n").map { line in
                let words = line.split(separator: " ")
                return (String(words[0]), try #require(Int(words[1])))
            })
    }
}
