import Diagnostics
import Formats
import Foundation
import Testing

/// A text file that lives as long as the value.
final class DelimitedFixture: Sendable {
    let path: String

    init(_ bytes: [UInt8], ending: String = "csv") throws {
        path = NSTemporaryDirectory() + "/kleinraum-\(UUID().uuidString).\(ending)"
        try Data(bytes).write(to: URL(filePath: path))
    }

    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    deinit { _ = unlink(path) }

    /// The file, opened.
    func file(_ options: DelimitedOptions = DelimitedOptions()) throws(InputError) -> DelimitedFile {
        try DelimitedFile(path: path, options: options)
    }

    /// The file as a table.
    func table(_ options: DelimitedOptions = DelimitedOptions()) throws(InputError) -> Table {
        try Table(path: path, options: options)
    }

    /// All rows with their lines, as texts, read with so many threads.
    func rows(threads: Int = 1, options: DelimitedOptions = DelimitedOptions()) throws -> [[String]] {
        let file = try file(options)
        let run = try file.map(columns: Array(file.header.indices), threads: threads) { block throws(InputError) in
            var rows: [(line: Int, cells: [String])] = []
            try block.forEachRow { row throws(InputError) in
                rows.append((row.line, file.header.indices.map { row.text($0) } + (row.isRegular ? [] : ["?"])))
            }
            return (block.index, rows)
        }
        return run.results.flatMap { index, rows in
            rows.map { ["\(run.lines.line(block: index, line: $0.line))"] + $0.cells }
        }
    }

    /// The error with which opening or reading ends; `nil` when it does not.
    func failure(threads: Int = 1, options: DelimitedOptions = DelimitedOptions()) -> InputError? {
        do {
            _ = try rows(threads: threads, options: options)
            return nil
        } catch {
            return error as? InputError
        }
    }
}

/// The real files beside the repository, where they are.
enum OfficeFiles {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data").path

    static func path(_ name: String) -> String { "\(folder)/\(name)" }
    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}

@Suite("Options of a delimited file")
struct DelimitedOptionsTests {
    @Test("what is prescribed wins over what is found")
    func prescribed() throws {
        let fixture = try DelimitedFixture("a;b\n1.5;x\n")
        var options = DelimitedOptions()
        options.separator = UInt8(ascii: ",")
        options.encoding = .windows1252
        options.decimalSign = .comma
        let file = try fixture.file(options)
        #expect(file.header == ["a;b"])
        #expect(file.dialect.encoding == .windows1252)
        #expect(file.numberFormat.value("1.500").number == 1500)
    }

    @Test("a header line that does not exist is named")
    func absentHeaderLine() throws {
        let fixture = try DelimitedFixture("a;b\n1;2\n")
        var options = DelimitedOptions()
        options.header = .line(9)
        #expect(fixture.failure(options: options)?.code == .malformed)
        options.header = .line(2)
        #expect(try fixture.file(options).header == ["1", "2"])
        options.header = .none
        #expect(try fixture.file(options).header == ["field1", "field2"])
        #expect(try fixture.rows(options: options) == [["1", "a", "b"], ["2", "1", "2"]])
    }

    @Test("encodings have the names that users write")
    func encodingNames() {
        #expect(DelimitedEncoding(name: "UTF-8") == .utf8)
        #expect(DelimitedEncoding(name: "ISO-8859-1") == .windows1252)
        #expect(DelimitedEncoding(name: "cp1252") == .windows1252)
        #expect(DelimitedEncoding(name: "EBCDIC") == nil)
    }
}
