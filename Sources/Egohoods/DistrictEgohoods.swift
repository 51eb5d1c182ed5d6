/// What neighbourhoods the residents of one district live in, at one scale.
///
/// District, city and scales together are a multiscalar profile: how the mean and the exposed part change from the
/// nearest hundred persons to the nearest ten thousand.
public struct DistrictEgohoods: Sendable, Equatable {
    /// The persons whose neighbourhood is known.
    public let residents: Double
    /// Those of them in whose neighbourhood the share of the group exceeds the threshold.
    public let exceeding: Double
    /// The mean over residents of the share in their neighbourhood; nil without residents.
    public let meanShare: Double?

    /// The part of the residents whose neighbourhood exceeds the threshold; nil without residents.
    public var shareExceeding: Double? { residents > 0 ? exceeding / residents : nil }
}

extension EgohoodTable {
    /// Sums up neighbourhoods by district: how many residents live among more of the group than a threshold.
    ///
    ///     let table = town.shares(nearest: [400])
    ///     let districts = table.districts(district, count: 12, population: residents, threshold: 0.3)
    ///     districts[4].shareExceeding  // of district 4, whose 400 nearest are to more than 30 % on benefits
    ///
    /// The city's own row is one district for all origins.
    ///
    /// - Parameters:
    ///   - district: Origin → district; negative for none.
    ///   - count: How many districts there are.
    ///   - population: Origin → the persons that live there, decimals to six places.
    ///   - threshold: The share that has to be exceeded; the share itself does not.
    ///   - scale: The place of the scale in ``scales``.
    ///   - group: The group.
    /// - Returns: One row per district. Origins in whose neighbourhood nobody lives count nowhere.
    /// - Complexity: O(*n*) for *n* origins. The sums do not depend on the order of the origins.
    public func districts(
        _ district: [Int], count: Int, population: [Double], threshold: Double, at scale: Int = 0, group: Int = 0
    ) -> [DistrictEgohoods] {
        precondition(district.count == self.count && population.count == self.count, "one of each for each origin")
        var shares = [ShareSum](repeating: ShareSum(), count: count)
        var exceeding = shares
        for origin in 0..<self.count where district[origin] >= 0 && population[origin] > 0 {
            guard let share = share(of: origin, at: scale, group: group) else { continue }
            shares[district[origin]].add(share, persons: population[origin])
            if share > threshold { exceeding[district[origin]].add(1, persons: population[origin]) }
        }
        return (0..<count).map { number in
            DistrictEgohoods(
                residents: shares[number].persons, exceeding: exceeding[number].persons,
                meanShare: shares[number].mean)
        }
    }
}
