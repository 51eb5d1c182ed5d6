import Statistics

/// A map whose values are shuffled as a whole: its links, and where each area's value stands in the pool.
struct WholeMap: Sendable {
    /// The links between different areas with a weight.
    let links: Neighbours
    /// The values.
    let pool: ValuePool
    /// Area → Σ w and Σ w² of its row.
    let sums: [(weights: Double, squares: Double)]

    init(_ weights: Neighbours, _ variables: [[Double]]) {
        precondition(variables.allSatisfy { $0.count == weights.count }, "one value for each area")
        let links = weights.filtered { $0 != $1 && $2 != 0 }
        self.links = links
        pool = ValuePool(variables)
        sums = (0..<links.count).map { area in
            links.weights[links.row(of: area)].reduce((0, 0)) { ($0.0 + $1, $0.1 + $1 * $1) }
        }
    }

    /// Σ over an area's neighbours of weight times what their place in the pool has.
    func sum(of area: Int, _ places: [Int32], _ value: (Int) -> Double) -> Double {
        var sum = 0.0
        for link in links.row(of: area) { sum += links.weights[link] * value(Int(places[Int(links.targets[link])])) }
        return sum
    }

    /// The family-wise p-values; nil for islands.
    ///
    /// - Parameter score: |z| of an area with neighbours in a map.
    func pValues(
        _ test: MaximumT, score: @Sendable (_ area: Int, _ places: [Int32]) -> Double
    ) -> [Double?] {
        precondition(test.isFeasible(for: links), "too many permutations for a map of this size")
        let order = CanonicalOrder.areas(pool.places, links)
        return test.pValues(order: order, places: pool.places) { area, places in
            links.row(of: area).isEmpty ? nil : score(area, places)
        }
    }
}

extension OtherValues {
    /// How many standard deviations a weighted sum is off its expectation; 0 where it cannot vary.
    func score(of sum: Double, weights: (weights: Double, squares: Double)) -> Double {
        let moments = lagMoments(weights: weights.weights, squares: weights.squares)
        return moments.variance > 0 ? abs(sum - moments.expected) / moments.variance.squareRoot() : 0
    }
}
