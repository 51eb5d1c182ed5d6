import Analysis
import Diagnostics
import Foundation
import Testing

@Suite("Address tables")
struct AddressTableTests {
    func withFile<Value>(_ name: String, _ text: String, _ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "/kleinraum-addresses-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        return try body("\(folder)/\(name)")
    }

    /// All rows of a table: line, x, first count, and the reason of a rejection.
    func rows(_ table: AddressTable) throws -> [(line: Int, x: Double, count: Double, reason: String)] {
        let run = try table.reduce(start: { [(Int, Double, Double, String)]() }) {
            (rows: inout [(Int, Double, Double, String)], block: inout AddressBlock) throws(InputError) in
            let reasons = Dictionary(uniqueKeysWithValues: block.rejections.map { ($0.row, $0.reason) })
            for row in 0..<block.count {
                rows.append((block.places[row], block.x[row], block.values[0][row], reasons[row] ?? ""))
            }
        }
        return run.accumulators.flatMap { $0 }.map { (run.line(of: $0.0), $0.1, $0.2, $0.3) }.sorted {
            $0.line < $1.line
        }
    }

    @Test("a line below title rows is counted as a person sees it, and a bad coordinate is named")
    func delimited() throws {
        let text = "Einwohner je Adresse\n\nx;y;n\n1,5;2;3\nost;2;4\n;;5\n1;2;viele\n"
        try withFile("a.csv", text) { path in
            let found = try rows(try AddressTable.open(path: path, x: "x", y: "y", counts: ["n"]))
            #expect(found.map(\.line) == [4, 5, 6, 7])
            #expect(found[0].x == 1.5 && found[0].count == 3 && found[0].reason.isEmpty)
            #expect(found[1].reason == "the easting 'ost' is not a number")
            #expect(found[2].reason == "the row has no coordinates")
            #expect(found[3].reason.contains("viele"))
            #expect(found[1].x.isNaN && found[1].count == 4)
        }
    }

    @Test("a point file needs no coordinate columns; a null geometry is a rejected row")
    func points() throws {
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"n":2},"geometry":{"type":"Point","coordinates":[7,51]}},
            {"type":"Feature","properties":{"n":"3"},"geometry":null}]}
            """
        try withFile("a.geojson", text) { path in
            let found = try rows(try AddressTable.open(path: path, x: nil, y: nil, counts: ["n"]))
            #expect(found.map(\.line) == [1, 2])
            #expect(found[0].x == 7 && found[0].count == 2)
            #expect(found[1].reason == "the point has no coordinates" && found[1].count == 3)
        }
    }

    @Test("a table without coordinate columns is an error that lists its fields")
    func withoutCoordinates() throws {
        try withFile("a.csv", "east;north\n1;2\n") { path in
            let error = #expect(throws: InputError.self) {
                try AddressTable.open(path: path, x: nil, y: nil, counts: [])
            }
            #expect(error?.code == .unknownName)
            #expect(error?.description.contains("east, north") == true)
        }
    }

    @Test("a field row of two lines shifts the lines of the rows, and labels are found there")
    func twoLineHeader() throws {
        let text = "Straße;x;y;\"Einwohner\ninsgesamt\"\nA 1;1;2;3\nB 2;4;5;6\n"
        try withFile("a.csv", text) { path in
            let table = try AddressTable.open(path: path, x: "x", y: "y", counts: ["Einwohner insgesamt"])
            #expect(try rows(table).map(\.line) == [3, 4])
            #expect(try AddressLabels.read(lines: [4], path: path, columns: ["Straße"]) == [4: "B 2"])
        }
    }

    @Test("a settled table shows quoted line ends once, with the right lines")
    func settled() throws {
        let text = "t;x;y;n\n\"zwei\nZeilen\";1;2;3\n\"eine\";4;5;6\n"
        try withFile("a.csv", text) { path in
            let table = try AddressTable.open(path: path, x: "x", y: "y", counts: ["n"]).settled()
            #expect(try rows(table).map(\.line) == [2, 4])
            #expect(table.firstLine == 2)
        }
    }
}
