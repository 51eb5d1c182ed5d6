public import Statistics

/// The two-group indices that a table alone, or a table with areas, can have, by their names in files.
///
///     TwoGroupIndex.dissimilarity.value(of: city)  // as city.dissimilarity
public enum TwoGroupIndex: String, Sendable, CaseIterable {
    /// ``TwoGroups/dissimilarity``
    case dissimilarity
    /// ``TwoGroups/densityCorrectedDissimilarity``
    case densityCorrectedDissimilarity = "density_corrected_dissimilarity"
    /// ``TwoGroups/gini``
    case gini
    /// ``TwoGroups/entropy``
    case entropy
    /// ``TwoGroups/atkinson(aversion:)`` with *b* = ½
    case atkinson
    /// ``TwoGroups/isolation``
    case isolation
    /// ``TwoGroups/interaction``
    case interaction
    /// ``TwoGroups/correlationRatio``
    case correlationRatio = "correlation_ratio"
    /// ``TwoGroups/concentrationProfile(points:)`` with 1,000 points
    case concentrationProfile = "concentration_profile"
    /// ``TwoGroups/delta(areas:)``
    case delta
    /// ``TwoGroups/absoluteConcentration(areas:)``
    case absoluteConcentration = "absolute_concentration"
    /// ``TwoGroups/spatialDissimilarity(_:)``
    case spatialDissimilarity = "spatial_dissimilarity"
    /// ``TwoGroups/spatialProximity(_:)`` with exp(−*d*), *d* in kilometres
    case spatialProximity = "spatial_proximity"
    /// ``TwoGroups/spatialProximity(_:)`` with ``Proximity/Decay/relativeDistance``
    case spatialProximityRelative = "spatial_proximity_relative"
    /// ``TwoGroups/relativeClustering(_:)`` with exp(−*d*), *d* in kilometres
    case relativeClustering = "relative_clustering"

    /// The places of the units, for the indices that need them.
    public struct Space: Sendable {
        /// The units' surfaces in square metres.
        public let areas: [Double]
        /// Who is next to whom, each pair weighing 1.
        public let neighbours: Neighbours
        /// How near they are, by distance in kilometres.
        public let proximity: Proximity
        /// How near they are as PySAL has it.
        public let relativeProximity: Proximity

        /// Creates places from centroids and surfaces in metres.
        ///
        /// - Precondition: All are of one length.
        public init(x: [Double], y: [Double], areas: [Double], neighbours: Neighbours) {
            precondition(neighbours.count == areas.count, "one row for each unit")
            self.areas = areas
            self.neighbours = neighbours.binary
            proximity = Proximity(x: x, y: y, areas: areas)
            relativeProximity = Proximity(x: x, y: y, areas: areas, decay: .relativeDistance)
        }
    }

    /// Whether the index needs to know where the units are.
    public var needsSpace: Bool {
        switch self {
        case .delta, .absoluteConcentration, .spatialDissimilarity, .spatialProximity, .spatialProximityRelative,
            .relativeClustering:
            true
        default: false
        }
    }

    /// Whether the index is a sum over all pairs of units, too slow to be computed for many draws at random.
    public var isOfAllPairs: Bool {
        switch self {
        case .spatialProximity, .spatialProximityRelative, .relativeClustering: true
        default: false
        }
    }

    /// Whether the index is 0 for even shares and 1 for full segregation, so that ``Draws/corrected`` has a meaning.
    public var isEvenness: Bool {
        switch self {
        case .dissimilarity, .gini, .entropy, .atkinson, .correlationRatio: true
        default: false
        }
    }

    /// The index; nil where it is undefined or needs places that are not given.
    public func value(of groups: TwoGroups, in space: Space? = nil) -> Double? {
        switch self {
        case .dissimilarity: groups.dissimilarity
        case .densityCorrectedDissimilarity: groups.densityCorrectedDissimilarity
        case .gini: groups.gini
        case .entropy: groups.entropy
        case .atkinson: groups.atkinson()
        case .isolation: groups.isolation
        case .interaction: groups.interaction
        case .correlationRatio: groups.correlationRatio
        case .concentrationProfile: groups.concentrationProfile()
        case .delta: space.flatMap { groups.delta(areas: $0.areas) }
        case .absoluteConcentration: space.flatMap { groups.absoluteConcentration(areas: $0.areas) }
        case .spatialDissimilarity: space.flatMap { groups.spatialDissimilarity($0.neighbours) }
        case .spatialProximity: space.flatMap { groups.spatialProximity($0.proximity) }
        case .spatialProximityRelative: space.flatMap { groups.spatialProximity($0.relativeProximity) }
        case .relativeClustering: space.flatMap { groups.relativeClustering($0.proximity) }
        }
    }
}
