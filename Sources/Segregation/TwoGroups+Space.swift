public import Statistics

extension TwoGroups {
    /// Delta = ½ Σ |*xᵢ*/*X* − *aᵢ*/*A*|, in 0...1: the share of the group that would have to move to live at the same
    /// density everywhere.
    ///
    ///     TwoGroups(group: [10, 10], rest: [1, 1]).delta(areas: [3, 1])  // 0.25
    ///
    /// Hoover, Review of Economic Statistics 23 (1941). Nothing of the rest enters. Nil where the group or the surface is
    /// empty.
    ///
    /// - Parameter areas: The units' surfaces, in any unit of a plane that keeps areas; not square degrees.
    /// - Precondition: There is one area for each unit, and none is negative.
    public func delta(areas: [Double]) -> Double? {
        precondition(areas.count == count && areas.allSatisfy { $0 >= 0 }, "one surface for each unit")
        let surface = areas.reduce(0, +)
        guard groupSum > 0, surface > 0 else { return nil }
        return 0.5 * (0..<count).reduce(0) { $0 + abs(group[$1] / groupSum - areas[$1] / surface) }
    }

    /// Absolute concentration *ACO*: the surface that the group takes, between the least that it could take and the
    /// most, 1 being the least. Massey and Denton (1988), p. 291.
    ///
    /// With the units by rising surface, *T₁* the people of the first *n₁* that hold as many people as the group has, and
    /// *T₂* those of the last that do, *ACO* = 1 − (Σ *xᵢaᵢ*/*X* − Σ₁ *tᵢaᵢ*/*T₁*)/(Σ₂ *tᵢaᵢ*/*T₂* − Σ₁ *tᵢaᵢ*/*T₁*). Equal
    /// surfaces come in the order of the units. Nil where the least and the most are the same.
    ///
    /// - Precondition: There is one area for each unit.
    /// - Complexity: O(*n* log *n*).
    public func absoluteConcentration(areas: [Double]) -> Double? {
        precondition(areas.count == count, "one surface for each unit")
        guard isDefined else { return nil }
        let rising = areas.indices.sorted { (areas[$0], $0) < (areas[$1], $1) }
        let falling = areas.indices.sorted { (areas[$0], -$0) > (areas[$1], -$1) }
        let least = meanSurface(of: rising, areas: areas)
        let most = meanSurface(of: falling, areas: areas)
        guard most > least else { return nil }
        let mean = (0..<count).reduce(0) { $0 + group[$1] * areas[$1] } / groupSum
        return 1 - (mean - least) / (most - least)
    }

    /// The mean surface of the people in the first units that hold as many as the group has.
    private func meanSurface(of order: [Int], areas: [Double]) -> Double {
        var (people, product) = (0.0, 0.0)
        for unit in order {
            people += total(unit)
            product += total(unit) * areas[unit]
            if people / sum >= share { break }
        }
        return product / people
    }

    /// Morrill's dissimilarity with neighbours *D*(adj) = *D* − ΣΣ *wᵢⱼ* |*pᵢ* − *pⱼ*| / ΣΣ *wᵢⱼ*, at most *D*.
    ///
    ///     let path = Neighbours(starts: [0, 1, 2], targets: [1, 0], weights: [1, 1])
    ///     TwoGroups(group: [90, 10], rest: [10, 90]).spatialDissimilarity(path)  // 0.8 − 0.8 = 0
    ///
    /// What separates neighbours is taken off, since people meet across a border. Morrill, On the measure of geographic
    /// segregation, Geography Research Forum 11 (1991), has binary contiguity; with shared borders as weights it is
    /// Wong's boundary-modified index (Urban Studies 30, 1993). Pairs with an empty unit are left out of both sums;
    /// islands have no pairs. Without any pair it is *D*.
    ///
    /// - Precondition: There is one row for each unit.
    /// - Complexity: O(*n* + *k*) for *k* links.
    public func spatialDissimilarity(_ neighbours: Neighbours) -> Double? {
        precondition(neighbours.count == count, "one row for each unit")
        guard let dissimilarity else { return nil }
        let shares = (0..<count).map(share)
        var (difference, weight) = (0.0, 0.0)
        for unit in 0..<count {
            guard let here = shares[unit] else { continue }
            for place in neighbours.row(of: unit) {
                guard let there = shares[Int(neighbours.targets[place])] else { continue }
                difference += neighbours.weights[place] * abs(here - there)
                weight += neighbours.weights[place]
            }
        }
        return weight > 0 ? dissimilarity - difference / weight : dissimilarity
    }
}
