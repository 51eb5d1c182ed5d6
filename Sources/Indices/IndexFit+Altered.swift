extension IndexFit {
    /// Up to so many areas everything is computed anew where no formula is exact.
    private static let fewAreas = 100

    /// The group that a row would fall into with other values, its own and everybody's means, deviations and ranks
    /// moved by them; `nil` where the index would not be defined, or the recipe has no groups.
    ///
    /// With `z`, a second `z` or none, and classes, it is exact: the sums of squares and products change by a term of
    /// rank one, Σ(x′−x̄′)(y′−ȳ′) = Σ(x−x̄)(y−ȳ) + δx·dy + δy·dx + δx·δy·(1 − 1/n) for a row with deviations dx, dy whose
    /// values move by δx, δy; and the variance of the sum is Σ wₖ wₗ rₖₗ over the correlations. Else it is computed
    /// anew up to 100 areas, and so exact. Above, the row's own standardised values are exact, while the other areas'
    /// scores and the second standardisation stay as they are: their ranks would move by one at most.
    ///
    /// - Parameter altered: The row's values by indicator, turned so that a high one means need.
    /// - Complexity: O(*k*²) for *k* indicators; with ranks O(*k* log *n*).
    func group(_ row: Int, altered: [Double]) -> Int? {
        let isByFormula = hasFormula
        if sums.count <= IndexFit.fewAreas, !isByFormula || definition.classes.isEmpty { return anew(row, altered) }
        return (isByFormula ? exact(row, altered) : held(row, altered)).flatMap { group(of: $0, replacing: row) }
    }

    /// Whether both standardisations are `z`, or the second is none.
    private var hasFormula: Bool {
        guard case .z = definition.standardisation else { return false }
        switch definition.second {
        case .z, nil: return true
        default: return false
        }
    }

    private func anew(_ row: Int, _ altered: [Double]) -> Int? {
        var values = values
        for (place, value) in altered.enumerated() { values[place][row] = value }
        do {
            return try IndexFit(definition, values: values).group(row)
        } catch {
            // With these values nothing differs any more, so there is no index.
            return nil
        }
    }

    private func exact(_ row: Int, _ altered: [Double]) -> Double? {
        let (size, share) = (columns.count, 1 - 1 / Double(sums.count))
        var sum = 0.0
        var moved = products
        for one in 0..<size {
            let (deviation, step) = (values[one][row] - columns[one].mean, altered[one] - values[one][row])
            for other in 0..<size {
                let otherStep = altered[other] - values[other][row]
                moved[one * size + other] +=
                    step * (values[other][row] - columns[other].mean) + otherStep * deviation + step * otherStep * share
            }
        }
        for one in 0..<size {
            guard moved[one * size + one] > 1e-13 * columns[one].squares else { return nil }
            let deviation = values[one][row] - columns[one].mean + (altered[one] - values[one][row]) * share
            sum +=
                definition.indicators[one].weight * deviation
                / (moved[one * size + one] / columns[one].divisor).squareRoot()
        }
        guard let second else { return sum }
        var variance = 0.0
        var scale = 0.0
        for one in 0..<size {
            for other in 0..<size {
                let deviations = (moved[one * size + one] * moved[other * size + other]).squareRoot()
                let weight = definition.indicators[one].weight * definition.indicators[other].weight
                variance += weight * columns[one].divisor * moved[one * size + other] / deviations
                scale += weight * columns[one].divisor
            }
        }
        return variance > 1e-13 * scale ? sum / (variance / second.divisor).squareRoot() : nil
    }

    private func held(_ row: Int, _ altered: [Double]) -> Double? {
        var sum = sums[row]
        for (place, column) in columns.enumerated() where altered[place] != values[place][row] {
            let old = values[place][row]
            guard let moved = column.standardised(altered[place], replacing: old) else { return nil }
            sum += definition.indicators[place].weight * (moved - column.standardised(old))
        }
        guard let second else { return sum }
        if case .z = second.method { return second.standardised(sum) }
        return second.standardised(sum, replacing: sums[row])
    }

    /// The group that a row falls into: its class, else its quantile, from 0; `nil` where the recipe has neither.
    func group(_ row: Int) -> Int? { group(of: scores[row], replacing: row) }

    /// The group of a score in the place of a row's own.
    private func group(of score: Double, replacing row: Int) -> Int? {
        guard definition.classes.isEmpty else { return definition.classPlace(of: score) }
        guard let quantiles = definition.quantiles else { return nil }
        // The row's own score must not stand above itself.
        let own = rank(of: score) > rank(of: scores[row]) ? 1 : 0
        return quantile(of: rank(of: score) - own, in: quantiles) - 1
    }

    /// The limits of a group towards low and high scores; `nil` where it has none on that side.
    ///
    /// The limits of a quantile are the scores of the areas next to it: that of the first area beyond.
    func limits(of group: Int) -> (low: Double?, high: Double?) {
        guard definition.classes.isEmpty else {
            return (
                group > 0 ? definition.classes[group - 1].limit?.value : nil, definition.classes[group].limit?.value
            )
        }
        guard let quantiles = definition.quantiles else { return (nil, nil) }
        let count = sortedScores.count
        // Ranks of group g are those above g·n/q up to (g + 1)·n/q; rank r stands at count − r among rising scores.
        let first = group * count / quantiles
        let last = (group + 1) * count / quantiles
        return (last < count ? sortedScores[count - last - 1] : nil, first > 0 ? sortedScores[count - first] : nil)
    }
}
