/// How p-values are raised because many areas are tested at once.
///
///     MultipleTesting.bonferroni.adjusted([0.01, nil, 0.04])         // [0.02, nil, 0.08]
///     MultipleTesting.benjaminiHochberg.adjusted([0.01, nil, 0.04])  // [0.02, nil, 0.04]
///
/// An adjusted p-value is compared with the level itself. Local statistics of neighbouring areas depend on each other;
/// Benjamini–Hochberg holds under positive dependence (Benjamini and Yekutieli 2001), Bonferroni always. With R
/// permutations no p-value is below 2/(R + 1), so for *n* areas to pass at level α, R + 1 must be at least 2*n*/α.
public enum MultipleTesting: String, Sendable, CaseIterable {
    /// The p-values as they are.
    case none
    /// The expected share of false discoveries, by the step-up rule: the largest i with p₍ᵢ₎ ≤ iα/m decides, whatever
    /// comes before it. Benjamini and Hochberg, J. R. Stat. Soc. B 57 (1995); R's `p.adjust(method = "BH")`. (GeoDa
    /// stops at the first failure from the smallest p, which finds less.)
    case benjaminiHochberg = "benjamini-hochberg"
    /// The probability of any false discovery: each p-value times the number of tests.
    case bonferroni

    /// The adjusted p-values.
    ///
    /// - Parameter pValues: One for each area; nil is no test and stays nil.
    /// - Complexity: O(*n* log *n*).
    public func adjusted(_ pValues: [Double?]) -> [Double?] {
        let tests = pValues.reduce(0) { $1 == nil ? $0 : $0 + 1 }
        switch self {
        case .none:
            return pValues
        case .bonferroni:
            return pValues.map { $0.map { min(1, $0 * Double(tests)) } }
        case .benjaminiHochberg:
            let known = pValues.enumerated().compactMap { place, p in p.map { (place: place, p: $0) } }
            var adjusted = pValues
            var smallest = 1.0
            for (above, test) in known.sorted(by: { ($0.p, $0.place) > ($1.p, $1.place) }).enumerated() {
                smallest = min(smallest, test.p * Double(tests) / Double(tests - above))
                adjusted[test.place] = smallest
            }
            return adjusted
        }
    }
}
