import Foundation
import Testing

@Suite("kleinraum rates and standardise")
struct RatesTests {
    static let table = """
        key;events;people
        07;2;20
        01;8;200
        3;0;0
        4;.;50
        5;5;
        06;30;180

        """

    func run(
        _ arguments: [String], table: String = RatesTests.table, weights: String = "", standard: String = ""
    ) throws -> Program.Result {
        try Program.withFolder { folder in
            for (name, text) in [("t.csv", table), ("w.gal", weights), ("s.csv", standard)] {
                try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            return try Program.run(arguments, in: folder)
        }
    }

    func rates(_ arguments: [String], table: String = RatesTests.table, weights: String = "") throws -> Program.Result {
        try run(
            ["rates", "--table", "t.csv", "--key", "key", "--events", "events", "--population", "people"] + arguments,
            table: table, weights: weights)
    }

    func cells(_ result: Program.Result) -> [[String]] {
        result.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("rows are sorted by key; a row without a rate says why")
    func plain() throws {
        let result = try rates([])
        let rows = cells(result)
        #expect(rows[0] == ["key", "raw", "rate", "lower", "upper", "state"])
        #expect(rows.dropFirst().map { $0[0] } == ["01", "06", "07", "3", "4", "5"])
        #expect(rows[1][1] == "0.04" && rows[1][2] == "0.04" && rows[1][5] == "value")
        #expect(rows[4] == ["3", "", "", "", "", "not-applicable"])
        #expect(rows[5] == ["4", "", "", "", "", "suppressed"])
        #expect(rows[6] == ["5", "", "", "", "", "no-data"])
        // Wilson's limits of 2 of 20, as statsmodels has them
        let limits = try rows[3][3...4].map { try #require(Double($0)) }
        #expect(abs(limits[0] - 0.027866481213768196) < 1e-12 && abs(limits[1] - 0.3010336452284873) < 1e-12)
        #expect(result.messages.contains("wilson") && result.messages.contains("1 areas without a rate: suppressed"))
    }

    @Test("more events than people are a rate with Poisson limits, and no share: the error names the area")
    func moreEventsThanPeople() throws {
        let table = "key,events,people\na,30,10\nb,1,10\n"
        let rate = try rates([], table: table)
        #expect(rate.messages.contains("poisson") && cells(rate)[1][1] == "3")
        for option in [["--interval", "wilson"], ["--model", "binomial"]] {
            let share = try rates(option, table: table)
            #expect(share.status == 1 && share.output.isEmpty)
            #expect(share.messages.contains("'a'") && share.messages.contains("row 2"))
        }
    }

    @Test("spatial smoothing takes neighbours by key, leaves out areas without a rate, and names islands")
    func spatial() throws {
        let weights = "0 6 t key\n01 2\n06 3\n06 2\n01 4\n07 1\n3\n3 2\n01 07\n4 1\n06\n5 0\n\n"
        let rows = cells(try rates(["--smooth", "spatial", "--weights", "w.gal"], weights: weights))
        // 01 and 06 are left with each other: 38 of 380; 07 borders on an area without people only.
        #expect(rows[1][2] == "0.1" && rows[2][2] == "0.1" && rows[1][5] == "value")
        #expect(rows[3][1] == "0.1" && rows[3][2] == "0.1" && rows[3][5] == "island")
        let bayes = cells(try rates(["--smooth", "spatial-empirical-bayes", "--weights", "w.gal"], weights: weights))
        let rate = try #require(Double(bayes[1][2]))
        #expect(rate > 0.04 && rate < 0.1)
        #expect(try rates(["--smooth", "spatial"]).status == 64)
        #expect(try rates(["--smooth", "spatial", "--weights", "w.gal"], weights: "0 1 t key\n01 0\n\n").status == 1)
    }

    @Test("empirical Bayes draws to the overall rate; details add risk, probability and class; --per multiplies")
    func details() throws {
        let rows = cells(try rates(["--smooth", "empirical-bayes", "--details", "--per", "100"]))
        #expect(rows[0].suffix(4) == ["expected", "excess_risk", "exceedance", "class"])
        let raw = try #require(Double(rows[1][1]))
        let rate = try #require(Double(rows[1][2]))
        #expect(raw == 4 && rate > 4 && rate < 10)
        // The overall rate is 40 of 400.
        #expect(rows[1][6...7] == ["20", "0.4"] && rows[1][9] == "below")
        #expect(rows[2][9] == "above" && rows[3][9] == "too-small-to-tell")
        let exceedance = try [1, 2].map { try #require(Double(rows[$0][8])) }
        #expect(exceedance[0] < 0.05 && exceedance[1] > 0.95)
        #expect(rows[4] == ["3", "", "", "", "", "not-applicable", "", "", "", ""])
        let alike = try rates(["--smooth", "empirical-bayes"], table: "key,events,people\na,10,100\nb,20,200\n")
        #expect(alike.messages.contains("no more than chance"))
    }

    @Test("wrong usage and wrong input are told apart")
    func wrong() throws {
        for option in [["--level", "95"], ["--per", "0"], ["--interval", "wald"], ["--model", "normal"]] {
            #expect(try rates(option).status == 64)
        }
        let negative = try rates([], table: "key,events,people\na,-3,10\n")
        #expect(negative.status == 1 && negative.messages.contains("-3 is below 0"))
        let german = try rates(["--german"])
        #expect(german.output.hasPrefix("\u{FEFF}key;raw") && german.output.contains("0,04"))
    }

    @Test(
        "rates of the North Carolina births are those that esda publishes",
        .enabled(if: Program.has("statistics"), "shared/data/statistics is not here"))
    func golden() throws {
        let folder = "\(Program.shared)/statistics/sids2"
        let result = try run([
            "rates", "--table", "\(folder)/sids2.dbf", "--key", "FIPSNO", "--events", "SID74", "--population", "BIR74",
            "--weights", "\(folder)/sids2.gal", "--smooth", "empirical-bayes",
        ])
        let rates = Dictionary(uniqueKeysWithValues: cells(result).dropFirst().map { ($0[0], $0[2]) })
        let first = try #require(rates["37009"].flatMap(Double.init))
        #expect(abs(first - 0.0016973) < 5e-8)
    }

    @Test("standardised rates: direct against the sum of all areas, indirect against a standard of one's own")
    func standardise() throws {
        let table = "key,age,n,f\nb,old,10,100\nb,young,1,100\na,young,4,300\na,old,5,50\nc,young,1,9\n"
        let options = ["standardise", "--table", "t.csv", "--key", "key", "--stratum", "age"]
        let columns = ["--events", "n", "--population", "f"]
        let direct = cells(try run(options + columns + ["--method", "direct"], table: table))
        // 409 young and 150 old: a has 409/559 · 4/300 + 150/559 · 5/50
        let rate = try #require(Double(direct[1][2]))
        let (young, old) = (409.0 / 559 * 4 / 300, 150.0 / 559 * 5 / 50)
        #expect(abs(rate - young - old) < 1e-15)
        #expect(direct[3][2...] == ["", "", "", "not-applicable"] && direct[3][1] != "")
        let standard = "age,n,f\nyoung,10,1000\nold,100,1000\n"
        let indirect = cells(
            try run(
                options + columns + ["--method", "indirect", "--standard", "s.csv"], table: table, standard: standard))
        #expect(indirect[0] == ["key", "events", "expected", "ratio", "raw", "rate", "lower", "upper", "state"])
        #expect(indirect[1][0...3] == ["a", "9", "8", "1.125"] && indirect[1][8] == "value")
        let missing = try run(
            options + columns + ["--method", "direct", "--standard", "s.csv"], table: table,
            standard: "age,n,f\nyoung,10,1000\n")
        #expect(missing.status == 1 && missing.messages.contains("'old'"))
        let twice = try run(options + columns + ["--method", "direct"], table: table + "a,old,1,2\n")
        #expect(twice.status == 1 && twice.messages.contains("twice"))
    }
}
