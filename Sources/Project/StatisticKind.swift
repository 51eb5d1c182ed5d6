import StatisticLayers

/// What stands behind `kind:` in a layer of a project file.
enum StatisticKind: Equatable {
    case cluster(ClusterStatistic)
    case rate(RateStatistic)
    case index
    case typology
    case regions
    case regression
    case concentration
    case egohoods

    /// The kind of a name.
    init?(_ name: String) {
        if let statistic = ClusterStatistic(rawValue: name) {
            self = .cluster(statistic)
        } else if let statistic = RateStatistic(rawValue: name) {
            self = .rate(statistic)
        } else if let kind = StatisticKind.others.first(where: { $0.name == name })?.kind {
            self = kind
        } else {
            return nil
        }
    }

    private static let others: [(name: String, kind: StatisticKind)] = [
        ("index", .index), ("typology", .typology), ("regions", .regions), ("regression", .regression),
        ("location-quotient", .concentration),
        ("egohoods", .egohoods),
    ]

    /// All names, in the order in which a message lists them.
    static let names =
        ClusterStatistic.allCases.map(\.rawValue) + RateStatistic.allCases.map(\.rawValue) + others.map(\.name)

    /// The keys that a layer of this kind has besides those that all have.
    var keys: [String] {
        let neighbourhood = ["weights", "weights_style", "barriers", "gates", "gate_width"]
        let test = ["permutations", "seed", "significance", "adjust"]
        switch self {
        case .cluster(.localMoranRate): return ["events", "population"] + neighbourhood + test
        case .cluster(.bivariateLocalMoran): return ["indicator", "with"] + neighbourhood + test
        case .cluster(.localGeary): return ["indicator", "indicators"] + neighbourhood + test
        case .cluster: return ["indicator"] + neighbourhood + test
        case .rate(let statistic):
            return ["events", "population", "per"] + (statistic.isSpatial ? neighbourhood : [])
        case .index: return ["preset", "recipe", "columns", "exclude"]
        case .typology: return ["indicators", "groups", "method", "seed"]
        case .regions: return ["indicators", "population", "minimum", "groups", "method"] + neighbourhood
        case .regression: return ["response", "predictors", "model"] + neighbourhood
        case .concentration: return ["group", "population"]
        case .egohoods: return ["group", "population", "nearest", "threshold", "barriers", "gates", "gate_width"]
        }
    }
}
