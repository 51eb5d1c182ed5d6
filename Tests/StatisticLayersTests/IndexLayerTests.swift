import Catalogue
import Diagnostics
import Disclosure
import Indices
import StatisticLayers
import Statistics
import Testing

@Suite("Index layers")
struct IndexLayerTests {
    private let keys = (1...9).map { "0\($0)" }
    private let now: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 19]
    private let before: [Double] = [4, 2, 1, 4, 5, 6, 7, 2, 1]

    private func recipe(_ rest: String = "matrix: [status, dynamics]") throws -> IndexRecipe {
        try IndexRecipe(
            yaml: """
                name: town
                title: {de: Stadtindex, en: town index}
                source: a book
                indices:
                  - name: status
                    title: {de: Status, en: state}
                    standardisation: z
                    second: z
                    indicators:
                      - {name: S, title: {de: Armut, en: poverty}, weight: 0.5}
                      - {name: R, title: {de: Plätze, en: places}, polarity: resource}
                    classes:
                      - {label: "1", title: {de: gut, en: good}, below: -0.5}
                      - {label: "2", title: {de: schlecht, en: bad}}
                  - name: dynamics
                    title: {de: Dynamik, en: dynamics}
                    standardisation: z
                    indicators:
                      - {name: D, title: {de: Wandel, en: change}}
                    classes:
                      - {label: "+", title: {de: besser, en: better}, through: 0}
                      - {label: "-", title: {de: schlechter, en: worse}}
                \(rest)
                """)
    }

    private let inputs: [IndexLayer.Input] = [
        .init(column: "S", operand: 0), .init(column: "R", operand: 1), .init(column: "D", operand: 0, earlier: 1),
    ]

    private func operands() throws -> [ProtectedColumn] { [try column(now), try column(before)] }

    private func expected() throws -> IndexResult {
        func all(_ numbers: [Double]) -> (values: [Double], states: [ValueState]) {
            (numbers, numbers.map { _ in .value })
        }
        return try recipe().compute(
            keys: keys,
            columns: ["S": all(now), "R": all(before), "D": all(zip(now, before).map { $0 - $1 })], excluding: [])
    }

    @Test("score, class, sum and standardised indicators are those of the recipe")
    func equalsRecipe() throws {
        let layer = IndexLayer(try recipe(), keys: keys, inputs: inputs, part: .index(0))
        let made = try ProtectedColumn.computed(from: try operands(), by: layer)
        let areas = try expected().indices[0].areas
        #expect(layer.columns.details.map(\.id) == ["sum", "z_S", "z_R", "limit_distance"])
        #expect(made.count == 6)
        for area in keys.indices {
            let steps = try #require(areas[area])
            #expect(made[0].values[area] == steps.score && made[1].values[area] == Double(steps.classPlace ?? -1))
            #expect(made[2].values[area] == steps.sum)
            #expect(made[3].values[area] == steps.standardised[0] && made[4].values[area] == steps.standardised[1])
            #expect(isNear(abs(made[5].values[area]), abs(steps.score + 0.5)))
        }
    }

    @Test("a change is the number at the date less that at the date before")
    func change() throws {
        let layer = IndexLayer(try recipe(), keys: keys, inputs: inputs, part: .index(1))
        let made = try ProtectedColumn.computed(from: try operands(), by: layer)
        let changes = zip(now, before).map { $0 - $1 }
        let mean = changes.reduce(0, +) / 9
        for area in keys.indices { #expect((made[1].values[area] == 1) == (changes[area] > mean)) }
        // The second index is the matrix's columns: a change, with colours that diverge.
        #expect(layer.columns.categories.map(\.colour) == ["#2166ac", "#b2182b"])
    }

    @Test("a change from a hidden number is hidden, and one area out is out of all parts")
    func hidden() throws {
        let operands = [
            try column([1, 2, 3, 4, 5, 6, 7, 8, 19]), try cells([4, .suppressed, 1, .noData, 5, 6, 7, 2, 1]),
        ]
        for part in [IndexLayer.Part.index(0), .index(1), .matrix] {
            let layer = IndexLayer(try recipe(), keys: keys, inputs: inputs, part: part, excluded: ["03"])
            let made = try ProtectedColumn.computed(from: operands, by: layer)
            for one in made { #expect(one.states[1] == .suppressed && one.states[3] == .noData) }
            #expect(made[0].states[2] == .notApplicable && made[0].states[4] == .value)
            let remark = layer.remarks(on: operands, results: made)[0]
            #expect(
                remark.german.text
                    == "6 Gebiete im Index, 1 geheim, 1 ohne Daten, 1 ausgeschlossen oder nicht berechenbar")
        }
    }

    @Test("the matrix has a category for each pair of classes, and areas are in that of theirs")
    func matrix() throws {
        let layer = IndexLayer(try recipe(), keys: keys, inputs: inputs, part: .matrix)
        #expect(layer.columns.categories.map(\.id) == ["1+", "1-", "2+", "2-"])
        #expect(layer.columns.categories[2].german == "2+ schlecht, besser")
        #expect(layer.columns.categories[2].english == "2+ bad, better")
        #expect(Set(layer.columns.categories.map(\.colour)).count == 4)
        let made = try ProtectedColumn.computed(from: try operands(), by: layer)
        let result = try expected()
        #expect(made.count == 2)
        for area in keys.indices {
            #expect(layer.columns.categories[Int(made[1].values[area])].id == result.combined(area))
        }
    }

    @Test("quantiles have a category each, the first of the greatest need and the darkest colour")
    func quantiles() throws {
        let recipe = try IndexRecipe(
            yaml: """
                name: need
                indices:
                  - name: need
                    title: {de: Bedarf, en: need}
                    standardisation: z
                    quantiles: 3
                    indicators:
                      - {name: S}
                """)
        let layer = IndexLayer(recipe, keys: keys, inputs: [.init(column: "S", operand: 0)], part: .index(0))
        #expect(layer.columns.categories.map(\.id) == ["1", "2", "3"])
        #expect(layer.columns.categories.map(\.colour) == ["#bd0026", "#fd8d3c", "#ffffb2"])
        let made = try ProtectedColumn.computed(from: [try column(now)], by: layer)
        #expect(made[1].values == [2, 2, 2, 1, 1, 1, 0, 0, 0])
        #expect(layer.method.contains { $0.german.text.hasPrefix("3 etwa gleich große Gruppen; 1 ist") })
    }

    @Test("an index without classes is numbers only")
    func numbers() throws {
        let recipe = try IndexRecipe(
            yaml: "{name: n, indices: [{name: n, standardisation: z, indicators: [{name: S}]}]}")
        let layer = IndexLayer(recipe, keys: keys, inputs: [.init(column: "S", operand: 0)], part: .index(0))
        #expect(layer.columns.categories.isEmpty)
        let made = try ProtectedColumn.computed(from: [try column(now)], by: layer)
        #expect(made.count == 1 + layer.columns.details.count)
    }

    @Test("the sheet tells the sum with signs and weights, the limits and the source, with a comma in German")
    func sheet() throws {
        let layer = IndexLayer(try recipe(), keys: keys, inputs: inputs, part: .index(0))
        #expect(layer.method[0].german.text == "Stadtindex. a book")
        #expect(layer.method[1].german.text.contains("Armut × 0,5 − Plätze; die Summe wird noch einmal"))
        #expect(layer.method[1].english.text.contains("poverty × 0.5 − places; the sum is standardised again (z)"))
        #expect(layer.method[2].german.text == "1 gut unter -0,5; 2 schlecht darüber")
        #expect(layer.method[2].english.text == "1 good below -0.5; 2 bad above")
        let matrix = IndexLayer(try recipe(), keys: keys, inputs: inputs, part: .matrix)
        #expect(
            matrix.method.map(\.german.title) == [
                "Verfahren", "Status", "Klassen: Status", "Dynamik", "Klassen: Dynamik",
            ])
    }
}
