import Foundation
import Testing

@Suite("kleinraum index")
struct IndexTests {
    static let recipe = """
        name: need
        indices:
          - name: need
            standardisation: min-max
            indicators: [{name: x}, {name: y, polarity: resource}]
            classes: [{label: low, below: 1}, {label: high}]
        """

    func index(_ table: String, _ arguments: [String], files: [String: String] = [:]) throws -> Program.Result {
        try Program.withFolder { folder in
            for (name, text) in files.merging(["t.csv": table, "r.yaml": Self.recipe], uniquingKeysWith: { a, _ in a })
            {
                try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
            }
            return try Program.run(["index", "--table", "t.csv", "--key", "k"] + arguments, in: folder)
        }
    }

    @Test("a free recipe gives key, standardised values, sum and class, sorted by key")
    func free() throws {
        let result = try index("k,x,y\nb,0,4\na,10,2\nc,5,0\n", ["--recipe", "r.yaml"])
        #expect(result.output == "key,z_x,z_y,sum,class\na,1,0.5,1.5,high\nb,0,0,0,low\nc,0.5,1,1.5,high\n")
        #expect(result.messages.contains("3 of 3 areas"))
        let german = try index("k,x,y\nb,0,4\na,10,2\nc,5,0\n", ["--recipe", "r.yaml", "--german"])
        #expect(german.output.contains("a;1;0,5;1,5;high"))
    }

    @Test("excluded and missing areas keep an empty row and are told")
    func leftOut() throws {
        let table = "k,X,y\nb,0,4\na,10,2\nc,5,0\nd,99,1\ne,-9999.0,1\nf,.,1\n"
        let options = ["--recipe", "r.yaml", "--columns", "x=X", "--missing", "-9999", "--exclude", "e.csv"]
        let result = try index(table, options, files: ["e.csv": "key\nd\nzz\n"])
        #expect(
            result.output
                == "key,z_x,z_y,sum,class\na,1,0.5,1.5,high\nb,0,0,0,low\nc,0.5,1,1.5,high\nd,,,,\ne,,,,\nf,,,,\n")
        #expect(result.messages.contains("excluded by key: d"))
        #expect(result.messages.contains("no-data in x: e") && result.messages.contains("suppressed in x: f"))
        #expect(result.messages.contains("no area has the key zz"))
        for list in ["", "d\n", "\"d\";why\n"] {
            let same = try index(table, options, files: ["e.csv": list])
            #expect(same.status == 0)
            #expect(same.output.contains("\nd,,,,\n") == !list.isEmpty)
        }
    }

    @Test("wrong input names file, row or line, value and remedy; wrong usage is 64")
    func wrong() throws {
        let good = "k,x,y\nb,0,4\na,10,2\n"
        let unreadable = try index("k,x,y\nb,0,4\na,zehn,2\n", ["--recipe", "r.yaml"])
        #expect(unreadable.status == 1 && unreadable.messages.contains("row 3"))
        let absent = try index("k,x\nb,0\na,1\n", ["--recipe", "r.yaml"])
        #expect(absent.status == 1 && absent.messages.contains("--columns y=FIELD"))
        let constant = try index("k,x,y\nb,1,4\na,1,2\n", ["--recipe", "r.yaml"])
        #expect(constant.status == 1 && constant.messages.contains("'x'") && constant.messages.contains("t.csv"))
        let recipe = try index(good, ["--recipe", "bad.yaml"], files: ["bad.yaml": "name: x\nindices: 1\n"])
        #expect(recipe.status == 1 && recipe.messages.contains("bad.yaml, row 2"))
        let unknown = try index(good, ["--recipe", "r.yaml", "--columns", "z=x"])
        #expect(unknown.status == 1 && unknown.messages.contains("'z'"))
        for usage in [
            [], ["--preset", "imd-2019"], ["--preset", "imd-2025", "--recipe", "r.yaml"],
            ["--recipe", "r.yaml", "--columns", "x"], ["--recipe", "r.yaml", "--cases", "x=y"],
            ["--recipe", "r.yaml", "-o", "t.csv"],
        ] {
            #expect(try index(good, usage).status == 64, "\(usage)")
        }
    }

    @Test("--explain writes what each indicator adds and whether one case changes the class")
    func explain() throws {
        try Program.withFolder { folder in
            try "k,x,y,n\nb,0,4,50\na,10,2,20\nc,5,0,10\n".write(
                toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            try Self.recipe.write(toFile: "\(folder)/r.yaml", atomically: true, encoding: .utf8)
            let result = try Program.run(
                [
                    "index", "--recipe", "r.yaml", "--table", "t.csv", "--key", "k", "--explain", "e.csv",
                    "--populations", "x=n", "--cases", "x=x", "-o", "o.csv",
                ], in: folder)
            #expect(result.status == 0)
            let lines = try Program.text("\(folder)/e.csv").split(separator: "\n")
            #expect(lines.count == 7)
            #expect(lines[0].hasPrefix("key,state,index,score,class,limit,distance,class_beyond,p_other_class,"))
            #expect(lines[2].hasPrefix("a,value,need,1.5,high,1,-0.5,low,"))
        }
    }

    @Test(
        "the presets print their promised columns, and the published classes",
        .enabled(if: Program.has("berlin-mss"), "shared/data/berlin-mss is not here"))
    func berlin() throws {
        try Program.withFolder { folder in
            let result = try Program.run(
                [
                    "index", "--preset", "berlin-mss-2021", "--key", "PLR_ID", "--missing", "-9999", "--table",
                    "\(Program.shared)/berlin-mss/mss_2021_index_indikatoren.csv",
                ], in: folder)
            let rows = result.output.split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            #expect(
                rows[0].joined(separator: ",") == "key,z_S1,z_S3,z_S4,z_D1,z_D3,z_D4,sum,status_index,status_class,"
                    + "dynamics_sum,dynamics_index,dynamics_class,combined")
            #expect(rows.count == 543)
            var counts: [Substring: Int] = [:]
            for row in rows.dropFirst() { counts[row[13], default: 0] += 1 }
            // The published cross table of status and dynamics.
            #expect(
                counts == [
                    "": 6, "1+": 1, "1+/-": 73, "1-": 1, "2+": 36, "2+/-": 296, "2-": 34, "3+": 8, "3+/-": 31, "3-": 7,
                    "4+": 3, "4+/-": 36, "4-": 10,
                ])
        }
    }

    @Test(
        "the English preset prints key, score, rank and decile",
        .enabled(if: Program.has("imd-england"), "shared/data/imd-england is not here"))
    func england() throws {
        try Program.withFolder { folder in
            let domains = [
                "income": "Income", "employment": "Employment", "education": "Education", "health": "Health",
                "crime": "Crime", "barriers": "Housing_and_Services", "environment": "Environment",
            ]
            let columns = domains.map { "\($0)_rank=\($1)_rank" }.sorted().joined(separator: ",")
            let result = try Program.run(
                [
                    "index", "--preset", "imd-2025", "--key", "lsoa21_code", "--columns", columns, "--table",
                    "\(Program.shared)/imd-england/imd2025_england_lsoa21.csv",
                ], in: folder)
            let lines = result.output.split(separator: "\n")
            #expect(lines[0] == "key,score,rank,decile" && lines.count == 33_756)
            #expect(lines[1].hasPrefix("E01000001,8.742") && lines[1].hasSuffix(",26525,8"))
        }
    }
}
