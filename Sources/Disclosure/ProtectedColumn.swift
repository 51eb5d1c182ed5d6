public import Statistics

/// Numbers that have passed the protection gate: one per area, each with its state.
///
/// Only this module can make one, which is how the compiler keeps unprotected counts out of releases: the release
/// writer takes nothing else.
public struct ProtectedColumn: Sendable, Equatable {
    /// The numbers; 0 wherever the state is not `value`.
    public let values: [Double]
    /// What each number is.
    public let states: [ValueState]

    init(values: [Double], states: [ValueState]) {
        precondition(values.count == states.count, "values and states differ in length")
        self.values = zip(values, states).map { $1 == .value ? $0 : 0 }
        self.states = states
    }

    /// How many areas there are.
    public var count: Int { values.count }

    /// A number computed from protected numbers only, area by area: a rate, a difference, a share.
    ///
    ///     let rate = try Formula.parse("100 * sgb2 / residents")
    ///     let column = ProtectedColumn.derived(from: [sgb2, residents], by: rate, hidingBelow: 3)
    ///
    /// An area with a suppressed operand is suppressed; else one with an unknown operand is unknown; else one with an
    /// operand that does not apply does not apply. Where the formula has no value, as when the denominator is zero, the
    /// result does not apply. A formula may make new counts on its way, and an area where one is below the threshold is
    /// hidden like any other: `residents - under15` may be 1 where both operands are shown.
    ///
    /// It takes a formula and not a closure, so that no number can come in beside the operands.
    ///
    /// - Parameters:
    ///   - operands: The columns of the formula's variables, in their order.
    ///   - formula: What is computed.
    ///   - threshold: The strictest threshold of the operands' sources.
    /// - Precondition: There is one operand per variable, at least one, and all are of one length.
    /// - Complexity: O(areas · operands).
    public static func derived(
        from operands: [ProtectedColumn], by formula: Formula, hidingBelow threshold: Double
    ) -> ProtectedColumn {
        precondition(!operands.isEmpty, "a derived column needs operands")
        precondition(operands.count == formula.variables.count, "one operand per variable")
        let count = operands[0].count
        precondition(operands.allSatisfy { $0.count == count }, "operands differ in length")
        var values = [Double](repeating: 0, count: count)
        var states = [ValueState](repeating: .value, count: count)
        for area in 0..<count {
            if let reason = operands.lazy.map({ $0.states[area] }).filter({ $0 != .value }).min() {
                states[area] = reason
                continue
            }
            let counts = operands.map { $0.values[area] }
            if formula.makesSmallCount(counts, below: threshold) {
                states[area] = .suppressed
            } else if let value = formula.evaluate(counts) {
                values[area] = value
            } else {
                states[area] = .notApplicable
            }
        }
        return ProtectedColumn(values: values, states: states)
    }
}
