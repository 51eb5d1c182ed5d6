import Statistics

/// What is needed to explain one index, area by area.
struct IndexExplainer {
    private let computed: ComputedIndex
    private let place: Int
    private let cases: [String: IndexCases]
    /// The index without each of its indicators; `nil` where it is not defined.
    private let reduced: [IndexFit?]

    init(_ computed: ComputedIndex, place: Int, cases: [String: IndexCases]) {
        self.computed = computed
        self.place = place
        self.cases = cases
        let definition = computed.definition
        reduced = definition.indicators.indices.map { left -> IndexFit? in
            guard definition.indicators.count > 1, definition.groupCount > 0 else { return nil }
            var values = computed.fit.values
            values.remove(at: left)
            do {
                return try IndexFit(definition.without(left), values: values)
            } catch {
                // Without the indicator nothing is left that differs: there is no index to compare with.
                return nil
            }
        }
    }

    /// The explanation of an area; `nil` where it is not in the index.
    func explain(_ area: Int, key: String, draws: Int, seed: UInt64) -> IndexExplanation? {
        guard let steps = computed.areas[area], let row = computed.rows[area] else { return nil }
        let nearest = nearestLimit(row)
        let parts = computed.definition.indicators.indices.map { indicator in
            part(indicator, area: area, row: row, steps: steps, isUp: nearest?.isUp)
        }
        return IndexExplanation(
            area: area, index: place, score: steps.score, group: computed.fit.group(row), limit: nearest?.limit,
            beyond: nearest?.beyond, chanceOfOther: chance(area, row, key: key, draws: draws, seed: seed),
            parts: parts)
    }

    private func nearestLimit(_ row: Int) -> (limit: Double, beyond: Int, isUp: Bool)? {
        guard let group = computed.fit.group(row) else { return nil }
        let limits = computed.fit.limits(of: group)
        let score = computed.fit.scores[row]
        // Quantiles count from great need to little, classes the other way round.
        let step = computed.definition.classes.isEmpty ? -1 : 1
        guard let high = limits.high else { return limits.low.map { ($0, group - step, false) } }
        guard let low = limits.low, score - low < high - score else { return (high, group + step, true) }
        return (low, group - step, false)
    }

    private func part(
        _ indicator: Int, area: Int, row: Int, steps: AreaIndex, isUp: Bool?
    ) -> IndexExplanation.Part {
        let definition = computed.definition.indicators[indicator]
        let sign = definition.polarity.sign
        let counts = definition.source.columns.last.flatMap { cases[$0] }
        let step = counts?.step(area, per: definition.per)
        let hasNone = counts?.cases[area].map { $0 < 1 } ?? false
        return IndexExplanation.Part(
            value: sign * computed.fit.values[indicator][row], standardised: steps.standardised[indicator],
            contribution: definition.weight * steps.standardised[indicator],
            needed: isUp.flatMap { computed.fit.needed(row, indicator, isUp: $0) }.map { sign * $0 },
            withOneMore: step.flatMap { group(row, indicator, moved: sign * $0) },
            withOneFewer: hasNone ? nil : step.flatMap { group(row, indicator, moved: -sign * $0) },
            without: reduced[indicator]?.group(row))
    }

    private func group(_ row: Int, _ indicator: Int, moved step: Double) -> Int? {
        var altered = computed.fit.values.map { $0[row] }
        altered[indicator] += step
        return computed.fit.group(row, altered: altered)
    }

    /// The share of draws in another group.
    private func chance(_ area: Int, _ row: Int, key: String, draws: Int, seed: UInt64) -> Double? {
        guard draws > 0, let group = computed.fit.group(row) else { return nil }
        let own = computed.fit.values.map { $0[row] }
        var counts: [DrawnCount] = []
        for (place, indicator) in computed.definition.indicators.enumerated() {
            let columns = indicator.source.columns
            for (order, column) in columns.enumerated() {
                guard let given = cases[column], let count = given.cases[area],
                    let step = given.step(area, per: indicator.per)
                else { continue }
                let isEarlier = order < columns.count - 1
                let signed = indicator.polarity.sign * (isEarlier ? -step : step)
                counts.append(DrawnCount(indicator: place, count: count, step: signed))
            }
        }
        guard !counts.isEmpty else { return nil }
        var generator = SplitMix64(seed: seed ^ IndexExplainer.mark(of: key))
        var others = 0
        for _ in 0..<draws {
            var altered = own
            for count in counts {
                altered[count.indicator] += count.step * (Double(count.draw.next(&generator)) - count.count)
            }
            if computed.fit.group(row, altered: altered) != group { others += 1 }
        }
        return Double(others) / Double(draws)
    }

    /// 64 bits of a key, so that an area's draws do not depend on where it stands (FNV-1a).
    private static func mark(of key: String) -> UInt64 {
        key.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}

/// A count that is drawn anew, and what one case of it does to an indicator's turned value.
private struct DrawnCount {
    let indicator: Int
    let count: Double
    let step: Double
    let draw: PoissonDraw

    init(indicator: Int, count: Double, step: Double) {
        self.indicator = indicator
        self.count = count
        self.step = step
        draw = PoissonDraw(mean: count)
    }
}
