import Foundation
import Testing

@Suite("kleinraum aggregate")
struct AggregateTests {
    static let small = [
        "aggregate", "--areas", "areas.geojson", "--key", "nr", "--addresses", "addresses.csv", "--x", "x", "--y", "y",
        "--sum", "Einwohner,SGB2",
    ]

    @Test("every row and every person of a small town is accounted for")
    func smallTown() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            let result = try Program.run(Self.small + ["--report", "report.json"], in: folder)
            #expect(result.status == 0)
            #expect(result.output == "key,addresses,Einwohner,SGB2\n01,2,16,4\n02,3,11,2\n")
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/report.json"))
            let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(report["rows"] as? Int == 8)
            #expect(report["located"] as? Int == 5)
            #expect(report["outside"] as? Int == 1)
            #expect(report["rejected"] as? Int == 2)
            #expect(report["on_border"] as? Int == 1)
            let totals = try #require(report["totals"] as? [String: [String: Double]])
            #expect(totals["Einwohner"] == ["input": 34, "located": 27, "outside": 2, "rejected": 5, "missing": 0])
            #expect(totals["SGB2"] == ["input": 13, "located": 6, "outside": 1, "rejected": 6, "missing": 1])
            let rejections = try #require(report["rejections"] as? [[String: Any]])
            #expect(rejections.map { $0["line"] as? Int } == [7, 8])
            #expect((rejections[1]["reason"] as? String)?.contains("zwölf") == true)
        }
    }

    @Test("rejected rows are told and exit 0; with --strict they exit 1")
    func strict() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            let lenient = try Program.run(Self.small, in: folder)
            #expect(lenient.messages.contains("addresses.csv, row 7"))
            #expect(lenient.messages.contains("8 rows = 5 located + 1 outside + 2 rejected"))
            #expect(try Program.run(Self.small + ["--strict"], in: folder).status == 1)
        }
    }

    @Test("numbers that no address can have are rejected and do not stop the run")
    func hugeNumbers() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            let csv = "x;y;n\n500010;5700010;1e30\n500010;5700010;9999999999999999999\n500010;5700010;7\n"
            try csv.write(toFile: "\(folder)/addresses.csv", atomically: true, encoding: .utf8)
            let result = try Program.run(Array(Self.small.dropLast()) + ["n"], in: folder)
            #expect(result.status == 0)
            #expect(result.output == "key,addresses,n\n01,1,7\n02,0,0\n")
            #expect(result.messages.contains("2 rejected"))
        }
    }

    @Test("what the desk writes is its owner's alone, and a ledger on standard output stands beside the table")
    func confidentialFiles() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            let files = try Program.run(Self.small + ["-o", "t.csv", "--report", "r.json"], in: folder)
            #expect(files.status == 0)
            for name in ["t.csv", "r.json"] {
                let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions]
                #expect(mode as? Int == 0o600)
            }
            let both = try Program.run(Self.small + ["--report", "/dev/stdout"], in: folder)
            #expect(both.output.contains("{\"rows\":8") && both.output.contains("key,addresses,Einwohner"))
        }
    }

    @Test("a negative number can be named as missing, and an input cannot be the output")
    func missingAndOverwriting() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            let csv = "x;y;n\n500010;5700010;-9999\n500010;5700010;4\n"
            try csv.write(toFile: "\(folder)/addresses.csv", atomically: true, encoding: .utf8)
            let arguments = Array(Self.small.dropLast()) + ["n", "--missing", "-9999"]
            #expect(try Program.run(arguments, in: folder).output == "key,addresses,n\n01,2,4\n02,0,0\n")
            let same = try Program.run(arguments + ["-o", "addresses.csv"], in: folder)
            #expect(same.status == 64)
            #expect(try Program.text("\(folder)/addresses.csv") == csv)
        }
    }

    @Test("the spreadsheet form has semicolon, decimal comma and byte order mark")
    func german() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            let csv = "x;y;n\n500010;5700010;1,5\n500010;5700010;0,1\n"
            try csv.write(toFile: "\(folder)/addresses.csv", atomically: true, encoding: .utf8)
            let arguments = Array(Self.small.dropLast()) + ["n", "--german"]
            #expect(
                try Program.run(arguments, in: folder).output == "\u{FEFF}key;addresses;n\n01;2;1,6\n02;0;0\n")
        }
    }

    @Test("one, two and seven threads give the same bytes")
    func threads() throws {
        try Program.withFolder { folder in
            let city = try Program.run(
                ["generate", ".", "--areas", "40", "--addresses", "60000", "--dialect", "plain"], in: folder)
            #expect(city.status == 0)
            var outputs: Set<String> = []
            for threads in ["1", "2", "7"] {
                let result = try Program.run(
                    [
                        "aggregate", "--areas", "distrikte.geojson", "--key", "schluessel", "--addresses",
                        "addresses-2023-12-31.csv", "--x", "x", "--y", "y", "--sum", "residents,sgb2", "--threads",
                        threads, "--report", "report.json",
                    ], in: folder)
                #expect(result.status == 0)
                outputs.insert(result.output + (try Program.text("\(folder)/report.json")))
            }
            #expect(outputs.count == 1)
        }
    }

    @Test(
        "bad input is one sentence with file, value and remedy, status 1, and no output file",
        arguments: [
            (["--key", "nummer"], "nummer"), (["--sum", "Einwohner,Kinder"], "Kinder"), (["--x", "Rechtswert"], "x"),
            (["--addresses", "absent.csv"], "absent.csv"), (["--crs", "EPSG:1"], "EPSG:1"),
            (["--crs", "EPSG:4326"], "EPSG:4326"),
        ])
    func badInput(change: [String], named: String) throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            var arguments = Self.small
            if let place = arguments.firstIndex(of: change[0]) {
                arguments[place + 1] = change[1]
            } else {
                arguments += change
            }
            let result = try Program.run(arguments + ["-o", "out.csv"], in: folder)
            #expect(result.status == 1)
            #expect(result.output.isEmpty)
            #expect(result.messages.contains(named))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/out.csv"))
        }
    }

    @Test("swapped axes are recognised and named")
    func swappedAxes() throws {
        try Program.withFolder { folder in
            try SmallTown.write(to: folder)
            var arguments = Self.small
            arguments[8] = "y"
            arguments[10] = "x"
            let result = try Program.run(arguments, in: folder)
            #expect(result.status == 1)
            #expect(result.messages.contains("swap") || result.messages.contains("exchange"))
        }
    }

    @Test("wrong usage is status 64")
    func usage() throws {
        try Program.withFolder { folder in
            let incomplete = try Program.run(["aggregate", "--areas", "a"], in: folder)
            let unknown = try Program.run(["aggregat"], in: folder)
            let help = try Program.run(["--help"], in: folder)
            #expect([incomplete.status, unknown.status, help.status] == [64, 64, 0])
        }
    }
}
