/// How segregated a group lives, seen at one scale of neighbourhoods: one point of a multiscalar profile.
///
/// With τ the persons of an origin, *g* the members of the group among them, π̃ the share in the origin's neighbourhood,
/// *T* and *G* their sums and π = *G* ⁄ *T*:
///
/// - mean: Σ τ π̃ ⁄ *T*, what share the average person has around;
/// - isolation: Σ *g* π̃ ⁄ *G*, what share the average member has around (spatial exposure *P*\* of the group to itself);
/// - dissimilarity: Σ τ |π̃ − π| ⁄ (2 *T* π (1 − π)), the spatial *D*̃ for two groups.
///
/// Definitions: Reardon, O'Sullivan: Measures of spatial segregation, Sociological Methodology 34, 2004, with the *k*
/// nearest persons or a radius as the local environment, all in it weighted alike. As neighbourhoods overlap, π̃ does not
/// average to π exactly, and dissimilarity falls with the scale.
public struct EgohoodProfile: Sendable, Equatable {
    /// The persons whose neighbourhood is known.
    public let residents: Double
    /// The share of the group among them; nil without persons.
    public let share: Double?
    /// The mean over persons of the share around them; nil without persons.
    public let mean: Double?
    /// The mean over members of the group; nil without members.
    public let isolation: Double?
    /// The spatial dissimilarity; nil where nobody or everybody is of the group.
    public let dissimilarity: Double?
}

extension EgohoodTable {
    /// The profile of all origins at one scale.
    ///
    /// - Parameters:
    ///   - population: Origin → persons, decimals to six places.
    ///   - members: Origin → members of the group among them.
    ///   - scale: The place of the scale in ``scales``.
    ///   - group: The group.
    /// - Complexity: O(*n*) for *n* origins. The sums do not depend on the order of the origins.
    public func profile(
        population: [Double], members: [Double], at scale: Int = 0, group: Int = 0
    ) -> EgohoodProfile {
        precondition(population.count == count && members.count == count, "one of each for each origin")
        var (all, own, difference) = (ShareSum(), ShareSum(), ShareSum())
        for origin in 0..<count {
            guard let share = share(of: origin, at: scale, group: group) else { continue }
            all.add(share, persons: population[origin])
            own.add(share, persons: members[origin])
        }
        guard all.persons > 0 else {
            return EgohoodProfile(residents: 0, share: nil, mean: nil, isolation: nil, dissimilarity: nil)
        }
        let whole = own.persons / all.persons
        for origin in 0..<count {
            guard let share = share(of: origin, at: scale, group: group) else { continue }
            difference.add(abs(share - whole), persons: population[origin])
        }
        let spread = 2 * whole * (1 - whole)
        return EgohoodProfile(
            residents: all.persons, share: whole, mean: all.mean, isolation: own.mean,
            dissimilarity: spread > 0 ? difference.mean.map { $0 / spread } : nil)
    }
}
