import Diagnostics
import Foundation
import Project
import Testing

@Suite("A project file that is wrong")
struct ProjectFileErrorTests {
    /// What is exchanged in the sample, and what the error must say.
    struct Fault: Sendable, CustomTestStringConvertible {
        var passage: String
        var replacement: String
        var field: String
        var message: String
        var remedy: String
        /// Where the error's line begins, if not with the replacement.
        var line: String

        init(
            _ passage: String, _ replacement: String, _ field: String, _ message: String, _ remedy: String,
            at line: String = ""
        ) {
            (self.passage, self.replacement, self.field) = (passage, replacement, field)
            (self.message, self.remedy) = (message, remedy)
            self.line = line.isEmpty ? replacement : line
        }

        var testDescription: String { "\(passage) → \(replacement)" }
    }

    static let faults: [Fault] = [
        // Keys
        Fault("threshold: 3", "treshold: 3", "sources.register.treshold", "'treshold' is not a key", "'threshold'"),
        Fault(
            "licence: dl", "lizenz: dl", "lizenz", "'lizenz' is not a key",
            "known are kleinraum, title, pub"),
        Fault("threshold: 3", "mass_address: 3", "", "'mass_address' occurs twice", "keep one", at: "mass_address: 3"),
        Fault("    threshold: 3\n", "", "sources.register", "'threshold' is missing", "threshold: 3", at: "register:"),
        Fault("title: Sozialatlas Lindenau\n", "", "", "'title' is missing", "title:", at: "kleinraum: 1"),
        Fault("title: SGB II,", "title: Kinder, Jugend,", "variables.sgb2.Jugend", "'Jugend'", "comma in quotes"),
        Fault("kleinraum: 1 ", "kleinraum: 2 ", "kleinraum", "format 2", "version of kleinraum"),
        Fault(
            "    source: Stadt Lindenau, Vermessung\n", "    source: Stadt Lindenau, Vermessung\n    accepted: a.txt\n",
            "divisions.gliederung.accepted", "'accepted' belongs to 'findings'", "findings: publish",
            at: "accepted: a.txt"),
        Fault(
            "    source: Stadt Lindenau, Vermessung\n", "    source: Stadt Lindenau, Vermessung\n    findings: ja\n",
            "divisions.gliederung.findings", "'ja'", "publish", at: "findings: ja"),
        // Values
        Fault("threshold: 3", "threshold: drei", "sources.register.threshold", "'drei'", "digits"),
        Fault("threshold: 3", "threshold: -3", "sources.register.threshold", "'-3'", "digits"),
        Fault("threshold: 3", "threshold:", "sources.register.threshold", "empty", "write"),
        Fault("threshold: 3", "threshold: [3]", "sources.register.threshold", "a list", "text"),
        Fault("0.05", "0,05", "sources.register.tolerated_missing", "'0,05'", "0.05"),
        Fault(
            "0.05", "5", "sources.register.tolerated_missing", "5 is more than 1", "0.05", at: "tolerated_missing: 5"),
        Fault("EPSG:4647", "4647", "sources.register.crs", "'4647'", "EPSG:25832"),
        Fault("EPSG:4647", "EPSG:UTM32", "sources.register.crs", "'EPSG:UTM32'", "EPSG:25832"),
        Fault(
            "date: 2023-12-31, path: a", "date: 31.12.2023, path: a", "sources.register.files[1].date", "'31.12.2023'",
            "YYYY-MM-DD"),
        Fault(
            "date: 2023-12-31, path: a", "date: 2023-02-29, path: a", "sources.register.files[1].date", "2023-02-29",
            "year-month-day"),
        Fault(
            "date: 2022-12-31", "date: 2023-12-31", "sources.register.files[2].date", "two files", "one file",
            at: "date: 2023-12-31, path: addresses-2022"),
        Fault("    y: Hochwert\n", "", "sources.register", "'y' is missing", "y:", at: "register:"),
        Fault("polarity: load", "polarity: lod", "indicators.sgb2_rate.polarity", "'lod'", "'load'"),
        Fault("decimals: 2", "decimals: 12", "indicators.sgb2_rate.decimals", "12", "0 to 6"),
        Fault("method: threshold", "method: tresholds", "protection.method", "'tresholds'", "'threshold'"),
        Fault(
            "title: SGB-II-Quote", "title: |\n      SGB\n      II", "indicators.sgb2_rate.title", "several lines",
            "one line", at: "title: |"),
        Fault("residents: { source", "Residents: { source", "variables.Residents", "'Residents'", "a to z"),
        Fault("sgb2: { source", "sgb-2: { source", "variables.sgb-2", "'sgb-2'", "a to z, 0 to 9 and _"),
        Fault("id: bezirk", "id: 1.bezirk", "divisions.gliederung.levels[1].id", "'1.bezirk'", "a to z"),
        // References
        Fault("source: agency", "source: agencey", "variables.sgb2.source", "'agencey'", "'agency'"),
        Fault("part_of: from15", "part_of: form15", "variables.sgb2.part_of", "'form15'", "'from15'"),
        Fault("part_of: residents", "part_of: sgb2", "variables.from15.part_of", "part of itself", "to the whole"),
        Fault(
            "total: residents", "total: under15", "variables.under15", "part of itself", "to the whole", at: "under15:"),
        Fault("[under15, from15]", "[under15, under15]", "categories.age.parts[2]", "twice", "once"),
        Fault("[under15, from15]", "[under15]", "categories.age.parts", "two parts", "all parts of 'residents'"),
        Fault("100*sgb2/from15", "100*sgb3/from15", "indicators.sgb2_rate.formula", "'sgb3'", "'sgb2'"),
        Fault("100*sgb2/from15", "100*sgb2/", "indicators.sgb2_rate.formula", "column 10", "complete"),
        Fault("100*sgb2/from15", "100 / 2", "indicators.sgb2_rate.formula", "no variable", "100 * part"),
        Fault(
            "date: 2023-12-31, path: points", "date: 2024-12-31, path: points", "indicators.sgb2_rate.formula",
            "no date in common", "one reference date", at: "formula: 100*sgb2"),
        Fault(
            "dissolve: distrikt", "dissolve: district", "divisions.gliederung.levels[3].dissolve", "'district'",
            "'distrikt'"),
        Fault(
            "dissolve: distrikt", "dissolve: stadtteil", "divisions.gliederung.levels[3].dissolve", "'stadtteil'",
            "known are bezirk, distrikt"),
        Fault(
            "boundaries: bezirke.geojson", "dissolve: distrikt", "divisions.gliederung.levels[1].key", "'key' belongs",
            "take it away"),
        Fault(
            "boundaries: bezirke.geojson, key: KEY,", "", "divisions.gliederung.levels[1]", "no areas", "boundaries",
            at: "id: bezirk"),
        Fault("by: STADTTEIL,", "", "divisions.gliederung.levels[3]", "'by' is missing", "by:", at: "id: stadtteil"),
        Fault(
            "id: stadtteil", "id: bezirk", "divisions.gliederung.levels[3].id", "twice", "of its own",
            at: "id: bezirk, title: Stadtteile"),
        Fault(
            "level: bezirk, field", "level: distrikt, field", "divisions.gliederung.levels[2].parent.level",
            "'distrikt'", "known are bezirk, stadtteil"),
        Fault(
            "name: NAME }", "parent: { level: distrikt, field: D } }", "divisions.gliederung.levels[1].parent",
            "circle", "coarser"),
        Fault("level: bezirk, indicators", "level: bezirke, indicators", "layers[2].level", "'bezirke'", "'bezirk'"),
        Fault(
            "indicators: [residents]", "indicators: [population]", "layers[2].indicators[1]", "'population'",
            "known are sgb2_rate, residents"),
        Fault(
            "level: bezirk, indicators", "level: distrikt, indicators", "layers[2]", "gliederung.distrikt.residents",
            "one entry"),
        Fault(
            "- { division: gliederung, level: distrikt }", "- { division: lebensraum, level: distrikt }",
            "layers[1].division", "'lebensraum'", "gliederung"),
        // YAML itself
        Fault("unit: \"%\"", "unit: %", "", "breaks off", "%"),
        Fault("title: SGB-II-Quote", "title: Quote: SGB II", "", "breaks off", "quotes"),
        Fault("    x: Rechtswert", "\tx: Rechtswert", "", "breaks off", "tabs", at: "x: Rechtswert"),
        Fault("protection: {", "---\nprotection: {", "", "another document", "'---'"),
    ]

    @Test("names file, line, key, value and remedy", arguments: faults)
    func fault(_ fault: Fault) throws {
        let text = try #require(ProjectFileSample.replacing(fault.passage, with: fault.replacement))
        let error = try #require(throws: InputError.self) { try ProjectFileSample.read(text) }
        #expect(error.code == .project)
        #expect(error.place.file == "kleinraum.yaml")
        #expect(error.place.row == ProjectFileSample.line(of: fault.line, in: text), "\(error)")
        #expect(error.place.field == fault.field, "\(error)")
        #expect(error.message.contains(fault.message), "\(error)")
        #expect(error.remedy.contains(fault.remedy), "\(error)")
    }

    @Test("a file that is empty, a list, or not UTF-8 is told so")
    func wholeFiles() throws {
        for text in ["", "# nothing\n", "- a\n", "text", "? [a]\n: b\n", "{}", "a: *b"] {
            let error = try #require(throws: InputError.self) { try ProjectFileSample.read(text) }
            #expect(error.code == .project && !error.remedy.isEmpty, "\(error)")
        }
        let latin = Array("kleinraum: 1\ntitle: Stra".utf8) + [0xDF, UInt8(ascii: "e")]
        let error = try #require(throws: InputError.self) { try ProjectFile.read(bytes: latin) }
        #expect(error.place.row == 2 && error.remedy.contains("UTF-8"))
        #expect(throws: InputError.self) {
            try ProjectFile.read(bytes: [UInt8](repeating: UInt8(ascii: "#"), count: ProjectFile.largest + 1))
        }
    }

    @Test("the sentence reads as a person would say it")
    func sentence() throws {
        let text = try #require(ProjectFileSample.replacing("threshold: 3", with: "treshold: 3"))
        let error = try #require(throws: InputError.self) { try ProjectFileSample.read(text) }
        #expect(
            error.description == """
                kleinraum.yaml, row 10, sources.register.treshold: 'treshold' is not a key here; \
                did you mean 'threshold'?
                """)
    }

    @Test("no cut and no exchanged byte crashes the reader")
    func cuts() {
        let bytes = Array(ProjectFileSample.text.utf8)
        for end in stride(from: 0, to: bytes.count, by: 7) {
            _ = Result { try ProjectFile.read(bytes: Array(bytes[..<end])) }
            var changed = bytes
            changed[end] = [0x00, 0x22, 0x3A, 0x7B, 0x5D, 0xFF, 0x2A, 0x26, 0x0A][end % 9]
            _ = Result { try ProjectFile.read(bytes: changed) }
        }
    }
}
