import Fixtures
import Foundation
import Testing

@Suite("kleinraum neighbours")
struct NeighboursTests {
    static let berlin = "\(Program.shared)/berlin/boundaries/lor_planungsraeume_2021.shp"

    /// Three squares of 100 m in a row and one apart, out of order, and an area without geometry.
    static let areas = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"features":[
        {"type":"Feature","properties":{"nr":"03","name":"Ost"},"geometry":{"type":"Polygon","coordinates":
        [[[500200,5700000],[500300,5700000],[500300,5700100],[500200,5700100],[500200,5700000]]]}},
        {"type":"Feature","properties":{"nr":"02","name":"Mitte"},"geometry":{"type":"Polygon","coordinates":
        [[[500100,5700000],[500200,5700000],[500200,5700100],[500100,5700100],[500100,5700000]]]}},
        {"type":"Feature","properties":{"nr":"01","name":"Nord West"},"geometry":{"type":"Polygon","coordinates":
        [[[500000,5700100],[500100,5700100],[500100,5700200],[500000,5700200],[500000,5700100]]]}},
        {"type":"Feature","properties":{"nr":"04","name":"Insel"},"geometry":{"type":"Polygon","coordinates":
        [[[501000,5700000],[501100,5700000],[501100,5700100],[501000,5700100],[501000,5700000]]]}},
        {"type":"Feature","properties":{"nr":"05","name":"Leer"},"geometry":null}]}
        """

    func run(_ arguments: [String], areas: String = areas) throws -> (result: Program.Result, file: String?) {
        try Program.withFolder { folder in
            try areas.write(toFile: "\(folder)/meine areas.geojson", atomically: true, encoding: .utf8)
            let result = try Program.run(["neighbours", "meine areas.geojson"] + arguments, in: folder)
            let file = arguments.firstIndex(of: "-o").map { "\(folder)/\(arguments[$0 + 1])" }
            return (result, try result.status == 0 ? file.map { try Program.text($0) } : nil)
        }
    }

    @Test("queen and rook neighbours come as GAL by key, areas without neighbours with empty rows and a message")
    func contiguity() throws {
        let queen = try run(["--key", "nr", "--kind", "queen"]).result
        #expect(queen.status == 0)
        #expect(queen.output == "0 5 meine_areas nr\n01 1\n02\n02 2\n01 03\n03 1\n02\n04 0\n\n05 0\n\n")
        #expect(queen.messages.contains("1 areas without neighbours: 04"))
        #expect(queen.messages.contains("1 areas without geometry: 05"))
        let rook = try run(["--key", "nr", "--kind", "rook", "-o", "rook.gal"])
        #expect(rook.file == "0 5 meine_areas nr\n01 0\n\n02 1\n03\n03 1\n02\n04 0\n\n05 0\n\n")
    }

    @Test("Who touches whom needs no reference system, and what is measured says that it does")
    func withoutSystem() throws {
        // Columbus, Ohio is published in inches on a map sheet.
        let areas = Self.areas.replacing(
            #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},"#, with: "")
        let queen = try run(["--key", "nr", "--kind", "queen"], areas: areas).result
        #expect(queen.output == "0 5 meine_areas nr\n01 1\n02\n02 2\n01 03\n03 1\n02\n04 0\n\n05 0\n\n")
        let far = try run(["--key", "nr", "--kind", "queen:2", "-o", "far.gwt"], areas: areas)
        #expect(far.file == "0 5 meine_areas nr\n01 03 1\n03 01 1\n")
        let row = try run(["--key", "nr", "--kind", "queen", "--style", "row"], areas: areas).result
        #expect(row.output == "0 5 meine_areas nr\n01 02 1\n02 01 0.5\n02 03 0.5\n03 02 1\n")
        for kind in ["knn:1", "distance:100", "kernel:uniform:100"] {
            #expect(try run(["--key", "nr", "--kind", kind], areas: areas).result.status == 1)
        }
        #expect(try run(["--key", "nr", "--kind", "queen", "--lengths"], areas: areas).result.status == 1)
    }

    @Test("GWT has the length of the shared border, 0 where areas meet in a point")
    func lengths() throws {
        let expected = "0 5 meine_areas nr\n01 02 0\n02 01 0\n02 03 100\n03 02 100\n"
        #expect(try run(["--key", "nr", "--kind", "queen", "-o", "queen.gwt"]).file == expected)
        #expect(try run(["--key", "nr", "--kind", "queen", "--lengths"]).result.output == expected)
        // GWT loses the islands.
        #expect(
            try run(["--key", "nr", "--kind", "queen", "-o", "q.gwt"]).result.messages.contains("a .gal file keeps"))
        #expect(try !run(["--key", "nr", "--kind", "queen", "-o", "q.gal"]).result.messages.contains("a .gal file"))
    }

    @Test("Nearest and near neighbours are measured between centroids, ties by key")
    func distances() throws {
        // From 02 to 01 it is √2 · 100 m, to 03 exactly 100 m.
        let nearest = try run(["--key", "nr", "--kind", "knn:1"]).result.output
        #expect(nearest == "0 5 meine_areas nr\n01 1\n02\n02 1\n03\n03 1\n02\n04 1\n03\n05 0\n\n")
        let near = try run(["--key", "nr", "--kind", "distance:100", "-o", "near.gwt"]).file
        #expect(near == "0 5 meine_areas nr\n02 03 100\n03 02 100\n")
    }

    @Test("Lengths of areas in degrees are measured in the UTM zone of their centre")
    func degrees() throws {
        let areas = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"nr":"1"},"geometry":{"type":"Polygon","coordinates":
            [[[9,51],[9.01,51],[9.01,51.01],[9,51.01],[9,51]]]}},
            {"type":"Feature","properties":{"nr":"2"},"geometry":{"type":"Polygon","coordinates":
            [[[9.01,51],[9.02,51],[9.02,51.01],[9.01,51.01],[9.01,51]]]}}]}
            """
        let text = try run(["--key", "nr", "--kind", "rook", "--lengths"], areas: areas).result.output
        let length = try #require(text.split(whereSeparator: \.isWhitespace).last.flatMap { Double($0) })
        // A hundredth of a degree of latitude at 51° N, by 0.9996.
        #expect(abs(length - 1112.1) < 0.5)
    }

    @Test("What cannot be is said in one sentence, with the right status")
    func faults() throws {
        let space = try run(["--key", "name", "--kind", "queen"]).result
        #expect(space.status == 1)
        #expect(space.messages.contains("'Nord West' holds white space"))
        let many = try run(["--key", "nr", "--kind", "knn:4"]).result
        #expect(many.status == 1)
        #expect(many.messages.contains("only 3 others, not 4"))
        let features = Self.areas.split(separator: "\n")
        let one = (features[...2] + ["]}"]).joined(separator: "\n").replacing(",\n]}", with: "]}")
        let alone = try run(["--key", "nr", "--kind", "knn:1"], areas: one).result
        #expect(alone.status == 1 && alone.messages.contains("without a second area"))
        let system = try run(["--key", "nr", "--kind", "queen", "--metric-crs", "EPSG:4326"]).result
        #expect(system.status == 64 && system.messages.contains("no plane in metres"))
        for kind in ["knn:0", "knn", "distance:-1", "bishop", "distance:nan"] {
            #expect(try run(["--key", "nr", "--kind", kind]).result.status == 64)
        }
        #expect(try run(["--key", "nr", "--kind", "queen", "--lengths", "-o", "a.gal"]).result.status == 64)
    }

    /// Nine squares of 100 m in three rows, named by column and row from the south-west, with a borough for each row.
    static let board: String = {
        let features = (0..<9).map { place in
            let (x, y) = (500000 + place % 3 * 100, 5_700_000 + place / 3 * 100)
            let ring = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)].map { "[\(x + $0.0),\(y + $0.1)]" }
            return """
                {"type":"Feature","properties":{"nr":"\(place % 3)\(place / 3)","borough":\(place == 8 ? "null" : "\(place / 3)")},
                "geometry":{"type":"Polygon","coordinates":[[\(ring.joined(separator: ","))]]}}
                """
        }
        return collection(features)
    }()

    /// A collection in UTM zone 32.
    static func collection(_ features: [String]) -> String {
        #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:25832"}},"features":["#
            + features.joined(separator: ",") + "]}"
    }

    /// A feature of lines or points.
    static func feature(_ type: String, _ coordinates: String) -> String {
        #"{"type":"Feature","properties":null,"geometry":{"type":"\#(type)","coordinates":\#(coordinates)}}"#
    }

    /// A river just north of the border between the first and the second row.
    static let river = collection([feature("LineString", "[[499900,5700103],[500400,5700103]]")])
    /// A bridge between 10 and 11.
    static let bridge = collection([feature("Point", "[500150,5700103]")])

    /// Runs over the board with files beside it.
    func runBoard(_ arguments: [String], files: [String: String] = [:]) throws -> Program.Result {
        try Program.withFolder { folder in
            try Self.board.write(toFile: "\(folder)/board.geojson", atomically: true, encoding: .utf8)
            for (name, text) in files { try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8) }
            return try Program.run(["neighbours", "board.geojson", "--key", "nr"] + arguments, in: folder)
        }
    }

    /// The neighbours of a GAL or the links of a GWT text, by key.
    func rows(_ text: String) -> [String: [String: Double]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().map {
            $0.split(separator: " ")
        }
        var rows: [String: [String: Double]] = [:]
        var open: String?
        for words in lines {
            if let key = open {
                rows[key] = Dictionary(uniqueKeysWithValues: words.map { (String($0), 1) })
                open = nil
            } else if words.count == 2 {
                open = String(words[0])
            } else if words.count == 3 {
                rows[String(words[0]), default: [:]][String(words[1])] = Double(words[2])
            }
        }
        return rows
    }

    @Test("Areas two steps apart, with and without those one step apart")
    func orders() throws {
        let second = try rows(runBoard(["--kind", "rook:2"]).output)
        #expect(Set(second["00"]?.keys ?? [:].keys) == ["11", "20", "02"])
        let both = try rows(runBoard(["--kind", "rook:2", "--include-lower-orders"]).output)
        #expect(Set(both["00"]?.keys ?? [:].keys) == ["01", "10", "11", "20", "02"])
        #expect(try rows(runBoard(["--kind", "queen:2"]).output)["11"]?.isEmpty == true)
        #expect(try runBoard(["--kind", "rook:1"]).output == runBoard(["--kind", "rook"]).output)
    }

    @Test("Inverse distances, kernels and blocks come with their weights")
    func weights() throws {
        let inverse = try rows(runBoard(["--kind", "inverse-distance:100:2"]).output)
        #expect(inverse["11"] == ["01": 1e-4, "10": 1e-4, "12": 1e-4, "21": 1e-4])
        let kernel = try rows(runBoard(["--kind", "kernel:triangular:200"]).output)
        #expect(kernel["00"]?["01"] == 0.5 && kernel["00"]?["02"] == nil && kernel["00"]?["00"] == nil)
        let whole = try rows(runBoard(["--kind", "kernel:triangular:200", "--diagonal"]).output)
        #expect(whole["00"]?["00"] == 1 && whole["00"]?.count == kernel["00"].map { $0.count + 1 })
        let adaptive = try rows(runBoard(["--kind", "kernel:uniform:knn:4"]).output)
        #expect(adaptive["11"] == ["01": 0.5, "10": 0.5, "12": 0.5, "21": 0.5])
        let blocks = try runBoard(["--kind", "block:borough"])
        #expect(rows(blocks.output)["00"] == ["10": 1, "20": 1])
        #expect(blocks.messages.contains("1 areas without neighbours: 22"))
        let least = try runBoard(["--kind", "distance:least"])
        #expect(try least.output == runBoard(["--kind", "distance:100"]).output)
        #expect(try runBoard(["--kind", "distance:99"]).messages.contains("from 100.0 m on no area"))
    }

    @Test("Styles scale the weights, of contiguity those of its links unless lengths are asked for")
    func styles() throws {
        let row = try rows(runBoard(["--kind", "rook", "--style", "row"]).output)
        #expect(row["11"] == ["01": 0.25, "10": 0.25, "12": 0.25, "21": 0.25])
        let queen = try rows(runBoard(["--kind", "queen", "--style", "row", "--lengths"]).output)
        #expect(queen["00"] == ["01": 0.5, "10": 0.5, "11": 0])
        let least = try rows(runBoard(["--kind", "rook", "--style", "min-max"]).output)
        #expect(least["00"] == ["01": 0.25, "10": 0.25])
    }

    @Test(
        "A river keeps the first row from the second, a bridge joins two areas again, and kinds by distance lose links")
    func barriers() throws {
        let files = ["river.geojson": Self.river, "bridge.geojson": Self.bridge]
        let cut = try runBoard(["--kind", "queen", "--barriers", "river.geojson"], files: files)
        #expect(cut.status == 0)
        #expect(rows(cut.output)["10"]?.keys.sorted() == ["00", "20"])
        #expect(rows(cut.output)["11"]?.keys.sorted() == ["01", "02", "12", "21", "22"])
        // Three borders and four corners, both ways.
        #expect(cut.messages.contains("barriers cut 14 links"))
        let gated = ["--barriers", "river.geojson", "--gates", "bridge.geojson", "--gate-width", "20"]
        let open = try rows(runBoard(["--kind", "queen"] + gated, files: files).output)
        #expect(open["10"]?.keys.sorted() == ["00", "11", "20"])
        #expect(open["00"]?.keys.sorted() == ["10"])
        let second = try rows(runBoard(["--kind", "rook:2"] + gated, files: files).output)
        #expect(second["00"]?.keys.sorted() == ["11", "20"])
        let near = try rows(runBoard(["--kind", "distance:100"] + gated, files: files).output)
        #expect(near["10"]?.keys.sorted() == ["00", "11", "20"])
        #expect(near["00"]?.keys.sorted() == ["10"])
        // A tolerance smaller than the offset of the river from the border.
        let narrow = ["--kind", "rook", "--barriers", "river.geojson", "--barrier-tolerance", "2"]
        #expect(try runBoard(narrow, files: files).output == runBoard(["--kind", "rook"]).output)
    }

    @Test("Barriers in degrees are measured in the plane of the areas; far ones and areas as barriers are told")
    func barrierSystems() throws {
        // 500000 E is 9° E; the northing of the border lies at 51.4521° N.
        let degrees = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":null,"geometry":{"type":"LineString","coordinates":
            [[8.99,51.45211],[9.01,51.45211]]}}]}
            """
        let result = try runBoard(
            ["--kind", "rook", "--barriers", "r.geojson", "--barrier-tolerance", "20"], files: ["r.geojson": degrees])
        #expect(result.status == 0 && result.messages.contains("barriers cut 6 links"))
        let far = try runBoard(
            ["--kind", "rook", "--barriers", "r.geojson"],
            files: ["r.geojson": Self.collection([Self.feature("LineString", "[[600000,5700000],[600100,5700000]]")])])
        #expect(far.status == 0 && far.messages.contains("no barrier lies where the data lie"))
        let area = try runBoard(["--kind", "rook", "--barriers", "board.geojson"])
        #expect(area.status == 1 && area.messages.contains("the axis, not the bed"))
        let points = try runBoard(["--kind", "rook", "--barriers", "b.geojson"], files: ["b.geojson": Self.bridge])
        #expect(points.status == 1 && points.messages.contains("points are gates, not barriers"))
    }

    @Test("Wrong usage of kinds, styles and barriers has status 64 and writes nothing")
    func usage() throws {
        let files = ["river.geojson": Self.river, "bridge.geojson": Self.bridge]
        for arguments in [
            ["--kind", "queen:0"], ["--kind", "queen:2:3"], ["--kind", "distance:most"],
            ["--kind", "inverse-distance:5:0"],
            ["--kind", "kernel:cosine:5"], ["--kind", "kernel:uniform:knn:0"], ["--kind", "block:"], ["--kind", ""],
            ["--kind", "queen", "--include-lower-orders"], ["--kind", "knn:2", "--include-lower-orders"],
            ["--kind", "queen", "--diagonal"], ["--kind", "kernel:uniform:9", "--lengths"],
            ["--kind", "queen", "--style", "W"], ["--kind", "queen", "--style", "as-given"],
            ["--kind", "queen", "--style", "row", "-o", "a.gal"], ["--kind", "kernel:uniform:9", "-o", "a.gal"],
            ["--kind", "queen", "--threads", "-1"], ["--kind", "queen", "--threads", "0"],
            ["--kind", "queen", "--gates", "bridge.geojson", "--gate-width", "5"],
            ["--kind", "queen", "--barriers", "river.geojson", "--gates", "bridge.geojson"],
            ["--kind", "queen", "--barriers", "river.geojson", "--gate-width", "5"],
            ["--kind", "queen", "--barriers", "river.geojson", "--gates", "bridge.geojson", "--gate-width", "-5"],
            ["--kind", "queen", "--barriers", "river.geojson", "--barrier-tolerance", "-1"],
            ["--kind", "queen", "--barriers", "river.geojson", "-o", "river.geojson"],
            [
                "--kind", "queen", "--barriers", "river.geojson", "--gates", "bridge.geojson", "--gate-width", "5",
                "-o", "./bridge.geojson",
            ],
            ["--kind", "queen", "-o", "board.geojson"],
        ] {
            let result = try runBoard(arguments, files: files)
            #expect(result.status == 64, "\(arguments): \(result.messages)")
            #expect(result.output.isEmpty)
        }
        let unknown = try runBoard(["--kind", "block:bezirk"])
        #expect(unknown.status == 1 && unknown.messages.contains("there is no field 'bezirk'"))
        let many = try runBoard(["--kind", "kernel:gaussian:knn:9"])
        #expect(many.status == 1 && many.messages.contains("take kernel:gaussian:knn:8 at most"))
    }

    /// What the oracle prints.
    struct Oracle: Decodable {
        struct Reading: Decodable {
            var areas: Int
            var rows: [String: [String]]
        }
        var libpysal: [String: [String: [String]]]
        var pygeoda: [String: [String: [String]]]
        var read: [String: [String: [String]]]
        var weights: [String: [String: [String: Double]]]
        var pygeoda_reads: [String: Reading]
    }

    @Test(
        "Berlin's planning areas have the neighbours that libpysal and pygeoda find, and both read the files",
        .enabled(if: Program.has("berlin"), "shared/data/berlin is not here"),
        .enabled(if: PythonClient.isInstalled, PythonClient.absence))
    func berlin() throws {
        try Program.withFolder { folder in
            let kinds = ["queen", "rook", "knn:4"]
            let files = kinds.map { "\(folder)/\($0.prefix(3)).gal" } + ["\(folder)/lengths.gwt", "\(folder)/near.gal"]
            for (kind, file) in zip(kinds + ["rook", "distance:800"], files) {
                let result = try Program.run(
                    ["neighbours", Self.berlin, "--key", "PLR_ID", "--kind", kind, "-o", file], in: folder)
                #expect(result.status == 0)
            }
            let answer = try PythonClient.run("neighbours_oracle.py", [Self.berlin, "PLR_ID", "--read"] + files)
            if answer.status != 0 { Issue.record("the oracle failed: \(answer.messages.suffix(2000))") }
            let oracle = try JSONDecoder().decode(Oracle.self, from: Data(answer.output.utf8))
            for (kind, file) in zip(kinds, files) {
                #expect(oracle.read[file]?.count == 542)
                #expect(oracle.read[file] == oracle.libpysal[kind])
                #expect(oracle.read[file] == oracle.pygeoda[kind])
                #expect(oracle.pygeoda_reads[file]?.rows == oracle.read[file])
            }
            #expect(oracle.read[files[3]] == oracle.libpysal["rook"])
            let weights = try #require(oracle.weights[files[3]])
            for (one, row) in weights {
                for (other, length) in row { #expect(length > 0 && weights[other]?[one] == length) }
            }
            // Areas without neighbours stay.
            #expect(oracle.pygeoda_reads[files[4]]?.areas == 542)
            #expect(oracle.pygeoda_reads[files[4]]?.rows == oracle.read[files[4]])
        }
    }
}
