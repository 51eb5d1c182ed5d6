import Diagnostics
import Formats
import Statistics
import Testing

@Suite("Numbers in tables")
struct TableValueTests {
    private let german = TableNumberFormat(decimalSign: .comma)
    private let english = TableNumberFormat(decimalSign: .point)

    @Test(
        "in a table with decimal comma the point groups thousands",
        arguments: [
            ("1.234", 1234), ("1.234,5", 1234.5), ("12.345.678", 12_345_678), ("1234,5", 1234.5), ("-0,5", -0.5),
            ("+3", 3), ("−7", -7), ("1 234", 1234), ("1\u{A0}234,5", 1234.5), ("1\u{202F}234", 1234), ("1'234", 1234),
            ("1’234,25", 1234.25), (",5", 0.5), ("5,", 5), ("1,5e3", 1500), ("1,2E-05", 1.2e-5), (" 12 ", 12),
        ])
    func comma(_ text: String, _ number: Double) { #expect(german.value(text) == .number(number)) }

    @Test(
        "in a table with decimal point the comma groups thousands",
        arguments: [
            ("1.234", 1.234), ("1,234", 1234), ("1,234.5", 1234.5), ("12.5", 12.5), ("-12.50", -12.5), (".5", 0.5),
            ("59.92980403626792", 59.92980403626792), ("1e-300", 1e-300), ("9007199254740993", 9_007_199_254_740_992),
            ("12345678901234567890", 12_345_678_901_234_567_168), ("0.1", 0.1), ("4.9406564584124654e-324", 0x1p-1074),
        ])
    func point(_ text: String, _ number: Double) { #expect(english.value(text) == .number(number)) }

    @Test(
        "what is not quite a number is unreadable, never a part of a number",
        arguments: [
            "1.23", "12.34.567", "1.2345", "12,5,5", "12;5", "1 23", "1.234 567", "12a", "a12", "--5", "5-", "1e",
            "12 %",
            "0x1F", "1.234,5.6", "nan", "inf", "(", ")", "p", "(12", "12)", "....", "1..234", "ü", "12\u{0}",
            "1.234.", "-", "1e400",
        ].filter { $0 != "-" })
    func unreadable(_ text: String) { #expect(german.value(text).isUnreadable, "\(text)") }

    @Test("a declared missing value is missing, as text and as number")
    func declaredMissing() {
        let format = TableNumberFormat(decimalSign: .point, missing: ["-9999", "NA", "k. A."])
        for text in ["-9999", "-9999.0", " -9999 ", "NA", "k. A."] {
            #expect(format.value(text) == .sign(.declaredMissing), "\(text)")
            #expect(format.value(text).state == .noData)
        }
        #expect(format.value("9999") == .number(9999))
        #expect(format.value("n/a").isUnreadable)
        let german = TableNumberFormat(decimalSign: .comma, missing: ["-9999.0"])
        #expect(german.value("-9999,00") == .sign(.declaredMissing))
    }

    @Test("very long cells are unreadable and cost nothing")
    func longCells() {
        #expect(german.value(String(repeating: "1", count: 65)).isUnreadable)
        #expect(german.value(String(repeating: " ", count: 500) + "7") == .number(7))
    }

    @Test("a file's numbers are read exactly as the standard library reads them")
    func exactly() throws {
        var generator = SplitMix64(seed: 2)
        var texts: [String] = []
        for _ in 0..<20_000 {
            let digits = generator.below(19) + 1
            var text = generator.below(3) == 0 ? "-" : ""
            let point = generator.below(digits + 3)
            for place in 0..<digits {
                if place == point, place > 0 { text += "." }
                text += "\(generator.below(10))"
            }
            texts.append(text)
        }
        for sign in [".", ","] {
            let cells = texts.map { $0.replacing(".", with: sign) }
            let fixture = try DelimitedFixture(cells.reduce(into: "id;number\n") { $0 += "k;\($1)\n" })
            var options = DelimitedOptions()
            options.decimalSign = sign == "." ? .point : .comma
            options.blockSize = 4096
            let file = try fixture.file(options)
            let run = try file.map(columns: [1], threads: 2) { block throws(InputError) in
                var numbers: [Double?] = []
                try block.forEachRow { row in numbers.append(row.number(0).number) }
                return numbers
            }
            #expect(run.results.flatMap(\.self) == texts.map { Double($0) })
        }
    }
}
