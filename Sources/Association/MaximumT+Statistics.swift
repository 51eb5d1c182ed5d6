import Statistics

extension LocalMoran {
    /// The family-wise p-value of each area, see ``MaximumT``; nil for islands and where nothing varies.
    ///
    /// - Precondition: ``MaximumT/isFeasible(for:)``, and one finite value for each area.
    /// - Complexity: O(*R*(*n* + *k*)) for *R* permutations, *n* areas and *k* links.
    public func maximumT(_ values: [Double], _ test: MaximumT) -> [Double?] {
        let map = WholeMap(weights, [values])
        guard values.count > 2, let x = PoolDeviations(map.pool.columns[0]) else { return values.map { _ in nil } }
        let squares = x.variance * Double(values.count)
        return map.pValues(test) { area, places in
            let own = x.deviations[Int(places[area])]
            guard own != 0 else { return 0 }
            return OtherValues(sum: 0, squares: squares, count: x.deviations.count, without: own)
                .score(of: map.sum(of: area, places) { x.deviations[$0] }, weights: map.sums[area])
        }
    }
}

extension LocalGeary {
    /// The family-wise p-value of each area, see ``MaximumT``; nil for islands and where nothing varies.
    ///
    /// - Precondition: ``MaximumT/isFeasible(for:)``, and each variable has one finite value for each area.
    /// - Complexity: O(*R*(*n* + *k*)) for *R* permutations, *n* areas and *k* links.
    public func maximumT(variables: [[Double]], _ test: MaximumT) -> [Double?] {
        let map = WholeMap(weights, variables)
        let deviations = map.pool.columns.compactMap(PoolDeviations.init)
        guard weights.count > 2, deviations.count == variables.count, !variables.isEmpty else {
            return (0..<weights.count).map { _ in nil }
        }
        let space = GearySpace(deviations, divisor: divisor)
        let others = (0..<weights.count).map(space.others)
        return map.pValues(test) { area, places in
            let own = Int(places[area])
            return others[own].score(
                of: map.sum(of: area, places) { space.difference(own, $0) }, weights: map.sums[area])
        }
    }
}

extension LocalGetisOrd {
    /// The family-wise p-value of each area, see ``MaximumT``; nil for islands and where nothing varies.
    ///
    /// - Precondition: ``MaximumT/isFeasible(for:)``, and one finite value for each area.
    /// - Complexity: O(*R*(*n* + *k*)) for *R* permutations, *n* areas and *k* links.
    public func maximumT(_ values: [Double], _ test: MaximumT) -> [Double?] {
        let map = WholeMap(weights, [values])
        guard values.count > 2, let x = PoolDeviations(map.pool.columns[0]) else { return values.map { _ in nil } }
        let squares = x.variance * Double(values.count)
        return map.pValues(test) { area, places in
            let own = x.deviations[Int(places[area])]
            let lag = map.sum(of: area, places) { x.deviations[$0] }
            var sums = map.sums[area]
            guard let weight = ownWeight(largest: map.links.weights[map.links.row(of: area)].max() ?? 0) else {
                return OtherValues(sum: 0, squares: squares, count: x.deviations.count, without: own)
                    .score(of: lag, weights: sums)
            }
            sums = (sums.weights + weight, sums.squares + weight * weight)
            return OtherValues.everyone(squares: squares, count: x.deviations.count)
                .score(of: lag + weight * own, weights: sums)
        }
    }
}
