import Glibc

extension TwoGroups {
    /// Theil's information index *H* = Σ *tᵢ* (*E* − *Eᵢ*)/(*E T*), in 0...1, with the entropy
    /// *E* = −*P* ln *P* − (1 − *P*) ln (1 − *P*) of the whole and *Eᵢ* of a unit.
    ///
    ///     TwoGroups(group: [10, 0], rest: [0, 10]).entropy  // 1
    ///
    /// As a ratio of entropies it is the same for every base of logarithms; 0 ln 0 is 0. Theil and Finizza, Journal of
    /// Mathematical Sociology 1 (1971).
    public var entropy: Double? {
        guard isDefined else { return nil }
        let whole = Entropy.of([share, 1 - share])
        return overUnits { total, share in total * (whole - Entropy.of([share, 1 - share])) } / (whole * sum)
    }

    /// The Gini index *G* = ΣΣ *tᵢ tⱼ* |*pᵢ* − *pⱼ*| / (2 *T*² *P* (1 − *P*)), in 0...1.
    ///
    /// Units are sorted by share, so that the differences of all pairs are sums over prefixes. Jahn, Schmid, Schrag,
    /// American Sociological Review 12 (1947).
    ///
    /// - Complexity: O(*n* log *n*).
    public var gini: Double? {
        guard isDefined else { return nil }
        let totals = (0..<count).map(total)
        return MeanDifference.sum(shares: (0..<count).map { share($0) ?? 0 }, weights: totals)
            / (2 * sum * sum * share * (1 - share))
    }

    /// The Atkinson index *A* = 1 − (*P*/(1 − *P*)) (Σ (1 − *pᵢ*)^(1−*b*) *pᵢ*^*b* *tᵢ* / (*P T*))^(1/(1−*b*)), in 0...1.
    ///
    /// - Parameter aversion: The parameter *b* in 0..<1: below ½ units where the group is few weigh more, above ½ those
    ///   where it is many.
    /// - Precondition: `aversion` is above 0 and below 1.
    public func atkinson(aversion: Double = 0.5) -> Double? {
        precondition(aversion > 0 && aversion < 1, "an aversion between 0 and 1")
        guard isDefined else { return nil }
        let mean =
            overUnits { total, share in pow(1 - share, 1 - aversion) * pow(share, aversion) * total } / (share * sum)
        return 1 - share / (1 - share) * pow(mean, 1 / (1 - aversion))
    }

    /// The concentration profile *R* of Hong and Sadahiro: how much of the group lives in units where its share is
    /// above, and not below, that of the whole.
    ///
    /// With *v*(θ) the part of the group in units with *pᵢ* ≥ θ, *R* = (*P* − ∫₀ᴾ *v* + ∫ₚ¹ *v*)/(1 − *P*). The integrals
    /// are sums over `points` thresholds from 0 to 1, as PySAL segregation has them (`singlegroup/conprof.py`), whose
    /// default is 1,000.
    ///
    /// - Precondition: `points` is 2 or more.
    /// - Complexity: O(*n* log *n* + *m*) for *m* points.
    public func concentrationProfile(points: Int = 1000) -> Double? {
        precondition(points > 1, "two points at least")
        guard isDefined else { return nil }
        let members = (0..<count).compactMap { unit in share(unit).map { (share: $0, group: group[unit]) } }
            .sorted { $0.share < $1.share }
        var (next, below, integral) = (0, 0.0, 0.0)
        for point in 0..<points {
            let threshold = point == points - 1 ? 1 : Double(point) * (1 / Double(points - 1))
            while next < members.count, members[next].share < threshold {
                below += members[next].group
                next += 1
            }
            let part = (groupSum - below) / groupSum
            integral += threshold < share ? -part : part
        }
        return (share + integral / Double(points)) / (1 - share)
    }

    /// The dissimilarity with each unit's difference shrunk by what chance makes of it: the density-corrected index of
    /// Allen, Burgess, Davidson, Windmeijer, More reliable inference for the dissimilarity index of segregation, The
    /// Econometrics Journal 18 (2015).
    ///
    /// With *σᵢ* the standard error of *xᵢ*/*X* − *yᵢ*/*Y* under two multinomials and *θ̂ᵢ* the absolute difference over
    /// *σᵢ*, each *θᵢ* is the one under which the folded normal density at *θ̂ᵢ* is highest: 0 up to *θ̂ᵢ* = 1, else the
    /// positive solution of θ = *θ̂* tanh(*θ̂* θ). *D* = ½ Σ *σᵢ θᵢ*. Needs no random numbers.
    ///
    /// PySAL segregation looks for *θᵢ* from 0 with a simplex of 1/4,000 and stays there where the density is flat, that
    /// is in the most unequal units: it gives 0.2952 for Sacramento where the definition gives 0.3214.
    public var densityCorrectedDissimilarity: Double? {
        guard isDefined else { return nil }
        var sum = 0.0
        for unit in 0..<count {
            let (one, other) = (group[unit] / groupSum, rest[unit] / restSum)
            let deviation = (one * (1 - one) / groupSum + other * (1 - other) / restSum).squareRoot()
            // Everybody in one unit: nothing is left to chance.
            guard deviation > 0 else {
                sum += abs(one - other)
                continue
            }
            sum += deviation * FoldedNormal.likeliestMean(observing: abs(one - other) / deviation)
        }
        return sum / 2
    }
}

/// The absolute value of a normal variable with deviation 1.
enum FoldedNormal {
    /// The mean that makes an observation likeliest.
    ///
    /// *a* tanh(*a* θ) − θ is concave, and θ = *a* lies right of its root, so Newton's steps fall towards the root and
    /// never beyond it.
    static func likeliestMean(observing value: Double) -> Double {
        guard value > 1 else { return 0 }
        var mean = value
        // Just above 1 three roots nearly coincide and a step takes off a third only; sixty of them are enough.
        for _ in 0..<60 {
            let bend = tanh(value * mean)
            let slope = value * value * (1 - bend * bend) - 1
            guard slope < 0 else { break }
            let next = mean - (value * bend - mean) / slope
            guard next < mean, next > 0 else { break }
            mean = next
        }
        return mean
    }
}

/// The entropy of shares.
enum Entropy {
    /// −Σ *p* ln *p*, where 0 ln 0 is 0.
    static func of(_ shares: [Double]) -> Double {
        var sum = 0.0
        for share in shares where share > 0 { sum -= share * log(share) }
        return sum
    }
}

/// Differences of all pairs.
enum MeanDifference {
    /// ΣΣ *wᵢ wⱼ* |*pᵢ* − *pⱼ*| over ordered pairs.
    ///
    /// - Complexity: O(*n* log *n*).
    static func sum(shares: [Double], weights: [Double]) -> Double {
        let order = shares.indices.sorted { (shares[$0], $0) < (shares[$1], $1) }
        var (sum, weightBelow, productBelow) = (0.0, 0.0, 0.0)
        for place in order {
            sum += weights[place] * (shares[place] * weightBelow - productBelow)
            weightBelow += weights[place]
            productBelow += weights[place] * shares[place]
        }
        return 2 * sum
    }
}
