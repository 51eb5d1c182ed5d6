import Disclosure
import Statistics
import Testing

@Suite("threshold rule")
struct ThresholdProtectionTests {
    @Test("a small negative sum, as a correction may leave it, is hidden like a positive one")
    func negative() {
        let column = ThresholdProtection().protect(problem(sums: [-2, -3, 2])).columns[0]
        #expect(column.states == [.suppressed, .value, .suppressed])
    }

    @Test("a sum of which the source keeps a part secret is secret, one of which nobody knows a part is unknown")
    func secretParts() {
        var all = problem(sums: [50, 50, 50], missing: [0, 1, 1], contributors: [9, 9, 9])
        all.atoms.secret = [[1, 0, 1]]
        let column = ThresholdProtection().protect(all).columns[0]
        #expect(column.states == [.suppressed, .noData, .suppressed])
    }

    @Test("zero stays, one to threshold less one is secret, the threshold itself is shown")
    func threshold() {
        let column = protected([0, 1, 2, 3, 4, 1000], threshold: 3)
        #expect(column.states == [.value, .suppressed, .suppressed, .value, .value, .value])
        #expect(column.values == [0, 0, 0, 3, 4, 1000])
    }

    @Test("a threshold of ten hides nine and shows ten")
    func thresholdOfTen() {
        #expect(protected([9, 10], threshold: 10).states == [.suppressed, .value])
    }

    @Test("a hidden number leaves no trace in the values")
    func noTrace() {
        var generator = SplitMix64(seed: 7)
        let sums = (0..<500).map { _ in Double(generator.below(12)) }
        let column = protected(sums, threshold: 5)
        for area in sums.indices {
            #expect((column.states[area] == .suppressed) == (sums[area] > 0 && sums[area] < 5))
            #expect(column.values[area] == (sums[area] < 5 ? 0 : sums[area]))
        }
    }

    @Test("sums of decimals are exact at the threshold: ten times 0.3 is 3")
    func decimals() {
        let atoms = Atoms(
            geographies: [Geography(division: "city", level: "district", version: "2021", areaCount: 2)],
            variables: [CountVariable(id: "residents", date: "2023-12-31", source: "register")],
            areas: [[Int32](repeating: 0, count: 10) + [1, -1]],
            sums: [[Double](repeating: 0.3, count: 10) + [2.9, 50]],
            missing: [[Int32](repeating: 0, count: 12)], contributors: [[Int32](repeating: 1, count: 12)])
        let tables = ThresholdProtection().protect(
            ProtectionProblem(
                atoms: atoms, tables: [ProtectionProblem.Table(geography: 0, variable: 0)],
                rules: ["register": SourceRule(threshold: 3)]))
        #expect(tables.columns[0].values == [3, 0])
        #expect(tables.columns[0].states == [.value, .suppressed])
        #expect(tables.notice == "threshold only: hidden values may be derivable")
    }

    @Test("an area without rows has a true zero; one with a row without a value has none")
    func missingRows() {
        let strict = problem(sums: [0, 0, 50], missing: [0, 1, 1], contributors: [0, 0, 9])
        #expect(ThresholdProtection().protect(strict).columns[0].states == [.value, .noData, .noData])
    }

    @Test(
        "rows without a value are tolerated up to the rule's share and not beyond",
        arguments: [(Int32(29), ValueState.value), (30, .noData)])
    func toleratedMissing(missing: Int32, state: ValueState) {
        // 0.29 · 100 is 28.999999999999996 in binary: the rule must not stumble over that.
        let tolerant = problem(
            sums: [500], missing: [missing], contributors: [100 - missing], toleratedMissing: 0.29)
        #expect(ThresholdProtection().protect(tolerant).columns[0].states == [state])
    }

    @Test("tables come back in the order they were asked for, each with its own source's threshold")
    func order() {
        let atoms = Atoms(
            geographies: [
                Geography(division: "city", level: "district", version: "2021", areaCount: 2),
                Geography(division: "city", level: "city", version: "2021", areaCount: 1),
            ],
            variables: [
                CountVariable(id: "residents", date: "2023-12-31", source: "register"),
                CountVariable(id: "benefits", date: "2023-12-31", source: "agency"),
            ],
            areas: [[0, 1], [0, 0]], sums: [[5, 5], [5, 5]], missing: [[0, 0], [0, 0]],
            contributors: [[1, 1], [1, 1]])
        let tables = ThresholdProtection().protect(
            ProtectionProblem(
                atoms: atoms,
                tables: [
                    ProtectionProblem.Table(geography: 1, variable: 1),
                    ProtectionProblem.Table(geography: 0, variable: 1),
                    ProtectionProblem.Table(geography: 0, variable: 0),
                ], rules: ["register": SourceRule(threshold: 3), "agency": SourceRule(threshold: 10)]))
        #expect(tables.columns.map(\.values) == [[10], [0, 0], [5, 5]])
        #expect(tables.columns[1].states == [.suppressed, .suppressed])
    }
}
