import Planar

extension Egohoods {
    /// The neighbourhoods of all places, at all scales in one pass.
    ///
    ///     Egohoods(x: [0, 10], y: [0, 0], population: [1, 3], group: [1, 0]).shares(nearest: [2]).shares()
    ///     // [0.25, 0.0]: the first takes the second in whole, the second has three persons of its own
    ///
    /// - Parameters:
    ///   - persons: The numbers *k* of nearest persons, each from 1.
    ///   - radii: Radii in metres, rounded to the lattice.
    ///   - threads: An upper bound; the result is the same for any.
    /// - Returns: One row per place, in the order of the places as given.
    public func shares(nearest persons: [Int], within radii: [Double] = [], threads: Int? = nil) -> EgohoodTable {
        shares(steps: (x, y), nearest: persons, within: radii, threads: threads)
    }

    /// The neighbourhoods of other points, such as the centres of districts or of grid cells.
    ///
    /// - Parameters:
    ///   - x: Origin → easting in metres; one that is not finite gets a neighbourhood without anybody.
    ///   - y: Origin → northing in metres.
    ///   - persons: The numbers *k* of nearest persons, each from 1.
    ///   - radii: Radii in metres, rounded to the lattice.
    ///   - threads: An upper bound; the result is the same for any.
    /// - Complexity: O(*m* √*n*) for *m* origins and *n* places without barriers, however unevenly they lie. With barriers
    ///   all places in the circle are looked at, and all of the data where a barrier shuts in fewer than *k* persons.
    public func shares(
        x: [Double], y: [Double], nearest persons: [Int], within radii: [Double] = [], threads: Int? = nil
    ) -> EgohoodTable {
        precondition(x.count == y.count, "a northing for each easting")
        let stepsPerMetre = places.stepsPerMetre
        let isThere = zip(x, y).map { $0.isFinite && $1.isFinite }
        let steps = [x, y].map { zip($0, isThere).map { $1 ? ($0 * stepsPerMetre).rounded() : .nan } }
        return shares(steps: (steps[0], steps[1]), nearest: persons, within: radii, threads: threads)
    }

    /// How many origins a worker takes at once.
    private static let batch = 1024

    private func shares(
        steps: (x: [Double], y: [Double]), nearest persons: [Int], within radii: [Double], threads: Int?
    ) -> EgohoodTable {
        precondition(persons.allSatisfy { $0 > 0 }, "a neighbourhood has at least one person")
        precondition(radii.allSatisfy { $0 >= 0 && $0.isFinite }, "a radius is finite and not negative")
        let scales = persons.map { EgohoodScale.nearest($0) } + radii.map { EgohoodScale.within($0) }
        let origins = steps.x.count
        let order = SpatialOrder(x: steps.x, y: steps.y).order
        let batches = (origins + Self.batch - 1) / Self.batch
        let rows = parallelMap(batches, threads: threads) { number in
            let members = order[number * Self.batch..<min((number + 1) * Self.batch, origins)]
            return EgohoodBatch(places: places, barriers: barriers, scales: scales)
                .rows(of: members, x: steps.x, y: steps.y)
        }
        let width = scales.count * (places.columns + 1)
        var cells = [Double](repeating: 0, count: origins * width)
        for (number, rows) in rows.enumerated() {
            for place in 0..<rows.count / max(width, 1) {
                let origin = Int(order[number * Self.batch + place])
                for cell in 0..<width { cells[origin * width + cell] = rows[place * width + cell] }
            }
        }
        return EgohoodTable(scales: scales, count: origins, groups: places.columns - 1, cells: cells)
    }
}
