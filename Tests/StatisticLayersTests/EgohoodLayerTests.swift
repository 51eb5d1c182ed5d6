import Catalogue
import Disclosure
import StatisticLayers
import Statistics
import Testing

@Suite("Layers of neighbourhoods of people")
struct EgohoodLayerTests {
    /// One column of results for operands of one area: weighted, residents, addresses, cut off, exceeding.
    private func result(
        _ operands: [Cell], nearest: Int = 100, threshold: Double? = 0.2, smallest: Double = 3
    ) throws -> [(value: Double, state: ValueState)] {
        let layer = EgohoodLayer(nearest: nearest, threshold: threshold, hidingBelow: smallest, hasBarriers: false)
        return try ProtectedColumn.computed(from: operands.map { try cells([$0]) }, by: layer)
            .map { ($0.values[0], $0.states[0]) }
    }

    @Test("the mean share, the exposed and those at the border, in per cent")
    func byHand() throws {
        let found = try result([51, 300, 12, 30, 150], smallest: 0)
        #expect(found.map(\.value) == [17, 50, 10] && found.allSatisfy { $0.state == .value })
        let layer = EgohoodLayer(nearest: 100, threshold: 0.125, hidingBelow: 3, hasBarriers: false)
        #expect(layer.columns.details.map(\.id) == ["exceeding", "cut_off"])
        #expect(layer.columns.details[0].german == "Einwohner mit mehr als 12,5 % (%)")
        #expect(layer.columns.details[0].english == "Residents with more than 12.5 % (%)")
        #expect(try result([51, 300, 12, 30], threshold: nil).count == 2)
    }

    @Test("means are rounded to a tenth of a per cent, parts to multiples of the threshold in persons")
    func rounding() throws {
        let found = try result([100, 300, 12, 100, 148])
        #expect(found[0].value == 33.3)
        #expect(isNear(found[1].value, 100 * 147 / 300) && isNear(found[2].value, 100 * 99 / 300))
        // One person more or less shows nowhere.
        #expect(try result([100, 300, 12, 98, 147]).map(\.value) == found.map(\.value))
        #expect(try result([100, 300, 12, 300, 0]).dropFirst().map(\.value) == [0, 100])
    }

    @Test("a mean of few persons of the group among the nearest is hidden, and so is one of few others")
    func smallMeans() throws {
        #expect(try result([2.9, 100, 12, 0, 0])[0].state == .suppressed)
        #expect(try result([3, 100, 12, 0, 0])[0] == (3, .value))
        #expect(try result([0, 100, 12, 0, 0])[0] == (0, .value))
        #expect(try result([2.9, 100, 12, 0, 0], nearest: 1000)[0] == (2.9, .value))
        #expect(try result([97.5, 100, 12, 0, 0])[0].state == .suppressed)
        #expect(try result([97, 100, 12, 0, 0])[0] == (97, .value))
        #expect(try result([100, 100, 12, 0, 0])[0] == (100, .value))
    }

    @Test("a part that leaves few others is hidden")
    func smallComplements() throws {
        let found = try result([50, 100, 12, 98, 99])
        #expect(found.map(\.state) == [.value, .suppressed, .suppressed])
        #expect(try result([50, 100, 12, 97, 100]).map(\.state) == [.value, .value, .value])
    }

    @Test("what the gate hid stays hidden, each by its own reason; too few addresses hide all")
    func states() throws {
        #expect(try result([.suppressed, 100, 12, 10, 10]).map(\.state) == [.suppressed, .value, .value])
        #expect(try result([50, .noData, 12, 10, 10]).map(\.state) == [.noData, .noData, .noData])
        #expect(try result([50, 100, 12, 10, .suppressed]).map(\.state) == [.value, .suppressed, .value])
        #expect(try result([50, 100, .suppressed, 10, 10]).allSatisfy { $0.state == .suppressed })
        #expect(try result([0, 0, 0, 0, 0]).allSatisfy { $0.state == .notApplicable })
    }

    @Test("more members than persons are no share")
    func impossible() throws {
        #expect(try result([120, 100, 12, 10, 10])[0].state == .notApplicable)
    }

    @Test("the sheet says what is hidden, and in German with a comma")
    func sheet() {
        let layer = EgohoodLayer(nearest: 400, threshold: nil, hidingBelow: 10, hasBarriers: true)
        let german = layer.method.map(\.german.text).joined(separator: " ")
        #expect(german.contains("Barriere") && german.contains("400 nächsten Personen"))
        #expect(german.contains("weniger als 10 bewohnten Adressen") && german.contains("Vielfache von 10 Personen"))
        #expect(layer.method.map(\.english.text).joined().contains("multiples of 10 persons"))
        let open = EgohoodLayer(nearest: 400, threshold: nil, hidingBelow: 1, hasBarriers: false)
        #expect(open.method.count == layer.method.count - 1)
    }
}

/// Equality of results, for expectations.
private func == (one: (value: Double, state: ValueState), other: (Double, ValueState)) -> Bool {
    isNear(one.value, other.0) && one.state == other.1
}
