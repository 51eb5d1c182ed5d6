import Cartography
import Diagnostics
import Foundation
import Statistics
import Testing

struct StyleTests {
    static let directory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Styles").path

    @Test("the compiled style says the same as Styles/default.yaml")
    func standard() throws {
        #expect(try Style.load(file: Self.directory + "/default.yaml") == Style.standard)
    }

    @Test("all styles of the house load under their file's name")
    func house() throws {
        let styles = try Style.load(directory: Self.directory)
        #expect(
            Set(styles.keys).isSuperset(of: ["default", "diverging", "count", "quintiles", "print-grey", "deviation"]))
        for (name, style) in styles { #expect(style.name == name) }
        #expect(styles["diverging"]?.midpoint == 0)
    }

    @Test("what a style leaves out is as in the standard style")
    func partial() throws {
        let style = try Style(yaml: "palette: ember\nmethod: fixed:5,10,15\n", name: "poverty")
        #expect(style.palette == .ember)
        #expect(style.method == .fixed([5, 10, 15]))
        #expect(style.classes == 5)
        #expect(try Style(yaml: "", name: "default") == Style.standard)
        #expect(try Style(yaml: "# nothing\n", name: "default") == Style.standard)
    }

    @Test(
        "faults name line, value and remedy",
        arguments: [
            ("palette: lagoon\nmethod: jenks\n", 2, "'jenks'", "fisher"),
            ("palette: viridis\n", 1, "'viridis'", "lagoon"),
            ("classes: 12\n", 1, "'12'", "1 to 9"),
            ("\nreverse: maybe\n", 2, "'maybe'", "true or false"),
            ("paper: letter\n", 1, "'letter'", "a4-landscape"),
            ("language: fr\n", 1, "'fr'", "de or en"),
            ("palete: lagoon\n", 1, "'palete'", "palette"),
            ("outline:\n  colour: red\n", 2, "'red'", "#rrggbb"),
            ("outline:\n  colour: \"#4a4a4a\"\n  width: wide\n", 3, "'wide'", "number"),
            ("hatching:\n  suppressed: dots\n", 2, "same hatching", "different"),
            ("hatching:\n  hidden: dots\n", 2, "'hidden'", "suppressed"),
            ("- palette\n", 1, "list", "palette: lagoon"),
            ("palette: [a, b]\n", 1, "one value", "colon"),
            ("midpoint: 0\n", 1, "no middle", "diverging"),
        ] as [(String, Int, String, String)])
    func faults(yaml: String, line: Int, value: String, remedy: String) throws {
        let error = try #require(throws: InputError.self) { try Style(yaml: yaml, name: "x") }
        #expect(error.place.row == line)
        #expect(error.message.contains(value))
        #expect(error.remedy.contains(remedy))
    }

    @Test("broken YAML, a missing file and a missing directory are input errors with the file's name")
    func unreadable() throws {
        #expect(throws: InputError.self) { try Style(yaml: "palette: [", name: "x") }
        #expect(
            try #require(throws: InputError.self) { try Style.load(file: "/nowhere/x.yaml") }.place.file
                == "/nowhere/x.yaml")
        #expect(throws: InputError.self) { try Style.load(directory: "/nowhere") }
    }

    @Test("numbers and dates are written as readers of a language expect them")
    func numbers() {
        let german = NumberFormat(.german)
        #expect(german.text(1234.5, decimals: 1) == "1.234,5")
        #expect(german.text(1_234_567, decimals: 0) == "1.234.567")
        #expect(german.text(0.05, decimals: 2) == "0,05")
        #expect(german.text(-0.04, decimals: 1) == "0,0")
        #expect(german.text(2.5, decimals: 0) == "3")
        #expect(german.text(1_000_042) == "1.000.042")
        #expect(NumberFormat(.english).text(-1234.5, decimals: 0) == "−1,235")
        #expect(Language.english.date("2023-12-31") == "31 December 2023")
        #expect(Language.german.date("2023-01-05") == "05.01.2023")
        #expect(Language.german.date("Winter 2023") == "Winter 2023")
    }
}
