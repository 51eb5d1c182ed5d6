import Rates
import Statistics
import Testing

@Suite("Rates from neighbourhoods")
struct RateSmoothingTests {
    /// 0 – 1 – 2, and 3 alone.
    let path = Neighbours(starts: [0, 1, 3, 4, 4], targets: [1, 0, 2, 1], weights: [0.2, 5, 1, 1])
    let events = [1.0, 8, 3, 2]
    let people = [10.0, 40, 50, 4]

    @Test("a spatial rate is the events of the area and its neighbours over their people, whatever the links weigh")
    func spatial() {
        let rates = RateSmoothing.spatial(events: events, populations: people, neighbours: path)
        let expected: [Double] = [9.0 / 50, 12.0 / 100, 11.0 / 90, 0.5]
        #expect(rates == expected)
    }

    @Test("spatial empirical Bayes is the global estimator over each neighbourhood")
    func spatialEmpiricalBayes() throws {
        for model in RateModel.allCases {
            let rates = RateSmoothing.spatialEmpiricalBayes(
                events: events, populations: people, neighbours: path, model: model)
            for (area, members) in [[0, 1], [0, 1, 2], [1, 2]].enumerated() {
                let prior = try #require(
                    RatePrior(model, events: members.map { events[$0] }, populations: members.map { people[$0] }))
                #expect(abs(rates[area] - prior.estimate(events: events[area], population: people[area])) < 1e-16)
            }
            #expect(rates[3] == 0.5, "an island's rate stays raw")
        }
    }

    @Test("where all are neighbours of all, spatial smoothing is global smoothing; links to oneself do not count")
    func complete() {
        let n = 6
        var generator = SplitMix64(seed: 12)
        let people = (0..<n).map { _ in 10 + Double(generator.below(90)) }
        let events = people.map { ($0 * generator.uniform()).rounded() }
        let whole = Neighbours(
            starts: (0...n).map { $0 * n }, targets: (0..<n).flatMap { _ in 0..<Int32(n) },
            weights: Array(repeating: 1, count: n * n))
        let global = RateSmoothing.empiricalBayes(events: events, populations: people)
        let local = RateSmoothing.spatialEmpiricalBayes(events: events, populations: people, neighbours: whole)
        for (one, other) in zip(global, local) { #expect(abs(one - other) < 1e-14) }
        let overall = events.reduce(0, +) / people.reduce(0, +)
        for rate in RateSmoothing.spatial(events: events, populations: people, neighbours: whole) {
            #expect(abs(rate - overall) < 1e-15)
        }
    }

    @Test("relabelling the areas relabels the rates only")
    func relabelling() {
        let order = [2, 3, 0, 1]
        let turned = path.restricted(to: order)
        let (events, people) = (order.map { self.events[$0] }, order.map { self.people[$0] })
        let rates = RateSmoothing.spatialEmpiricalBayes(events: events, populations: people, neighbours: turned)
        let first = RateSmoothing.spatialEmpiricalBayes(
            events: self.events, populations: self.people, neighbours: path)
        for (place, area) in order.enumerated() { #expect(abs(rates[place] - first[area]) < 1e-15) }
    }
}
