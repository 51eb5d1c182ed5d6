/// What is taken to be random when a few events are counted among many people.
public enum RateModel: String, Sendable, CaseIterable {
    /// Events per person that may also come in numbers, as Poisson counts: Marshall's estimator.
    case poisson
    /// Persons to whom something applies or not, of which the rate is a share: Martuzzi and Elliott's estimator.
    case binomial
}
