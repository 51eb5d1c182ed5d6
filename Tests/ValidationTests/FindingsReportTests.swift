import Analysis
import Fixtures
import Formats
import Foundation
import Planar
import Projection
import Testing
import Validation

@Suite("Reports of findings")
struct FindingsReportTests {
    /// An overlap of 10 m × 100 m of 11 and 12, and a gap between 21 and 22 that 11 and 12 close below.
    static var faulty: FindingTown {
        FindingTown([
            ("22", [[(110, 100), (200, 100), (200, 200), (110, 200), (100, 200), (100, 180), (110, 180)]]),
            ("11", [[(0, 0), (100, 0), (110, 0), (110, 100), (100, 100), (0, 100)]]),
            ("21", [[(0, 100), (100, 100), (100, 180), (100, 200), (0, 200)]]),
            ("12", [[(100, 0), (110, 0), (200, 0), (200, 100), (110, 100), (100, 100)]]),
        ])
    }

    @Test("an overlap and a gap are told with measure, neighbours and a proposal")
    func content() throws {
        let found = try FindingsReportTests.faulty.report().findings
        #expect(found.map(\.kind) == [.overlap, .gap])
        #expect(found[0].keys == ["11", "12"] && abs(found[0].measure - 1000) < 1e-6)
        #expect(Set(found[1].keys).isSuperset(of: ["21", "22"]) && abs(found[1].measure - 800) < 1e-6)
        #expect(found[0].repair?.action == .assignOverlap && abs((found[0].repair?.squareMetres ?? 0) - 1000) < 1e-6)
        // The gap's sides with 21 and 22 are both 80 m long; 22 has the upper one, too.
        #expect(found[1].repair?.key == "22" && found[1].repair?.isSafe == false)
        #expect(found[0].sentence(in: .english).hasPrefix("11 (Name 11) and 12 (Name 12) overlap by 1,000 m²"))
        #expect(found[0].sentence(in: .german).hasPrefix("11 (Name 11) und 12 (Name 12) überlappen sich auf 1.000 m²"))
    }

    @Test("ids survive another order of features, another start of rings and another reference system")
    func ids() throws {
        let town = FindingsReportTests.faulty
        let ids = try town.report().findings.map(\.id)
        #expect(Set(ids).count == 2 && ids.allSatisfy { $0.utf8.count == 12 })
        var turned = town
        turned.keys = town.keys.reversed()
        turned.names = town.names.reversed()
        turned.areas = town.areas.reordered([3, 2, 1, 0])
        #expect(try turned.report().findings.map(\.id) == ids)
        var file = town.file()
        let degrees = try Transformation(from: ReferenceSystem(code: 25832), to: ReferenceSystem(code: 4326))
            .apply(to: town.areas)
        file.geometry = .areas(degrees)
        file.declaredSystem = .crs84
        let report = try BoundaryCheck(try CheckedLayer(file, key: "nr")).run()
        #expect(report.findings.map(\.id) == ids)
        #expect(abs(report.findings[0].x - 9) < 0.01 && abs(report.findings[0].measure - 1000) < 0.01)
    }

    @Test("an accepted finding is no error, also after it has moved by less than a metre; unknown ids are told")
    func acceptance() throws {
        let town = FindingsReportTests.faulty
        let ids = try town.report().findings.map(\.id)
        let file = "# Nachbarn\nid;reason\n\(ids[1]) ein See\n\"stadtteil.\(ids[0])\",Absprache\nffffffffffff\n"
        let accepted = FindingAcceptance(text: file)
        let report = try town.report { $0.accepted = accepted }
        #expect(report.openErrors == 0 && report.findings.allSatisfy(\.isAccepted))
        #expect(report.unusedAcceptances == ["ffffffffffff"])
        for shift in [0.2, 0.4, 0.6] {
            var moved = town
            moved.areas = Areas(
                x: town.areas.x.map { $0 + shift }, y: town.areas.y.map { $0 + shift },
                ringStarts: town.areas.ringStarts, partStarts: town.areas.partStarts, areaStarts: town.areas.areaStarts)
            #expect(try moved.report { $0.accepted = accepted }.openErrors == 0)
        }
        var other = town
        other.keys[3] = "13"
        #expect(try other.report { $0.accepted = accepted }.openErrors == 2)
    }

    @Test("mending one of two findings that would have one id leaves the other its own")
    func sharedIDs() throws {
        // Two squares with one key, each with a vertex that is there twice.
        func town(_ repeated: [Int]) -> FindingTown {
            var features: [(key: String?, rings: [[(Double, Double)]])] = [
                ("1", FindingTown.square(0, 0)), ("1", FindingTown.square(1, 0)),
            ]
            for place in repeated { features[place].rings[0].insert(features[place].rings[0][1], at: 1) }
            return FindingTown(features)
        }
        func repeated(_ town: FindingTown, accepted: [String] = []) throws -> [Finding] {
            try town.report { $0.accepted = FindingAcceptance(ids: accepted) }.findings
                .filter { $0.kind == .repeatedVertex }
        }
        let both = try repeated(town([0, 1])).map(\.id)
        #expect(Set(both).count == 2 && both.allSatisfy { $0.utf8.count == 12 })
        #expect(try repeated(town([1]), accepted: [both[0]]).map(\.isAccepted) == [false])
        #expect(try repeated(town([1]), accepted: [both[1]]).map(\.isAccepted) == [true])
    }

    @Test("numbers are written out down to a ten-thousandth, and one is singular")
    func words() throws {
        #expect(FindingsReportTests.sentence(0.0001) == "1 (A) und 2 (B) überlappen sich auf 0,0001 m².")
        #expect(FindingsReportTests.sentence(0.00009999) == "1 (A) und 2 (B) überlappen sich auf 0,0001 m².")
        #expect(FindingsReportTests.sentence(0.000042) == "1 (A) und 2 (B) überlappen sich auf 4,2·10⁻⁵ m².")
        let vertex = Finding(.repeatedVertex, keys: ["1"], names: [""], measure: 1)
        #expect(vertex.sentence(in: .german) == "Im Umriss von 1 wiederholt 1 Stützpunkt den Punkt davor.")
        #expect(vertex.sentence(in: .english) == "In the outline of 1 1 vertex repeats the one before.")
        let edge = Finding(.unmatchedEdge, keys: ["1", "2"], names: ["", ""], measure: 1)
        #expect(edge.sentence(in: .german).contains("fehlt auf einer Seite 1 Stützpunkt, und zwar bei"))
    }

    private static func sentence(_ measure: Double) -> String {
        Finding(.overlap, keys: ["1", "2"], names: ["A", "B"], measure: measure).sentence(in: .german)
    }

    @Test("JSON has what scripts were promised, in the file's system and in WGS 84")
    func json() throws {
        let report = try FindingsReportTests.faulty.report()
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json())) as? [String: Any])
        #expect(object["areas"] as? Int == 4)
        #expect(object["summary"] as? [String: Int] == ["overlap": 1, "gap": 1])
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(findings.map { $0["id"] as? String } == report.findings.map(\.id))
        #expect(findings[0]["severity"] as? String == "error" && findings[0]["unit"] as? String == "m²")
        #expect((findings[0]["message"] as? String)?.contains("überlappen") == true)
        #expect((findings[0]["message_en"] as? String)?.contains("overlap") == true)
        let geometry = try #require(findings[0]["geometry"] as? [String: Any])
        #expect(geometry["type"] as? String == "Polygon")
        let place = try #require(findings[0]["place_wgs84"] as? [Double])
        #expect(abs(place[0] - 9) < 0.01 && abs(place[1] - 51.45) < 0.05)
        #expect((findings[0]["repair"] as? [String: Any])?["action"] as? String == "assign-overlap")
        let features = try #require(
            try JSONSerialization.jsonObject(with: Data(report.geoJSON())) as? [String: Any])
        #expect((features["features"] as? [Any])?.count == 2)
        let clean = try FindingTown.four.report()
        #expect(try JSONSerialization.jsonObject(with: Data(clean.json())) is [String: Any])
        #expect(try JSONSerialization.jsonObject(with: Data(clean.geoJSON())) is [String: Any])
    }

    @Test("text, CSV and page hold every finding; the page needs no network and leads both ways")
    func outputs() throws {
        let report = try FindingsReportTests.faulty.report()
        let text = String(decoding: report.text(), as: UTF8.self)
        let csv = String(decoding: report.csv(), as: UTF8.self)
        let page = String(decoding: report.html(), as: UTF8.self)
        for finding in report.findings {
            #expect(text.contains("\n\(finding.id)  "))
            #expect(csv.contains("\n\(finding.id),\(finding.kind.rawValue),error,open,1,"))
            #expect(page.contains("id=\"f-\(finding.id)\"") && page.contains("href=\"#f-\(finding.id)\""))
            #expect(page.contains("id=\"m-\(finding.id)\"") && page.contains("href=\"#m-\(finding.id)\""))
        }
        #expect(csv.split(separator: "\n").count == 1 + report.findings.count)
        #expect(text.contains("4 Flächen, 2 Befunde (2 Fehler)"))
        #expect(!page.contains("http") && page.contains("<html lang=\"de\">") && page.contains("<svg"))
        #expect(String(decoding: report.html(language: .english), as: UTF8.self).contains("<html lang=\"en\">"))
        #expect(report.text() == (try FindingsReportTests.faulty.report().text()))
    }

    @Test("text from a file cannot break the page")
    func escaping() throws {
        var town = FindingsReportTests.faulty
        town.names[1] = "<script>alert(1)</script>"
        let page = String(decoding: try town.report().html(), as: UTF8.self)
        #expect(!page.contains("<script") && page.contains("&lt;script&gt;"))
    }

    @Test("narrow overlaps and gaps are slivers only when asked for")
    func slivers() throws {
        let town = FindingTown([
            ("1", [[(0, 0), (100, 0), (100.2, 0), (100.2, 100), (100, 100), (0, 100)]]),
            ("2", [[(100, 0), (100.2, 0), (200, 0), (200, 100), (100.2, 100), (100, 100)]]),
        ])
        #expect(try town.kinds() == [.overlap])
        #expect(try town.kinds { $0.sliverWidth = 1 } == [.sliver])
        #expect(try town.kinds { $0.sliverWidth = 0.1 } == [.overlap])
        #expect(try FindingsReportTests.faulty.kinds { $0.sliverWidth = 1 } == [.overlap, .gap])
    }

    @Test("numbers read as people of the language write them")
    func numbers() throws {
        let found = try FindingsReportTests.faulty.report().findings[0]
        #expect(found.sentence(in: .german).contains("höchstens 10 m breit"))
    }

    @Test("a layer with its keys in order, as a project has it, gives the same document on any number of threads")
    func layer() throws {
        let town = FindingsReportTests.faulty
        let order = [1, 3, 2, 0]
        let layer = BoundaryLayer(
            file: "town.geojson", keys: order.compactMap { town.keys[$0] }, areas: town.areas.reordered(order),
            system: try ReferenceSystem(code: 25832))
        let check = BoundaryCheck(try CheckedLayer(layer, names: order.map { town.names[$0] ?? "" }))
        let document = try check.run(threads: 1).publicGeoJSON()
        #expect(document == (try check.run(threads: 3).publicGeoJSON()))
        #expect(document == (try town.report().publicGeoJSON()))
    }
}
