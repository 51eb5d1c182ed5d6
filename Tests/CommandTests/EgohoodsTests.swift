import Foundation
import Testing

@Suite("kleinraum egohoods")
struct EgohoodsTests {
    /// Three houses in a row, 10 m and 20 m apart, and rows that cannot be used.
    static let addresses = """
        id;x;y;n;g
        b;500010,00;5700000;2;0
        a;500000;5700000;2;2
        c;500030;5700000;6;3

        """

    static let faults = """
        d;;;5;1
        e;500005;5700000;zwei;1
        f;500005;5700000;4;.
        g;500005;5700000;-1;0
        h;5;7;1;0
        i;500005;5700000;1e12;0

        """

    static let asked = [
        "egohoods", "--addresses", "a.csv", "--x", "x", "--y", "y", "--crs", "EPSG:25832", "--group", "g",
        "--population", "n",
    ]

    func run(
        _ arguments: [String], addresses: String = addresses, files: [String: String] = [:]
    ) throws -> Program.Result {
        try Program.withFolder { folder in
            try addresses.write(toFile: "\(folder)/a.csv", atomically: true, encoding: .utf8)
            for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }
            return try Program.run(arguments, in: folder)
        }
    }

    @Test("persons and shares of a row of houses, by key and by row")
    func row() throws {
        let byKey = try run(Self.asked + ["--key", "id", "--k", "7,3,11"])
        #expect(byKey.status == 0)
        #expect(
            byKey.output == """
                key,k,reached,share
                a,3,4,0.5
                a,7,10,0.5
                a,11,10,0.5
                b,3,4,0.5
                b,7,10,0.5
                b,11,10,0.5
                c,3,6,0.5
                c,7,8,0.375
                c,11,10,0.5

                """)
        #expect(byKey.messages.contains("k = 11: 3 of 3 cannot reach so many persons"))
        #expect(byKey.messages.contains("3 rows = 3 located + 0 rejected; 10 persons, 5 of the group"))
        let byRow = try run(Self.asked + ["--k", "3"])
        #expect(byRow.output == "key,k,reached,share\n1,3,4,0.5\n2,3,4,0.5\n3,3,6,0.5\n")
    }

    @Test("rows without position or counts are told, keep their numbers, and with --strict end with 1")
    func rejections() throws {
        let result = try run(Self.asked + ["--k", "3"], addresses: Self.addresses + Self.faults)
        #expect(result.status == 0)
        #expect(result.output == "key,k,reached,share\n1,3,4,0.5\n2,3,4,0.5\n3,3,6,0.5\n")
        #expect(result.messages.contains("9 rows = 3 located + 6 rejected"))
        for reason in [
            "row 5: the row has no coordinates", "row 6: 'zwei' in n is no count", "row 7: the count in g is secret",
            "row 8: -1 in n is no count", "row 9: x 5.0, y 7.0 cannot be in EPSG:25832", "and 1 more rejected row",
        ] {
            #expect(result.messages.contains(reason), "\(reason) in \(result.messages)")
        }
        #expect(try run(Self.asked + ["--k", "3", "--strict"], addresses: Self.addresses + Self.faults).status == 1)
        let missing = Self.addresses + "d;500020;5700000;-1;0\n"
        let named = try run(Self.asked + ["--k", "3", "--missing", "-1"], addresses: missing)
        #expect(named.messages.contains("row 5: the count in n is missing"))
    }

    @Test("radii have rows without k and a column of their own, and nobody within one has no share")
    func radii() throws {
        let empty = Self.addresses + "z;500500;5700000;0;0\n"
        let result = try run(Self.asked + ["--key", "id", "--k", "3", "--radius", "10"], addresses: empty)
        #expect(
            result.output == """
                key,k,reached,share,radius
                a,3,4,0.5,10
                a,,4,0.5,10
                b,3,4,0.5,10
                b,,4,0.5,10
                c,3,6,0.5,0
                c,,6,0.5,10
                z,3,6,0.5,470
                z,,0,,10

                """)
    }

    @Test("degrees are measured in metres when their system is stated, and refused when not")
    func degrees() throws {
        // The row of houses in EPSG:4326, at the central meridian of zone 32: 10 m and 30 m to the east.
        let table = "id;lon;lat;n;g\na;9;51.45;2;2\nb;9.000144;51.45;2;0\nc;9.000432;51.45;6;3\n"
        let asked = [
            "egohoods", "--addresses", "a.csv", "--x", "lon", "--y", "lat", "--group", "g", "--population", "n",
            "--key", "id", "--k", "3,7", "--radius", "12",
        ]
        let result = try run(asked + ["--crs", "EPSG:4326"], addresses: table)
        #expect(result.status == 0)
        let rows = result.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows[1].prefix(4) == ["a", "3", "4", "0.5"])
        #expect(abs((Double(rows[1][4]) ?? 0) - 10) < 0.02)
        #expect(result.messages.contains("EPSG:25832"))
        let refused = try run(asked, addresses: table)
        #expect(refused.status == 1 && refused.messages.contains("look like degrees"))
    }

    @Test("a plane that nobody names is taken for metres")
    func noSystem() throws {
        let result = try run(
            [
                "egohoods", "--addresses", "a.csv", "--x", "x", "--y", "y", "--group", "g", "--population", "n", "--k",
                "2",
            ], addresses: "x,y,n,g\n0,0,1,1\n3,4,1,0\n1000,0,1,0\n")
        #expect(result.output == "key,k,reached,share\n1,2,2,0.5\n2,2,2,0.5\n3,2,2,0\n")
    }

    @Test("by district: who has more than the threshold around, and who is cut off at the border")
    func districts() throws {
        let result = try run(
            Self.asked + [
                "--k", "7", "--areas", "areas.geojson", "--area-key", "nr", "--threshold", "0.4", "--profile", "p.csv",
            ], addresses: Self.addresses + "x;500900;5700050;3;0\n", files: ["areas.geojson": Self.squares])
        #expect(result.status == 0)
        #expect(
            result.output == """
                key,k,residents,exceeding,share_exceeding,mean_share
                01,7,4,4,1,0.5
                02,7,6,0,0,0.375

                """)
        #expect(result.messages.contains("3 persons live in none of the areas"))
        #expect(result.messages.contains("k = 7: 2 of 4 neighbourhoods are cut off at the border"))
    }

    @Test("the profile, and files that only their owner may read")
    func profile() throws {
        try Program.withFolder { folder in
            try Self.addresses.write(toFile: "\(folder)/a.csv", atomically: true, encoding: .utf8)
            let result = try Program.run(
                Self.asked + ["--k", "1,10", "--profile", "p.csv", "-o", "t.csv", "--german"], in: folder)
            #expect(result.status == 0 && result.output.isEmpty)
            let profile = try Program.text("\(folder)/p.csv").split(separator: "\n")
            #expect(profile[0] == "\u{FEFF}k;residents;share;mean_share;isolation;dissimilarity")
            // Of ten persons two in a house of the group alone, two in one without, six half and half: D = 0.4.
            #expect(profile[1] == "1;10;0,5;0,5;0,7;0,4")
            #expect(profile[2] == "10;10;0,5;0,5;0,5;0")
            #expect(try Program.text("\(folder)/t.csv").hasPrefix("\u{FEFF}key;k;reached;share\n1;1;2;0\n"))
            for name in ["p.csv", "t.csv"] {
                let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions]
                #expect(mode as? Int == 0o600)
            }
        }
    }

    @Test("neighbours beyond the border take part and have no rows; a territory tells who is cut off")
    func beyondTheBorder() throws {
        let neighbours = "x;y;n;g\n499990;5700000;1;1\n"
        let result = try run(
            Self.asked + [
                "--key", "id", "--k", "3,7", "--neighbours-addresses", "b.csv", "--territory", "areas.geojson",
            ],
            files: ["b.csv": neighbours, "areas.geojson": Self.squares])
        #expect(
            result.output == """
                key,k,reached,share,cut_off
                a,3,5,0.6,0
                a,7,11,0.5454545454545454,1
                b,3,4,0.5,0
                b,7,11,0.5454545454545454,0
                c,3,6,0.5,0
                c,7,8,0.375,0

                """)
    }

    @Test("a river between the houses keeps them apart, a bridge does not")
    func barriers() throws {
        let river = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},
            "features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":
            [[500005,5699000],[500005,5701000]]}}]}
            """
        let bridge = river.replacingOccurrences(of: "LineString", with: "Point")
            .replacingOccurrences(of: "[[500005,5699000],[500005,5701000]]", with: "[500005,5700030]")
        let files = ["river.geojson": river, "bridge.geojson": bridge]
        let asked = Self.asked + ["--key", "id", "--k", "3", "--barriers", "river.geojson"]
        let apart = try run(asked, files: files)
        #expect(apart.output == "key,k,reached,share\na,3,2,1\nb,3,8,0.375\nc,3,6,0.5\n")
        let joined = try run(asked + ["--gates", "bridge.geojson", "--gate-width", "50"], files: files)
        #expect(joined.output == "key,k,reached,share\na,3,4,0.5\nb,3,4,0.5\nc,3,6,0.5\n")
    }

    @Test("other points and centres of districts have neighbourhoods, too")
    func origins() throws {
        let result = try run(
            Self.asked + ["--k", "3", "--origins", "areas.geojson", "--origin-key", "nr"],
            files: ["areas.geojson": Self.squares])
        // Centroids at 500005, 5700000 and 500040, 5700000.
        #expect(result.output == "key,k,reached,share\n01,3,4,0.5\n02,3,6,0.5\n")
    }

    @Test("wrong usage is 64, wrong input 1")
    func wrongUsage() throws {
        for wrong in [
            [], ["--k", "0"], ["--k", "5,5"], ["--k", "5,"], ["--k", "x"], ["--radius", "-1"],
            ["--k", "5", "--threshold", "0.5"], ["--k", "5", "--areas", "b"], ["--k", "5", "-o", "a.csv"],
            ["--k", "5", "--metric-crs", "EPSG:4326"], ["--k", "5", "--gates", "b"],
        ] {
            #expect(try run(Self.asked + wrong).status == 64, "\(wrong)")
        }
        let column = try run(Self.asked.dropLast() + ["m", "--k", "5"])
        #expect(column.status == 1 && column.messages.contains("'m'"))
        let twice = try run(Self.asked + ["--k", "5", "--key", "n"])
        #expect(twice.status == 1 && twice.messages.contains("occurs twice"))
    }

    @Test("one, two and seven threads give the same bytes, also from a file of several blocks")
    func threads() throws {
        var table = "x;y;n;g\n"
        for number in 0..<60_000 {
            let (x, y) = (500_000 + number * 7919 % 30_011, 5_700_000 + number * 104_729 % 20_011)
            table += "\(x),\(number % 10);\(y);\(number % 7);\(number * 31 % 1009 % (number % 7 + 1))\n"
        }
        var outputs: Set<String> = []
        for threads in ["1", "2", "7"] {
            let result = try run(Self.asked + ["--k", "100,1000", "--threads", threads], addresses: table)
            #expect(result.status == 0)
            outputs.insert(result.output)
        }
        #expect(outputs.count == 1)
        #expect(outputs.first?.split(separator: "\n").count == 120_001)
    }

    /// Two areas side by side: the houses a and b lie in 01, c lies in 02.
    static let squares = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[
        {"type":"Feature","properties":{"nr":"02"},"geometry":{"type":"Polygon","coordinates":
        [[[500020,5699970],[500060,5699970],[500060,5700030],[500020,5700030],[500020,5699970]]]}},
        {"type":"Feature","properties":{"nr":"01"},"geometry":{"type":"Polygon","coordinates":
        [[[499990,5699970],[500020,5699970],[500020,5700030],[499990,5700030],[499990,5699970]]]}}]}
        """
}
