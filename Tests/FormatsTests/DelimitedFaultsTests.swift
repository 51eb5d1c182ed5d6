import Diagnostics
import Formats
import Statistics
import Testing

@Suite("Files that cannot be read")
struct DelimitedFaultsTests {
    @Test("an absent file, a folder and an empty file are told apart")
    func absent() throws {
        let absent = try #require(throws: InputError.self) { try DelimitedFile(path: "/no/such.csv") }
        #expect(absent.code == .unreadableFile)
        #expect(absent.place.file == "/no/such.csv")
        #expect(throws: InputError.self) { try DelimitedFile(path: "/tmp") }
        for text in ["", "\n\n", "\u{FEFF}"] {
            let fixture = try DelimitedFixture(text)
            #expect(fixture.failure()?.code == .malformed)
            var options = DelimitedOptions()
            options.mayBeEmpty = true
            #expect(try fixture.rows(options: options) == [])
            #expect(try fixture.table(options).count == 0)
        }
    }

    @Test(
        "other formats are named with a remedy",
        arguments: [
            ([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x61], "UTF-16"),
            (Array("PK\u{3}\u{4}".utf8), "spreadsheet"), ([0x61, 0, 0x3B, 0, 0x0A, 0], "UTF-16"),
            ([0x1F, 0x8B, 8], "gzip"),
        ])
    func otherFormats(_ bytes: [UInt8], _ word: String) throws {
        let error = try #require(try DelimitedFixture(bytes).failure())
        #expect(error.message.contains(word))
        #expect(!error.remedy.isEmpty)
    }

    /// A table with one damaged line far behind the sample.
    private func damaged(_ line: [UInt8], opening: String = "key;name\n") throws -> DelimitedFixture {
        let rows = Array(String(repeating: "1;Weg\n", count: 60_000).utf8)
        return try DelimitedFixture(Array(opening.utf8) + rows + line + [0x0A] + rows)
    }

    @Test("zero bytes, lone carriage returns, foreign bytes and open quotation marks are named with their line")
    func damage() throws {
        let cases: [(fixture: DelimitedFixture, word: String)] = [
            (try damaged([0x31, 0x3B, 0]), "zero byte"),
            (try damaged([0x31, 0x0D, 0x32, 0x3B, 0x33]), "carriage return"),
            (try damaged([0x31, 0x3B, 0xDF], opening: "key;näme\n"), "byte DF"),
            (try damaged(Array("1;\"Weg".utf8)), "never closed"),
        ]
        for (fixture, word) in cases {
            for threads in [1, 2, 4] {
                let error = try #require(fixture.failure(threads: threads))
                #expect(error.code == .malformed)
                #expect(error.message.contains(word), "\(error)")
                #expect(error.place.row == 60_002, "\(error)")
                #expect(error.place.file == fixture.path)
            }
        }
    }

    @Test("a file with carriage returns only is refused")
    func loneReturns() throws {
        let error = try #require(try DelimitedFixture("a;b\r1;2\r3;4\r").failure())
        #expect(error.message.contains("carriage return"))
    }

    @Test("of several errors the first in the file is thrown, with the file's line")
    func firstError() throws {
        var text = "v\n"
        for row in 0..<50_000 { text += row % 1000 == 999 ? "q\n" : "1\n" }
        let fixture = try DelimitedFixture(text)
        var options = DelimitedOptions()
        options.blockSize = 512
        let file = try fixture.file(options)
        for threads in [1, 2, 7] {
            let error = #expect(throws: InputError.self) {
                try file.reduce(columns: [0], threads: threads, start: { 0 }) { count, block throws(InputError) in
                    try block.forEachRow { row throws(InputError) in
                        guard !row.number(0).isUnreadable else {
                            throw row.error(.invalidNumber, "'\(row.text(0))' is not a number", field: "v")
                        }
                        count += 1
                    }
                }
            }
            #expect(error?.description == "\(fixture.path), row 1001, v: 'q' is not a number")
        }
    }

    @Test("random bytes never do more harm than an InputError")
    func noise() throws {
        var generator = SplitMix64(seed: 11)
        let alphabet = Array("01,;\t|\"\n\r. -ax\u{E4}".utf8) + [0xFF]
        for round in 0..<400 {
            let bytes = (0..<generator.below(300)).map { _ in alphabet[generator.below(alphabet.count)] }
            let fixture = try DelimitedFixture(bytes)
            var options = DelimitedOptions()
            options.blockSize = 1 + round % 40
            func outcome(_ threads: Int) throws -> String {
                do {
                    return "\(try fixture.rows(threads: threads, options: options))"
                } catch let error as InputError {
                    return error.description
                }
            }
            #expect(try outcome(1) == outcome(3))
        }
    }
}
