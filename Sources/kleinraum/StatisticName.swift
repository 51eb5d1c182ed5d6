import ArgumentParser

/// The statistics that `kleinraum statistic` computes, by the names that scripts use.
enum StatisticName: String, ExpressibleByArgument, CaseIterable {
    case moran
    case geary
    case getisOrdG = "getis-ord-g"
    case lee
    case moranBivariate = "moran-bivariate"
    case moranRate = "moran-rate"
    case joinCount = "join-count"
    case correlogram
    case localMoran = "local-moran"
    case localMoranBivariate = "local-moran-bivariate"
    case localMoranRate = "local-moran-rate"
    case localGeary = "local-geary"
    case gi
    case giStar = "gi-star"
    case localJoinCount = "local-join-count"

    /// All names, for messages.
    static let choices = allCases.map(\.rawValue).joined(separator: ", ")

    /// Whether there is one result for each area.
    var isLocal: Bool {
        switch self {
        case .localMoran, .localMoranBivariate, .localMoranRate, .localGeary, .gi, .giStar, .localJoinCount: true
        default: false
        }
    }

    /// Whether a second variable is needed.
    var needsSecondValue: Bool { self == .lee || self == .moranBivariate || self == .localMoranBivariate }

    /// Whether a second variable makes sense: several at once for the local Geary, other marks for the join count.
    var takesSecondValue: Bool { needsSecondValue || self == .localGeary || self == .localJoinCount }

    /// Whether the values are events among a population.
    var isRate: Bool { self == .moranRate || self == .localMoranRate }

    /// Whether links count the same by default instead of rows adding up to one.
    var isBinaryByDefault: Bool { self == .getisOrdG || self == .joinCount || self == .localJoinCount }

    /// Whether the divisor of the variance can be chosen.
    var takesDivisor: Bool { isLocal && self != .localJoinCount }

    /// Whether the shuffled maps of a family-wise test exist for it.
    var takesMaximumT: Bool { takesDivisor && self != .localMoranBivariate }
}
