import Cartography
import Foundation
import Statistics
import Testing

/// Maps whose areas fall into kinds.
struct CategoryLegendTests {
    static let categories = [
        MapCategory(
            id: "high-high", german: "hoch & hoch", english: "high & high", colour: Colour(red: 202, green: 0, blue: 32)
        ),
        MapCategory(id: "low-low", german: "niedrig", english: "low", colour: Colour(red: 5, green: 113, blue: 176)),
        MapCategory(
            id: "island", german: "ohne Nachbarn", english: "no neighbours",
            colour: Colour(red: 150, green: 150, blue: 150)),
    ]

    /// A town whose areas are in turn in the categories, as far as they have a value; none is in the second.
    static func subject(_ categories: [MapCategory] = Self.categories) -> MapSubject {
        var subject = SampleCity.subject()
        subject.categories = categories
        var place: Int32 = 0
        subject.areaCategories = subject.states.map { state in
            guard state == .value else { return -1 }
            place = (place + 1) % Int32(categories.count)
            return place == 1 && categories.count == 3 ? 2 : place
        }
        return subject
    }

    @Test("the categories are the classes, in their order and colours, counted, also with no area, in both languages")
    func classes() throws {
        let subject = Self.subject()
        let german = try Legend(subject, style: .standard)
        #expect(german.categories == ["high-high", "low-low", "island"])
        #expect(german.labels == ["hoch & hoch", "niedrig", "ohne Nachbarn"])
        #expect(german.colours == Self.categories.map(\.colour))
        #expect(
            try Legend(subject, style: .standard, language: .english).labels == ["high & high", "low", "no neighbours"])
        let valued = subject.states.count { $0 == .value }
        #expect(german.classes.counts.reduce(0, +) == valued && german.classes.counts[1] == 0)
        #expect(german.classes.edges.isEmpty)
        for area in subject.keys.indices {
            let place = subject.areaCategories[area]
            #expect(german.classIndex(ofArea: area) == (place < 0 ? nil : Int(place)))
            #expect(german.colour(forArea: area) == (place < 0 ? nil : Self.categories[Int(place)].colour))
        }
        #expect(german.states.map(\.count).reduce(valued, +) == subject.keys.count)
    }

    @Test("method and number of classes make no difference, not even where they could not classify the values")
    func method() throws {
        let subject = Self.subject()
        let plain = try Legend(subject, style: .standard)
        let asked = try Legend(subject, style: .standard, method: .geometric, classes: 2)
        #expect(asked.labels == plain.labels && asked.classes.counts == plain.classes.counts)
        #expect(MapDrawing.map(subject, asked, width: 300) == MapDrawing.map(subject, plain, width: 300))
    }

    @Test("the heading has no unit, and an area is its category with the value in brackets, or its state")
    func words() throws {
        var subject = Self.subject()
        (subject.values[0], subject.states[0], subject.areaCategories[0]) = (12.34, .value, 0)
        let legend = try Legend(subject, style: .standard)
        #expect(legend.heading == "SGB-II-Quote")
        #expect(legend.text(ofArea: 0, in: subject) == "hoch & hoch (12,3\u{A0}%)")
        let hidden = try #require(subject.states.firstIndex(of: .suppressed))
        #expect(legend.text(ofArea: hidden, in: subject) == "geheim gehalten")
        #expect(legend.description(of: subject).contains("hoch & hoch: \(legend.classes.counts[0]); niedrig: 0"))
    }

    @Test("a value that is the category's own number is not said twice")
    func number() throws {
        var subject = Self.subject(
            (1...4).map {
                MapCategory(id: "\($0)", german: "Typ \($0)", english: "Type \($0)", colour: .white)
            })
        (subject.unit, subject.decimals) = ("", 0)
        for area in subject.keys.indices where subject.states[area] == .value {
            subject.values[area] = Double(subject.areaCategories[area] + 1)
        }
        let legend = try Legend(subject, style: .standard)
        let area = try #require(subject.areaCategories.firstIndex(of: 2))
        #expect(legend.text(ofArea: area, in: subject) == "Typ 3")
    }

    @Test("legend.json says that the classes are categories, names them, and has no edges")
    func json() throws {
        let legend = try Legend(Self.subject(), style: .standard, method: .quantile, classes: 5)
        let object = try #require(JSONSerialization.jsonObject(with: Data(legend.json())) as? [String: Any])
        #expect(object["method"] as? String == "categories" && object["methodTitle"] as? String == "Kategorien")
        #expect(object["categories"] as? [String] == ["high-high", "low-low", "island"])
        #expect((object["edges"] as? [Double])?.isEmpty == true)
        #expect(object["counts"] as? [Int] == legend.classes.counts)
        #expect(object["colours"] as? [String] == ["#ca0020", "#0571b0", "#969696"])
        #expect(object["labels"] as? [String] == legend.labels)
        #expect((object["states"] as? [String: Any])?.count == 3)
        // A layer without categories has the member, too, so that programs need not ask.
        let plain = try Legend(SampleCity.subject(), style: .standard)
        let other = try #require(JSONSerialization.jsonObject(with: Data(plain.json())) as? [String: Any])
        #expect((other["categories"] as? [String])?.isEmpty == true)
    }

    @Test("the map draws each area in its category's colour and says its name")
    func map() throws {
        let subject = Self.subject()
        let legend = try Legend(subject, style: .standard, language: .english)
        var layout = MapLayout(width: 700)
        (layout.legend, layout.title) = (.topRight, .topLeft)
        for svg in [MapDrawing.map(subject, legend, width: 500), MapDrawing.map(subject, legend, layout: layout)] {
            let drawing = try #require(DrawnElements(svg))
            let paths = drawing.named("path").filter { $0.attributes["data-key"] != nil }
            #expect(paths.count == subject.keys.count)
            for path in paths {
                let area = try #require(subject.keys.firstIndex(of: path.attributes["data-key"] ?? ""))
                let place = Int(subject.areaCategories[area])
                #expect(path.attributes["data-class"] == (place < 0 ? nil : "\(place)"))
                if place >= 0 { #expect(path.attributes["fill"] == Self.categories[place].colour.hexadecimal) }
            }
            #expect(drawing.named("title").contains { $0.text.contains(": high & high (") })
            #expect(!drawing.named("title")[0].text.contains("%"))
        }
        let texts = try #require(DrawnElements(MapDrawing.map(subject, legend, layout: layout))).named("text").map(
            \.text)
        #expect(texts.contains("high & high") && texts.contains("low") && texts.contains("no neighbours"))
    }

    @Test("the sheet has a row for each category, its number of areas, and how many categories there are")
    func sheet() throws {
        let subject = Self.subject()
        for (paper, language) in [(Paper.a4, Language.german), (.a3Landscape, .english)] {
            let legend = try Legend(subject, style: .standard, language: language)
            let drawing = try #require(DrawnElements(SheetDrawing.sheet(subject, legend, paper: paper)))
            let texts = drawing.named("text").map(\.text)
            for (label, count) in zip(legend.labels, legend.classes.counts) {
                #expect(texts.contains(label) && texts.contains("\(count)"))
            }
            #expect(texts.contains(language == .german ? "3 Kategorien" : "3 categories"))
            #expect(texts.contains("SGB-II-Quote") && !texts.contains("SGB-II-Quote in %"))
        }
    }

    @Test(
        "of more categories than a legend has room for the sheet shows as many as fit, and says so",
        arguments: Paper.allCases)
    func many(paper: Paper) throws {
        for count in [12, 40, 1000] {
            let subject = Self.subject(
                (1...count).map { MapCategory(id: "\($0)", german: "Region \($0)", english: "", colour: .white) })
            let legend = try Legend(subject, style: .standard)
            var layout = MapLayout(width: 700)
            layout.legend = .bottomRight
            layout.height = 300
            let map = try #require(DrawnElements(MapDrawing.map(subject, legend, layout: layout))).named("text")
            for text in map {
                let y = try #require(text.attributes["y"].flatMap(Double.init))
                #expect(y > 0 && y < 300, "\(count) \(text.text)")
            }
            #expect(Set(map.dropFirst().compactMap { $0.attributes["font-size"] }).count == 1)
            let listed = map.count { $0.text.hasPrefix("Region ") }
            let left = NumberFormat(.german).text(count - listed)
            #expect(listed == count || map.contains { $0.text.hasPrefix("\(left) weitere") })
            let drawing = try #require(DrawnElements(SheetDrawing.sheet(subject, legend, paper: paper)))
            let texts = drawing.named("text")
            for text in texts {
                let y = try #require(text.attributes["y"].flatMap(Double.init))
                #expect(y > 10 && y < paper.height - 10, "\(count) \(text.text)")
            }
            let shown = texts.count { $0.text.hasPrefix("Region ") }
            #expect(
                shown == count
                    || texts.contains { $0.text.hasPrefix("\(NumberFormat(.german).text(count - shown)) weitere") })
            if count == 12 { #expect(shown == 12) }
            // The map keeps more than half of the paper's height above the legend, or its column beside it.
            let areas = drawing.named("path").filter { $0.attributes["data-key"] != nil }
            #expect(areas.count == subject.keys.count)
        }
    }
}
