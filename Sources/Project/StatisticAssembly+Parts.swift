import Association
import Catalogue
import Diagnostics
import Disclosure
import Indices
import StatisticLayers
import Statistics

extension StatisticAssembly {
    /// What the layers of a statistic are made of.
    func parts(of layer: ProjectFile.StatisticLayer, level: Int) throws(InputError) -> [Part] {
        switch layer.statistic {
        case .cluster(let statistic, let operands, let neighbourhood, let test):
            return [try cluster(statistic, operands, neighbourhood, test, of: layer, level: level)]
        case .rate(let statistic, let events, let population, let per, let neighbourhood):
            let weights = try neighbourhood.map { setting throws(InputError) in
                try neighbourhoods.weights(setting, level: level)
            }
            let title = project.variable(events)?.title ?? events
            return [
                Part(
                    suffix: "", title: layer.title.isEmpty ? "\(title): \(statistic.german)" : layer.title,
                    unit: per == 100 ? "%" : "je \(Int(per))", decimals: 1,
                    statistic: RateLayer(
                        statistic, per: per, neighbours: weights?.neighbours, weights: weights?.description),
                    dated: { date in
                        RateLayer(
                            statistic, per: per, neighbours: weights?.neighbours, weights: weights?.description,
                            reference: reference(events: events, population: population, date: date))
                    },
                    dates: project.commonDates(of: [events, population]),
                    operands: { date in
                        [events, population].map { columns.variable($0, level: level, date: date) }
                    })
            ]
        case .index(let source, let inputs, let excluded):
            return try index(source, inputs, excluded, of: layer, level: level)
        case .typology(let isWard, let indicators, let groups, let seed):
            return [
                grouped(
                    TypologyLayer(isWard ? .ward : .kMeans, groups: groups, seed: seed, names: titles(of: indicators)),
                    indicators, population: nil,
                    standard: "Typen", of: layer, level: level)
            ]
        case .regions(let indicators, let population, let groups, let size, let neighbourhood):
            let links = try neighbourhoods.weights(neighbourhood, level: level).neighbours
            let way: TypologyLayer.Method =
                switch size {
                case .minimum(let minimum): .skater(neighbours: links, minimum: minimum)
                case .balanced: .balanced(neighbours: links)
                }
            return [
                grouped(
                    TypologyLayer(way, groups: groups, seed: 1, names: titles(of: indicators)), indicators,
                    population: population, standard: "Zusammenhängende Regionen", of: layer, level: level)
            ]
        case .regression(let model, let response, let predictors, let neighbourhood):
            let weights = try neighbourhoods.weights(neighbourhood, level: level)
            let indicators = ([response] + predictors).compactMap { project.indicator($0) }
            let title = "\(indicators.first?.title ?? response): was das Modell nicht erklärt"
            return [
                Part(
                    suffix: "", title: layer.title.isEmpty ? title : layer.title, unit: indicators.first?.unit ?? "",
                    decimals: indicators.first?.decimals ?? 1,
                    statistic: RegressionLayer(
                        model, predictors: predictors, neighbours: weights.neighbours, weights: weights.description),
                    dates: commonDates(of: indicators),
                    operands: { date in indicators.map { columns.indicator($0, level: level, date: date) } })
            ]
        case .concentration(let group, let population):
            let title = project.variable(group)?.title ?? group
            return [
                Part(
                    suffix: "", title: layer.title.isEmpty ? "\(title): Standortquotient" : layer.title, unit: "",
                    decimals: 2, statistic: ConcentrationLayer(), dates: project.commonDates(of: [group, population]),
                    operands: { date in [group, population].map { columns.variable($0, level: level, date: date) } })
            ]
        case .egohoods(let egohood): return egohoods(egohood, of: layer, level: level)
        }
    }

    private func cluster(
        _ statistic: ClusterStatistic, _ operands: [String], _ neighbourhood: ProjectFile.Neighbourhood,
        _ test: ProjectFile.Test, of layer: ProjectFile.StatisticLayer, level: Int
    ) throws(InputError) -> Part {
        let weights = try neighbourhoods.weights(neighbourhood, level: level)
        let made = ClusterLayer(
            statistic, neighbours: weights.neighbours, weights: weights.description,
            test: ConditionalPermutation(permutations: test.permutations, seed: test.seed),
            significance: test.significance, adjustment: test.adjustment)
        guard statistic != .localMoranRate else {
            let title = project.variable(operands[0])?.title ?? operands[0]
            return Part(
                suffix: "", title: layer.title.isEmpty ? "\(title): \(statistic.german)" : layer.title, unit: "%",
                decimals: 1, statistic: made, dates: project.commonDates(of: operands),
                operands: { date in operands.map { columns.variable($0, level: level, date: date) } })
        }
        let indicators = operands.compactMap { project.indicator($0) }
        let title = indicators.map(\.title).joined(separator: " / ")
        return Part(
            suffix: "", title: layer.title.isEmpty ? "\(title): \(statistic.german)" : layer.title,
            unit: indicators.first?.unit ?? "", decimals: indicators.first?.decimals ?? 1, statistic: made,
            dates: commonDates(of: indicators),
            operands: { date in indicators.map { columns.indicator($0, level: level, date: date) } })
    }

    private func grouped(
        _ statistic: TypologyLayer, _ ids: [String], population: String?, standard: String,
        of layer: ProjectFile.StatisticLayer, level: Int
    ) -> Part {
        let indicators = ids.compactMap { project.indicator($0) }
        let counted = population.map { project.commonDates(of: [$0]) }
        return Part(
            suffix: "", title: layer.title.isEmpty ? standard : layer.title, unit: "", decimals: 0,
            statistic: statistic,
            // Groups of two dates are no development: each date has groups of its own.
            dates: commonDates(of: indicators).filter { counted?.contains($0) ?? true }.suffix(1),
            operands: { date in
                indicators.map { columns.indicator($0, level: level, date: date) }
                    + (population.map { [columns.variable($0, level: level, date: date)] } ?? [])
            })
    }

    private func egohoods(
        _ egohood: ProjectFile.Egohood, of layer: ProjectFile.StatisticLayer, level: Int
    ) -> [Part] {
        let variables = EgohoodVariables(project)
        let smallest = columns.sources(of: [egohood.group, egohood.population]).map(\.rule.threshold).max() ?? 0
        let title =
            layer.title.isEmpty
            ? "\(project.variable(egohood.group)?.title ?? egohood.group): Nachbarschaften" : layer.title
        return egohood.nearest.map { nearest in
            func sum(_ sum: EgohoodVariables.Sum, _ date: String) -> ProtectedColumn {
                columns.variable(
                    variables.variable(egohood, nearest: nearest, sum, date: date).id, level: level, date: date)
            }
            return Part(
                suffix: "_\(nearest)", title: "\(title), die \(nearest) nächsten Personen", unit: "%", decimals: 1,
                statistic: EgohoodLayer(
                    nearest: nearest, threshold: egohood.threshold, hidingBelow: smallest,
                    hasBarriers: egohood.barriers != nil),
                dates: variables.dates(of: egohood),
                operands: { date in
                    [sum(.weighted, date), columns.variable(egohood.population, level: level, date: date)]
                        + EgohoodVariables.sums(of: egohood).dropFirst().map { sum($0, date) }
                })
        }
    }

    /// The rate of the whole region at a date: over the level with the fewest areas of which every area has both numbers.
    ///
    /// The areas with a value of a finer level are no region: where small counts are secret, what is left has the higher
    /// rates.
    private func reference(events: String, population: String, date: String) -> Double? {
        let places = released.indices.sorted { (released[$0].keys.count, $0) < (released[$1].keys.count, $1) }
        for place in places {
            let operands = [events, population].map { columns.variable($0, level: place, date: date) }
            let isComplete = operands.allSatisfy { $0.states.allSatisfy { $0 == .value } }
            let people = operands[1].values.reduce(0, +)
            if isComplete && people > 0 { return operands[0].values.reduce(0, +) / people }
        }
        return nil
    }

    private func titles(of ids: [String]) -> [String] { ids.map { project.indicator($0)?.title ?? $0 } }

    /// The dates that all indicators have values for, oldest first.
    func commonDates(of indicators: [ProjectFile.Indicator]) -> [String] {
        guard let first = indicators.first else { return [] }
        return project.dates(of: first).filter { date in
            indicators.allSatisfy { project.dates(of: $0).contains(date) }
        }
    }
}
