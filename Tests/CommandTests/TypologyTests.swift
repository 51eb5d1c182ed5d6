import Foundation
import Testing

@Suite("kleinraum typology")
struct TypologyTests {
    static let table = """
        nr,quote,alter,gleich
        05,0.9,60,1
        01,0.1,20,1
        02,0.12,21,1
        03,0.88,61,1
        04,,40,1
        06,0.91,59,1

        """

    func run(_ arguments: [String], table: String = table) throws -> (result: Program.Result, report: String?) {
        try Program.withFolder { folder in
            try table.write(toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            let result = try Program.run(["typology", "--table", "t.csv", "--key", "nr"] + arguments, in: folder)
            let report = arguments.contains("r.json") && result.status == 0 ? try Program.text("\(folder)/r.json") : nil
            return (result, report)
        }
    }

    @Test("Areas that are alike have one class by either method, in the order of keys", arguments: ["kmeans", "ward"])
    func classes(method: String) throws {
        let result = try run(["--columns", "quote,alter", "--classes", "2", "--method", method]).result
        let rows = result.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows.map { $0[0] } == ["key", "01", "02", "03", "04", "05", "06"])
        #expect(rows.map { $0[1] } == ["class", "1", "1", "2", "", "2", "2"])
        #expect(rows.map { $0[3] } == ["state", "value", "value", "value", "no-data", "value", "value"])
        #expect(result.messages.contains("1 areas left out (no-data): 04"))
    }

    @Test("The report has sizes, means, loadings and the stability of each class, the same by the same seed")
    func report() throws {
        let arguments = ["--columns", "quote,alter", "--classes", "2", "--components", "1", "--report", "r.json"]
        let (result, report) = try run(arguments)
        #expect(result.output.hasPrefix("key,class,distance,component_1,state\n"))
        let text = try #require(report)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let classes = try #require(object["classes"] as? [[String: Any]])
        #expect(classes.compactMap { $0["areas"] as? Int } == [2, 3])
        #expect((classes[0]["means"] as? [String: Double])?["alter"] == 20.5)
        #expect(classes.allSatisfy { $0["jaccard"] is Double })
        #expect((object["components"] as? [[String: Any]])?.count == 2)
        #expect(object["left_out"] as? Int == 1)
        #expect(try run(arguments).report == text)
        #expect(try run(arguments + ["--resamples", "0"]).report?.contains("jaccard") == false)
    }

    @Test("A number beyond computing is told with its row, and not computed with", arguments: ["1e200", "1e-200"])
    func outOfRange(number: String) throws {
        let table = "nr,x\n1,\(number)\n2,3\n3,4\n"
        for method in ["kmeans", "ward"] {
            let arguments = ["--columns", "x", "--classes", "2", "--raw", "--method", method]
            let result = try run(arguments, table: table).result
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(result.messages.contains("t.csv, row 2, x") && result.messages.contains("out of range"))
            #expect(try run(arguments + ["--missing", number], table: table).result.status == 0)
        }
    }

    @Test("What cannot be is said with the right status")
    func faults() throws {
        let constant = try run(["--columns", "quote,gleich", "--classes", "2"]).result
        #expect(constant.status == 1 && constant.messages.contains("'gleich' is the same in all areas"))
        let many = try run(["--columns", "quote", "--classes", "6"]).result
        #expect(many.status == 1 && many.messages.contains("6 classes of 5 areas"))
        #expect(try run(["--columns", "quote,quote", "--classes", "2"]).result.status == 64)
        #expect(try run(["--columns", "quote", "--classes", "0"]).result.status == 64)
        #expect(try run(["--columns", "quote", "--classes", "2", "--components", "2"]).result.status == 64)
        #expect(try run(["--columns", "quote", "--classes", "2", "--components", "1", "--raw"]).result.status == 64)
        #expect(try run(["--columns", "quote", "--classes", "2", "--method", "single"]).result.status == 64)
    }
}
