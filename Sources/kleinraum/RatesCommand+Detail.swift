import Formats
import Rates

extension RatesCommand {
    /// What `--details` adds to a row.
    enum Detail {
        /// The columns' names.
        static let columns = ["expected", "excess_risk", "exceedance", "class"]

        /// The cells of an area.
        ///
        /// - Parameter risk: Events over expected ones; nil where no area has an event, and nothing is expected.
        static func cells(
            events: Double, people: Double, risk: Double?, prior: RatePrior, interval: RateInterval, isShare: Bool
        ) -> [TableCell] {
            let probability = prior.probability(events: events, population: people, above: prior.mean)
            let verdict = RateClass(interval, against: prior.mean, isShare: isShare)
            return [
                .number(people * prior.mean), .number(risk), .number(probability), .text(verdict.rawValue),
            ]
        }
    }
}
