import Disclosure
import Statistics

/// The areas that a statistic can be computed of: those of which all operands have a value.
///
/// What is missing, secret or not applicable leaves the sample, and the links to it with it; every area that left keeps
/// its reason.
struct LayerSample {
    /// The members of the sample, rising.
    let members: [Int]
    /// Area → the reason why it is not in the sample; `value` where it is.
    let states: [ValueState]
    private let operands: [ProtectedColumn]

    /// Finds the sample of operands, all of one length.
    ///
    /// - Parameter applies: Whether the statistic applies to an area with these values of the operands.
    init(_ operands: [ProtectedColumn], where applies: ([Double]) -> Bool = { _ in true }) {
        self.operands = operands
        states = (0..<(operands.first?.count ?? 0)).map { area in
            if let reason = operands.lazy.map({ $0.states[area] }).filter({ $0 != .value }).min() { return reason }
            return applies(operands.map { $0.values[area] }) ? .value : .notApplicable
        }
        members = states.indices.filter { [states] in states[$0] == .value }
    }

    /// How many operands there are.
    var operandCount: Int { operands.count }

    /// The numbers of an operand in the sample.
    func values(of operand: Int) -> [Double] { members.map { operands[operand].values[$0] } }

    /// A column of the whole level: the sample's numbers where they are, and each other area's reason.
    ///
    /// - Parameter numbers: One for each member; `nil` for what is not applicable.
    func column(_ numbers: [Double?]) -> (values: [Double], states: [ValueState]) {
        precondition(numbers.count == members.count, "one number for each member of the sample")
        var (values, states) = (Array(repeating: 0.0, count: states.count), states)
        for (place, member) in members.enumerated() {
            if let number = numbers[place], number.isFinite {
                values[member] = number
            } else {
                states[member] = .notApplicable
            }
        }
        return (values, states)
    }
}
