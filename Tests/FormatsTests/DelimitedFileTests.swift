import Diagnostics
import Formats
import Statistics
import Testing

@Suite("Rows of a delimited file")
struct DelimitedFileTests {
    @Test("title rows, field row, rows and footnotes are told apart and none is lost")
    func officeTable() throws {
        let fixture = try DelimitedFixture(
            """
            Einwohner am 31.12.2023;;;
            Stadt Musterstadt, Amt für Statistik;;;

            Schlüssel;Name;Einwohner;Anteil
            01;Altstadt;1.234;12,5
            02;Nord;-;.

            03;Süd;;
            keine Angabe;;17;0,1

            Quelle: Einwohnermelderegister
            1) ohne Nebenwohnsitze;;;
            - = nichts vorhanden

            """)
        let file = try fixture.file()
        #expect(file.titles == ["Einwohner am 31.12.2023", "Stadt Musterstadt, Amt für Statistik"])
        #expect(file.header == ["Schlüssel", "Name", "Einwohner", "Anteil"])
        #expect(file.dialect.headerLine == 4)
        #expect(
            file.footnotes == ["Quelle: Einwohnermelderegister", "1) ohne Nebenwohnsitze", "- = nichts vorhanden"])
        #expect(
            try fixture.rows() == [
                ["5", "01", "Altstadt", "1.234", "12,5"], ["6", "02", "Nord", "-", "."], ["8", "03", "Süd", "", ""],
                ["9", "keine Angabe", "", "17", "0,1"],
            ])
    }

    @Test("without recognition of footnotes they are rows that are too short")
    func footnotesAsRows() throws {
        let fixture = try DelimitedFixture("a;b\n1;2\nQuelle: Amt\n")
        var options = DelimitedOptions()
        options.recognisesFootnotes = false
        #expect(try fixture.rows(options: options).last == ["3", "Quelle: Amt", "", "?"])
    }

    @Test("a row that was cut off and an area without values are not taken for footnotes")
    func notFootnotes() throws {
        #expect(try DelimitedFixture("key;a;b\n01;1;2\n02;3").rows().last == ["3", "02", "3", "", "?"])
        #expect(try DelimitedFixture("key;a;b\n01;1;2\n02").rows().last == ["3", "02", "", "", "?"])
        #expect(try DelimitedFixture("key;a;b\n01;1;2\nNord;;\n").rows().last == ["3", "Nord", "", ""])
        #expect(try DelimitedFixture("key;a\n01;1\n\"x\nQuelle: y\";2\n").rows().last == ["3", "x\nQuelle: y", "2"])
    }

    @Test(
        "the field row is found below titles and beside unnamed and empty fields",
        arguments: [
            ("a,b,c\n1,2,3\n", 1), (",b,c\n1,2,3\n2,3,4\n", 1), ("Titel\n\na;b;c\n1;2;3\n4;5;6\n", 3),
            ("Titel;;\n;;\na;b;c\n1;;3\n4;;6\n", 3), ("Gebiet;2019;2020\nNord;1;2\nSüd;3;4\n", 1),
            (";Einwohner;\nGebiet;insgesamt;unter 15\nNord;1;2\nSüd;3;4\n", 2), ("a;b;c\n", 1), ("key\n01\n", 1),
            ("a;b;c\n1;;\n2;;\n3;;\n", 1),
            ("1. Titel\n2. Titel\n3.\n4.\n5.\n6.\na;b\n1;2\n2;3\n3;4\n4;5\n5;6\n6;7\n7;8\n", 7),
        ])
    func headerLine(_ text: String, _ line: Int) throws {
        let fixture = try DelimitedFixture(text)
        #expect(try fixture.file().dialect.headerLine == line)
    }

    @Test("line ends of both kinds, a missing last one and empty lines are all right")
    func lineEnds() throws {
        let rows = [["2", "1", "x"], ["4", "2", "y"]]
        #expect(try DelimitedFixture("a;b\n1;x\n\n2;y\n").rows() == rows)
        #expect(try DelimitedFixture("a;b\r\n1;x\r\n\r\n2;y").rows() == rows)
        #expect(try DelimitedFixture("a;b\n1;x\n;\n2;y\n;\n;\n").rows() == rows)
        #expect(try DelimitedFixture("a;b\n1;x\n  \n 2 ; y\n").rows() == rows)
    }

    @Test("separators behind the last field are no fields; a surplus value makes the row irregular")
    func widths() throws {
        #expect(
            try DelimitedFixture("a;b;\n1;2;\n3;4\n5;6;;;\n").rows() == [
                ["2", "1", "2"], ["3", "3", "4"], ["4", "5", "6"],
            ])
        #expect(
            try DelimitedFixture("a;b\n1;2\n3;4;5\n6\n7;8\n").rows() == [
                ["2", "1", "2"], ["3", "3", "4", "?"], ["4", "6", "", "?"], ["5", "7", "8"],
            ])
        let fixture = try DelimitedFixture("a;b\n1;2\n3;4;5\n6;7\n")
        let error = try #require(throws: InputError.self) { try fixture.table() }
        #expect(error.place.row == 3)
        #expect(error.message == "the row has 3 fields where the field row has 2")
    }

    @Test("quoted fields hold separators, doubled quotation marks and line ends")
    func quotes() throws {
        let fixture = try DelimitedFixture(
            "a;b;c\n1;\"x;y\";2\n3;\"say \"\"no\"\"\";4\n5;\"two\nlines\";6\n7;12\" pipe;8\n\"\";\"\";9\n")
        #expect(
            try fixture.rows() == [
                ["2", "1", "x;y", "2"], ["3", "3", "say \"no\"", "4"], ["4", "5", "two\nlines", "6"],
                ["6", "7", "12\" pipe", "8"], ["7", "", "", "9"],
            ])
        let decimal = try DelimitedFixture("a,b\nx,\"12,5\"\n\"y,z\",\"1.234,5\"\n")
        #expect(try decimal.table().numbers(1) == [.number(12.5), .number(1234.5)])
    }

    @Test("an unknown column is answered with the nearest name, a doubled one only when it is asked for")
    func columns() throws {
        let fixture = try DelimitedFixture(" Einwohner ;\"SGB 2\";x;x\n1;2;3;4\n")
        let file = try fixture.file()
        #expect(try file.column("Einwohner") == 0)
        #expect(try file.column("SGB 2") == 1)
        let unknown = try #require(throws: InputError.self) { try file.column("einwohner") }
        #expect(unknown.code == .unknownName)
        #expect(unknown.remedy.contains("did you mean 'Einwohner'?"))
        #expect(unknown.remedy.contains("Einwohner, SGB 2, x, x"))
        let doubled = try #require(throws: InputError.self) { try file.column("x") }
        #expect(doubled.message == "the column 'x' occurs 2 times (columns 3 and 4)")
    }

    @Test("the same rows in the same order for any number of threads and any size of blocks")
    func threads() throws {
        var generator = SplitMix64(seed: 7)
        for quoting in 0..<3 {
            var text = "key;name;value\r\n"
            for row in 0..<3000 {
                var name = String(repeating: "ä", count: generator.below(30))
                if quoting > 0, generator.below(10) == 0 { name = "\"\(name);\"\"x\"\"\"" }
                if quoting > 1, generator.below(500) == 0 { name = "\"one\r\ntwo\"" }
                text += "\(row);\(name);\(generator.below(100_000))\(generator.below(2) == 0 ? "\r\n" : "\n")"
                if generator.below(20) == 0 { text += "\n" }
            }
            let fixture = try DelimitedFixture(text)
            let expected = try fixture.rows()
            #expect(expected.count == 3000)
            #expect(expected.map { $0[1] } == (0..<3000).map(String.init))
            let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            for row in expected.filter({ $0[2] != "one\r\ntwo" }) {
                let line = try #require(Int(row[0]))
                #expect(String(lines[line - 1])?.hasPrefix("\(row[1]);") == true)
            }
            for size in [1, 7, 64, 1000, 4096, 1 << 20] {
                var options = DelimitedOptions()
                options.blockSize = size
                for threads in [1, 2, 3, 8] where size > 60 || threads == 2 {
                    #expect(try fixture.rows(threads: threads, options: options) == expected)
                }
            }
        }
    }

    @Test("sums of decimals are the same to the last digit for any number of threads")
    func sums() throws {
        var text = "v\n"
        var generator = SplitMix64(seed: 3)
        for _ in 0..<20_000 { text += "\(generator.uniform())\n" }
        let fixture = try DelimitedFixture(text)
        var options = DelimitedOptions()
        options.blockSize = 5000
        let file = try fixture.file(options)
        let sums = try [1, 2, 5].map { threads in
            try file.map(columns: [0], threads: threads) { block throws(InputError) in
                var sum = 0.0
                try block.forEachRow { row in sum += row.number(0).number ?? .nan }
                return sum
            }.results.reduce(0, +)
        }
        #expect(Set(sums).count == 1)
        #expect(abs(sums[0] - 10_000) < 200)
    }

    @Test("the block can be read twice, bytes are lent, and lines count from the field row")
    func blocks() throws {
        let fixture = try DelimitedFixture("title\nk;v\na;\"1\"\n\nb;2\n")
        let file = try fixture.file()
        let run = try file.reduce(columns: [1, 0], threads: 4, start: { [String]() }) {
            found, block throws(InputError) in
            for _ in 0..<2 {
                try block.forEachRow { row in
                    found.append(row.withBytes(0) { String(decoding: $0, as: UTF8.self) } + row.text(1))
                }
            }
            found.append("\(block.lineCount)")
        }
        #expect(run.accumulators == [["1a", "2b", "1a", "2b", "3"]])
        #expect(run.lines.line(block: 0, line: 3) == 5)
        #expect(run.lines.end == 6)
        #expect(run.lines.count == 3)
    }
}
