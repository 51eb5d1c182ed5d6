import Diagnostics
import Planar
import Testing
import Validation

@Suite("Findings about the hierarchy")
struct FindingHierarchyTests {
    /// Two rows of two squares; a vertex more than the children would break the shortcut, so they have the same.
    static let parents = FindingTown([
        ("1", [[(0, 0), (100, 0), (200, 0), (200, 100), (100, 100), (0, 100)]]),
        ("2", [[(0, 100), (100, 100), (200, 100), (200, 200), (100, 200), (0, 200)]]),
    ])

    func report(
        _ children: FindingTown, _ link: HierarchyCheck.Link, parents: FindingTown = parents
    ) throws -> FindingsReport {
        try children.report { $0.hierarchy = HierarchyCheck(parents: try parents.layer(), link: link) }
    }

    @Test("children that make up their parents give nothing, by prefix, field and place")
    func equal() throws {
        var town = FindingTown.four
        town.extra = [("parent", ["2", "1", "2", "1"])]
        for link in [HierarchyCheck.Link.prefix, .field("parent"), .place] {
            #expect(try report(town, link).findings.isEmpty)
        }
    }

    @Test("a field that names no parent at all is an error, not a finding for each child")
    func wrongField() throws {
        var town = FindingTown.four
        town.extra = [("parent", ["02", "01", "02", "01"])]
        let error = #expect(throws: InputError.self) { try report(town, .field("parent")) }
        #expect(error?.code == .unknownName && error?.message.contains("'01'") == true)
        #expect(error?.remedy.contains("--parent-field") == true)
        town.extra = [("parent", ["02", "1", "02", "01"])]
        #expect(try report(town, .field("parent")).findings.contains { $0.kind == .childWithoutParent })
    }

    @Test("the same ground with other vertices is the same ground")
    func otherVertices() throws {
        let plain = FindingTown([
            ("1", [[(0, 0), (200, 0), (200, 100), (0, 100)]]), ("2", [[(0, 100), (200, 100), (200, 200), (0, 200)]]),
        ])
        #expect(try report(.four, .prefix, parents: plain).findings.isEmpty)
    }

    @Test("a difference is measured both ways")
    func mismatch() throws {
        let shifted = FindingTown([
            ("1", [[(0, 0), (200, 0), (200, 101), (0, 101)]]), ("2", [[(0, 101), (200, 101), (200, 200), (0, 200)]]),
        ])
        let found = try report(.four, .prefix, parents: shifted).findings
        #expect(found.map(\.kind) == [.parentMismatch, .parentMismatch])
        #expect(found.allSatisfy { abs($0.measure - 200) < 1e-6 })
        #expect(found.map { $0.details.map { Double($0).map { $0.rounded() } } } == [[200, 0], [0, 200]])
    }

    @Test("swapped keys are found by what they make of the parents")
    func swapped() throws {
        var town = FindingTown.four
        // 22 and 11 change places.
        town.keys = ["11", "22", "21", "12"]
        let found = try report(town, .prefix).findings
        #expect(
            found.map(\.kind) == [
                .parentMismatch, .parentMismatch, .parentDisagreement, .parentDisagreement,
            ])
        #expect(found.map(\.keys) == [["1"], ["2"], ["11"], ["22"]])
        #expect(found[0].measure == 20_000)
    }

    @Test("children without parent and parents without children are told")
    func orphans() throws {
        var town = FindingTown.four
        town.extra = [("parent", ["9", "1", nil, "1"])]
        let found = try report(town, .field("parent")).findings
        #expect(found.map(\.kind) == [.childWithoutParent, .childWithoutParent, .parentWithoutChildren])
        #expect(found.map(\.keys) == [["21"], ["22"], ["2"]] && found.map { $0.detail } == ["", "9", ""])
    }

    @Test("a child that reaches into another parent is told with how much")
    func crossing() throws {
        let children = FindingTown([
            ("11", [[(0, 0), (200, 0), (200, 120), (100, 120), (0, 120)]]),
            ("21", [[(0, 120), (100, 120), (200, 120), (200, 200), (0, 200)]]),
        ])
        let found = try report(children, .place).findings
        #expect(found.map(\.kind) == [.parentMismatch, .parentMismatch, .childCrossing])
        #expect(found[2].keys == ["11"] && abs(found[2].measure - 4000) < 1e-6 && found[2].details == ["1", "2"])
    }

    @Test("a field that does not exist is an error that names the fields")
    func unknownField() throws {
        #expect(throws: (any Error).self) { try report(.four, .field("nope")) }
    }
}

extension Finding {
    /// The first detail, or empty text.
    fileprivate var detail: String { details.first ?? "" }
}
