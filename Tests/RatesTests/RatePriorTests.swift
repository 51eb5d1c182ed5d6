import Rates
import Statistics
import Testing

/// Three areas whose numbers below were computed with numpy and scipy 1.17.
private let events = [4.0, 0, 12]
private let people = [200.0, 150, 260]

@Suite("Empirical Bayes")
struct RatePriorTests {
    @Test("mean, variance, estimates and exceedance for Poisson counts")
    func poisson() throws {
        let prior = try #require(RatePrior(.poisson, events: events, populations: people))
        #expect(abs(prior.mean - 16.0 / 610) < 1e-15)
        #expect(abs(prior.variance - 0.00022210737394827703) < 1e-16)
        let estimates = RateSmoothing.empiricalBayes(events: events, populations: people)
        for (estimate, expected) in zip(estimates, [0.02231273, 0.01155395, 0.03993068]) {
            #expect(abs(estimate - expected) < 5e-9)
        }
        let probabilities = zip(events, people).map {
            prior.probability(events: $0, population: $1, above: prior.mean)
        }
        for (probability, expected) in zip(probabilities, [0.28549332, 0.03241652, 0.92471031]) {
            #expect(abs(probability - expected) < 5e-9)
        }
    }

    @Test("mean, variance, estimates and exceedance for shares")
    func binomial() throws {
        let prior = try #require(RatePrior(.binomial, events: events, populations: people))
        #expect(abs(prior.variance - 0.00022660536970209983) < 1e-16)
        for (place, expected) in [0.02223257, 0.01119618, 0.04016585].enumerated() {
            #expect(abs(prior.estimate(events: events[place], population: people[place]) - expected) < 5e-9)
        }
        for (place, expected) in [0.28299337, 0.02933324, 0.93014514].enumerated() {
            let probability = prior.probability(events: events[place], population: people[place], above: prior.mean)
            #expect(abs(probability - expected) < 5e-9)
        }
    }

    @Test("rates that scatter less than chance makes them become the overall rate, and nothing exceeds it")
    func truncation() throws {
        for model in RateModel.allCases {
            let prior = try #require(RatePrior(model, events: [10, 20, 31], populations: [100, 200, 300]))
            #expect(prior.variance == 0)
            #expect(prior.weight(population: 100) == 0)
            #expect(prior.estimate(events: 10, population: 100) == prior.mean)
            #expect(prior.probability(events: 10, population: 100, above: prior.mean) == 0.5)
            #expect(prior.probability(events: 10, population: 100, above: 0.05) == 1)
            #expect(prior.probability(events: 10, population: 100, above: 0.2) == 0)
        }
    }

    @Test("without events, with everybody an event, or with one person each, nothing is undefined")
    func extremes() throws {
        let none = try #require(RatePrior(.poisson, events: [0, 0], populations: [5, 9]))
        #expect(none.mean == 0 && none.estimate(events: 0, population: 5) == 0)
        let all = try #require(RatePrior(.binomial, events: [5, 0], populations: [5, 5]))
        #expect(all.estimate(events: 5, population: 5) == 1 && all.estimate(events: 0, population: 5) == 0)
        #expect(all.probability(events: 5, population: 5, above: 0.5) == 1)
        #expect(all.probability(events: 0, population: 5, above: 0.5) == 0)
        let single = try #require(RatePrior(.binomial, events: [1, 0, 1], populations: [1, 1, 1]))
        #expect(single.variance == 0 && single.estimate(events: 0, population: 1) == single.mean)
        #expect(RatePrior(.poisson, events: [], populations: []) == nil)
        #expect(RateSmoothing.empiricalBayes(events: [], populations: []).isEmpty)
    }

    @Test("an estimate lies between the area's rate and the mean, nearer to the mean the fewer people there are")
    func shrinks() throws {
        var generator = SplitMix64(seed: 11)
        let people = (0..<200).map { _ in 5 + Double(generator.below(2000)) }
        let events = people.map { ($0 * generator.uniform() * 0.4).rounded() }
        for model in RateModel.allCases {
            let prior = try #require(RatePrior(model, events: events, populations: people))
            #expect(prior.variance > 0)
            for (events, people) in zip(events, people) {
                let (raw, estimate) = (events / people, prior.estimate(events: events, population: people))
                #expect(min(raw, prior.mean) <= estimate && estimate <= max(raw, prior.mean))
                #expect(prior.weight(population: people) < prior.weight(population: people + 1))
            }
        }
    }

    @Test("excess risk is the rate over the overall rate")
    func excessRisk() throws {
        let risks = try #require(ExcessRisk.of(events: events, populations: people))
        for (risk, expected) in zip(risks, [0.7625, 0, 183.0 / 104]) { #expect(abs(risk - expected) < 1e-15) }
        #expect(ExcessRisk.of(events: [0, 0], populations: [3, 4]) == nil)
    }
}
