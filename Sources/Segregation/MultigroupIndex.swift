/// The multigroup indices by their names in files.
///
///     MultigroupIndex.entropy.value(of: city)  // as city.entropy
public enum MultigroupIndex: String, Sendable, CaseIterable {
    /// ``GroupCounts/dissimilarity``
    case dissimilarity
    /// ``GroupCounts/gini``
    case gini
    /// ``GroupCounts/entropy``
    case entropy
    /// ``GroupCounts/diversity``
    case diversity
    /// ``GroupCounts/divergence``
    case divergence
    /// ``GroupCounts/normalisedExposure``
    case normalisedExposure = "normalised_exposure"
    /// ``GroupCounts/relativeDiversity``
    case relativeDiversity = "relative_diversity"
    /// ``GroupCounts/squaredCoefficientOfVariation``
    case squaredCoefficientOfVariation = "squared_coefficient_of_variation"
    /// ``GroupCounts/simpsonConcentration``
    case simpsonConcentration = "simpson_concentration"
    /// ``GroupCounts/simpsonInteraction``
    case simpsonInteraction = "simpson_interaction"

    /// Whether the index is 0 for even shares and 1 for full segregation, so that ``Draws/corrected`` has a meaning.
    public var isEvenness: Bool {
        switch self {
        case .dissimilarity, .gini, .entropy, .normalisedExposure, .relativeDiversity, .squaredCoefficientOfVariation:
            true
        case .diversity, .divergence, .simpsonConcentration, .simpsonInteraction: false
        }
    }

    /// Whether the index depends on where people live, and not on the groups' sums alone.
    public var dependsOnPlace: Bool {
        switch self {
        case .diversity, .simpsonConcentration, .simpsonInteraction: false
        default: true
        }
    }

    /// The index; nil where it is undefined.
    public func value(of groups: GroupCounts) -> Double? {
        switch self {
        case .dissimilarity: groups.dissimilarity
        case .gini: groups.gini
        case .entropy: groups.entropy
        case .diversity: groups.diversity
        case .divergence: groups.divergence
        case .normalisedExposure: groups.normalisedExposure
        case .relativeDiversity: groups.relativeDiversity
        case .squaredCoefficientOfVariation: groups.squaredCoefficientOfVariation
        case .simpsonConcentration: groups.simpsonConcentration
        case .simpsonInteraction: groups.simpsonInteraction
        }
    }
}
