import Foundation
import Testing

@Suite("kleinraum statistic")
struct StatisticTests {
    /// Nine squares in three rows, an island, and an area whose value is missing.
    static let weights = """
        11
        1 2
        2 4
        2 3
        1 3 5
        3 2
        2 6
        4 3
        1 5 7
        5 4
        2 4 6 8
        6 3
        3 5 9
        7 2
        4 8
        8 3
        5 7 9
        9 3
        6 8 x
        i 0

        x 1
        9

        """
    static let table =
        "k;v;w;n;c;m\n1;1;2;10;A;1\n2;2;1;10;A;1\n3;3;5;10;B;0\n4;2;3;10;A;1\n5;4;4;10;B;0\n6;5;6;20;B;0\n"
        + "7;3;2;10;A;0\n8;6;9;10;B;0\n9;9;7;10;B;0\ni;4;4;10;A;1\nx;;1;10;;\n"

    func statistic(_ name: String, _ arguments: [String], table: String = Self.table) throws -> Program.Result {
        try Program.withFolder { folder in
            try Self.weights.write(toFile: "\(folder)/w.gal", atomically: true, encoding: .utf8)
            try table.write(toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            return try Program.run(
                ["statistic", name, "--weights", "w.gal", "--table", "t.csv", "--key", "k"] + arguments, in: folder)
        }
    }

    func object(_ result: Program.Result) throws -> [String: Any] {
        #expect(result.status == 0, "\(result.messages)")
        return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test(
        "Moran's I has expectation, both variances, z, and three p-values, of the areas that have neighbours and values"
    )
    func moran() throws {
        let result = try statistic("moran", ["--value", "v"])
        let moran = try object(result)
        // numpy: z @ W @ z / (z @ z) over the nine areas
        #expect(abs((moran["statistic"] as? Double ?? 0) - 0.4744318181818182) < 1e-12)
        #expect(moran["expected"] as? Double == -0.125)
        #expect(moran["areas"] as? Int == 9)
        #expect(moran["islands"] as? Int == 1)
        for member in [
            "variance_normal", "variance_randomisation", "z_normal", "z_randomisation", "p_normal", "p_randomisation",
            "p_permutation", "p_greater", "p_less", "ties", "permutations", "monte_carlo_error",
        ] {
            #expect(moran[member] is Double || moran[member] is Int, "\(member)")
        }
        #expect(result.messages.contains("1 areas are left out, missing: x"))
        #expect(result.messages.contains("1 areas have no neighbours"))
        #expect(result.messages.contains("only 9 areas"))
    }

    @Test(
        "Every global name gives an object, without permutations without their members",
        arguments: [
            ["geary", "--value", "v"], ["getis-ord-g", "--value", "v"], ["lee", "--value", "v", "--value2", "w"],
            ["moran-bivariate", "--value", "v", "--value2", "w"], ["moran-rate", "--value", "v", "--population", "n"],
        ])
    func global(arguments: [String]) throws {
        let plain = try object(try statistic(arguments[0], Array(arguments.dropFirst()) + ["--permutations", "0"]))
        #expect(plain["statistic"] is Double && plain["p_permutation"] == nil)
        let tested = try object(try statistic(arguments[0], Array(arguments.dropFirst())))
        #expect(tested["p_permutation"] is Double)
        #expect(tested["variance_randomisation"] as? Double == plain["variance_randomisation"] as? Double)
    }

    @Test("Join counts are named by two classes, the bytewise first one first")
    func joins() throws {
        let joins = try object(try statistic("join-count", ["--value", "c", "--permutations", "99"]))
        #expect(joins["counts"] as? [String: Int] == ["A:A": 3, "A:B": 4, "B:B": 5])
        let expected = try #require(joins["expected"] as? [String: Double])
        #expect(expected["A:A"] == 2 && abs((expected["A:B"] ?? 0) - 20.0 / 3) < 1e-12)
        #expect((joins["z"] as? [String: Double])?.count == 3)
        #expect((joins["different"] as? [String: Double])?["count"] == 4)
        let numbers = (0...100).map { "\($0)" }
        let many = "k;c\n" + numbers.map { "\($0);\($0)\n" }.joined()
        let refused = try statistic("join-count", ["--value", "c"], table: many)
        #expect(refused.status == 1)
    }

    @Test("A correlogram has an object for each number of steps")
    func correlogram() throws {
        let correlogram = try object(try statistic("correlogram", ["--value", "v", "--orders", "3"]))
        let lags = try #require(correlogram["lags"] as? [[String: Any]])
        #expect(lags.count == 3)
        let plain = try object(try statistic("moran", ["--value", "v"]))
        #expect(lags[0]["statistic"] as? Double == plain["statistic"] as? Double)
    }

    @Test("A correlogram by distance measures between centroids")
    func distances() throws {
        try Program.withFolder { folder in
            // Seven squares of 100 m in a row.
            let features = (0..<7).map { place in
                let (west, east) = (500_000 + 100 * place, 500_100 + 100 * place)
                return """
                    {"type":"Feature","properties":{"nr":"\(place)"},"geometry":{"type":"Polygon","coordinates":\
                    [[[\(west),5700000],[\(east),5700000],[\(east),5700100],[\(west),5700100],[\(west),5700000]]]}}
                    """
            }
            let areas = """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},\
                "features":[\(features.joined(separator: ","))]}
                """
            try areas.write(toFile: "\(folder)/a.geojson", atomically: true, encoding: .utf8)
            try "nr,v\n6,7\n5,6\n4,5\n3,4\n2,3\n1,2\n0,1\n".write(
                toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            func run(_ distances: String, _ more: [String] = []) throws -> Program.Result {
                try Program.run(
                    [
                        "statistic", "correlogram", "--areas", "a.geojson", "--table", "t.csv", "--key", "nr",
                        "--value",
                        "v", "--distances", distances, "--permutations", "0",
                    ] + more, in: folder)
            }
            let lags = try #require(try object(try run("100,200,500"))["lags"] as? [[String: Any]])
            // Of a gradient of seven, Σ z z over pairs one apart and two apart, rows standardised: 0.75 and 0.29.
            let statistics = lags.compactMap { $0["statistic"] as? Double }
            #expect(statistics.count == 3 && statistics[0] > 0.7 && statistics[2] < 0)
            #expect(try run("200,100").status == 64)
            #expect(try run("100", ["--weights", "w.gal"]).status == 64)
        }
    }

    @Test(
        "Every local name gives a row for each area, the reason where there is nothing to say",
        arguments: [
            ["local-moran", "--value", "v"], ["local-moran-bivariate", "--value", "v", "--value2", "w"],
            ["local-moran-rate", "--value", "v", "--population", "n"], ["local-geary", "--value", "v"],
            ["local-geary", "--value", "v", "--value2", "w"], ["gi", "--value", "v"], ["gi-star", "--value", "v"],
            ["gi-star", "--value", "v", "--style", "binary"], ["local-join-count", "--value", "m"],
        ])
    func local(arguments: [String]) throws {
        let result = try statistic(arguments[0], Array(arguments.dropFirst()))
        #expect(result.status == 0, "\(result.messages)")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 12)
        #expect(lines[0] == "key,value,lag,statistic,expected,variance,z,p,p_greater,p_less,ties,class")
        #expect(
            lines.dropFirst().map { $0.prefix { $0 != "," } } == [
                "1", "2", "3", "4", "5", "6", "7", "8", "9", "i", "x",
            ])
        #expect(lines[10].hasSuffix(",island") && lines[10].contains(",,,,,"))
        #expect(lines[11] == "x,,,,,,,,,,,missing")
        for line in lines[1...9] {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells.count == 12 && !cells[3].isEmpty && !cells[7].isEmpty && !cells[11].isEmpty, "\(line)")
        }
    }

    @Test("A correction adds its p-value behind the class", arguments: ["fdr", "bonferroni", "max-t"])
    func adjusted(by adjustment: String) throws {
        let result = try statistic("local-moran", ["--value", "v", "--adjust", adjustment, "--permutations", "99"])
        let lines = result.output.split(separator: "\n")
        #expect(lines[0].hasSuffix(",class,p_adjusted"))
        #expect(lines[11] == "x,,,,,,,,,,,missing,")
        #expect(result.messages.contains("no p is below 0.02") == (adjustment != "max-t"))
    }

    @Test("Any number of threads writes the same bytes", arguments: ["moran", "join-count", "local-moran", "gi-star"])
    func threads(name: String) throws {
        let outputs = try ["1", "2", "8"].map { threads in
            try statistic(
                name, ["--value", name == "join-count" ? "c" : "v", "--permutations", "500", "--threads", threads]
            ).output
        }
        #expect(!outputs[0].isEmpty && outputs[1] == outputs[0] && outputs[2] == outputs[0])
    }

    @Test(
        "Numbers near the ends of their range end in numbers or in a reason, never in a crash",
        arguments: [
            ["moran"], ["geary"], ["getis-ord-g"], ["lee", "--value2", "w"], ["moran-bivariate", "--value2", "w"],
            ["moran-rate", "--population", "w"], ["correlogram"], ["local-moran"], ["local-geary"], ["gi"], ["gi-star"],
            ["local-moran-bivariate", "--value2", "w"], ["local-moran-rate", "--population", "w"],
        ])
    func extremes(arguments: [String]) throws {
        for (one, other) in [("1e308", "9e307"), ("1e-200", "2e-200"), ("4e-324", "1e-310"), ("1e200", "1")] {
            let rows = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "i", "x"].enumerated().map { row, key in
                "\(key);\(row % 3 == 0 ? one : other);\(row % 2 == 0 ? one : other)\n"
            }
            let result = try statistic(
                arguments[0], ["--value", "v"] + arguments.dropFirst(), table: "k;v;w\n" + rows.joined())
            #expect(result.status == 0, "\(one): \(result.messages)")
            #expect(!result.output.contains("nan") && !result.output.contains("inf"), "\(one): \(result.output)")
        }
    }

    @Test("Constant values have no statistic, and the object says why")
    func constant() throws {
        let flat = Self.table.split(separator: "\n").map { $0.hasPrefix("k") ? "k;v" : "\($0.prefix(1));7" }
        let moran = try statistic("moran", ["--value", "v"], table: flat.joined(separator: "\n") + "\n")
        #expect(moran.output == "{\"statistic\":null,\"reason\":\"all values are equal\"}\n")
        #expect(moran.status == 0)
        let local = try statistic("local-moran", ["--value", "v"], table: flat.joined(separator: "\n") + "\n")
        #expect(local.output.contains(",undefined\n"))
    }

    @Test("Suppressed and inapplicable areas are named so, and a German table has commas in its numbers")
    func states() throws {
        let table = Self.table.replacingOccurrences(of: "1;1;2;10", with: "1;*;2;10")
            .replacingOccurrences(of: "9;9;7;10", with: "9;9;7;0")
        let result = try statistic(
            "local-moran-rate", ["--value", "v", "--population", "n", "--german", "--permutations", "0"], table: table)
        #expect(result.output.hasPrefix("\u{FEFF}key;value;"))
        #expect(result.output.contains("1;;;;;;;;;;;suppressed\n"))
        #expect(result.output.contains("9;;;;;;;;;;;not-applicable\n"))
        #expect(result.output.contains("x;;;;;;;;;;;missing\n"))
        #expect(result.output.contains("0,"))
    }

    @Test(
        "Wrong usage is told before anything is read",
        arguments: [
            ["lee", "--value", "v"], ["moran", "--value", "v", "--value2", "w"], ["moran-rate", "--value", "v"],
            ["moran", "--value", "v", "--population", "n"], ["moran", "--value", "v", "--style", "columns"],
            ["moran", "--value", "v", "--divisor", "n"], ["local-moran", "--value", "v", "--divisor", "n-2"],
            ["moran", "--value", "v", "--permutations", "-1"], ["moran", "--value", "v", "--adjust", "fdr"],
            ["local-moran", "--value", "v", "--significance", "2"],
            ["local-join-count", "--value", "m", "--adjust", "max-t"],
            ["moran", "--value", "v", "--distances", "1,2"], ["correlogram", "--value", "v", "--distances", "1,2"],
            ["moran", "--value", "v", "--areas", "a.geojson"], ["moran", "--value", "v", "--threads", "0"],
            ["moron", "--value", "v"], ["correlogram", "--value", "v", "--orders", "0"],
        ])
    func usage(arguments: [String]) throws {
        #expect(try statistic(arguments[0], Array(arguments.dropFirst())).status == 64)
    }

    @Test("Weights and numbers of permutations beyond all sense are refused")
    func nonsense() throws {
        let most = try statistic("moran", ["--value", "v", "--permutations", "9223372036854775807"])
        #expect(most.status == 64 && most.messages.contains("1000000000"))
        try Program.withFolder { folder in
            try "k,v\n1,1\n2,2\n3,4\n".write(toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            try "3\n1 2 1e200\n2 3 1\n".write(toFile: "\(folder)/w.gwt", atomically: true, encoding: .utf8)
            let heavy = try Program.run(
                ["statistic", "moran", "--weights", "w.gwt", "--table", "t.csv", "--key", "k", "--value", "v"],
                in: folder)
            #expect(heavy.status == 1 && heavy.messages.contains("w.gwt: a link weighs 1e+200, too much"))
        }
    }

    @Test("Wrong input is named with its row and a remedy")
    func input() throws {
        let mark = try statistic("local-join-count", ["--value", "v"])
        #expect(mark.status == 1 && mark.messages.contains("row 3") && mark.messages.contains("is no mark"))
        let text = try statistic("moran", ["--value", "c"])
        #expect(text.status == 1 && text.messages.contains("'A' is not a number"))
        let absent = try statistic("moran", ["--value", "v"], table: "k;v\n1;2\n")
        #expect(absent.status == 1 && absent.messages.contains("w.gal"))
    }

    @Test(
        "Moran, Geary and Lee of Columbus are those that spdep publishes",
        .enabled(if: Program.has("statistics"), "shared/data/statistics is not here"))
    func published() throws {
        try Program.withFolder { folder in
            let data = "\(Program.shared)/statistics/r_oldcol"
            func value(_ name: String, _ more: [String] = []) throws -> [String: Any] {
                try object(
                    try Program.run(
                        [
                            "statistic", name, "--weights", "\(data)/COL.nb.gal", "--table", "\(data)/COL.OLD.csv",
                            "--key", "@row", "--value", "CRIME", "--permutations", "0",
                        ] + more, in: folder))
            }
            let row = try value("moran")
            #expect(abs((row["statistic"] as? Double ?? 0) - 0.510951264) < 6e-10)
            #expect(abs((row["variance_randomisation"] as? Double ?? 0) - 0.008908762) < 6e-10)
            let binary = try value("moran", ["--style", "binary"])
            #expect(abs((binary["statistic"] as? Double ?? 0) - 0.52063815) < 6e-9)
            #expect(abs((try value("geary")["statistic"] as? Double ?? 0) - 0.52986993) < 6e-9)
            let lee = try value("lee", ["--value2", "CRIME"])
            #expect(abs((lee["expected"] as? Double ?? 0) - 0.239417989) < 6e-10)
        }
    }
}
