import Rates
import Statistics
import Testing

@Suite("Standardisation")
struct StandardisationTests {
    @Test("a directly standardised rate with the limits of Fay and Feuer, as scipy's gamma quantiles give them")
    func direct() throws {
        let result = try #require(
            DirectStandardisation(events: [2, 9], populations: [400, 100], standard: [600, 400], level: 0.95))
        #expect(abs(result.rate - 0.039) < 1e-15)
        #expect(abs(result.interval.lower - 0.018896444889090095) < 1e-14)
        #expect(abs(result.interval.upper - 0.07154491526185926) < 1e-14)
    }

    @Test("with the area's own people as standard the rate is the raw one, and the limits are exact Poisson limits")
    func ownStandard() throws {
        // All weights are 1/n then, so Fay and Feuer's limits are Garwood's.
        let people = [40.0, 100, 60]
        let result = try #require(
            DirectStandardisation(events: [3, 0, 4], populations: people, standard: people, level: 0.9))
        let exact = RateInterval(.poisson, events: 7, population: 200, level: 0.9)
        #expect(abs(result.rate - 0.035) < 1e-15)
        #expect(abs(result.interval.lower - exact.lower) < 1e-14)
        #expect(abs(result.interval.upper - exact.upper) < 1e-14)
        let empty = try #require(
            DirectStandardisation(events: [0, 0, 0], populations: people, standard: people, level: 0.9))
        #expect(empty.rate == 0 && empty.interval.lower == 0)
        #expect(
            abs(empty.interval.upper - RateInterval(.poisson, events: 0, population: 200, level: 0.9).upper) < 1e-15)
    }

    @Test("a stratum that nobody is in leaves the direct rate undefined, unless the standard has nobody in it either")
    func emptyStratum() {
        #expect(DirectStandardisation(events: [2, 0], populations: [40, 0], standard: [5, 1], level: 0.95) == nil)
        #expect(
            DirectStandardisation(events: [2, 0], populations: [40, 0], standard: [5, 0], level: 0.95)?.rate == 0.05)
        #expect(DirectStandardisation(events: [2], populations: [40], standard: [0], level: 0.95) == nil)
    }

    @Test("an indirectly standardised ratio with exact limits, as scipy's chi-square quantiles give them")
    func indirect() throws {
        let result = try #require(
            IndirectStandardisation(
                events: 11, populations: [400, 100], standardEvents: [300, 700], standardPopulations: [60_000, 10_000],
                level: 0.95))
        #expect(abs(result.expected - 9) < 1e-14)
        #expect(abs(result.ratio - 11.0 / 9) < 1e-14)
        #expect(abs(result.interval.lower - 0.6101289296929822) < 1e-13)
        #expect(abs(result.interval.upper - 2.1868931681446617) < 1e-13)
        #expect(abs(result.rate - 11.0 / 9 / 70) < 1e-15)
    }

    @Test("the standard itself has the ratio 1, and what cannot be expected is undefined")
    func edges() {
        let itself = IndirectStandardisation(
            events: 10, populations: [100, 300], standardEvents: [4, 6], standardPopulations: [100, 300], level: 0.95)
        #expect(itself.map { abs($0.ratio - 1) < 1e-15 && abs($0.rate - 0.025) < 1e-16 } == true)
        let nothing = IndirectStandardisation(
            events: 0, populations: [0, 0], standardEvents: [4, 6], standardPopulations: [100, 300], level: 0.95)
        #expect(nothing == nil)
        let unknown = IndirectStandardisation(
            events: 1, populations: [5, 2], standardEvents: [4, 0], standardPopulations: [100, 0], level: 0.95)
        #expect(unknown == nil)
        let quiet = IndirectStandardisation(
            events: 0, populations: [50, 2], standardEvents: [4, 1], standardPopulations: [100, 10], level: 0.95)
        #expect(quiet?.ratio == 0 && quiet?.interval.lower == 0)
    }
}
