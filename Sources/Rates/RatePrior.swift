/// How the rates of areas scatter about their mean beyond chance, estimated from the areas themselves.
///
///     let events = [4.0, 0, 12], people = [200.0, 150, 260]
///     let prior = RatePrior(.poisson, events: events, populations: people)
///     prior?.mean                                        // 16 of 610: 0.0262…
///     prior?.estimate(events: 0, population: 150)        // 0.01155…: from 0 towards the mean
///
/// With pᵢ = eventsᵢ / nᵢ, b = Σ events / Σ n, s² = Σ nᵢ (pᵢ − b)² / Σ n and n̄ the mean population, the variance between
/// areas is
/// - ``RateModel/poisson``: s² − b/n̄. R. J. Marshall: Mapping disease and mortality rates using empirical Bayes
///   estimators, Applied Statistics 40 (1991), pp. 283–294.
/// - ``RateModel/binomial``: (s² − b(1 − b)/n̄) / (1 − 1/n̄), which makes the weights those of M. Martuzzi and P. Elliott:
///   Empirical Bayes estimation of small area prevalence of non-rare conditions, Statistics in Medicine 15 (1996),
///   pp. 1867–1873, as spdep's `EBest(family = "binomial")` has them.
///
/// A negative estimate says that the rates scatter less than chance makes them; it is taken as 0 (Marshall; spdep and
/// GeoDa too, esda's global estimator not), and then every estimate is the mean. The sampling error of the mean and
/// variance themselves is left out of account, as in any empirical Bayes method, so do not use it for a handful of areas.
public struct RatePrior: Sendable, Equatable {
    /// The model of the counts.
    public let model: RateModel
    /// The overall rate b.
    public let mean: Double
    /// The variance between areas, not below 0.
    public let variance: Double

    /// Estimates mean and variance from all areas.
    ///
    /// - Returns: nil without areas.
    /// - Precondition: Populations are above 0 and events not below; for ``RateModel/binomial`` events do not exceed them.
    /// - Complexity: O(*n*).
    public init?(_ model: RateModel, events: [Double], populations: [Double]) {
        precondition(events.count == populations.count, "events and population of the same areas")
        guard !events.isEmpty else { return nil }
        self.init(model, events: events, populations: populations, members: events.indices)
    }

    /// Estimates mean and variance from some of the areas, a neighbourhood say.
    ///
    /// - Precondition: There is at least one.
    init(_ model: RateModel, events: [Double], populations: [Double], members: some Collection<Int>) {
        var (allEvents, people) = (0.0, 0.0)
        for member in members {
            precondition(populations[member] > 0 && events[member] >= 0, "areas without population are left out")
            precondition(model == .poisson || events[member] <= populations[member], "a share is at most 1")
            allEvents += events[member]
            people += populations[member]
        }
        precondition(people > 0, "a neighbourhood holds its own area")
        let mean = allEvents / people
        var scatter = 0.0
        for member in members {
            let deviation = events[member] / populations[member] - mean
            scatter += populations[member] * deviation * deviation
        }
        let size = people / Double(members.count)
        self.model = model
        self.mean = mean
        switch model {
        case .poisson: variance = max(0, scatter / people - mean / size)
        case .binomial:
            // Areas of one person each hold no sign of what is between them.
            variance = size > 1 ? max(0, (scatter / people - mean * (1 - mean) / size) / (1 - 1 / size)) : 0
        }
    }

    /// How much of an area's own rate goes into its estimate: n / (n + m), where m is the number of people that the mean
    /// counts for; 0 where nothing is between the areas.
    public func weight(population: Double) -> Double {
        variance > 0 ? population / (population + people) : 0
    }

    /// The area's rate drawn towards the mean, the more the fewer people it has.
    ///
    /// It is the mean of the posterior of ``probability(events:population:above:)``.
    ///
    /// - Precondition: `population` is above 0.
    public func estimate(events: Double, population: Double) -> Double {
        precondition(population > 0, "areas without population are left out")
        let weight = weight(population: population)
        return weight * (events / population) + (1 - weight) * mean
    }

    /// The number of people the prior counts for: b/a for the gamma prior, b(1 − b)/a − 1 for the beta prior.
    var people: Double {
        model == .poisson ? mean / variance : max(0, mean * (1 - mean) / variance - 1)
    }
}
