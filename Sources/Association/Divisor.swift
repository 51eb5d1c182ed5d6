/// By what a sum of squared deviations is divided to give a variance.
///
/// Packages differ: for the local Moran spdep's default and Anselin (1995) take *n*, GeoDa *n* − 1; for the local Geary
/// spdep and GeoDa take *n* − 1, esda *n*. The choice scales a statistic, its expectation and its deviation alike, so no
/// z and no p depends on it.
public enum Divisor: String, Sendable, CaseIterable {
    /// The number of values.
    case n
    /// One less, as for an estimate from a sample.
    case nMinusOne = "n-1"

    /// The number to divide by.
    ///
    ///     Divisor.nMinusOne.count(of: 49)  // 48
    @inlinable public func count(of values: Int) -> Double { Double(self == .n ? values : values - 1) }
}
