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
    ///     let rate = ProtectedColumn.derived(from: [sgb2, residents]) { 100 * $0[0] / $0[1] }
    ///
    /// An area with a suppressed operand is suppressed; else one with an unknown operand is unknown; else one with an
    /// operand that does not apply does not apply. `formula` sees released values only; what it returns is not
    /// applicable where it is `nil` or not finite, as when the denominator is zero.
    ///
    /// - Precondition: There is at least one operand and all are of one length.
    public static func derived(
        from operands: [ProtectedColumn], formula: ([Double]) -> Double?
    ) -> ProtectedColumn {
        precondition(!operands.isEmpty, "a derived column needs operands")
        let count = operands[0].count
        precondition(operands.allSatisfy { $0.count == count }, "operands differ in length")
        var values = [Double](repeating: 0, count: count)
        var states = [ValueState](repeating: .value, count: count)
        var row = [Double](repeating: 0, count: operands.count)
        for area in 0..<count {
            let reasons = operands.map { $0.states[area] }
            if let reason = reasons.filter({ $0 != .value }).min() {
                states[area] = reason
                continue
            }
            for (place, operand) in operands.enumerated() { row[place] = operand.values[area] }
            if let value = formula(row), value.isFinite {
                values[area] = value
            } else {
                states[area] = .notApplicable
            }
        }
        return ProtectedColumn(values: values, states: states)
    }
}
