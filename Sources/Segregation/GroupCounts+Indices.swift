import Glibc

extension GroupCounts {
    /// The sum over units with people and groups with people, in their order.
    private func overUnits(_ term: (_ total: Double, _ share: Double, _ whole: Double) -> Double) -> Double {
        let shares = shares
        var sum = 0.0
        for unit in 0..<count where totals[unit] > 0 {
            for group in groups.indices where sums[group] > 0 {
                sum += term(totals[unit], groups[group][unit] / totals[unit], shares[group])
            }
        }
        return sum
    }

    /// Multigroup dissimilarity *D* = ΣΣ *tᵢ* |*πᵢₖ* − *Πₖ*| / (2 *T I*), in 0...1: the share of people who would have to
    /// move for even shares, of the share in full segregation. Morgan (1975), Sakoda (1981).
    ///
    /// - Complexity: O(*n*·*k*) for *k* groups, as all here but ``gini``.
    public var dissimilarity: Double? {
        guard isDefined else { return nil }
        return overUnits { total, share, whole in total * abs(share - whole) } / (2 * sum * interaction)
    }

    /// Theil's information index *H* = ΣΣ *tᵢ πᵢₖ* ln(*πᵢₖ*/*Πₖ*) / (*T E*), in 0...1; the same for every base of
    /// logarithms. Theil (1972); with two groups it is ``TwoGroups/entropy``.
    public var entropy: Double? {
        guard isDefined, let divergence else { return nil }
        return divergence / Entropy.of(shares)
    }

    /// The entropy of the whole *E* = −Σ *Πₖ* ln *Πₖ*, in nats: 0 for one group, ln *k* for *k* equal ones. It tells how
    /// diverse the population is, not how segregated.
    public var diversity: Double? { sum > 0 ? Entropy.of(shares) : nil }

    /// The divergence index ΣΣ (*tᵢ*/*T*) *πᵢₖ* ln(*πᵢₖ*/*Πₖ*), in nats, from 0 to *E*: the mean divergence of units from
    /// the whole. Roberto, The Divergence Index (2015). It is also the mutual information of group and unit.
    public var divergence: Double? {
        guard sum > 0 else { return nil }
        return overUnits { total, share, whole in share > 0 ? total * share * log(share / whole) : 0 } / sum
    }

    /// Multigroup Gini *G* = Σₖ ΣΣ *tᵢ tⱼ* |*πᵢₖ* − *πⱼₖ*| / (2 *T*² *I*), in 0...1. Reardon (1998).
    ///
    /// - Complexity: O(*k n* log *n*).
    public var gini: Double? {
        guard isDefined else { return nil }
        let differences = groups.reduce(0) { sum, group in
            sum
                + MeanDifference.sum(
                    shares: (0..<count).map { totals[$0] > 0 ? group[$0] / totals[$0] : 0 }, weights: totals)
        }
        return differences / (2 * sum * sum * interaction)
    }

    /// Normalised exposure *P* = ΣΣ *tᵢ* (*πᵢₖ* − *Πₖ*)² / (1 − *Πₖ*) / *T*, in 0...1. James (1986).
    public var normalisedExposure: Double? {
        guard isDefined else { return nil }
        return overUnits { total, share, whole in total * (share - whole) * (share - whole) / (1 - whole) } / sum
    }

    /// Relative diversity *R* = ΣΣ *tᵢ* (*πᵢₖ* − *Πₖ*)² / (*T I*), in 0...1. Carlson (1992), Reardon (1998).
    public var relativeDiversity: Double? {
        guard isDefined else { return nil }
        return overUnits { total, share, whole in total * (share - whole) * (share - whole) } / (sum * interaction)
    }

    /// The squared coefficient of variation *C* = ΣΣ *tᵢ* (*πᵢₖ* − *Πₖ*)² / (*T* (*K* − 1) *Πₖ*), in 0...1. *K* counts the
    /// groups that have people. Reardon and Firebaugh (2002).
    public var squaredCoefficientOfVariation: Double? {
        guard isDefined else { return nil }
        let present = Double(sums.count { $0 > 0 })
        return overUnits { total, share, whole in total * (share - whole) * (share - whole) / whole }
            / (sum * (present - 1))
    }

    /// Simpson's concentration Σ *Πₖ*²: the chance that two people drawn at random are of one group.
    public var simpsonConcentration: Double? { sum > 0 ? 1 - interaction : nil }

    /// Simpson's interaction *I* = Σ *Πₖ*(1 − *Πₖ*): the chance that two people drawn at random are of two groups. Like
    /// ``diversity`` it tells nothing about where they live.
    public var simpsonInteraction: Double? { sum > 0 ? interaction : nil }

    private var interaction: Double { shares.reduce(0) { $0 + $1 * (1 - $1) } }
}
