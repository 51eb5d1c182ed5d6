import Foundation
import Testing

@Suite("kleinraum segregation")
struct SegregationTests {
    static let table = "nr;name;A;B;C\n02;Ost;10;90;0\n01;West;90;10;0\n03;Leer;0;0;0\n04;Geheim;x;5;0\n05;Fern;7;7;0\n"

    /// What the command writes.
    struct Answer: Decodable {
        struct Chance: Decodable {
            var expected: Double?
            var lower: Double?
            var upper: Double?
            var p: Double?
            var corrected: Double?
        }
        struct Inference: Decodable {
            var permutations: Int
            var seed: Int
            var two_group: [String: Chance]
            var multigroup: [String: Chance]
        }
        struct Scale: Decodable {
            var bandwidth: Double
            var two_group: [String: Double?]
            var multigroup: [String: Double?]
        }
        var two_group: [String: Double?]
        var multigroup: [String: Double?]
        var profile: [Scale]?
        var inference: Inference?
    }

    func run(_ arguments: [String], table: String = table) throws -> (result: Program.Result, quotients: String?) {
        try Program.withFolder { folder in
            try table.write(toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            try SmallTown.areas.write(toFile: "\(folder)/areas.geojson", atomically: true, encoding: .utf8)
            let result = try Program.run(
                ["segregation", "--table", "t.csv", "--key", "nr", "--missing", "x"] + arguments, in: folder)
            let quotients = arguments.contains("q.csv") ? try Program.text("\(folder)/q.csv") : nil
            return (result, quotients)
        }
    }

    func answer(_ arguments: [String], table: String = table) throws -> (Answer, messages: String) {
        let result = try run(arguments, table: table).result
        #expect(result.status == 0, "\(result.messages)")
        return (try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8)), result.messages)
    }

    @Test("The first group stands against the rest, a row without a number is left out and told")
    func indices() throws {
        let (answer, messages) = try answer(
            ["--groups", "A,B"], table: Self.table.replacing("05;Fern;7;7;0\n", with: ""))
        #expect(abs((answer.two_group["dissimilarity"] ?? 0) ?? 0) > 0.7999)
        #expect(answer.two_group["isolation"] == 0.82)
        #expect(answer.two_group["delta"] == nil && answer.inference == nil && answer.profile == nil)
        #expect(answer.multigroup["simpson_interaction"] == 0.5)
        #expect(messages.contains("1 areas left out (no-data): 04"))
        let (total, _) = try self.answer(["--groups", "A", "--total", "B"], table: "nr,A,B\n1,1,10\n2,4,10\n")
        #expect(abs(((total.two_group["dissimilarity"] ?? 0) ?? 0) - 0.4) < 1e-12)
        #expect(total.multigroup["diversity"] != nil)
    }

    @Test("What is undefined is null")
    func undefined() throws {
        let result = try run(["--groups", "C,A,B"]).result
        #expect(result.output.contains("\"two_group\":{\"dissimilarity\":null,"))
        #expect(result.output.contains("\"multigroup\":{\"dissimilarity\":0."))
    }

    @Test("With boundaries come the spatial indices, of the areas that are in both")
    func areas() throws {
        let (answer, messages) = try answer(["--groups", "A,B", "--areas", "areas.geojson", "--scales", "50,200"])
        // The two squares are neighbours and equally large: all unevenness is across their border.
        #expect(abs((answer.two_group["spatial_dissimilarity"] ?? 1) ?? 1) < 1e-12)
        #expect(abs(((answer.two_group["delta"] ?? 0) ?? 0) - 0.4) < 1e-9)
        #expect(((answer.two_group["spatial_proximity"] ?? 0) ?? 0) > 1)
        #expect(messages.contains("2 areas of the table left out: without geometry: 03, 05"))
        let profile = try #require(answer.profile)
        #expect(profile.map(\.bandwidth) == [50, 200])
        #expect(profile[0].two_group["isolation"] == answer.two_group["isolation"])
        // Half of the neighbour's people: 95 to 55.
        let expected = (95.0 * 95 + 55 * 55) / 150 / 150
        #expect(abs(((profile[1].two_group["isolation"] ?? 0) ?? 0) - expected) < 1e-9)
    }

    @Test("Draws at random give expectation, interval and correction, the same by the same seed")
    func inference() throws {
        let arguments = ["--groups", "A,B", "--permutations", "99", "--seed", "7"]
        let (first, _) = try answer(arguments)
        let chance = try #require(first.inference?.two_group["dissimilarity"])
        #expect(chance.p == 0.01)
        #expect((chance.lower ?? 1) <= (chance.expected ?? 0) && (chance.expected ?? 1) <= (chance.upper ?? 0))
        #expect((chance.corrected ?? 1) < ((first.two_group["dissimilarity"] ?? 0) ?? 0))
        #expect(first.inference?.multigroup["simpson_interaction"] == nil)
        #expect(try run(arguments).result.output == run(arguments).result.output)
        let shares = try run(["--groups", "A,B", "--permutations", "9"], table: "nr,A,B\n1,0.5,1\n2,1,0.5\n").result
        #expect(shares.status == 1 && shares.messages.contains("whole numbers"))
    }

    @Test("Location quotients come as a table by key")
    func quotients() throws {
        let table = "nr,A,B\n2,10,30\n1,30,10\n3,0,0\n"
        #expect(
            try run(["--groups", "A,B", "--quotients", "q.csv"], table: table).quotients
                == "key,A,B\n1,1.5,0.5\n2,0.5,1.5\n3,,\n")
    }

    @Test("What cannot be is said with the right status")
    func faults() throws {
        #expect(try run(["--groups", "A"]).result.status == 64)
        #expect(try run(["--groups", "A,A"]).result.status == 64)
        #expect(try run(["--groups", "A,B", "--scales", "500"]).result.status == 64)
        #expect(try run(["--groups", "A,B", "--areas", "areas.geojson", "--scales", "0"]).result.status == 64)
        #expect(try run(["--groups", "A,D"]).result.status == 1)
        let negative = try run(["--groups", "A,B"], table: "nr,A,B\n1,-4,1\n").result
        #expect(negative.status == 1 && negative.messages.contains("-4 people of area '1'"))
        let total = try run(["--groups", "A", "--total", "B"], table: "nr,A,B\n1,4,1\n").result
        #expect(total.status == 1 && total.messages.contains("4 people in the first group and 1 in all"))
        #expect(try run(["--groups", "A,B", "-o", "t.csv"]).result.status == 64)
    }

    @Test(
        "Sacramento's tracts have the published indices",
        .enabled(if: Program.has("statistics/sacramento2"), "shared/data/statistics is not here"))
    func sacramento() throws {
        try Program.withFolder { folder in
            let file = "\(Program.shared)/statistics/sacramento2/sacramentot2"
            let result = try Program.run(
                [
                    "segregation", "--table", "\(file).dbf", "--key", "POLYID", "--groups", "HISP_", "--total",
                    "TOT_POP", "--areas", "\(file).shp", "--areas-crs", "EPSG:4326", "--metric-crs", "EPSG:32610",
                ], in: folder)
            let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
            for (name, expected) in [
                ("dissimilarity", 0.32184656076566864), ("gini", 0.43506510676886234),
                ("entropy", 0.09626774479970557), ("isolation", 0.2319615486459151),
                ("interaction", 0.7680384513540848), ("spatial_dissimilarity", 0.2611974332919437),
                ("spatial_proximity_relative", 1.0467806527410652),
                // By fixed points in Python, not PySAL's 0.2952, which stays where its search begins.
                ("density_corrected_dissimilarity", 0.3213802698032897),
            ] {
                #expect(abs(((answer.two_group[name] ?? 0) ?? 0) - expected) < 1e-12, "\(name)")
            }
        }
    }
}
