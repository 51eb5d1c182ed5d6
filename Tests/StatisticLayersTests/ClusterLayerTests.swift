import Association
import Catalogue
import Disclosure
import StatisticLayers
import Statistics
import Testing

@Suite("Cluster layers")
struct ClusterLayerTests {
    private let queen = WeightsDescription(kind: "queen", style: "row", hasBarriers: false)
    private let test = ConditionalPermutation(permutations: 999, seed: 1)

    /// A grid of 7 by 7 with a high corner and a low one.
    private let corners: [Double] = (0..<49).map { area in
        let (row, place) = (area / 7, area % 7)
        return row < 3 && place < 3
            ? 90 + Double(area) : row > 3 && place > 3 ? Double(area % 3) : 40 + Double(area % 5)
    }

    private func columns(
        _ layer: ClusterLayer, _ operands: [ProtectedColumn]
    ) throws -> [ProtectedColumn] {
        try ProtectedColumn.computed(from: operands, by: layer)
    }

    /// The ids of the areas' categories.
    private func classes(_ layer: ClusterLayer, _ columns: [ProtectedColumn]) -> [String?] {
        columns[1].states.indices.map { area in
            columns[1].states[area] == .value ? layer.columns.categories[Int(columns[1].values[area])].id : nil
        }
    }

    @Test("value, category, lag, statistic, z, p and adjusted p are those of the statistic")
    func columnsOfMoran() throws {
        let layer = ClusterLayer(.localMoran, neighbours: grid(7), weights: queen, test: test)
        let made = try columns(layer, [try column(corners)])
        let found = LocalMoran(weights: grid(7).rowStandardised, test: test).compute(corners)
        #expect(made.count == 2 + layer.columns.details.count)
        #expect(made[0].values == corners)
        #expect(made[2].values == found.areas.map { $0.lag ?? .nan })
        #expect(made[3].values == found.areas.map { $0.statistic ?? .nan })
        #expect(made[4].values == found.areas.map { $0.z ?? .nan })
        #expect(made[5].values == found.areas.map { $0.p ?? .nan })
        let ids = classes(layer, made)
        #expect(ids[8] == "high-high" && ids[40] == "low-low" && ids[24] == "not-significant")
        #expect(ids == found.classes().map { String($0.rawValue.map { $0 == " " ? "-" : $0 }) })
    }

    @Test("the lag of an area in a row of three is the mean of its neighbours, by hand")
    func byHand() throws {
        let layer = ClusterLayer(.localMoran, neighbours: path(3), weights: queen, test: test)
        let made = try columns(layer, [try column([1, 2, 6])])
        #expect(made[2].values == [2, 3.5, 2])
        // z = −2, −1, 3 and m₂ = 14/3: I = z · lag(z) ⁄ m₂.
        #expect(isNear(made[3].values[0], -2 * -1 / (14.0 / 3)))
        #expect(isNear(made[3].values[1], -1 * 0.5 / (14.0 / 3)))
    }

    @Test("areas without a value leave the sample with their links and keep their reason")
    func sample() throws {
        let layer = ClusterLayer(.localMoran, neighbours: path(6), weights: queen, test: test)
        let made = try columns(layer, [try cells([5, 1, .suppressed, 4, .noData, 9])])
        for one in made {
            #expect(one.states[2] == .suppressed && one.states[4] == .noData)
            #expect(one.values[2] == 0 && one.values[4] == 0)
        }
        // What is left: 0 – 1, and two islands.
        #expect(made[2].values[0] == 1 && made[2].values[1] == 5)
        #expect(classes(layer, made)[3] == "island" && classes(layer, made)[5] == "island")
        #expect(made[0].values[3] == 4 && made[0].states[3] == .value)
        for detail in made[2...] { #expect(detail.states[3] == .notApplicable && detail.states[5] == .notApplicable) }
        let smaller = ClusterLayer(
            .localMoran, neighbours: path(6).restricted(to: [0, 1, 3, 5]), weights: queen, test: test)
        let alone = try columns(smaller, [try column([5, 1, 4, 9])])
        for (one, other) in zip(made, alone) { #expect([0, 1, 3, 5].map { one.values[$0] } == other.values) }
    }

    @Test("what hardly ever occurs is in the legend only where it does, up to the last that occurs")
    func rare() throws {
        let layer = ClusterLayer(.localMoran, neighbours: path(4), weights: queen, test: test)
        func ids(_ numbers: [Double]) throws -> [String] {
            let values = layer.columns.values(
                date: "2023", source: "", columns: try columns(layer, [try column(numbers)]))
            return layer.columns.categories(occurringIn: [values]).map(\.id)
        }
        let usual = ["high-high", "low-low", "high-low", "low-high", "not-significant", "island"]
        #expect(try ids([1, 2, 3, 9]) == usual)
        #expect(try ids([2, 2, 2, 2]) == usual + ["at-the-mean", "undefined"])
    }

    @Test("every statistic makes a column for each detail, of its own classes", arguments: ClusterStatistic.allCases)
    func everyStatistic(_ statistic: ClusterStatistic) throws {
        let layer = ClusterLayer(statistic, neighbours: grid(7), weights: queen, test: test)
        let people = try column(corners.map { _ in 1000 })
        let first = try column(corners)
        let second = try column(Array(corners.reversed()))
        let operands =
            switch statistic {
            case .localMoranRate: [first, people]
            case .bivariateLocalMoran: [first, second]
            default: [first]
            }
        let made = try columns(layer, operands)
        #expect(made.count == 7 && made.allSatisfy { $0.states.allSatisfy { $0 == .value } })
        let ids = Set(classes(layer, made).compactMap(\.self))
        switch statistic {
        case .localMoran, .localMoranRate, .localGeary: #expect(ids.contains("high-high") && ids.contains("low-low"))
        case .bivariateLocalMoran: #expect(ids.contains("high-low") && ids.contains("low-high"))
        case .gi, .giStar: #expect(ids == ["hot-spot", "cold-spot", "not-significant"])
        }
        #expect(layer.method.allSatisfy { !$0.german.text.isEmpty && !$0.english.text.isEmpty })
        #expect(layer.method[0].german.title == "Lesehilfe" && layer.method[0].english.text.contains("5 of 100"))
        let significance = layer.method[3]
        #expect(significance.german.text.contains("Startwert 1") && significance.german.text.contains("0,05"))
        #expect(significance.english.text.contains("seed 1") && significance.english.text.contains("0.05"))
    }

    @Test("Gi* takes weights as the command does: rows standardised after the area has joined its neighbours")
    func hotSpots() throws {
        let weighted = path(9) { 1 / Double($0 + $1 + 1) }
        let values: [Double] = [9, 8, 7, 1, 2, 1, 0, 3, 1]
        for style in ["row", "binary"] {
            let layer = ClusterLayer(
                .giStar, neighbours: weighted,
                weights: WeightsDescription(kind: "inverse-distance:500", style: style, hasBarriers: false), test: test)
            let found = LocalGetisOrd(
                weights: style == "row" ? weighted : weighted.binary, includingSelf: .rowMaximum,
                standardisesRows: style == "row", test: test
            ).compute(values)
            let made = try columns(layer, [try column(values)])
            #expect(made[4].values == found.areas.map { $0.z ?? .nan })
        }
    }

    @Test("a rate is stated for a hundred, and an area without people does not apply")
    func rates() throws {
        let layer = ClusterLayer(.localMoranRate, neighbours: path(5), weights: queen, test: test)
        let made = try columns(layer, [try column([2, 0, 30, 4, 1]), try column([20, 0, 60, 50, 10])])
        #expect(made[0].values == [10, 0, 50, 8, 10])
        #expect(made[0].states == [.value, .notApplicable, .value, .value, .value])
        #expect(classes(layer, made)[0] == "island")
    }

    @Test("a p-value adjusted for many areas is never smaller, and decides the class")
    func adjustment() throws {
        let plain = ClusterLayer(.localMoran, neighbours: grid(7), weights: queen, test: test)
        let strict = ClusterLayer(
            .localMoran, neighbours: grid(7), weights: queen, test: test, significance: 0.05, adjustment: .bonferroni)
        let (one, other) = (try columns(plain, [try column(corners)]), try columns(strict, [try column(corners)]))
        #expect(one[5].values == other[5].values && one[6].values == one[5].values)
        #expect(zip(other[5].values, other[6].values).allSatisfy { $0 <= $1 })
        for (area, id) in classes(strict, other).enumerated() {
            #expect((id == "not-significant") == (other[6].values[area] > 0.05))
        }
    }

    @Test("the sheet counts sample and islands, and warns below thirty areas")
    func remarks() throws {
        let layer = ClusterLayer(.localMoran, neighbours: path(6), weights: queen, test: test)
        let operand = try cells([5, 1, .suppressed, 4, 8, 9])
        let entries = layer.remarks(on: [operand], results: try columns(layer, [operand]))
        #expect(entries[0].german.text.hasPrefix("5 Gebiete mit Wert, 1 ohne; Moran-Index der ganzen Karte "))
        #expect(entries[0].english.text.hasPrefix("5 areas with a value, 1 without; Moran's I of the whole map "))
        #expect(!entries[0].german.text.contains("."))  // a decimal comma
        let found = classes(layer, try columns(layer, [operand])).count { $0 == "high-high" || $0 == "low-low" }
        #expect(
            entries[1].english.text.hasPrefix("\(found) of 5 tested; without adjustment chance alone would make 0.3"))
        #expect(entries[2].german.title == "Warnung" && entries[2].english.text.contains("30"))
        let islands = try cells([5, 1, .suppressed, 4, .noData, 9])
        let told = layer.remarks(on: [islands], results: try columns(layer, [islands]))
        #expect(told[0].german.text.hasPrefix("4 Gebiete mit Wert (davon 2 ohne Nachbarn), 2 ohne"))
        #expect(told[0].english.text.hasPrefix("4 areas with a value (2 of them without neighbours), 2 without"))
        let large = ClusterLayer(.localMoran, neighbours: grid(7), weights: queen, test: test)
        #expect(large.remarks(on: [try column(corners)], results: try columns(large, [try column(corners)])).count == 2)
    }

    @Test("one thread and eight make the same columns", arguments: ClusterStatistic.allCases)
    func threads(_ statistic: ClusterStatistic) throws {
        let hasTwo = statistic == .localMoranRate || statistic == .bivariateLocalMoran
        let operands = [try column(corners), try column(corners.map { _ in 1000 })].prefix(hasTwo ? 2 : 1)
        let made = try [1, 8].map { threads in
            let layer = ClusterLayer(
                statistic, neighbours: grid(7), weights: queen,
                test: ConditionalPermutation(permutations: 999, seed: 1, threads: threads))
            return try columns(layer, Array(operands))
        }
        #expect(made[0] == made[1])
    }

    @Test("a map without any value has none")
    func empty() throws {
        let layer = ClusterLayer(.localMoran, neighbours: path(3), weights: queen, test: test)
        let operand = try cells([.suppressed, .noData, .notApplicable])
        let made = try columns(layer, [operand])
        #expect(made.allSatisfy { $0.states == [.suppressed, .noData, .notApplicable] })
        #expect(!layer.remarks(on: [operand], results: made).isEmpty)
    }
}
