public import Statistics

/// Rates that borrow strength from other areas.
///
/// All take events and populations of the same areas, populations above 0 (areas without population, or without a
/// number, are taken out beforehand, with ``Statistics/Neighbours/restricted(to:)``), and give rates in events per
/// person. They are to be shown beside the raw rates, never instead of them.
public enum RateSmoothing {
    /// Each area's rate drawn towards the overall rate, the more the fewer people it has.
    ///
    ///     RateSmoothing.empiricalBayes(events: [4, 0, 12], populations: [200, 150, 260])
    ///
    /// The estimator is that of ``RatePrior``.
    ///
    /// - Complexity: O(*n*).
    public static func empiricalBayes(
        events: [Double], populations: [Double], model: RateModel = .poisson
    ) -> [Double] {
        guard let prior = RatePrior(model, events: events, populations: populations) else { return [] }
        return zip(events, populations).map { prior.estimate(events: $0, population: $1) }
    }

    /// Each area's rate drawn towards that of its neighbourhood.
    ///
    /// The neighbourhood is the area itself with its neighbours, each of them once, whatever the links weigh; mean and
    /// variance are estimated in it as in ``RatePrior``, with n̄ its own mean population (Marshall 1991; GeoDa; esda's
    /// `Spatial_Empirical_Bayes`; spdep's `EBlocal(geoda = TRUE)`, whose default takes each neighbour's deviation from
    /// that neighbour's own mean instead). An island's neighbourhood is the island: its rate stays raw, for nobody is
    /// there to borrow from.
    ///
    /// - Complexity: O(*n* + *k*) for *k* links.
    public static func spatialEmpiricalBayes(
        events: [Double], populations: [Double], neighbours: Neighbours, model: RateModel = .poisson
    ) -> [Double] {
        precondition(events.count == neighbours.count && populations.count == neighbours.count, "the same areas")
        return events.indices.map { area in
            let members = neighbourhood(of: area, in: neighbours)
            return RatePrior(model, events: events, populations: populations, members: members)
                .estimate(events: events[area], population: populations[area])
        }
    }

    /// The events of each neighbourhood over its people: a moving average that is weighted by population.
    ///
    /// The neighbourhood is the area itself with its neighbours, each of them once, whatever the links weigh. An island's
    /// rate stays raw. (L. Anselin, N. Lozano and J. Koschinsky: Rate Transformations and Smoothing, 2006.)
    ///
    /// - Complexity: O(*n* + *k*) for *k* links.
    public static func spatial(events: [Double], populations: [Double], neighbours: Neighbours) -> [Double] {
        precondition(events.count == neighbours.count && populations.count == neighbours.count, "the same areas")
        return events.indices.map { area in
            precondition(populations[area] > 0, "areas without population are left out")
            let members = neighbourhood(of: area, in: neighbours)
            let (allEvents, people) = members.reduce((0.0, 0.0)) { ($0.0 + events[$1], $0.1 + populations[$1]) }
            return allEvents / people
        }
    }

    /// An area and its neighbours; a link to itself does not count twice.
    private static func neighbourhood(of area: Int, in neighbours: Neighbours) -> [Int] {
        [area] + neighbours.targets(of: area).lazy.map(Int.init).filter { $0 != area }
    }
}
