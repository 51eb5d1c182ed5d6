import Statistics

/// A coefficient with its uncertainty.
public struct Estimate: Sendable, Equatable {
    /// The coefficient.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// The coefficient divided by its standard error.
    public let statistic: Double
    /// How probable a statistic as far from zero is where the coefficient is zero, two-sided.
    public let p: Double

    /// An estimate whose statistic follows Student's t.
    ///
    /// - Parameter degrees: Degrees of freedom.
    init(_ value: Double, standardError: Double, degrees: Double) {
        self.value = value
        self.standardError = standardError
        statistic = value / standardError
        p = StudentT.twoSided(value / standardError, degrees: degrees)
    }

    /// An estimate whose statistic is normal when there are many areas.
    init(asymptotic value: Double, standardError: Double) {
        self.value = value
        self.standardError = standardError
        statistic = value / standardError
        p = Normal.twoSided(value / standardError)
    }
}

/// A test statistic with its p-value.
public struct TestResult: Sendable, Equatable {
    /// The statistic.
    public let statistic: Double
    /// The degrees of freedom of the χ² distribution that it follows under the null.
    public let degrees: Int
    /// How probable a statistic at least as large is under the null.
    public let p: Double

    /// A statistic that is χ² under the null.
    init(chiSquare statistic: Double, degrees: Int) {
        self.statistic = statistic
        self.degrees = degrees
        p = ChiSquare.upper(statistic, degrees: Double(degrees))
    }
}

/// An effect with an interval.
public struct Effect: Sendable, Equatable {
    /// The effect.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// The lower end of the 95 % interval.
    public let lower: Double
    /// The upper end of the 95 % interval.
    public let upper: Double
}

/// What one unit more of a predictor does to the response, averaged over the areas.
///
/// LeSage and Pace: Introduction to Spatial Econometrics (2009), 2.7.
public struct Impacts: Sendable, Equatable {
    /// In the area itself, including what comes back from its neighbours.
    public let direct: Effect
    /// In all other areas together.
    public let indirect: Effect
    /// Both together.
    public let total: Effect
}
