import StatisticLayers

extension ProjectFile.Statistic {
    /// The id of a layer whose project file gives none: what it is computed from, and how.
    ///
    ///     sgb2_rate-local-moran
    var standardId: String {
        switch self {
        case .cluster(let statistic, let operands, _, _): "\(operands[0])-\(statistic.rawValue)"
        case .rate(let statistic, let events, _, _, _): "\(events)-\(statistic.rawValue)"
        case .index: "index"
        case .typology: "typology"
        case .regions: "regions"
        case .regression(_, let response, _, _): "\(response)-regression"
        case .concentration(let group, _): "\(group)-location-quotient"
        case .egohoods(let egohood): "\(egohood.group)-egohoods"
        }
    }

    /// The ids of the indicators that it is computed from, each once.
    var indicators: [String] {
        switch self {
        case .cluster(.localMoranRate, _, _, _), .rate, .concentration, .egohoods: []
        case .cluster(_, let operands, _, _): operands
        case .index(_, let columns, _):
            columns.map(\.indicator).enumerated().filter { place, id in
                !columns[..<place].contains { $0.indicator == id }
            }.map(\.element)
        case .typology(_, let indicators, _, _), .regions(let indicators, _, _, _, _): indicators
        case .regression(_, let response, let predictors, _): [response] + predictors
        }
    }

    /// Whether it needs the date before, too.
    var hasChange: Bool {
        if case .index(_, let columns, _) = self { columns.contains(where: \.isChange) } else { false }
    }

    /// The ids of the variables that it is computed from directly.
    var variables: [String] {
        switch self {
        case .cluster(.localMoranRate, let operands, _, _): operands
        case .cluster, .index, .typology, .regression: []
        case .rate(_, let events, let population, _, _): [events, population]
        case .regions(_, let population, _, _, _): [population]
        case .concentration(let group, let population): [group, population]
        case .egohoods(let egohood): [egohood.group, egohood.population]
        }
    }
}

extension ProjectFile.Statistic {
    /// What the layer is, in one word of the project file.
    var kind: String {
        switch self {
        case .cluster(let statistic, _, _, _): statistic.rawValue
        case .rate(let statistic, _, _, _, _): statistic.rawValue
        case .index: "index"
        case .typology: "typology"
        case .regions: "regions"
        case .regression: "regression"
        case .concentration: "location-quotient"
        case .egohoods: "egohoods"
        }
    }

    /// What it is computed from, as formulas are told: `local-moran(sgb2_rate)`.
    var formula: String {
        switch self {
        case .index(_, let columns, _):
            "index("
                + columns.map { "\($0.name) = \($0.isChange ? "change(\($0.indicator))" : $0.indicator)" }
                .joined(separator: ", ") + ")"
        default: "\(kind)(\((indicators + variables).joined(separator: ", ")))"
        }
    }
}
