/// How many permutations gave more and how many less than what was observed.
struct TailCounts: Sendable, Equatable {
    var larger: Int32 = 0
    var smaller: Int32 = 0

    /// Counts what is beyond both bounds; what is between them is a tie.
    @inline(__always) mutating func count<Sum: Comparable>(_ sum: Sum, below: Sum, above: Sum, by step: Int32) {
        if sum > above { larger += step } else if sum < below { smaller += step }
    }

    static func += (sum: inout TailCounts, more: TailCounts) {
        sum.larger += more.larger
        sum.smaller += more.smaller
    }

    /// The tails among so many permutations, of a statistic that rises (`sign` > 0) or falls with what was counted.
    /// With a sign of 0 the statistic does not move: all are ties.
    func tails(permutations: Int, sign: Double) -> TailProbabilities {
        let (larger, smaller) = (Int(larger), Int(smaller))
        if sign == 0 { return TailProbabilities(larger: 0, smaller: 0, ties: permutations) }
        return TailProbabilities(
            larger: sign > 0 ? larger : smaller, smaller: sign > 0 ? smaller : larger,
            ties: permutations - larger - smaller)
    }
}
