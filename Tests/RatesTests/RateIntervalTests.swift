import Rates
import Statistics
import Testing

@Suite("Intervals of rates")
struct RateIntervalTests {
    @Test(
        "Wilson's and Clopper and Pearson's limits are those of statsmodels 0.15",
        arguments: [
            (3, 20, 0.052368745896216595, 0.36041886474075696, 0.0320709371854637, 0.37892682654531396),
            (0, 20, 0, 0.1611251580528194, 0, 0.16843347098308534),
            (20, 20, 0.8388748419471804, 1, 0.8315665290169146, 1),
            (120, 1000, 0.10129926060130912, 0.14160907584771276, 0.10050092374816784, 0.14176686379282544),
        ] as [(Double, Double, Double, Double, Double, Double)])
    func shares(
        events: Double, people: Double, wilsonLower: Double, wilsonUpper: Double, exactLower: Double, exactUpper: Double
    ) {
        let wilson = RateInterval(.wilson, events: events, population: people, level: 0.95)
        #expect(abs(wilson.lower - wilsonLower) < 1e-14 && abs(wilson.upper - wilsonUpper) < 1e-14)
        let exact = RateInterval(.clopperPearson, events: events, population: people, level: 0.95)
        #expect(abs(exact.lower - exactLower) < 1e-14 && abs(exact.upper - exactUpper) < 1e-14)
    }

    @Test(
        "exact Poisson limits are those of scipy 1.17, halves of chi-square quantiles",
        arguments: [
            (0, 0, 3.6888794541139354), (3, 0.6186721228956014, 8.767273069742323),
            (10, 4.7953886961324335, 18.39035604201778), (250, 219.9679956309373, 282.98770504231607),
        ] as [(Double, Double, Double)])
    func rates(events: Double, lower: Double, upper: Double) {
        let interval = RateInterval(.poisson, events: events, population: 8, level: 0.95)
        #expect(abs(interval.lower * 8 - lower) < 1e-12 && abs(interval.upper * 8 - upper) < 1e-12)
    }

    @Test("at its limits a share has a score of z, and a count the tail probability (1 − level)/2")
    func definitions() {
        for (events, people) in [(1.0, 7.0), (4, 30), (29, 30), (400, 9000)] {
            for level in [0.5, 0.95, 0.998] {
                let z = Normal.quantile(0.5 + level / 2)
                let wilson = RateInterval(.wilson, events: events, population: people, level: level)
                for limit in [wilson.lower, wilson.upper] {
                    let score = abs(events / people - limit) / (limit * (1 - limit) / people).squareRoot()
                    #expect(abs(score - z) < 1e-9)
                }
                let exact = RateInterval(.poisson, events: events, population: people, level: level)
                let tail = (1 - level) / 2
                #expect(abs(Poisson.upper(Int(events), mean: exact.lower * people) - tail) < 1e-12)
                #expect(abs(Poisson.cumulative(Int(events), mean: exact.upper * people) - tail) < 1e-12)
                let share = RateInterval(.clopperPearson, events: events, population: people, level: level)
                #expect(abs(Binomial.upper(Int(events), trials: Int(people), probability: share.lower) - tail) < 1e-12)
                #expect(
                    abs(Binomial.cumulative(Int(events), trials: Int(people), probability: share.upper) - tail) < 1e-12)
            }
        }
    }

    @Test("a share and its complement have mirrored limits, and the rate lies between them")
    func mirrored() {
        for events in 0...25 {
            for method in [RateInterval.Method.wilson, .clopperPearson] {
                let one = RateInterval(method, events: Double(events), population: 25, level: 0.9)
                let other = RateInterval(method, events: Double(25 - events), population: 25, level: 0.9)
                #expect(abs(one.lower - (1 - other.upper)) < 1e-14)
                #expect(one.contains(Double(events) / 25))
            }
        }
    }

    @Test("exact Poisson limits hold the true mean at least as often as stated")
    func coverage() {
        for mean in [0.3, 1, 2.5, 7, 20] {
            var held = 0.0
            for count in 0...100 {
                let interval = RateInterval(.poisson, events: Double(count), population: 1, level: 0.95)
                if interval.contains(mean) { held += Poisson.mass(count, mean: mean) }
            }
            #expect(held >= 0.95)
        }
    }

    @Test("classes: beyond the limits, within a factor of two, or too small to tell")
    func classes() {
        func verdict(_ events: Double, _ people: Double, _ reference: Double, isShare: Bool = true) -> RateClass {
            let interval = RateInterval(isShare ? .wilson : .poisson, events: events, population: people, level: 0.95)
            return RateClass(interval, against: reference, isShare: isShare)
        }
        #expect(verdict(300, 1000, 0.2) == .above)
        #expect(verdict(100, 1000, 0.2) == .below)
        #expect(verdict(205, 1000, 0.2) == .similar)
        #expect(verdict(1, 12, 0.1) == .tooSmallToTell)
        #expect(verdict(2, 2, 0.1) == .above, "two of two are beyond one in ten, even so")
        #expect(verdict(0, 3, 0.1) == .tooSmallToTell)
        // A share and its complement get mirrored verdicts.
        for (events, people) in [(3.0, 20.0), (11, 40), (0, 9), (70, 300)] {
            let mirror: [RateClass: RateClass] = [.above: .below, .below: .above]
            let (one, other) = (verdict(events, people, 0.2), verdict(people - events, people, 0.8))
            #expect(other == mirror[one] ?? one)
        }
        #expect(verdict(30, 10, 2.8, isShare: false) == .similar)
        #expect(verdict(3, 1, 2.8, isShare: false) == .tooSmallToTell)
    }
}
