/// The two tails of a test of one area, each with its ties, and the two-sided p-value that they make.
///
///     // 999 permutations: 3 gave more, 990 less, and 6 the same
///     let tails = TailProbabilities(larger: 3, smaller: 990, ties: 6)
///     tails.greater  // 0.01: (3 + 6 + 1) / 1000
///     tails.less     // 0.997: (990 + 6 + 1) / 1000
///     tails.p        // 0.02
///
/// `greater` = (#≥ + 1)/(R + 1) and `less` = (#≤ + 1)/(R + 1): what was observed is one of the R + 1 equally likely
/// arrangements, and a tie speaks for neither side. (Folding one tail, min(#≥, R − #≥), as GeoDa and esda's `directed`
/// do, makes a site without any evidence the most significant one where many values are tied; statistics.md 5.1.)
/// Phipson and Smyth: Permutation p-values should never be zero, Stat. Appl. Genet. Mol. Biol. 9 (2010).
public struct TailProbabilities: Sendable, Equatable {
    /// The probability of a statistic at least as large as the observed one.
    public let greater: Double
    /// The probability of a statistic at most as large.
    public let less: Double
    /// How many permutations gave just the observed statistic; nil for an exact test.
    public let ties: Int?
    /// How many permutations there were; nil for an exact test.
    public let permutations: Int?

    /// The tails of a permutation test, from the numbers of permutations above, below and at what was observed.
    public init(larger: Int, smaller: Int, ties: Int) {
        let permutations = larger + smaller + ties
        greater = Double(larger + ties + 1) / Double(permutations + 1)
        less = Double(smaller + ties + 1) / Double(permutations + 1)
        self.ties = ties
        self.permutations = permutations
    }

    /// The tails of an exact test, both with the probability of the observed statistic itself.
    public init(greater: Double, less: Double) {
        self.greater = greater
        self.less = less
        ties = nil
        permutations = nil
    }

    /// The two-sided p-value: twice the smaller tail, at most 1.
    public var p: Double { min(1, 2 * min(greater, less)) }

    /// The standard error of ``p`` that comes from drawing only so many permutations: 2·√(q(1 − q)/R) for the smaller
    /// tail q; 0 for an exact test and where ``p`` is 1.
    public var monteCarloError: Double {
        guard let permutations, permutations > 0, p < 1 else { return 0 }
        let tail = min(greater, less)
        return 2 * (tail * (1 - tail) / Double(permutations)).squareRoot()
    }
}
