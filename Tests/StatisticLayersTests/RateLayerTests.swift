import Catalogue
import Disclosure
import Rates
import StatisticLayers
import Statistics
import Testing

@Suite("Rate layers")
struct RateLayerTests {
    private let events: [Double] = [10, 40, 3, 25, 0]
    private let people: [Double] = [100, 200, 300, 100, 50]

    private func made(_ layer: RateLayer) throws -> [ProtectedColumn] {
        try ProtectedColumn.computed(from: [try column(events), try column(people)], by: layer)
    }

    @Test("the rate of area and neighbours, by hand, beside the raw one")
    func spatial() throws {
        let layer = RateLayer(.spatialRate, per: 1000, neighbours: path(5))
        let columns = try made(layer)
        #expect(layer.columns.details.map(\.id) == ["raw", "lower", "upper", "exceedance"])
        for (area, rate) in [50.0 / 300, 53.0 / 600, 68.0 / 600, 28.0 / 450, 25.0 / 150].enumerated() {
            #expect(isNear(columns[0].values[area], 1000 * rate))
        }
        #expect(zip(columns[1].values, zip(events, people)).allSatisfy { isNear($0, 1000 * $1.0 / $1.1) })
    }

    @Test("a smoothed rate lies between the raw one and the region's, and limits are Wilson's")
    func smoothed() throws {
        let columns = try made(RateLayer(.empiricalBayes, per: 100))
        let region = 100 * events.reduce(0, +) / people.reduce(0, +)
        for area in events.indices {
            let (value, raw) = (columns[0].values[area], columns[1].values[area])
            #expect(value >= min(raw, region) - 1e-9 && value <= max(raw, region) + 1e-9)
            let wilson = RateInterval(.wilson, events: events[area], population: people[area], level: 0.95)
            #expect(isNear(columns[2].values[area], 100 * wilson.lower))
            #expect(isNear(columns[3].values[area], 100 * wilson.upper))
            #expect((0...1).contains(columns[4].values[area]))
        }
    }

    @Test("classes say whether a rate can tell anything")
    func certainty() throws {
        let layer = RateLayer(.certainty, per: 100)
        let columns = try ProtectedColumn.computed(
            from: [try column([300, 20, 100, 1]), try column([1000, 1000, 1000, 8])], by: layer)
        #expect(layer.columns.categories.map(\.id) == ["above", "below", "similar", "too-small-to-tell"])
        #expect(columns[0].values == [30, 2, 10, 12.5])
        #expect(columns[1].values.first == 0 && columns[1].values[1] == 1 && columns[1].values[3] == 3)
    }

    @Test("hidden areas stay hidden, areas without people do not apply, and neither is in the region's rate")
    func states() throws {
        let operands = [try cells([10, .suppressed, 30, 2]), try column([100, 100, 100, 0])]
        let layer = RateLayer(.spatialRate, per: 100, neighbours: path(4))
        let columns = try ProtectedColumn.computed(from: operands, by: layer)
        for one in columns { #expect(one.states == [.value, .suppressed, .value, .notApplicable]) }
        #expect(columns[0].values[0] == 10 && columns[0].values[2] == 30)
        let remark = layer.remarks(on: operands, results: columns)[0]
        #expect(remark.german.text.contains("2 Gebiete mit Wert, 2 ohne"))
        #expect(remark.german.text.contains("Wert der Region 20, nur aus den Gebieten mit Wert"))
        #expect(remark.english.text.contains("value 20, from the areas with a value only"))
    }

    @Test("areas are compared with the region's own rate where it is known, not with that of the areas with a value")
    func reference() throws {
        let operands = [try cells([100, .suppressed, 300]), try column([1000, 1000, 1000])]
        let layer = RateLayer(.certainty, per: 100, reference: 0.1)
        let columns = try ProtectedColumn.computed(from: operands, by: layer)
        // 10 % is like the region's 10 %; against the 20 % of the areas with a value it would be below.
        #expect(columns[1].values[0] == 2 && columns[1].values[2] == 0)
        #expect(
            layer.remarks(on: operands, results: columns)[0].english.text.contains("value 10, from the largest areas"))
        let alone = try ProtectedColumn.computed(from: operands, by: RateLayer(.certainty, per: 100))
        #expect(alone[1].values[0] == 1)
    }

    @Test("more events than people make rates that are no shares: limits are Poisson's, also in the sheet")
    func noShare() throws {
        let operands = [try column([120, 30]), try column([100, 100])]
        let layer = RateLayer(.empiricalBayes, per: 100)
        let columns = try ProtectedColumn.computed(from: operands, by: layer)
        let exact = RateInterval(.poisson, events: 120, population: 100, level: 0.95)
        #expect(isNear(columns[2].values[0], 100 * exact.lower))
        #expect(layer.remarks(on: operands, results: columns)[0].german.text.hasSuffix("nach Poisson"))
    }

    @Test("without anybody in the sample there is no rate and no remark")
    func nobody() throws {
        let operands = [try cells([0, .suppressed]), try column([0, 10])]
        let layer = RateLayer(.certainty, per: 100)
        let columns = try ProtectedColumn.computed(from: operands, by: layer)
        #expect(columns.allSatisfy { $0.states == [.notApplicable, .suppressed] })
        #expect(layer.remarks(on: operands, results: columns).isEmpty)
    }

    @Test(
        "every statistic names its method, and its neighbours where it looks at any", arguments: RateStatistic.allCases)
    func methods(_ statistic: RateStatistic) {
        let layer = RateLayer(
            statistic, per: 100, neighbours: path(5),
            weights: WeightsDescription(kind: "knn:6", style: "row", hasBarriers: true))
        let titles = layer.method.map(\.german.title)
        #expect(
            titles
                == (statistic.isSpatial
                    ? ["Verfahren", "Nachbarschaft", "Unsicherheit"] : ["Verfahren", "Unsicherheit"]))
        guard statistic.isSpatial else { return }
        #expect(layer.method[1].german.text.contains("die 6 nächsten Gebiete"))
        #expect(layer.method[1].german.text.contains("Barrieren trennen Nachbarn"))
        #expect(layer.method[1].english.text.contains("barriers cut neighbours"))
    }
}
