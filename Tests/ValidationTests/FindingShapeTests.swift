import Diagnostics
import Formats
import Testing
import Validation

@Suite("Findings about single shapes")
struct FindingShapeTests {
    @Test("an area without geometry, a tiny one and one at an impossible place are told")
    func shapes() throws {
        let town = FindingTown([
            ("1", FindingTown.square(0, 0)), ("2", []), ("3", FindingTown.square(5, 5, side: 0.005)),
            ("4", [[(9e6, 0), (9e6 + 100, 0), (9e6 + 100, 100)]]),
        ])
        let report = try town.report()
        #expect(report.findings.map(\.kind) == [.emptyGeometry, .outsideAreaOfUse, .tinyArea])
        #expect(report.findings.map(\.keys) == [["2"], ["4"], ["3"]])
        #expect(abs(report.findings[2].measure - 0.25) < 1e-6)
        #expect(report.areaCount == 4)
    }

    @Test("several parts, islands, spikes and odd turns are remarks")
    func remarks() throws {
        var features: [(key: String?, rings: [[(Double, Double)]])] = [
            ("1", FindingTown.square(0, 0)), ("2", FindingTown.square(1, 0)), ("3", FindingTown.square(7, 7)),
        ]
        // A spike of 50 m out of the first square's lower side.
        features[0].rings[0].insert(contentsOf: [(50, 0), (50.1, -50), (50.2, 0)], at: 1)
        // A hole that turns as its shell does.
        features[2].rings.append([(720, 720), (730, 720), (730, 730), (720, 730)])
        let report = try FindingTown(features).report { $0.isComplete = true }
        #expect(report.findings.filter { $0.severity == .info }.map(\.kind) == [.island, .spike, .orientation])
        #expect(report.findings.filter { $0.kind == .orientation }.map { $0.repair?.isSafe } == [true])
    }

    @Test("a bow tie is as large as what the repair by structure makes of it")
    func bowTie() throws {
        let town = FindingTown([
            ("1", [[(0, 0), (100, 0), (0, 100), (100, 100)]]), ("2", FindingTown.square(1, 0)),
        ])
        #expect(try town.kinds() == [.invalidRing, .gap])
    }

    @Test("a border that runs out and back the same way is not said to cross itself")
    func fold() throws {
        var features: [(key: String?, rings: [[(Double, Double)]])] = [
            ("1", FindingTown.square(0, 0)), ("2", FindingTown.square(1, 0)),
        ]
        features[0].rings[0].insert(contentsOf: [(50, 0), (50, -30), (50, 0)], at: 1)
        let found = try FindingTown(features).report().findings
        #expect(found.map(\.kind) == [.invalidRing])
        #expect(found[0].sentence(in: .german).contains("auf demselben Weg zurück"))
    }

    @Test("where most areas cannot be in the system, one error names the option that states another")
    func wrongSystem() throws {
        var file = FindingTown.four.file()
        file.declaredSystem = .crs84
        let error = try #require(#expect(throws: InputError.self) { try CheckedLayer(file, key: "nr") })
        #expect(error.code == .referenceSystem && error.remedy.contains("--areas-crs EPSG:25832"))
        #expect(error.message.hasPrefix("4 of 4 areas"))
    }

    @Test("an area that lies wholly in another keeps the overlap")
    func inside() throws {
        let town = FindingTown([
            ("1", FindingTown.square(0, 0)), ("2", [[(20, 20), (40, 20), (40, 40), (20, 40)]]),
        ])
        let found = try town.report().findings
        #expect(found.map(\.kind) == [.overlap] && found.map { $0.repair?.key } == ["2"])
    }

    @Test("borders that run side by side without touching are a remark, when close and long enough")
    func inlet() throws {
        func town(_ distance: Double) -> FindingTown {
            FindingTown([
                ("1", FindingTown.square(0, 0)),
                ("2", [[(100 + distance, 0), (200, 0), (200, 100), (100 + distance, 100)]]),
            ])
        }
        #expect(try town(0.5).kinds().isEmpty)
        let found = try town(0.5).report { $0.isComplete = true }.findings.filter { $0.kind == .inlet }
        #expect(found.map(\.keys) == [["1", "2"]] && abs((found.first?.measure ?? 0) - 100) < 1e-9)
        #expect(try !town(1.5).kinds { $0.isComplete = true }.contains(.inlet))
        #expect(try !town(0).kinds { $0.isComplete = true }.contains(.inlet))
    }
}
