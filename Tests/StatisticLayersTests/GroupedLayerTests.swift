import Catalogue
import Diagnostics
import Disclosure
import StatisticLayers
import Statistics
import Testing

@Suite("Types, regions and location quotients")
struct GroupedLayerTests {
    private let first: [Double] = [50, 1, 52, 2, 51, 3]
    private let second: [Double] = [5, 60, 4, 61, 6, 62]

    @Test("types are numbered by the mean of the first indicator", arguments: [TypologyLayer.Method.kMeans, .ward])
    func types(_ method: TypologyLayer.Method) throws {
        let layer = TypologyLayer(method, groups: 2, seed: 3)
        let made = try ProtectedColumn.computed(from: [try column(first), try column(second)], by: layer)
        #expect(made[0].values == [2, 1, 2, 1, 2, 1] && made[1].values == [1, 0, 1, 0, 1, 0])
        #expect(layer.columns.categories.map(\.german) == ["Typ 1", "Typ 2"])
        #expect(layer.remarks(on: [], results: made)[0].german.text == "1: 3, 2: 3; ohne Wert 0")
        #expect(layer.method[0].german.text.contains("Startwert 3") == (method == .kMeans))
    }

    @Test("an area without a value is of no type and changes no other")
    func sample() throws {
        let layer = TypologyLayer(.kMeans, groups: 2, seed: 1)
        let given: [Cell] = [50, 1, .suppressed, 2, 51, .notApplicable]
        let made = try ProtectedColumn.computed(from: [try cells(given), try column(second)], by: layer)
        #expect(made[1].states == [.value, .value, .suppressed, .value, .value, .notApplicable])
        #expect(made[0].values == [2, 1, 0, 1, 2, 0])
    }

    @Test("regions by SKATER are contiguous and have their minimum")
    func regions() throws {
        let layer = TypologyLayer(.skater(neighbours: path(6), minimum: 200), groups: 2, seed: 1)
        let made = try ProtectedColumn.computed(
            from: [try column([1, 1, 9, 9, 9, 9]), try column([100, 100, 100, 100, 100, 100])], by: layer)
        #expect(made[0].values == [1, 1, 2, 2, 2, 2])
        #expect(layer.columns.categories.map(\.english) == ["Region 1", "Region 2"])
        let larger = TypologyLayer(.skater(neighbours: path(6), minimum: 300), groups: 2, seed: 1)
        let other = try ProtectedColumn.computed(
            from: [try column([1, 1, 9, 9, 9, 9]), try column([100, 100, 100, 100, 100, 100])], by: larger)
        #expect(other[0].values == [1, 1, 1, 2, 2, 2])
        #expect(larger.method[0].german.text.contains("mindestens 300 Einwohner"))
    }

    @Test("balanced regions have about the same population")
    func balanced() throws {
        let layer = TypologyLayer(.balanced(neighbours: path(6)), groups: 2, seed: 1)
        let made = try ProtectedColumn.computed(
            from: [try column([1, 9, 1, 9, 1, 9]), try column([300, 100, 100, 100, 50, 50])], by: layer)
        let sums = [1.0, 2.0].map { region in
            zip(made[0].values, [300.0, 100, 100, 100, 50, 50]).reduce(0) { $0 + ($1.0 == region ? $1.1 : 0) }
        }
        #expect(sums == [300, 400] || sums == [400, 300])
    }

    @Test("too many groups, a constant indicator and a map in pieces are told with a remedy")
    func mistakes() throws {
        let operand = try column(first)
        let many = #expect(throws: InputError.self) {
            try ProtectedColumn.computed(from: [operand], by: TypologyLayer(.kMeans, groups: 7, seed: 1))
        }
        #expect(many?.message.contains("6 areas") == true && many?.remedy.contains("fewer") == true)
        #expect(throws: InputError.self) {
            try ProtectedColumn.computed(
                from: [try column([2, 2, 2])], by: TypologyLayer(.ward, groups: 2, seed: 1))
        }
        // A hidden area in the middle cuts the row in two; a single region is then impossible.
        let cut: [Cell] = [1, 2, .suppressed, 4, 5]
        let pieces = #expect(throws: InputError.self) {
            try ProtectedColumn.computed(
                from: [try cells(cut), try column([10, 10, 10, 10, 10])],
                by: TypologyLayer(.skater(neighbours: path(5), minimum: 0), groups: 1, seed: 1))
        }
        #expect(pieces?.remedy.contains("more regions") == true)
    }

    @Test("the location quotient is the share over that of the areas with a value")
    func concentration() throws {
        let layer = ConcentrationLayer()
        let operands = [
            try cells([10, 30, .suppressed, 0, 5, 9]), try cells([100, 100, 100, 0, .noData, 8]),
        ]
        let made = try ProtectedColumn.computed(from: operands, by: layer)
        #expect(made[0].states == [.value, .value, .suppressed, .notApplicable, .noData, .notApplicable])
        #expect(isNear(made[0].values[0], 0.5) && isNear(made[0].values[1], 1.5))
        let ids = layer.columns.categories.map(\.id)
        #expect(ids[Int(made[1].values[0])] == "lower" && ids[Int(made[1].values[1])] == "higher")
        // D of 10 + 90 and 30 + 70 persons: ½ (|10/40 − 90/160| + |30/40 − 70/160|) = 0.3125.
        let remark = layer.remarks(on: operands, results: made)[0]
        #expect(remark.german.text.hasPrefix("D = 0,313, Isolation = 0,25; über 2 Gebiete mit Wert, 4 ohne."))
        #expect(remark.english.text.hasPrefix("D = 0.313, isolation = 0.25; over 2 areas"))
    }
}
