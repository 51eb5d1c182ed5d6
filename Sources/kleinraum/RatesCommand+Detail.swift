import Formats
import Rates

extension RatesCommand {
    /// What `--details` adds to a row.
    enum Detail {
        /// The columns' names.
        static let columns = ["expected", "excess_risk", "exceedance", "class"]

        /// The cells of an area; without any event in the city nothing is expected, and there is no risk to compare.
        static func cells(
            events: Double, people: Double, prior: RatePrior, interval: RateInterval, isShare: Bool
        ) -> [TableCell] {
            let expected = people * prior.mean
            let probability = prior.probability(events: events, population: people, above: prior.mean)
            let verdict = RateClass(interval, against: prior.mean, isShare: isShare)
            return [
                .number(expected), .number(expected > 0 ? events / expected : nil), .number(probability),
                .text(verdict.rawValue),
            ]
        }
    }
}
