import Foundation
import Testing

@Suite("kleinraum regions")
struct RegionsTests {
    /// A row of five areas and an island, by their neighbours.
    static let weights = "6\n1 1\n2\n2 2\n1 3\n3 2\n2 4\n4 2\n3 5\n5 1\n4\n6 0\n"
    static let table = "nr,wert,ew\n6,5,10\n1,1,10\n2,1.1,10\n3,9,10\n4,9.1,10\n5,9.2,40\n"

    func run(_ arguments: [String], table: String = table) throws -> (result: Program.Result, report: String?) {
        try Program.withFolder { folder in
            try table.write(toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            try Self.weights.write(toFile: "\(folder)/w.gal", atomically: true, encoding: .utf8)
            try SmallTown.areas.write(toFile: "\(folder)/areas.geojson", atomically: true, encoding: .utf8)
            let result = try Program.run(["regions", "--table", "t.csv", "--key", "nr"] + arguments, in: folder)
            let report = arguments.contains("r.json") && result.status == 0 ? try Program.text("\(folder)/r.json") : nil
            return (result, report)
        }
    }

    @Test("Neighbours that are alike make a region, and an island one of its own", arguments: ["skater", "ward"])
    func alike(method: String) throws {
        let result = try run(["--weights", "w.gal", "--columns", "wert", "--regions", "3", "--method", method]).result
        #expect(result.output == "key,region,state\n1,1,value\n2,1,value\n3,2,value\n4,2,value\n5,2,value\n6,3,value\n")
        #expect(result.messages.contains("2 parts that do not touch, 1 of them single areas"))
    }

    @Test("Balanced regions have about the same population, a minimum is kept and shortfalls are told")
    func population() throws {
        let arguments = ["--weights", "w.gal", "--columns", "wert", "--population", "ew"]
        let balanced = try run(arguments + ["--regions", "3", "--method", "balanced", "--report", "r.json"])
        #expect(balanced.result.output.contains("4,1,value\n5,2,value\n6,3,value\n"))
        let text = try #require(balanced.report)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect((object["regions"] as? [[String: Any]])?.compactMap { $0["population"] as? Int } == [40, 40, 10])
        #expect(object["parts"] as? Int == 2)
        let skater = try run(arguments + ["--regions", "5", "--minimum", "20"]).result
        #expect(skater.messages.contains("only 4 regions: no further cut leaves every part its minimum"))
        #expect(skater.messages.contains("below the minimum, as parts of the map by themselves: regions 4"))
    }

    @Test("An area without a number has no region and is no bridge")
    func missing() throws {
        let table = Self.table.replacing("3,9,10", with: "3,,10")
        let result = try run(["--weights", "w.gal", "--columns", "wert", "--regions", "3"], table: table).result
        #expect(
            result.output == "key,region,state\n1,1,value\n2,1,value\n3,,no-data\n4,2,value\n5,2,value\n6,3,value\n")
    }

    @Test("Boundaries give neighbours too, areas without geometry have no region")
    func boundaries() throws {
        let table = "nr,wert\n02,1\n01,4\n03,3\n"
        let result = try run(["--areas", "areas.geojson", "--columns", "wert", "--regions", "1"], table: table).result
        #expect(result.output == "key,region,state\n01,1,value\n02,1,value\n03,,no-geometry\n")
    }

    @Test("What cannot be is said with the right status")
    func faults() throws {
        let arguments = ["--weights", "w.gal", "--columns", "wert"]
        let few = try run(arguments + ["--regions", "1"]).result
        #expect(few.status == 1 && few.messages.contains("1 regions of 6 areas in 2 parts that do not touch"))
        #expect(try run(arguments + ["--regions", "7"]).result.status == 1)
        #expect(try run(arguments + ["--regions", "0"]).result.status == 64)
        #expect(try run(["--columns", "wert", "--regions", "2"]).result.status == 64)
        #expect(try run(arguments + ["--areas", "areas.geojson", "--regions", "2"]).result.status == 64)
        #expect(try run(arguments + ["--regions", "3", "--method", "ward", "--minimum", "5"]).result.status == 64)
        #expect(try run(arguments + ["--regions", "3", "--tolerance", "0.2"]).result.status == 64)
        #expect(try run(arguments + ["--regions", "3", "--dissimilarity", "cosine"]).result.status == 64)
        let negative = try run(
            arguments + ["--regions", "3", "--population", "ew"],
            table: Self.table.replacing("9.2,40", with: "9.2,-40")
        ).result
        #expect(negative.status == 1 && negative.messages.contains("-40 people of area '5'"))
    }

    @Test(
        "Mexico's states have the regions that spopt publishes",
        .enabled(if: Program.has("statistics/mexico"), "shared/data/statistics is not here"))
    func mexico() throws {
        try Program.withFolder { folder in
            let file = "\(Program.shared)/statistics/mexico/mexicojoin"
            let columns = stride(from: 1950, through: 2000, by: 10).map { "PCGDP\($0)" }.joined(separator: ",")
            let result = try Program.run(
                [
                    "regions", "--areas", "\(file).shp", "--table", "\(file).dbf", "--key", "@row0", "--columns",
                    columns,
                    "--raw", "--dissimilarity", "manhattan", "--regions", "5", "--contiguity", "queen",
                ], in: folder)
            let regions = Dictionary(
                uniqueKeysWithValues: result.output.split(separator: "\n").dropFirst().compactMap { line in
                    let cells = line.split(separator: ",")
                    return Int(cells[0]).map { ($0, String(cells[1])) }
                })
            let published = [
                0, 0, 1, 2, 2, 1, 1, 1, 1, 1, 3, 2, 1, 1, 1, 1, 4, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1, 1,
            ]
            // Ours are numbered in the order of the keys as text: 0, 1, 10, 11, …
            for one in 0..<32 {
                for other in 0..<32 {
                    #expect((regions[one] == regions[other]) == (published[one] == published[other]))
                }
            }
        }
    }
}
