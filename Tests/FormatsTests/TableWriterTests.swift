import Diagnostics
import Formats
import Statistics
import Testing

@Suite("Tables written")
struct TableWriterTests {
    @Test("the common form is UTF-8 without mark, comma, decimal point, LF, shortest numbers")
    func common() {
        var writer = TableWriter(header: ["key", "Größe", "n"])
        writer.write(["01", 12.5, 3])
        writer.write(["a,b", .number(nil), .empty])
        writer.write(["say \"no\"", .number(0.1 + 0.2), -7])
        writer.write([" x", .number(.infinity), .number(5.0)])
        writer.write(["=1+1", 1e-7, 0])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == #"""
                key,Größe,n
                01,12.5,3
                "a,b",,
                "say ""no""",0.30000000000000004,-7
                " x",,5
                =1+1,1e-07,0

                """#)
    }

    @Test("the German form has a mark, semicolon and decimal comma")
    func german() {
        var writer = TableWriter(header: ["key", "v"], german: true)
        writer.write(["a;b", 1234.5])
        writer.write(["a,b", -0.25])
        #expect(writer.bytes == Array("\u{FEFF}key;v\n\"a;b\";1234,5\na,b;-0,25\n".utf8))
    }

    @Test("what is written reads back as the same, in both forms")
    func roundTrip() throws {
        var generator = SplitMix64(seed: 5)
        let keys = ["01", "a,b", "c;d", "say \"no\"", "two\nlines", "-", "ä", "=1", "1.5", "'"]
        for isGerman in [false, true] {
            var writer = TableWriter(header: ["key", "v", "name"], german: isGerman)
            let numbers = keys.map { _ in (generator.uniform() - 0.5) * 1e6 }
            for (key, number) in zip(keys, numbers) { writer.write([.text(key), .number(number), "x"]) }
            let table = try DelimitedFixture(String(decoding: writer.bytes, as: UTF8.self)).table()
            #expect(try table.keys("key") == keys)
            #expect(try table.completeNumbers(1) == numbers)
        }
    }

    @Test("an empty cell of a single column is a row all the same")
    func singleColumn() {
        var writer = TableWriter(header: ["key"])
        writer.write([.empty])
        #expect(writer.bytes == Array("key\n\"\"\n".utf8))
    }

    @Test("keys are ordered by their bytes, equal ones as they came")
    func order() {
        #expect(TableWriter.byteOrder(of: ["b", "ä", "a", "B", "10", "9", "a"]) == [4, 5, 3, 2, 6, 0, 1])
        #expect(TableWriter.isOrderedBefore("Z", "a"))
        #expect(!TableWriter.isOrderedBefore("a", "a"))
    }
}
