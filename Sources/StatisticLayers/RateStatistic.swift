/// What a layer shows of a rate of small numbers.
public enum RateStatistic: String, Sendable, CaseIterable {
    /// The raw rate, and whether it says anything against the whole region's.
    case certainty = "rate-certainty"
    /// Drawn towards the region's rate (Marshall).
    case empiricalBayes = "empirical-bayes"
    /// Drawn towards the rate of the neighbourhood.
    case spatialEmpiricalBayes = "spatial-empirical-bayes"
    /// The rate of area and neighbours together.
    case spatialRate = "spatial-rate"

    /// Whether it looks at neighbours.
    public var isSpatial: Bool { self == .spatialEmpiricalBayes || self == .spatialRate }

    /// The name of the method in German.
    public var german: String {
        switch self {
        case .certainty: "Aussagekraft der Quote"
        case .empiricalBayes: "Geglättete Quote (empirischer Bayes)"
        case .spatialEmpiricalBayes: "Geglättete Quote (räumlicher empirischer Bayes)"
        case .spatialRate: "Quote von Gebiet und Nachbarn"
        }
    }

    /// The name of the method in English.
    public var english: String {
        switch self {
        case .certainty: "What the rate can tell"
        case .empiricalBayes: "Smoothed rate (empirical Bayes)"
        case .spatialEmpiricalBayes: "Smoothed rate (spatial empirical Bayes)"
        case .spatialRate: "Rate of area and neighbours"
        }
    }

    /// Definition in German and English, with its source.
    var definition: (german: String, english: String) {
        switch self {
        case .certainty:
            (
                "Über oder unter dem Wert der Region liegt ein Gebiet, dessen Vertrauensintervall ihn nicht enthält. Zu klein "
                    + "für eine Aussage ist eine Zahl, deren Intervall den Wert der Region und auch seine Hälfte oder sein "
                    + "Doppeltes enthält; ähnlich heißt der Rest.",
                "An area is above or below the region's value when its confidence interval does not hold it. A number is too "
                    + "small to tell when its interval holds the region's value and also its half or its double; the others "
                    + "are similar."
            )
        case .empiricalBayes:
            (
                "Jede Quote wird zum Wert der Region gezogen, umso mehr, je weniger Menschen sie beschreibt. Marshall, Applied "
                    + "Statistics 40 (1991).",
                "Each rate is drawn towards the region's, the more the fewer people it describes. Marshall, Applied "
                    + "Statistics 40 (1991)."
            )
        case .spatialEmpiricalBayes:
            (
                "Jede Quote wird zum Wert ihrer Nachbarschaft gezogen, umso mehr, je weniger Menschen sie beschreibt. "
                    + "Marshall, Applied Statistics 40 (1991).",
                "Each rate is drawn towards that of its neighbourhood, the more the fewer people it describes. Marshall, "
                    + "Applied Statistics 40 (1991)."
            )
        case .spatialRate:
            (
                "Fälle von Gebiet und Nachbarn durch ihre Bevölkerung: ein gleitender Mittelwert.",
                "Events of area and neighbours over their population: a moving average."
            )
        }
    }
}
