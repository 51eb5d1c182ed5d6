import Statistics
import Testing

@Suite("Standardised rates")
struct StandardisedRatesTests {
    @Test("rates of equal populations are ordinary z-scores of deviation n")
    func equalPopulations() throws {
        // p = 0.1, 0.2, 0.6; b = 0.3; s² = (0.04 + 0.01 + 0.09)/3; a + b/n is s² then.
        let rates = try #require(StandardisedRates.of(events: [1, 2, 6], populations: [10, 10, 10]))
        let deviation = (0.14 / 3).squareRoot()
        for (rate, expected) in zip(rates, [-0.2, -0.1, 0.3]) { #expect(abs(rate - expected / deviation) < 1e-14) }
    }

    @Test("where the variance between areas is estimated below 0, the two rules differ; else they agree")
    func truncation() throws {
        // Rates 0.5, 0.5: nothing between, so a is −b/n̄ and perArea takes a + b/nᵢ only where that is above 0.
        let (events, people) = ([5.0, 50, 3], [10.0, 100, 6])
        for truncation in [StandardisedRates.Truncation.perArea, .overall] {
            let rates = try #require(StandardisedRates.of(events: events, populations: people, truncation: truncation))
            #expect(rates == [0, 0, 0])
        }
        let quiet = (events: [4.0, 52, 4], people: [10.0, 100, 6])
        let one = try #require(StandardisedRates.of(events: quiet.events, populations: quiet.people))
        let other = try #require(
            StandardisedRates.of(events: quiet.events, populations: quiet.people, truncation: .overall))
        #expect(one != other)
        let b = 60.0 / 116
        #expect(abs(other[0] - (0.4 - b) / (b / 10).squareRoot()) < 1e-14)
        let wild = (events: [1.0, 80, 5], people: [100.0, 100, 60])
        #expect(
            StandardisedRates.of(events: wild.events, populations: wild.people)
                == StandardisedRates.of(events: wild.events, populations: wild.people, truncation: .overall))
    }

    @Test("without events, or without areas, no rate varies")
    func nothing() {
        #expect(StandardisedRates.of(events: [0, 0], populations: [5, 6]) == nil)
        #expect(StandardisedRates.of(events: [], populations: []) == nil)
    }
}
