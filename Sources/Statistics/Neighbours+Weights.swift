extension Neighbours {
    /// The same links, each with the weight 1 (style B in spdep).
    ///
    ///     Neighbours(starts: [0, 1, 2], targets: [1, 0], weights: [12.5, 12.5]).binary.weights  // [1, 1]
    public var binary: Neighbours {
        Neighbours(starts: starts, targets: targets, weights: Array(repeating: 1, count: targets.count))
    }

    /// Each row divided by its sum, so that a lag is a weighted mean (style W in spdep).
    ///
    /// A row whose sum is zero, an island's or one of zero weights only, stays as it is. To give all neighbours of a row
    /// the same weight, standardise ``binary``.
    public var rowStandardised: Neighbours {
        var weights = weights
        for member in 0..<count {
            let row = row(of: member)
            let sum = weights[row].reduce(0, +)
            guard sum != 0 else { continue }
            for place in row { weights[place] /= sum }
        }
        return Neighbours(starts: starts, targets: targets, weights: weights)
    }

    /// The spatial lag: for each member the sum over its neighbours of weight times value; 0 for an island.
    ///
    /// - Precondition: There is one value for each member.
    /// - Complexity: O(*n* + *k*) for *k* links.
    public func lag(of values: [Double]) -> [Double] {
        precondition(values.count == count, "one value for each member")
        return (0..<count).map { member in
            var sum = 0.0
            for place in row(of: member) { sum += weights[place] * values[Int(targets[place])] }
            return sum
        }
    }

    /// The links turned round: the weight from `i` to `j` becomes that from `j` to `i`.
    ///
    /// - Complexity: O(*n* + *k*).
    public var transposed: Neighbours {
        var starts = [Int](repeating: 0, count: count + 1)
        for target in targets { starts[Int(target) + 1] += 1 }
        for member in 0..<count { starts[member + 1] += starts[member] }
        var next = starts
        var turned = [Int32](repeating: 0, count: targets.count)
        var turnedWeights = [Double](repeating: 0, count: targets.count)
        for member in 0..<count {
            for place in row(of: member) {
                let target = Int(targets[place])
                turned[next[target]] = Int32(member)
                turnedWeights[next[target]] = weights[place]
                next[target] += 1
            }
        }
        return Neighbours(starts: starts, targets: turned, weights: turnedWeights)
    }

    /// Only some members with the links among them, numbered anew in the order given.
    ///
    ///     let path = Neighbours(starts: [0, 1, 3, 4], targets: [1, 0, 2, 1], weights: [1, 1, 1, 1])
    ///     path.restricted(to: [0, 2]).islands  // [0, 1]: who had only the left-out one beside it
    ///
    /// - Precondition: The members are distinct and there.
    /// - Complexity: O(*n* + *k* log *k*) for *k* links that stay.
    public func restricted(to members: [Int]) -> Neighbours {
        var numbers = [Int32](repeating: -1, count: count)
        for (number, member) in members.enumerated() {
            precondition(numbers[member] < 0, "a member occurs twice")
            numbers[member] = Int32(number)
        }
        var starts = [0]
        var (kept, keptWeights): ([Int32], [Double]) = ([], [])
        for member in members {
            let links = row(of: member)
                .filter { numbers[Int(targets[$0])] >= 0 }
                .sorted { numbers[Int(targets[$0])] < numbers[Int(targets[$1])] }
            for place in links {
                kept.append(numbers[Int(targets[place])])
                keptWeights.append(weights[place])
            }
            starts.append(kept.count)
        }
        return Neighbours(starts: starts, targets: kept, weights: keptWeights)
    }

    /// The three sums of weights that the moments of global statistics are made of.
    ///
    /// `s0` = Σ wᵢⱼ, `s1` = ½ Σ (wᵢⱼ + wⱼᵢ)², `s2` = Σᵢ (wᵢ. + w.ᵢ)². They need no symmetry: `s1` joins the links of both
    /// directions. Cliff and Ord: Spatial Processes (1981), p. 19.
    ///
    /// - Complexity: O(*n* + *k*).
    public var sums: (s0: Double, s1: Double, s2: Double) {
        let turned = transposed
        var (s0, s1, s2) = (0.0, 0.0, 0.0)
        for member in 0..<count {
            let (out, into) = (row(of: member), turned.row(of: member))
            let (outSum, intoSum) = (weights[out].reduce(0, +), turned.weights[into].reduce(0, +))
            s0 += outSum
            s2 += (outSum + intoSum) * (outSum + intoSum)
            var (one, other) = (out.lowerBound, into.lowerBound)
            while one < out.upperBound || other < into.upperBound {
                let here = one < out.upperBound ? targets[one] : .max
                let there = other < into.upperBound ? turned.targets[other] : .max
                var weight = 0.0
                if here <= there {
                    weight += weights[one]
                    one += 1
                }
                if there <= here {
                    weight += turned.weights[other]
                    other += 1
                }
                s1 += weight * weight / 2
            }
        }
        return (s0, s1, s2)
    }
}
