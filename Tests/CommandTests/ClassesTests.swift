import Foundation
import Testing

@Suite("kleinraum classes")
struct ClassesTests {
    func classes(_ table: String, _ arguments: [String]) throws -> Program.Result {
        try Program.withFolder { folder in
            try table.write(toFile: "\(folder)/t.csv", atomically: true, encoding: .utf8)
            return try Program.run(["classes", "--table", "t.csv", "--value", "v"] + arguments, in: folder)
        }
    }

    @Test("fixed edges count the values between them, the lower edge included")
    func fixed() throws {
        let result = try classes("k,v\na,1\nb,5\nc,5.5\nd,\n", ["--method", "fixed:0,5,10"])
        #expect(result.output == "{\"edges\":[0,5,10],\"closed\":\"left\",\"counts\":[1,2]}\n")
        #expect(result.messages.contains("1 rows have no value"))
    }

    @Test("an unreadable value is an error with its row, an unknown method is wrong usage")
    func bad() throws {
        let unreadable = try classes("k,v\na,1\nb,zwei\n", ["--method", "equal"])
        #expect(unreadable.status == 1)
        #expect(unreadable.messages.contains("row 3") && unreadable.messages.contains("zwei"))
        let unknown = try classes("k,v\na,1\n", ["--method", "jenk"])
        #expect(unknown.status == 64)
    }

    @Test(
        "natural breaks of the California densities are those that mapclassify publishes",
        .enabled(if: Program.has("cartography"), "shared/data/cartography is not here"))
    func golden() throws {
        try Program.withFolder { folder in
            let path = "\(Program.shared)/cartography/calempdensity.csv"
            let header = try #require(try Program.text(path).split(whereSeparator: \.isNewline).first)
            let column = try #require(header.split(separator: ",").last).trimmingCharacters(in: ["\""])
            let result = try Program.run(
                ["classes", "--table", path, "--value", String(column), "--method", "fisher", "--count", "5"],
                in: folder)
            #expect(result.output.contains("75.29,192.05,370.5,722.85,4111.45"))
            #expect(result.output.contains("\"counts\":[49,3,4,1,1]"))
        }
    }
}
