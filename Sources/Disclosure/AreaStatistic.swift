public import Diagnostics
public import Statistics

/// A statistic over the areas of a level that may see released numbers only: a cluster map, a smoothed rate, an index.
///
/// The gate hands it protected columns and takes its results for protected, because a function of public numbers and
/// public boundaries tells nothing new. That holds as long as the statistic holds nothing else, which the compiler cannot
/// see: whoever conforms keeps weights, parameters and words, and never a count. All that conform stand in one target,
/// `StatisticLayers`, which depends on nothing that reads addresses; a test holds it to that. A statistic over addresses is
/// no such thing; what it finds is a count per address and goes through ``Protection`` like any other.
public protocol AreaStatistic: Sendable {
    /// The result columns, each with a number or the reason why there is none for every area.
    ///
    /// - Parameter operands: The protected columns, all of one length.
    /// - Throws: `InputError` where the statistic does not exist for these numbers.
    func results(of operands: [ProtectedColumn]) throws(InputError) -> [(values: [Double], states: [ValueState])]
}

extension ProtectedColumn {
    /// Columns computed from protected columns only, by a statistic that looks at all areas together.
    ///
    ///     let clusters = try ProtectedColumn.computed(from: [rate], by: statistic)
    ///
    /// - Throws: `InputError` where the statistic does not exist for these numbers.
    /// - Precondition: All operands and results are of one length, and no area has a result of which no operand has a
    ///   value: a number for a hidden area could only come from elsewhere, or from a guess at what is hidden.
    public static func computed(
        from operands: [ProtectedColumn], by statistic: any AreaStatistic
    ) throws(InputError) -> [ProtectedColumn] {
        let results = try statistic.results(of: operands)
        precondition(
            (operands.map(\.count) + results.map(\.values.count)).allSatisfy { $0 == operands.first?.count },
            "operands and results differ in length")
        for area in 0..<(operands.first?.count ?? 0) where operands.allSatisfy({ $0.states[area] != .value }) {
            precondition(results.allSatisfy { $0.states[area] != .value }, "a result for an area without any operand")
        }
        return results.map { ProtectedColumn(values: $0.values, states: $0.states) }
    }
}
