import Diagnostics
import Formats
import Testing

@Suite("Dialect of a delimited file")
struct DelimitedDialectTests {
    private func dialect(_ text: String) throws -> DelimitedDialect {
        let fixture = try DelimitedFixture(text)
        return try fixture.file().dialect
    }

    @Test(
        "the separator is the one that gives the rows one width",
        arguments: [
            ("a;b;c\n1;2;3\n4;5;6\n", ";"), ("a,b,c\n1,2,3\n4,5,6\n", ","), ("a\tb\n1,5\t2,5\n", "\t"),
            ("a|b\n1|2\n", "|"), ("a;b\n12,5;13,5\n14,5;15,5\n", ";"), ("name;wert\nA;12,5\nB;13,5\n", ";"),
            ("id,name,list\n1,A,\"x; y\"\n2,B,\"x; z\"\n", ","), ("id,name,list\n1,A,x; y\n2,B,x; z\n", ","),
            ("name;adresse\nA;Weg 1, Hof\nB;Weg 2, Hof\n", ";"), ("key\n01\n02\n", ","),
            ("Bevölkerung, Stand 2023\nname;wert\nA;12,5\nB;1,5\n", ";"), ("sep=|\na|b\n1;2|3\n", "|"),
        ])
    func separator(_ text: String, _ separator: Character) throws {
        #expect(try dialect(text).separator == separator.asciiValue)
    }

    @Test(
        "the decimal sign is decided by the cells that can be read in one way only",
        arguments: [
            ("k;v\na;12,5\n", ","), ("k;v\na;12.5\n", "."), ("k;v\na;1.234,5\n", ","), ("k;v\na;0.123\nb;1.234\n", "."),
            ("k;v\na;1.234\n", ","), ("k,v\na,1.234\n", "."), ("k\tv\na\t1.234\n", "."), ("k;v\na;1.234.567\n", ","),
            ("k;v\na;362105.000\n", "."), ("k,v\na,\"12,5\"\n", ","), ("k,v\na,\"1,234.5\"\n", "."),
            ("k;v\na;1\n", ","), ("k,v\na,1\n", "."), ("k;v\n01.02.2023;12,5\n", ","),
            ("k;v\na;1.5\nb;2,5\nc;3,5\n", ","),
        ])
    func decimalSign(_ text: String, _ sign: Character) throws {
        #expect(try dialect(text).decimalSign.rawValue == sign.asciiValue)
    }

    @Test("an ambiguous group of three is thousands in one file and decimals in another, for all cells alike")
    func perFile() throws {
        let comma = try DelimitedFixture("k;v\na;1.234\nb;12,5\n")
        #expect(try comma.table().numbers(1) == [.number(1234), .number(12.5)])
        let point = try DelimitedFixture("k;v\na;1.234\nb;12.5\n")
        #expect(try point.table().numbers(1) == [.number(1.234), .number(12.5)])
    }

    @Test("the encoding comes from the mark, the bytes, or stays open")
    func encoding() throws {
        #expect(try dialect("\u{FEFF}a;b\n1;2\n").encoding == .utf8)
        #expect(try dialect("a;ö\n1;2\n").encoding == .utf8)
        #expect(try dialect("a;b\n1;2\n").encoding == nil)
        let latin = try DelimitedFixture(Array("a;".utf8) + [0xF6] + Array("\n1;2\n".utf8))
        let file = try latin.file()
        #expect(file.dialect.encoding == .windows1252)
        #expect(file.header == ["a", "ö"])
    }

    @Test("the byte order mark is no part of the first name")
    func mark() throws {
        let fixture = try DelimitedFixture("\u{FEFF}\"key\";b\n1;2\n")
        #expect(try fixture.file().header == ["key", "b"])
    }

    @Test("a file that is ASCII for long finds its encoding at the first other byte")
    func lateEncoding() throws {
        let rows = String(repeating: "1;Weg\n", count: 40_000)
        let latin = try DelimitedFixture(Array("key;name\n\(rows)2;Stra".utf8) + [0xDF] + Array("e\n".utf8))
        #expect(try latin.rows(threads: 2).last == ["40002", "2", "Straße"])
        let utf = try DelimitedFixture("key;name\n\(rows)2;Straße\n")
        #expect(try utf.rows(threads: 2).last == ["40002", "2", "Straße"])
        let both = try DelimitedFixture(
            Array("key;name\n\(rows)2;Straße\n\(rows)2;Stra".utf8) + [0xDF] + Array("e\n".utf8))
        #expect(both.failure()?.message.contains("UTF-8 in one part") == true)
        var options = DelimitedOptions()
        options.encoding = .windows1252
        #expect(both.failure(options: options) == nil)
    }
}
