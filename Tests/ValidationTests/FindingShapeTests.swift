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
