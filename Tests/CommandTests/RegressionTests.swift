import Foundation
import Testing

@Suite("kleinraum regression")
struct RegressionTests {
    /// Areas in a row, the last one an island, with two predictors and a response.
    private struct Town {
        var table = "key,y,x1,x2\n"
        var weights: String

        init(_ count: Int, gap: String? = nil) {
            weights = "\(count)\n"
            for area in 0..<count {
                let (x1, x2) = (area * 7 % 11, area * area % 13)
                let y = Double(3 + 2 * x1 - x2) + Double(area * 5 % 7) / 2
                table += "\(Self.key(area)),\(area == 2 ? gap ?? "\(y)" : "\(y)"),\(x1),\(x2)\n"
                let near = area == count - 1 ? [] : [area - 1, area + 1].filter { $0 >= 0 && $0 < count - 1 }
                weights += "\(Self.key(area)) \(near.count)\n\(near.map(Self.key).joined(separator: " "))\n"
            }
        }

        static func key(_ area: Int) -> String { area < 10 ? "0\(area)" : "\(area)" }

        func run(_ arguments: [String]) throws -> Program.Result {
            try Program.withFolder { folder in
                try table.write(toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
                try weights.write(toFile: "\(folder)/w.gal", atomically: true, encoding: .utf8)
                return try Program.run(
                    ["regression"] + arguments
                        + ["--weights", "w.gal", "--table", "t.csv", "--key", "key", "--response", "y"], in: folder)
            }
        }
    }

    private func object(_ result: Program.Result) throws -> [String: Any] {
        try #require(result.status == 0, "\(result.messages)")
        let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(json as? [String: Any])
    }

    @Test(
        "Each model writes its coefficients with errors and probabilities",
        arguments: ["ols", "slx", "lag", "error", "two-stage"])
    func models(model: String) throws {
        let result = try Town(40).run([model, "--predictors", "x1,x2"])
        let json = try object(result)
        #expect(json["model"] as? String == model)
        #expect(json["n"] as? Int == 40)
        #expect(json["islands"] as? [String] == ["39"])
        let coefficients = try #require(json["coefficients"] as? [[String: Any]])
        let names = coefficients.compactMap { $0["name"] as? String }
        #expect(names == ["(intercept)", "x1", "x2"] + (model == "slx" ? ["lag(x1)", "lag(x2)"] : []))
        for coefficient in coefficients {
            for member in ["estimate", "standard_error", "statistic", "p"] { #expect(coefficient[member] is NSNumber) }
        }
        let slope = try #require(coefficients[1]["estimate"] as? Double)
        #expect(abs(slope - 2) < 0.3)
        #expect((json["feasible_range"] != nil) == (model == "lag" || model == "error"))
        #expect((json["impacts"] != nil) == (model == "lag" || model == "slx"))
        let diagnostics = json["diagnostics"] as? [String: Any]
        #expect((diagnostics?["lm_error"] != nil) == (model == "ols" || model == "slx"))
    }

    @Test("Impacts have limits about them, and the seed decides the draws")
    func impacts() throws {
        let town = Town(40)
        let arguments = ["lag", "--predictors", "x1,x2", "--draws", "200"]
        let result = try town.run(arguments)
        let impacts = try #require(try object(result)["impacts"] as? [[String: Any]])
        #expect(impacts.count == 2)
        for impact in impacts {
            for kind in ["direct", "indirect", "total"] {
                let effect = try #require(impact[kind] as? [String: Double])
                #expect(try #require(effect["lower"]) < #require(effect["upper"]))
            }
        }
        #expect(try town.run(arguments + ["--seed", "1"]).output == result.output)
        #expect(try town.run(arguments + ["--seed", "2"]).output != result.output)
    }

    @Test("A row with a gap is left out with its key and reason, and few areas carry a warning")
    func gaps() throws {
        let result = try Town(20, gap: "").run(["ols", "--predictors", "x1,x2"])
        let json = try object(result)
        #expect(json["n"] as? Int == 19)
        #expect(json["left_out"] as? [[String: String]] == [["key": "02", "reason": "no-data"]])
        #expect((json["warnings"] as? [String])?.count == 1)
        #expect(result.messages.contains("fewer than 30 areas"))
        #expect(result.messages.contains("02"))
    }

    @Test("The order of the table's rows changes no byte")
    func order() throws {
        let town = Town(30)
        var turned = town
        let lines = town.table.split(separator: "\n")
        turned.table = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
        let arguments = ["lag", "--predictors", "x1,x2", "--draws", "100"]
        #expect(try town.run(arguments).output == turned.run(arguments).output)
    }

    @Test("Collinear and constant predictors are named, and so is too small a sample")
    func faults() throws {
        var town = Town(30)
        town.table = town.table.split(separator: "\n").enumerated().map { row, line in
            let cells = line.split(separator: ",")
            return row == 0 ? "\(line),double,same" : "\(line),\(2 * (Int(cells[2]) ?? 0)),4"
        }.joined(separator: "\n")
        let collinear = try town.run(["ols", "--predictors", "x1,x2,double"])
        #expect(collinear.status == 1)
        #expect(collinear.messages.contains("'double'") && collinear.output.isEmpty)
        let constant = try town.run(["lag", "--predictors", "same,x2"])
        #expect(constant.status == 1 && constant.messages.contains("'same'"))
        let small = try Town(3).run(["ols", "--predictors", "x1,x2"])
        #expect(small.status == 1 && small.messages.contains("3 areas have all numbers"))
    }

    @Test("Wrong usage is told as such")
    func usage() throws {
        #expect(try Town(5).run(["probit", "--predictors", "x1"]).status == 64)
        #expect(try Town(5).run(["ols", "--predictors", "x1,x1"]).status == 64)
        #expect(try Town(5).run(["ols", "--predictors", "x1,y"]).status == 64)
        #expect(try Town(5).run(["lag", "--predictors", "x1", "--draws", "3"]).status == 64)
    }

    @Test("One-way links are read from GWT, and a negative weight is refused")
    func lengths() throws {
        var town = Town(20)
        town.weights = "0 20 t key\n"
        for area in 0..<20 {
            town.weights += "\(Town.key(area)) \(Town.key((area + 1) % 20)) \(area + 1)\n"
            town.weights += "\(Town.key(area)) \(Town.key((area + 7) % 20)) 2\n"
        }
        let json = try object(town.run(["error", "--predictors", "x1,x2"]))
        let range = try #require(json["feasible_range"] as? [Double])
        #expect(abs(range[1] - 1) < 1e-9 && range[0] < -1 + 1e-9)
        town.weights = town.weights.replacingOccurrences(of: " 2\n", with: " -2\n")
        let refused = try town.run(["ols", "--predictors", "x1,x2"])
        #expect(refused.status == 1 && refused.messages.contains("-2"))
    }
}
