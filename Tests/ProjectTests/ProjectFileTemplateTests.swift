import Diagnostics
import Disclosure
import Foundation
import Project
import Testing

@Suite("The project file that kleinraum new writes")
struct ProjectFileTemplateTests {
    private func template(_ columns: [String]) -> ProjectTemplate {
        ProjectTemplate(
            title: "Sozialatlas Essen", areas: "../data/stadtbezirke.geojson", key: "STADTBEZ", name: "NAME",
            addresses: "../data/counts 2023.csv", x: "Rechtswert", y: "Hochwert", referenceSystem: 25832,
            counts: columns.map { .init(column: $0) }, date: "2023-12-31")
    }

    @Test("it says what it was given, and is read without an error")
    func plain() throws {
        let text = template(["Einwohner", "unter15", "SGB2"]).text
        let project = try ProjectFileSample.read(text)
        #expect(project.title == "Sozialatlas Essen")
        let source = project.sources[0]
        #expect(source.rule.threshold == 3 && text.contains("    threshold: 3\n"))
        #expect(source.coordinates?.x == "Rechtswert" && source.coordinates?.y == "Hochwert")
        #expect(source.referenceSystem == 25832)
        #expect(source.files.map(\.path) == ["../data/counts 2023.csv"] && source.files[0].date == "2023-12-31")
        #expect(project.variables.map(\.id) == ["einwohner", "unter15", "sgb2"])
        #expect(project.variables.map(\.column) == ["Einwohner", "unter15", "SGB2"])
        #expect(project.variables.map(\.partOf) == [nil, "einwohner", "einwohner"])
        let level = project.divisions[0].levels[0]
        #expect(level.id == "stadtbezirke" && level.title == "Stadtbezirke" && level.name == "NAME")
        #expect(
            level.origin
                == .boundaries(path: "../data/stadtbezirke.geojson", key: "STADTBEZ", referenceSystem: nil))
        #expect(project.divisions[0].version == "2023")
        #expect(
            project.indicators.map(\.formula.description) == [
                "einwohner", "unter15", "sgb2", "100 * unter15 / einwohner", "100 * sgb2 / einwohner",
            ])
        #expect(project.indicators.map(\.unit) == ["Anzahl", "Anzahl", "Anzahl", "%", "%"])
        #expect(project.layers.count == 5)
        #expect(text.hasSuffix("\n") && !text.contains("\t"))
    }

    @Test("a point file needs no coordinates, one column no shares, an area without name no name")
    func sparse() throws {
        let sparse = ProjectTemplate(
            title: "A", areas: "/a/b.gpkg", key: "@row", addresses: "p.geojson",
            counts: [.init(column: "Plätze")], date: "2024-02-29")
        let project = try ProjectFileSample.read(sparse.text)
        #expect(project.sources[0].coordinates == nil && project.sources[0].referenceSystem == nil)
        #expect(project.indicators.map(\.id) == ["plaetze"])
        #expect(project.divisions[0].levels[0].name == nil)
    }

    @Test("what cannot be a part of the first count gets no share")
    func noPart() throws {
        var flats = template(["Einwohner", "Wohnungen"])
        flats.counts[1].isPart = false
        let project = try ProjectFileSample.read(flats.text)
        #expect(project.indicators.count == 2 && project.variables[1].partOf == nil)
    }

    @Test("nasty columns, paths and titles come back as they were")
    func nasty() throws {
        let columns = [
            "Einwohner: gesamt", "# Personen", "%", "\"", "\\", "a\nb", " blank ", "{x}", "[1]", "- item", "null",
            "~", "true", "007", "1e3", "2023-12-31", "a #b", "a: b", "ß", "über 65", "Über-65", "über_65_anteil", "'",
            "*a", "&a", "!a", "|", ">", "@a", "`", ",", "a, b", "x\tx", "x\r\nx", "\u{1}", "\u{2028}", "😀", "é", "日本",
            "\u{85}", "\u{7F}", "a\u{FEFF}b", "?", "Ψ", "yes", "...", "---", "e\u{301}", "\u{E000}", "einwohner_gesamt",
        ]
        var nasty = template(columns)
        nasty.title = "Titel: \"mit\" # allem\nund Zeile"
        nasty.areas = "../Grenzen, neu/#1: Bezirke.geojson"
        nasty.key = "- key"
        nasty.name = "{name}"
        nasty.addresses = "C:\\Daten\\x, y.csv"
        nasty.x = "x: 1"
        nasty.y = "Y\n(m)"
        let project = try ProjectFileSample.read(nasty.text)
        #expect(project.variables.map { Array($0.column.unicodeScalars) } == columns.map { Array($0.unicodeScalars) })
        #expect(project.title == "Titel: \"mit\" # allem und Zeile")
        #expect(project.sources[0].files[0].path == "C:\\Daten\\x, y.csv")
        #expect(project.sources[0].coordinates?.x == "x: 1" && project.sources[0].coordinates?.y == "Y\n(m)")
        #expect(project.divisions[0].levels[0].name == "{name}")
        #expect(
            project.divisions[0].levels[0].origin
                == .boundaries(path: "../Grenzen, neu/#1: Bezirke.geojson", key: "- key", referenceSystem: nil))
        #expect(Set(project.indicators.map(\.id)).count == 2 * columns.count - 1)
    }

    @Test("every character of the first planes survives as a column")
    func characters() throws {
        for first in stride(from: 1, to: 0x3100, by: 0x100) {
            let scalars = (first..<first + 0x100).compactMap(Unicode.Scalar.init)
            let columns = scalars.map { "x\($0)x" }
            let project = try ProjectFileSample.read(template(columns).text)
            #expect(
                project.variables.map { Array($0.column.unicodeScalars) } == columns.map { Array($0.unicodeScalars) })
        }
    }

    @Test("ids are folded to ASCII and each once")
    func ids() {
        #expect(
            ProjectTemplate.ids(for: ["Einwohner", "über 65", "Über-65", "2019", "%", "Größe (m²)", "__a__"])
                == ["einwohner", "ueber_65", "ueber_65_2", "n2019", "spalte", "groesse_m", "a"])
        #expect(ProjectTemplate.ids(for: ["a", "a"], taken: ["a", "a_3"]) == ["a_2", "a_4"])
    }

    @Test("a folder's name makes a title")
    func titles() {
        #expect(ProjectTemplate.title(ofFolder: "projekte/sozialatlas_lindenau/") == "Sozialatlas Lindenau")
        #expect(ProjectTemplate.title(ofFolder: "/srv/bad-münster") == "Bad Münster")
        #expect(ProjectTemplate.title(ofFolder: ".") == "Kleinraum")
    }

    @Test("paths are written as seen from the folder")
    func paths() {
        let home = "/home/me"
        #expect(ProjectTemplate.path(of: "data/a.geojson", from: "essen", in: home) == "../data/a.geojson")
        #expect(ProjectTemplate.path(of: "essen/a.csv", from: "essen", in: home) == "a.csv")
        #expect(ProjectTemplate.path(of: "./essen/./d/a.csv", from: "essen/", in: home) == "d/a.csv")
        #expect(ProjectTemplate.path(of: "../x/a.csv", from: "p/q", in: home) == "../../../x/a.csv")
        #expect(ProjectTemplate.path(of: "a.csv", from: "/srv/p", in: home) == "../../home/me/a.csv")
        #expect(ProjectTemplate.path(of: "/data/a.csv", from: "essen", in: home) == "/data/a.csv")
        #expect(ProjectTemplate.path(of: "a.csv", from: ".", in: home) == "a.csv")
    }
}
