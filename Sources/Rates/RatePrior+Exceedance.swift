import Statistics

extension RatePrior {
    /// The probability that the area's true rate is above a threshold, given its own count and what the areas together
    /// say.
    ///
    ///     // the probability of exceeding the city's value
    ///     prior.probability(events: 12, population: 260, above: prior.mean)  // 0.92471…
    ///
    /// The posterior is gamma(b·m + events, m + n) for Poisson counts (D. Clayton and J. Kaldor: Empirical Bayes estimates
    /// of age-standardized relative risks, Biometrics 43 (1987), pp. 671–681), and beta(b·m + events, (1 − b)·m + n −
    /// events) for shares, with m people for the prior. S. Richardson, A. Thomson, N. Best and P. Elliott: Interpreting
    /// posterior relative risk estimates in disease-mapping studies, Environmental Health Perspectives 112 (2004),
    /// pp. 1016–1025, take an area for raised from 0.7 … 0.8 on: a rule with few false alarms. Where nothing is between
    /// the areas all posteriors are the mean, and the probability is 1, ½ (the limit) or 0 as the threshold is below, at
    /// or above it.
    ///
    /// - Parameter threshold: A rate in events per person, not below 0.
    /// - Precondition: `population` is above 0, `events` not below; for ``RateModel/binomial`` not above `population`.
    public func probability(events: Double, population: Double, above threshold: Double) -> Double {
        precondition(population > 0 && events >= 0 && threshold >= 0, "counts and a threshold from 0")
        guard variance > 0 else { return mean == threshold ? 0.5 : mean > threshold ? 1 : 0 }
        let shape = mean * people + events
        switch model {
        case .poisson:
            return GammaFunction.upper(shape, (people + population) * threshold)
        case .binomial:
            precondition(events <= population, "a share is at most 1")
            let rest = (1 - mean) * people + (population - events)
            if threshold >= 1 || shape == 0 { return 0 }
            return rest == 0 ? 1 : BetaFunction.upper(threshold, shape, rest)
        }
    }
}
