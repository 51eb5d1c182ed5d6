import Cartography
import Foundation
import FoundationXML
import Planar
import Statistics
import Testing

/// The elements of a drawing with their attributes and text, as an XML reader sees them; `nil` where it is not XML.
final class DrawnElements: NSObject, XMLParserDelegate {
    private(set) var elements: [(name: String, attributes: [String: String], text: String)] = []
    private var open: [Int] = []

    init?(_ svg: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(svg))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        open.append(elements.count)
        elements.append((name, attributes, ""))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if let last = open.last { elements[last].text += string }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func named(_ name: String) -> [(name: String, attributes: [String: String], text: String)] {
        elements.filter { $0.name == name }
    }
}

struct MapDrawingTests {
    struct Step: Hashable {
        let from: [Int]
        let to: [Int]
    }

    /// The directed edges of all rings of path data of the form `Mx yl…z`.
    static func edges(_ path: String) -> [Step] {
        var edges: [Step] = []
        for ring in path.split(separator: "z") {
            var numbers: [Int] = []
            var digits = ""
            for character in String(ring) + " " {
                if character.isNumber || (character == "-" && digits.isEmpty) {
                    digits.append(character)
                } else {
                    if let number = Int(digits) { numbers.append(number) }
                    digits = character == "-" ? "-" : ""
                }
            }
            var points = [[numbers[0], numbers[1]]]
            for index in stride(from: 2, to: numbers.count - 1, by: 2) {
                let last = points[points.count - 1]
                points.append([last[0] + numbers[index], last[1] + numbers[index + 1]])
            }
            for (one, next) in zip(points, points.dropFirst() + points.prefix(1)) {
                edges.append(Step(from: one, to: next))
            }
        }
        return edges
    }

    @Test("neighbours share their snapped borders edge by edge: no gaps, no overlaps")
    func borders() throws {
        let subject = SampleCity.subject(columns: 10, rows: 10, wiggles: 12)
        let svg = try MapDrawing.map(subject, Legend(subject, style: .standard), width: 900)
        let paths = try #require(DrawnElements(svg)).named("path").filter { $0.attributes["data-key"] != nil }
        #expect(paths.count == 100)
        let edges = Set(paths.flatMap { Self.edges($0.attributes["d"] ?? "") })
        let border = edges.filter { !edges.contains(Step(from: $0.to, to: $0.from)) }
        // The outer border has 40 sides of 12 pieces; everything inside is there in both directions.
        #expect(border.count <= 480 && border.count > 400)
    }

    @Test("every area with geometry has a path, also the one too small to see; one without geometry has none")
    func small() throws {
        var subject = SampleCity.subject()
        var builder = Areas.Builder()
        for area in 0..<subject.areas.count - 2 { builder.addArea(area, of: subject.areas) }
        builder.closeArea()
        builder.addArea(subject.areas.count - 1, of: subject.areas)
        subject.areas = builder.finish()
        let svg = try MapDrawing.map(subject, Legend(subject, style: .standard), width: 900)
        let paths = try #require(DrawnElements(svg)).named("path").filter { $0.attributes["data-key"] != nil }
        #expect(paths.count == subject.keys.count - 1)
        #expect(paths.last?.attributes["data-key"] == subject.keys.last)
        #expect(Self.edges(paths.last?.attributes["d"] ?? "").isEmpty == false)
        for path in paths { #expect(path.attributes["d"]?.hasPrefix("M") == true) }
    }

    @Test("a path tells key, value, state, class and colour, and its title says it in words")
    func attributes() throws {
        let subject = SampleCity.subject()
        let legend = try Legend(subject, style: .standard)
        let drawing = try #require(DrawnElements(MapDrawing.map(subject, legend, width: 900)))
        let paths = drawing.named("path").filter { $0.attributes["data-key"] != nil }
        for (area, path) in paths.enumerated() {
            #expect(path.attributes["data-key"] == subject.keys[area])
            #expect(path.attributes["data-state"] == subject.states[area].name)
            if subject.states[area] == .value {
                #expect(path.attributes["data-value"].flatMap(Double.init) == subject.values[area])
                #expect(path.attributes["data-class"].flatMap { Int($0) } == legend.classIndex(ofArea: area))
                #expect(path.attributes["fill"] == legend.colour(forArea: area)?.hexadecimal)
            } else {
                #expect(path.attributes["data-value"] == nil)
                #expect(path.attributes["fill"] == "url(#map-\(subject.states[area].name))")
            }
        }
        #expect(Set(paths.compactMap { $0.attributes["id"] }).count == paths.count)
        let titles = drawing.named("title").map(\.text)
        #expect(titles[1] == "0001 Nordstadt: 6,8\u{A0}%")
        #expect(titles[5] == "0005 Oberbrück: geheim gehalten")
    }

    @Test("a hidden value does not leave the drawing, whatever stands in the array")
    func hidden() throws {
        var subject = SampleCity.subject()
        for area in subject.values.indices where subject.states[area] == .suppressed { subject.values[area] = 987.25 }
        let svg = try String(
            decoding: MapDrawing.map(subject, Legend(subject, style: .standard), width: 900), as: UTF8.self)
        #expect(!svg.contains("987"))
    }

    @Test("the drawing is an image with title and description that repeats the protection notice")
    func accessibility() throws {
        let subject = SampleCity.subject()
        let drawing = try #require(
            DrawnElements(MapDrawing.map(subject, Legend(subject, style: .standard), width: 400, prefix: "small")))
        let root = drawing.elements[0]
        #expect(root.attributes["role"] == "img")
        #expect(root.attributes["aria-labelledby"] == "small-title small-desc")
        #expect(drawing.named("title")[0].attributes["id"] == "small-title")
        #expect(drawing.named("desc")[0].text.contains(subject.protectionNotice))
    }

    @Test("names with signs of XML are harmless, and strange keys make valid ids")
    func escaping() throws {
        var subject = SampleCity.subject()
        subject.title = "A & B < C > \"D\" 'E'"
        subject.names[0] = "</title><script>"
        subject.keys[0] = "0 1&<ä"
        let drawing = try #require(
            DrawnElements(MapDrawing.map(subject, Legend(subject, style: .standard), width: 400)))
        #expect(drawing.named("title")[0].text.hasPrefix(subject.title))
        #expect(drawing.named("script").isEmpty)
        #expect(drawing.named("path").contains { $0.attributes["id"] == "map-0_201_26_3c_c3_a4" })
    }

    @Test("nothing to draw draws nothing")
    func empty() throws {
        var subject = SampleCity.subject()
        (subject.areas, subject.keys, subject.names, subject.values, subject.states) = (.none, [], [], [], [])
        (subject.labelX, subject.labelY) = ([], [])
        let legend = try Legend(subject, style: .standard)
        #expect(DrawnElements(MapDrawing.map(subject, legend, width: 400)) != nil)
        #expect(DrawnElements(SheetDrawing.sheet(subject, legend)) != nil)
    }

    @Test("10,000 areas with 1.4 million vertices are drawn in a moment, and the same every time")
    func large() throws {
        let subject = SampleCity.subject(columns: 100, rows: 100, wiggles: 35)
        #expect(subject.areas.x.count > 1_400_000)
        let legend = try Legend(subject, style: .standard)
        var svg: [UInt8] = []
        let time = ContinuousClock().measure { svg = MapDrawing.map(subject, legend, width: 900) }
        print("map of 10,000 areas and 1.4 million vertices:", time)
        #expect(time < .seconds(30))
        #expect(svg == MapDrawing.map(subject, legend, width: 900))
    }
}
