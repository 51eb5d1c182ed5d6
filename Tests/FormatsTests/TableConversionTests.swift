import Diagnostics
import Formats
import Foundation
import Testing

@Suite(
    "Spreadsheets",
    .enabled(if: ExternalProgram("ogr2ogr") != nil, "ogr2ogr (Debian package gdal-bin) is not installed"))
struct TableConversionTests {
    /// A spreadsheet that ogr2ogr makes of CSV files, one sheet each.
    private func spreadsheet(_ driver: String, _ sheets: [(name: String, text: String)]) throws -> String {
        let folder = NSTemporaryDirectory() + "/kleinraum-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/mappe.\(driver.lowercased())"
        for sheet in sheets {
            let csv = "\(folder)/\(sheet.name).csv"
            try Data(sheet.text.utf8).write(to: URL(filePath: csv))
            let process = Process()
            process.executableURL = URL(filePath: try #require(ExternalProgram("ogr2ogr")).path)
            process.arguments = ["-update", "-append", "-f", driver, path, csv]
            if !FileManager.default.fileExists(atPath: path) { process.arguments = ["-f", driver, path, csv] }
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
        }
        return path
    }

    @Test("a sheet is read with leading zeros, signs and footnotes, its rows as lines", arguments: ["XLSX", "ODS"])
    func sheet(_ driver: String) throws {
        let text = "Schlüssel,Name,Wert\n01,\"Alt, Stadt\",12.5\n007,Nord,-\n03,Süd,1234\nQuelle: Amt,,\n"
        let path = try spreadsheet(driver, [("Tab 1", text), ("Zwei", "a,b\n1,2\n")])
        let table = try Table(path: path)
        #expect(table.header == ["Schlüssel", "Name", "Wert"])
        #expect(try table.keys("Schlüssel") == ["01", "007", "03"])
        #expect(table.columns[1] == ["Alt, Stadt", "Nord", "Süd"])
        #expect(table.numbers(2) == [.number(12.5), .sign(.nothing), .number(1234)])
        #expect(table.footnotes.count == 1)
        #expect(table.lines == [2, 3, 4])
        #expect(table.file == path)
        var options = DelimitedOptions()
        options.sheet = "Zwei"
        #expect(try Table(path: path, options: options).header == ["a", "b"])
        options.sheet = "Drei"
        let error = try #require(throws: InputError.self) { try Table(path: path, options: options) }
        #expect(error.message.contains("Drei"))
        try FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
    }

    @Test("a file that only claims to be a spreadsheet is an error with the program's words")
    func noSpreadsheet() throws {
        let fixture = try DelimitedFixture(Array("no".utf8), ending: "xlsx")
        let error = try #require(throws: InputError.self) { try fixture.table() }
        #expect(error.code == .malformed)
        #expect(throws: InputError.self) { try Table(path: "/no/such.xlsx") }
    }
}
