import Testing
import Validation

@Suite("Findings about keys")
struct FindingKeyTests {
    func town(_ keys: [String?]) -> FindingTown {
        FindingTown(keys.enumerated().map { ($1, FindingTown.square(Double($0 % 10), Double($0 / 10))) })
    }

    @Test("a clean town has no finding, with remarks neither")
    func clean() throws {
        #expect(try FindingTown.four.kinds().isEmpty)
        #expect(try FindingTown.four.kinds { $0.isComplete = true }.isEmpty)
        #expect(try FindingTown.four.report().text().count > 0)
    }

    @Test("a key of blanks or of what nobody sees is missing", arguments: [" ", "  ", "\u{00A0}", "\u{200B}"])
    func blank(key: String) throws {
        var town = FindingTown.four
        town.keys[1] = key
        #expect(try town.kinds() == [.missingKey])
    }

    @Test("missing and duplicate keys are told with the features, and nothing throws")
    func missing() throws {
        let report = try town(["01", nil, "01", "", "02"]).report()
        #expect(report.findings.map(\.kind) == [.duplicateKey, .missingKey, .missingKey])
        #expect(report.findings[0].details == ["1", "3"] && report.findings[0].measure == 2)
        #expect(report.findings[1...].map { $0.details[0] }.sorted() == ["2", "4"])
        #expect(report.openErrors == 3)
        #expect(
            report.findings[0].sentence(in: .german) == "Den Schlüssel 01 (Name 01) haben 2 Flächen (Objekte 1, 3).")
    }

    @Test("blanks and characters nobody sees are told")
    func blanks() throws {
        #expect(try town(["a1", "a2 ", "a3\u{00AD}"]).kinds() == [.keyBlanks, .keyBlanks])
    }

    @Test("keys that differ in case, blanks or Unicode form only are told together")
    func variants() throws {
        let report = try town(["Köln", "Ko\u{308}ln", "KÖLN", "Bonn"]).report()
        #expect(report.findings.map(\.kind) == [.keyVariant])
        #expect(report.findings[0].measure == 3)
    }

    @Test("a lost leading zero is told; a plain numbering is none")
    func length() throws {
        let lost = try town(["110101", "110102", "20101", "20102", "90103"]).report()
        #expect(lost.findings.map(\.kind) == [.keyLength])
        #expect(lost.findings[0].keys == ["20101", "20102", "90103"] && lost.findings[0].details == ["6"])
        #expect(try town((1...30).map(String.init)).kinds().isEmpty)
        let odd = try town((1...19).map { "A\($0 + 10)" } + ["A7"]).report()
        #expect(odd.findings.map(\.keys) == [["A7"]])
    }

    @Test("names that occur twice are a remark only")
    func names() throws {
        var town = FindingTown.four
        town.names = ["Mitte", "Nord", "Mitte", nil]
        #expect(try town.kinds().isEmpty)
        let report = try town.report { $0.isComplete = true }
        #expect(report.findings.map(\.kind) == [.repeatedName] && report.findings[0].keys == ["21", "22"])
        #expect(report.openErrors == 0)
    }
}
