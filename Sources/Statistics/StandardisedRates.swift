/// Rates freed of what their populations do to their variances, as Moran's I for rates needs them.
///
/// A rate of few people strays further than one of many, and a statistic that takes both for equal finds clusters where
/// there are only small districts. R. Assunção and E. Reis: A new proposal to adjust Moran's I for population density,
/// Statistics in Medicine 18 (1999), pp. 2147–2162.
public enum StandardisedRates {
    /// What becomes of the variance between areas when its estimate is negative.
    public enum Truncation: Sendable {
        /// Nothing, as long as the variance of the area's own rate stays above 0; else that one is taken without it. So
        /// Assunção and Reis, and esda.
        case perArea
        /// It is taken as 0 for all areas, as Marshall takes it. So spdep's `EBImoran.mc` and GeoDa.
        case overall
    }

    /// The standardised rate of each area, zᵢ = (pᵢ − b) / √vᵢ.
    ///
    ///     StandardisedRates.of(events: [2, 0, 8], populations: [100, 50, 100])
    ///
    /// With pᵢ = eventsᵢ / populationᵢ, b = Σ events / Σ population, s² = Σ populationᵢ (pᵢ − b)² / Σ population,
    /// a = s² − b / (mean population) and vᵢ = a + b / populationᵢ. The numbers are in standard deviations; their mean is
    /// not 0, so a statistic subtracts it where its formula does (Moran's I does).
    ///
    /// - Parameters:
    ///   - events: How many events each area has, not below 0; more than the population is allowed.
    ///   - populations: How many each area has at risk, above 0: leave out areas without population beforehand.
    ///   - truncation: What a negative a means. The two rules differ only then.
    /// - Returns: One number for each area, or nil where there are no areas or no events, for then no rate varies.
    /// - Complexity: O(*n*).
    public static func of(
        events: [Double], populations: [Double], truncation: Truncation = .perArea
    ) -> [Double]? {
        precondition(events.count == populations.count, "events and population of the same areas")
        precondition(populations.allSatisfy { $0 > 0 }, "areas without population are left out beforehand")
        let (allEvents, allPeople) = (events.reduce(0, +), populations.reduce(0, +))
        guard allEvents > 0 else { return nil }
        let overall = allEvents / allPeople
        var scatter = 0.0
        for (events, people) in zip(events, populations) {
            let deviation = events / people - overall
            scatter += people * deviation * deviation
        }
        let between = scatter / allPeople - overall / (allPeople / Double(events.count))
        return zip(events, populations).map { events, people in
            let chance = overall / people
            let variance = truncation == .perArea ? between + chance : max(0, between) + chance
            return (events / people - overall) / (variance > 0 ? variance : chance).squareRoot()
        }
    }
}
