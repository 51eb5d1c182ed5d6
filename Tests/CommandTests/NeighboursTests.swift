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
