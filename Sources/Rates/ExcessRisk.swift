/// How many times the overall rate an area's rate is.
public enum ExcessRisk {
    /// Events over expected events, which are the overall rate times the population: 1 is as everywhere.
    ///
    ///     ExcessRisk.of(events: [4, 0, 12], populations: [200, 150, 260])  // [0.7625, 0, 1.7596…]
    ///
    /// It is as unsteady as the raw rate; show it with an interval or a probability.
    ///
    /// - Returns: One number for each area, or nil without any event, for then nothing is expected.
    /// - Precondition: Populations are above 0.
    /// - Complexity: O(*n*).
    public static func of(events: [Double], populations: [Double]) -> [Double]? {
        precondition(events.count == populations.count, "events and population of the same areas")
        precondition(populations.allSatisfy { $0 > 0 }, "areas without population are left out beforehand")
        let allEvents = events.reduce(0, +)
        guard allEvents > 0 else { return nil }
        let overall = allEvents / populations.reduce(0, +)
        return zip(events, populations).map { $0 / ($1 * overall) }
    }
}
