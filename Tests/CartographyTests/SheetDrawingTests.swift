import Cartography
import Diagnostics
import Foundation
import Planar
import Statistics
import Testing

struct SheetDrawingTests {
    static func drawing(_ subject: MapSubject, _ paper: Paper, _ language: Language = .german) throws -> DrawnElements {
        let legend = try Legend(subject, style: .standard, language: language)
        return try #require(DrawnElements(SheetDrawing.sheet(subject, legend, paper: paper)))
    }

    @Test("a sheet has the paper's size in millimetres", arguments: Paper.allCases)
    func size(paper: Paper) throws {
        let root = try Self.drawing(SampleCity.subject(), paper).elements[0].attributes
        #expect(root["width"] == "\(Int(paper.width))mm")
        #expect(root["height"] == "\(Int(paper.height))mm")
        #expect(root["viewBox"] == "0 0 \(Int(paper.width)) \(Int(paper.height))")
    }

    @Test("a sheet says everything a printed map has to say", arguments: Paper.allCases, Language.allCases)
    func content(paper: Paper, language: Language) throws {
        let subject = SampleCity.subject()
        let legend = try Legend(subject, style: .standard, language: language)
        let texts = try Self.drawing(subject, paper, language).named("text").map(\.text)
        let all = texts.joined(separator: " ")
        for part in [
            "SGB-II-Quote in %", subject.division, "2021", language.date("2023-12-31"), subject.atlas, subject.source,
            subject.boundarySource, subject.publisher, subject.licence, subject.protectionNotice, "N", " km",
        ] {
            #expect(all.contains(part), "\(part)")
        }
        for (label, count) in zip(legend.labels, legend.classes.counts) {
            #expect(texts.contains(label) && texts.contains("\(count)"))
        }
        for entry in legend.states { #expect(texts.contains(entry.label)) }
        #expect(all.contains(language == .german ? "43 Gebiete insgesamt" : "43 areas in total"))
    }

    @Test("area numbers stand in their areas, and those without room are counted")
    func numbers() throws {
        let subject = SampleCity.subject()
        let texts = try Self.drawing(subject, .a4).named("text").map(\.text)
        let shown = subject.keys.filter { texts.contains($0) }.count
        #expect(shown == subject.keys.count - 1)
        #expect(texts.contains("1 Gebietsnummer aus Platzgründen weggelassen."))
    }

    @Test("long texts break or shrink and stay on the paper", arguments: Paper.allCases)
    func long(paper: Paper) throws {
        var subject = SampleCity.subject()
        let long =
            "Anteil der Personen in Bedarfsgemeinschaften nach dem Zweiten Buch Sozialgesetzbuch an allen Einwohnerinnen "
        subject.title = long + long + long
        subject.division = long + long
        subject.source = long + long + long + String(repeating: "x", count: 400)
        subject.publisher = long
        subject.protectionNotice = long + long
        subject.atlas = long + long
        for text in try Self.drawing(subject, paper).named("text") {
            guard text.attributes["text-anchor"] == nil else { continue }
            let x = try #require(text.attributes["x"].flatMap(Double.init))
            let y = try #require(text.attributes["y"].flatMap(Double.init))
            let size = try #require(text.attributes["font-size"].flatMap(Double.init))
            // Half the size is less than the width of a typical letter of DejaVu Sans.
            #expect(x >= 10 && x + 0.5 * size * Double(text.text.count) < paper.width, "\(text.text)")
            #expect(y > 10 && y < paper.height - 10)
        }
    }

    @Test("the scale bar is as long as it says")
    func scaleBar() throws {
        // 18,200 m on the 182 mm between the margins of A4: 100 m a millimetre, so 2 km are 20 mm in two parts.
        var subject = SampleCity.subject()
        var builder = Areas.Builder()
        builder.addRing(x: [0, 18_200, 18_200, 0], y: [0, 0, 9_000, 9_000])
        builder.closePart()
        builder.closeArea()
        subject.areas = builder.finish()
        (subject.keys, subject.names, subject.values, subject.states) = (["1"], ["Eins"], [1], [.value])
        (subject.labelX, subject.labelY) = ([9_100], [4_500])
        let drawing = try Self.drawing(subject, .a4)
        #expect(drawing.named("text").contains { $0.text == "2 km" })
        #expect(drawing.named("rect").filter { $0.attributes["width"] == "10" }.count == 2)
    }

    @Test("nine classes and no values find room", arguments: Paper.allCases)
    func classes(paper: Paper) throws {
        var subject = SampleCity.subject()
        let nine = try Legend(subject, style: .standard, method: .quantile, classes: 9)
        let rectangles = try #require(DrawnElements(SheetDrawing.sheet(subject, nine, paper: paper))).named("rect")
        #expect(rectangles.filter { nine.colours.map(\.hexadecimal).contains($0.attributes["fill"] ?? "") }.count == 9)
        subject.states = subject.states.map { _ in .noData }
        #expect(try Self.drawing(subject, paper).named("text").contains { $0.text == "keine Werte" })
    }

    @Test("the same bytes every time")
    func repeatable() throws {
        let subject = SampleCity.subject()
        let legend = try Legend(subject, style: .standard)
        #expect(SheetDrawing.sheet(subject, legend) == SheetDrawing.sheet(subject, legend))
    }

    static let hasConverter = ["/usr/bin", "/usr/local/bin"].contains {
        FileManager.default.isExecutableFile(atPath: $0 + "/rsvg-convert")
    }

    @Test("rsvg-convert makes the same PDF and PNG every time", .enabled(if: hasConverter, "rsvg-convert is absent"))
    func conversion() throws {
        let subject = SampleCity.subject()
        let svg = try SheetDrawing.sheet(subject, Legend(subject, style: .standard))
        let directory = FileManager.default.temporaryDirectory.appending(
            path: "sheet-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: directory) } catch { Issue.record(error) }
        }
        for (ending, start) in [("pdf", "%PDF"), ("png", "\u{89}PNG")] {
            let path = directory.appending(path: "a.\(ending)").path
            try PrintConversion.convert(svg, to: path, dotsPerInch: 50)
            let first = try #require(FileManager.default.contents(atPath: path))
            #expect(first.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
            try PrintConversion.convert(svg, to: path, dotsPerInch: 50)
            #expect(FileManager.default.contents(atPath: path) == first)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == ["a.pdf", "a.png"])
        let error = #expect(throws: InputError.self) {
            try PrintConversion.convert(svg, to: directory.path + "/no/a.pdf")
        }
        #expect(error?.code == .unwritableFile)
        #expect(throws: InputError.self) {
            try PrintConversion.convert(Array("no svg".utf8), to: directory.path + "/b.pdf")
        }
        #expect(!FileManager.default.fileExists(atPath: directory.path + "/b.pdf"))
    }

    @Test("another ending than PDF or PNG is refused, papers are read by name")
    func endings() {
        #expect(throws: InputError.self) { try PrintConversion.convert([], to: "map.jpg") }
        #expect(Paper(rawValue: "a3-landscape") == .a3Landscape)
        #expect(Paper(rawValue: "letter") == nil)
    }
}
