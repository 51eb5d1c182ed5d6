/// Which plane to measure on.
public enum MetricSystem {
    /// The EPSG code of the ETRS89 / UTM zone that a longitude falls in: 25828 … 25838, for 18° W to 48° E.
    ///
    ///     MetricSystem.utm(longitude: 7.0)   // 25832, Essen
    ///     MetricSystem.utm(longitude: 13.4)  // 25833, Berlin
    ///     MetricSystem.utm(longitude: 100)   // nil: ETRS89 is Europe's
    ///
    /// A longitude between two zones belongs to the eastern one. Norway's exceptions are not made.
    public static func utm(longitude: Double) -> Int? {
        guard longitude >= -18, longitude < 48 else { return nil }
        return 25828 + Int((longitude + 18) / 6)
    }
}
