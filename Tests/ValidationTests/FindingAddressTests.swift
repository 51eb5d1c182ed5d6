import Fixtures
import Testing
import Validation

@Suite("Findings about addresses")
struct FindingAddressTests {
    /// Two in 11, three in 12 of which one is coded 11 and one 99, one outside, one without position.
    static let table = """
        x,y,code,street,people
        500010,5700010,11,Allee,4
        500020,5700020,11,Weg,5
        500110,5700010,11,Allee,1
        500120,5700010,12,Allee,2
        500130,5700010,99,Gasse,
        500999,5700010,12,Gasse,7
        ,,12,Gasse,7

        """

    func report(
        _ town: FindingTown = .four, _ table: String = table, _ change: (inout AddressCheck) -> Void = { _ in }
    ) throws -> FindingsReport {
        let folder = TemporaryFolder()
        let path = folder.write("addresses.csv", Array(table.utf8))
        var check = AddressCheck(path: path)
        check.x = "x"
        check.y = "y"
        change(&check)
        return try town.report { $0.addresses = check }
    }

    @Test("a coded area that differs from the located one is one finding per pair; what is outside is told")
    func mismatches() throws {
        let found = try report { $0.coded = "code" }.findings
        #expect(found.map(\.kind) == [.addressMismatch, .addressMismatch, .addressOutside])
        #expect(found.map(\.details) == [["11", "12", ""], ["99", "12", "unknown"], ["12"]])
        #expect(found.map(\.measure) == [1, 1, 1])
        #expect(found[0].x == 500_110 && found[0].keys == ["11", "12"])
        #expect(found[0].sentence(in: .german) == "1 Adresse mit dem Schlüssel 11 liegt in 12.")
    }

    @Test("the number of threads and the order of rows change no id")
    func order() throws {
        let lines = FindingAddressTests.table.split(separator: "\n")
        let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
        let one = try report { $0.coded = "code" }.findings
        let other = try report(.four, turned) { $0.coded = "code" }.findings
        #expect(Set(one.map(\.id)) == Set(other.map(\.id)) && one.count == other.count)
    }

    @Test("swapped keys show in coded addresses")
    func swapped() throws {
        var town = FindingTown.four
        town.keys = ["22", "12", "21", "11"]
        let found = try report(town) { $0.coded = "code" }.findings.filter { $0.kind == .addressMismatch }
        #expect(found.map(\.details) == [["11", "12", ""], ["12", "11", ""], ["99", "11", "unknown"]])
        #expect(found[0].measure == 2)
    }

    @Test("streets in several areas and areas below a minimum are told when asked for")
    func streets() throws {
        let found = try report {
            $0.street = "street"
            $0.population = "people"
            $0.minimum = 9
        }.findings
        let small = found.filter { $0.kind == .belowMinimum }
        #expect(small.map(\.keys) == [["12"], ["21"], ["22"]] && small.map(\.measure) == [3, 0, 0])
        let streets = found.filter { $0.kind == .streetCut }
        #expect(streets.map(\.details) == [["Allee", "1", "2"]] && streets[0].keys == ["11", "12"])
        #expect(
            try report { $0.minimum = 2 }.findings.filter { $0.kind == .belowMinimum }.map(\.unit)
                == ["addresses", "addresses"])
    }

    @Test("a proposal counts the addresses in the disputed ground; a release's document never does")
    func disputed() throws {
        // 11 reaches 30 m into 12, where three addresses are.
        var town = FindingTown.four
        let wide = FindingTown([
            ("22", FindingTown.square(1, 1)), ("11", [[(0, 0), (140, 0), (140, 50), (100, 100), (0, 100)]]),
            ("21", FindingTown.square(0, 1)), ("12", FindingTown.square(1, 0)),
        ])
        town.areas = wide.areas
        let result = try report(town) { $0.coded = "code" }
        let overlap = try #require(result.findings.first { $0.kind == .overlap })
        #expect(overlap.keys == ["11", "12"] && overlap.repair?.addresses == 3)
        let all = String(decoding: result.geoJSON(), as: UTF8.self)
        let open = String(decoding: result.publicGeoJSON(), as: UTF8.self)
        #expect(all.contains("address-outside") && all.contains("\"addresses\":3"))
        #expect(open.contains("overlap") && !open.contains("ddress") && !open.contains("Adress"))
    }
}
