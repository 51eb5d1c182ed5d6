import Diagnostics
import Disclosure
import Foundation
import Project
import Testing

@Suite("A project file that is right")
struct ProjectFileTests {
    private let project: ProjectFile

    init() throws { project = try ProjectFileSample.read(ProjectFileSample.text) }

    @Test("the head is read")
    func head() {
        #expect(project.title == "Sozialatlas Lindenau")
        #expect(project.publisher == "Stadt Lindenau, Statistikstelle")
        #expect(project.licence == "dl-de/by-2-0")
        #expect(project.referenceSystem == 25832)
        #expect(project.protection == .threshold)
    }

    @Test("sources have their rule, columns and deliveries, oldest first")
    func sources() throws {
        #expect(project.sources.map(\.id) == ["register", "agency"])
        let register = try #require(project.source("register"))
        #expect(register.rule == SourceRule(threshold: 3, toleratedMissing: 0.05))
        #expect(register.referenceSystem == 4647)
        #expect(register.coordinates?.x == "Rechtswert" && register.coordinates?.y == "Hochwert")
        #expect(register.label == ["Straße", "Hausnummer"])
        #expect(register.massAddress == 100)
        #expect(register.files.map(\.date) == ["2022-12-31", "2023-12-31"])
        #expect(register.files.map(\.path) == ["addresses-2022-12-31.csv", "addresses-2023-12-31.csv"])
        let agency = try #require(project.source("agency"))
        #expect(agency.coordinates == nil && agency.massAddress == nil && agency.label.isEmpty)
        #expect(agency.rule == SourceRule(threshold: 10))
    }

    @Test("what looks like a number stays text: versions, dates, columns and missing values with leading zeros")
    func text() {
        #expect(project.source("register")?.missing == ["-9999", "007"])
        #expect(project.variable("sgb2")?.column == "007")
        #expect(project.divisions[0].version == "2021")
        #expect(project.variable("under15")?.column == "unter 15\nJahre")
    }

    @Test("a part of a category is a part of its total where nothing else is declared")
    func parts() {
        #expect(project.variable("under15")?.partOf == "residents")
        #expect(project.variable("sgb2")?.partOf == "from15")
        #expect(project.variable("residents")?.partOf == nil)
        #expect(project.categories.map(\.id) == ["age"])
        #expect(project.categories[0].total == "residents" && project.categories[0].parts == ["under15", "from15"])
    }

    @Test("levels come from boundaries or from other levels")
    func levels() throws {
        let division = try #require(project.division("gliederung"))
        #expect(division.source == "Stadt Lindenau, Vermessung")
        #expect(division.levels.map(\.id) == ["bezirk", "distrikt", "stadtteil"])
        #expect(
            division.level("bezirk")?.origin
                == .boundaries(path: "bezirke.geojson", key: "KEY", referenceSystem: nil))
        #expect(
            division.level("distrikt")?.origin
                == .boundaries(path: "distrikte.shp", key: "@row", referenceSystem: 25832))
        #expect(division.level("stadtteil")?.origin == .dissolved(level: "distrikt", by: "STADTTEIL"))
        #expect(division.level("stadtteil")?.name == "STNAME")
        #expect(division.level("distrikt")?.parent?.level == "bezirk")
        #expect(division.level("distrikt")?.parent?.field == "BEZIRK")
    }

    @Test("indicators have a parsed formula, and counts no decimals")
    func indicators() throws {
        let rate = try #require(project.indicator("sgb2_rate"))
        #expect(rate.formula == (try Formula.parse("100 * sgb2 / from15")))
        #expect(rate.unit == "%" && rate.decimals == 2 && rate.polarity == .load && rate.style == "rates")
        #expect(rate.description == "Personen mit Leistungen je 100.")
        let residents = try #require(project.indicator("residents"))
        #expect(residents.decimals == 0 && residents.polarity == .neutral && residents.formula.isCount)
    }

    @Test("layers are one per level and indicator, and without the section all there are")
    func layers() throws {
        #expect(
            project.layers.map(\.id) == [
                "gliederung.distrikt.sgb2_rate", "gliederung.distrikt.residents", "gliederung.bezirk.residents",
            ])
        #expect(project.layers.map(\.style) == ["rates", "", "counts"])
        let start = try #require(ProjectFileSample.text.range(of: "layers:"))
        let all = try ProjectFileSample.read(String(ProjectFileSample.text[..<start.lowerBound]))
        #expect(all.layers.count == 6)
        #expect(Set(all.layers.map(\.id)).isSuperset(of: project.layers.map(\.id)))
    }

    @Test("an indicator has the dates that all its sources have")
    func dates() throws {
        #expect(project.dates(of: try #require(project.indicator("residents"))) == ["2022-12-31", "2023-12-31"])
        #expect(project.dates(of: try #require(project.indicator("sgb2_rate"))) == ["2023-12-31"])
    }

    @Test("relative paths start from the folder")
    func paths() {
        #expect(project.path("bezirke.geojson") == "lindenau/bezirke.geojson")
        #expect(project.path("../x.csv") == "lindenau/../x.csv")
        #expect(project.path("/data/x.csv") == "/data/x.csv")
    }

    @Test("a byte order mark and Windows line ends change nothing")
    func editors() throws {
        let windows = "\u{FEFF}" + ProjectFileSample.text.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
        #expect(try ProjectFileSample.read(windows) == project)
    }

    @Test("anchors spare repetition")
    func anchors() throws {
        let text = try #require(
            ProjectFileSample.replacing("x: Rechtswert", with: "x: &column Rechtswert")?.replacing(
                "y: Hochwert", with: "y: *column"))
        #expect(try ProjectFileSample.read(text).source("register")?.coordinates?.y == "Rechtswert")
    }

    @Test("a folder is read when the files it names are there")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("project-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let none = try #require(throws: InputError.self) { try ProjectFile.read(folder.path) }
        #expect(none.code == .unreadableFile)

        let file = folder.appendingPathComponent(ProjectFile.name)
        try Data(ProjectFileSample.text.utf8).write(to: file)
        let missing = try #require(throws: InputError.self) { try ProjectFile.read(folder.path) }
        #expect(missing.place == Place(file: file.path, row: 19, field: "sources.register.files[1].path"))
        #expect(missing.message.contains("addresses-2023-12-31.csv"))

        for name in [
            "addresses-2023-12-31.csv", "addresses-2022-12-31.csv", "points.gpkg", "bezirke.geojson", "distrikte.shp",
        ] {
            try Data().write(to: folder.appendingPathComponent(name))
        }
        #expect(try ProjectFile.read(folder.path).title == "Sozialatlas Lindenau")
    }
}
