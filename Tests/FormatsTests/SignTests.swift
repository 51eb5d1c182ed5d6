import Diagnostics
import Formats
import Statistics
import Testing

@Suite("Signs of official statistics")
struct SignTests {
    private let german = TableNumberFormat(decimalSign: .comma)
    private let english = TableNumberFormat(decimalSign: .point)

    @Test(
        "a sign has its own meaning and state",
        arguments: [
            ("-", Sign.nothing, ValueState.value), ("–", .nothing, .value), ("—", .nothing, .value),
            (".", .secret, .suppressed), ("•", .secret, .suppressed), ("*", .starred, .suppressed),
            ("/", .unreliable, .noData), ("...", .later, .noData), ("…", .later, .noData),
            ("x", .notApplicable, .notApplicable), ("X", .notApplicable, .notApplicable),
            ("()", .limited, .noData), ("", .missing, .noData), ("  ", .missing, .noData),
        ])
    func meaning(_ text: String, _ sign: Sign, _ state: ValueState) {
        for value in [german.value(text), english.value(" \(text) ")] {
            #expect(value.sign == sign)
            #expect(value.state == state)
            #expect(value.number == (sign == .nothing ? 0 : nil))
        }
    }

    @Test("nothing and zero are values, missing and unreadable are not")
    func zeroIsNotMissing() {
        #expect(german.value("0") == .number(0))
        #expect(german.value("0").sign == nil)
        #expect(german.value("") == .missing)
        #expect(german.value("zwölf") == .unreadable)
        #expect(german.value("zwölf").state == nil)
        #expect(TableValue.missing != TableValue.unreadable)
    }

    @Test(
        "a remark stays beside its number",
        arguments: [
            ("12,3p", 12.3, Sign.preliminary), ("12,3 r", 12.3, .revised), ("1.234s", 1234, .estimated),
            ("(12)", 12, .limited), ("( 12,5 )", 12.5, .limited), ("(12p)", 12, .limited),
        ])
    func remark(_ text: String, _ number: Double, _ sign: Sign) {
        let value = german.value(text)
        #expect(value == .number(number, remark: sign))
        #expect(value.state == .value)
    }

    @Test("signs in Windows-1252 are read as those in UTF-8")
    func windows1252() throws {
        // En dash 0x96, ellipsis 0x85, no-break blank 0xA0, bullet 0x95.
        let rows: [UInt8] = [0x96, 0x0A, 0x85, 0x0A, 0x31, 0xA0, 0x32, 0x33, 0x34, 0x0A, 0x95, 0x0A]
        let fixture = try DelimitedFixture(Array("größe\n".utf8.map { $0 }) + rows)
        var options = DelimitedOptions()
        options.encoding = .windows1252
        let file = try fixture.file(options)
        let run = try file.map(columns: [0], threads: 1) { block throws(InputError) in
            var values: [TableValue] = []
            try block.forEachRow { row in values.append(row.number(0)) }
            return values
        }
        #expect(run.results == [[.sign(.nothing), .sign(.later), .number(1234), .sign(.secret)]])
    }

    @Test("rows of unassignable cases are known by their key")
    func unassigned() {
        for key in ["keine Angabe", "Keine  Angabe", "unbekannt", "k.A.", "k. A.", "nicht zuzuordnen", "o.f.W."] {
            #expect(Sign.isUnassignedKey(key), "\(key)")
        }
        for key in ["01", "", "Unbekannter Weg", "Angabe"] { #expect(!Sign.isUnassignedKey(key), "\(key)") }
    }

    @Test("every sign but unreadable has a state, and a printed sign reads back as itself")
    func symbols() {
        for sign in Sign.allCases {
            #expect((sign.state == nil) == (sign == .unreadable))
            let isAlone = ![.preliminary, .revised, .estimated].contains(sign)
            if !sign.symbol.isEmpty, isAlone { #expect(german.value(sign.symbol).sign == sign) }
        }
    }
}
